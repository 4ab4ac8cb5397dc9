// Parity of pictures whose edges meet, against goldens of make_goldens/tiling.py.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grown, through } from '../../models/additions/addition.ts';
import type { ImageModel, Latents, Run } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { tiling } from '../../models/graph/tiling.ts';
import { families } from '../../models/index.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { checkRelative } from '../fixtures/nearness.ts';
import { readTensors } from '../fixtures/tensors.ts';

const goldens = readTensors(new URL('goldens/tiling/tiling.safetensors', import.meta.url));
const golden = (name: string) => goldens.get(name)!;
const latent: Latents = { data: golden('latent').data, channels: 4, height: 8, width: 10 };

describe('edges that meet agree with torch’s circular padding', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-tiling-'));
	let model: ImageModel;
	before(async () => {
		model = await families[0].open(await openFolder(writeParityCheckpoint(root, 'sd1')), atOnce);
	});
	after(() => rmSync(root, { recursive: true }));

	for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
		for (const name of ['x', 'y', 'both'] as const) {
			describe(`${name}, ${dialectName} operators`, () => {
				let runner: Runner;
				let run: Run;
				before(async () => {
					runner = await cpuRunner(dialect);
					const change = { change: tiling(name), feeds: async () => ({}) };
					run = through(new Map(model.parts.map(part => [part.key, grown(part, [change])])), runner.run);
				});
				after(() => runner.release());
				const check = (got: Float32Array, what: string) => {
					const row = { what: `Edges that meet (${name}): ${what}`, against: 'diffusers with circular padding' };
					checkRelative(row, got, golden(`${name}/${what}`).data, 1e-4);
				};
				it('unet', async () => {
					const feeds = { encoder_hidden_states: golden('states') };
					check(await model.predict(latent, 500, plainly({ feeds, negative: false, notes: [] }), run), 'noise');
				});
				it('decoder', async () => check((await model.decode(latent, run)).data, 'picture'));
				it('encoder', async () => {
					const pixels = { data: golden('pixels').data, height: 64, width: 80 };
					check((await model.encodePixels(pixels, run)).data, 'encoded');
				});
			});
		}
	}
}).timeout(60_000);
