// Parity with diffusers' textual inversion: tokens and states of words that a model was not taught.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grown, through } from '../../models/additions/addition.ts';
import { addedWords, openEmbedding } from '../../models/additions/embedding.ts';
import type { ImageModel, Part, Run } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import { addedFile } from '../fixtures/added-file.ts';
import { checkEqual, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Row {
	readonly prompt: string;
	readonly ids: readonly number[];
}

const folder = new URL('goldens/embeddings/', import.meta.url);
const rows = JSON.parse(readFileSync(new URL('embeddings.json', folder), 'utf8')) as Record<'sd1' | 'sd2', Row[]>;
const goldens = readTensors(new URL('embeddings.safetensors', folder));

const star = { text: 'a red star', emphasis: 'a1111', negative: false } as const;

describe('textual inversions agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-embeddings-'));
	after(() => rmSync(root, { recursive: true }));

	for (const name of ['sd1', 'sd2'] as const) {
		describe(name, () => {
			let model: ImageModel;
			let encoder: Part;
			before(async () => {
				model = await families[0].open(await openFolder(writeParityCheckpoint(root, name)), atOnce);
				encoder = model.parts.find(({ role }) => role === 'text-encoder')!;
			});
			const embedding = async (word: string) => {
				const file = addedFile(fileURLToPath(new URL(`${name}-${word}.safetensors`, folder)));
				return await openEmbedding({ ...file, name: word }, encoder);
			};

			for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
				it(`tokens and states, ${dialectName} operators`, async () => {
					const runner = await cpuRunner(dialect);
					const embeddings = [await embedding('moss'), await embedding('fern')];
					const knowing = model.withWords(embeddings.map(({ word }) => word));
					const parts = new Map([[encoder.key, grown(encoder, [addedWords(embeddings, encoder)])]]);
					for (const [i, { prompt, ids }] of rows[name].entries()) {
						let read: number[] = [];
						const run: Run = (part, feeds) => {
							read = Array.from(feeds['input_ids'].data, Number);
							return through(parts, runner.run)(part, feeds);
						};
						const { feeds } = await knowing.encode({ text: prompt, emphasis: 'a1111', negative: false }, run);
						const row = (what: string) => ({
							what: `Textual inversion, ${name}: ${what}`,
							against: 'load_textual_inversion',
						});
						checkEqual(row('token ids'), read, ids);
						const states = feeds['encoder_hidden_states'].data as Float32Array;
						checkRelative(row('words'), states, goldens.get(`${name}/${i}`)!.data, 1e-4);
					}
					await runner.release();
				});
			}
			it('leave the words that the model was taught as they are, bit for bit', async () => {
				const runner = await cpuRunner(fusedDialect);
				const embeddings = [await embedding('moss')];
				const parts = new Map([[encoder.key, grown(encoder, [addedWords(embeddings, encoder)])]]);
				const knowing = model.withWords(embeddings.map(({ word }) => word));
				const plain = await model.encode(star, runner.run);
				const same = await knowing.encode(star, through(parts, runner.run));
				assert.deepEqual(same.feeds, plain.feeds);
				await runner.release();
			});
			it('made for another width are refused', async () => {
				const other = name === 'sd1' ? 'sd2' : 'sd1';
				const file = addedFile(fileURLToPath(new URL(`${other}-moss.safetensors`, folder)));
				await assert.rejects(openEmbedding(file, encoder), /made for another kind of model/);
			});
		});
	}
}).timeout(60_000);
