// Parity with A1111's and ComfyUI's long and weighed prompts, against goldens of make_goldens/words.py.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageModel } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { clipTokenizer } from '../../models/text/clip-tokenizer.ts';
import { chunksOf } from '../../models/text/chunks.ts';
import { emphases } from '../../models/text/emphasis.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { checkRelative } from '../fixtures/nearness.ts';
import { smallVocabulary } from '../fixtures/vocabulary.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Row {
	readonly emphasis: EmphasisName;
	readonly prompt: string;
	readonly ids: readonly number[][];
	readonly weights: readonly number[][];
}

const folder = new URL('goldens/words/', import.meta.url);
const rows = JSON.parse(readFileSync(new URL('words.json', folder), 'utf8')) as Readonly<Record<string, Row[]>>;
const goldens = readTensors(new URL('words.safetensors', folder));
const [begin, end] = ['<|startoftext|>', '<|endoftext|>'];
const tolerance = 1e-4;

function check(got: Float32Array, name: string): void {
	const [checkpoint, , value] = name.split('/');
	const row = { what: `${checkpoint}: ${value} of long and weighed prompts`, against: 'A1111 and ComfyUI' };
	checkRelative(row, got, goldens.get(name)!.data, tolerance);
}

describe('long and weighed prompts agree with A1111 and ComfyUI', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-words-'));
	after(() => rmSync(root, { recursive: true }));

	for (const [checkpoint, dialect] of [['sd1', fusedDialect] as const, ['sd2', plainDialect] as const]) {
		describe(`${checkpoint}`, () => {
			const pad = checkpoint === 'sd1' ? end : '!';
			const reader = clipTokenizer({ ...smallVocabulary(), begin, end, unknown: end, pad, window: 77 });
			let model: ImageModel;
			let runner: Runner;
			before(async () => {
				model = await families[0].open(await openFolder(writeParityCheckpoint(root, checkpoint)), atOnce);
				runner = await cpuRunner(dialect);
			});
			after(() => runner.release());

			rows[checkpoint].forEach(({ emphasis, prompt, ids, weights }, i) => {
				it(`${emphasis}: ${prompt.length > 60 ? `${prompt.slice(0, 20)}…${prompt.slice(-20)}` : prompt}`, async () => {
					const chunks = chunksOf(emphases[emphasis].read(prompt), reader);
					assert.deepEqual(
						chunks.map(chunk => chunk.ids),
						ids,
					);
					chunks.forEach((chunk, j) => {
						const apart = chunk.weights.map((weight, k) => Math.abs(weight - weights[j][k]));
						assert.ok(Math.max(...apart) < 1e-12);
					});
					const words = await model.encode({ text: prompt, emphasis, negative: false }, runner.run);
					const states = words.feeds['encoder_hidden_states'];
					assert.deepEqual(states.dims.slice(0, 2), [1, 77 * ids.length]);
					check(states.data as Float32Array, `${checkpoint}/${i}/states`);
					const { data, dims } = goldens.get(`${checkpoint}/latent`)!;
					const x = { data, channels: dims[1], height: dims[2], width: dims[3] };
					check(await model.predict(x, 500, plainly(words), runner.run), `${checkpoint}/${i}/noise`);
				});
			});
		});
	}
}).timeout(60_000);
