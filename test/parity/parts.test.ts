// Parity with diffusers and transformers: each network of tiny random checkpoints, against goldens of make_goldens/parts.py.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conditioning, ImageModel, Latents } from '../../models/family.ts';
import { fusedDialect, plainDialect, type Dialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import { parityCheckpoints, writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { checkRelative } from '../fixtures/nearness.ts';
import { readTensors } from '../fixtures/tensors.ts';

const goldens = readTensors(new URL('goldens/parts/parts.safetensors', import.meta.url));
const dialects: Readonly<Record<string, Dialect>> = { fused: fusedDialect, plain: plainDialect };
const tolerance = 1e-4;
/** What each value is compared with. */
const compared: Readonly<Record<string, string>> = {
	states: 'CLIPTextModel',
	noise: 'UNet2DConditionModel',
	picture: 'AutoencoderKL.decode',
	encoded: 'AutoencoderKL.encode',
};

function golden(name: string) {
	const tensor = goldens.get(name);
	assert.ok(tensor, `no golden ${name}`);
	return tensor;
}

function check(got: Float32Array, name: string): void {
	const [checkpoint, , value = ''] = name.split('/');
	checkRelative({ what: `${checkpoint}: ${value}`, against: compared[value] }, got, golden(name).data, tolerance);
}

function latents(name: string): Latents {
	const { data, dims } = golden(name);
	return { data, channels: dims[1], height: dims[2], width: dims[3] };
}

/** The conditioning of the goldens, so that each network is judged alone. */
const goldenWords = (checkpoint: string): Conditioning => ({
	feeds: { encoder_hidden_states: golden(`${checkpoint}/text/states`) },
	negative: false,
	notes: [],
});

describe('the networks agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-parity-'));
	after(() => rmSync(root, { recursive: true }));

	for (const checkpoint of Object.keys(parityCheckpoints).filter(name => goldens.has(`${name}/text/ids`))) {
		const cases = [0, 1, 2].filter(number => goldens.has(`${checkpoint}/${number}/latent`));
		for (const [dialectName, dialect] of Object.entries(dialects)) {
			describe(`${checkpoint}, ${dialectName} operators`, () => {
				let model: ImageModel;
				let runner: Runner;
				before(async () => {
					model = await families[0].open(await openFolder(writeParityCheckpoint(root, checkpoint)), atOnce);
					runner = await cpuRunner(dialect);
				});
				after(() => runner.release());

				it('text encoder', async () => {
					const ids = BigInt64Array.from(golden(`${checkpoint}/text/ids`).data, BigInt);
					const words = await model.encode({ text: '', emphasis: 'a1111', negative: false }, (part, feeds) =>
						runner.run(part, { ...feeds, input_ids: { ...feeds['input_ids'], data: ids } }),
					);
					check(words.feeds['encoder_hidden_states'].data as Float32Array, `${checkpoint}/text/states`);
				});
				for (const number of cases) {
					const name = `${checkpoint}/${number}`;
					const [height, width] = golden(`${name}/latent`).dims.slice(2);
					it(`unet at ${height}×${width}`, async () => {
						const timestep = golden(`${name}/timestep`).data[0];
						const noise = await model.predict(
							latents(`${name}/latent`),
							timestep,
							plainly(goldenWords(checkpoint)),
							runner.run,
						);
						check(noise, `${name}/noise`);
					});
					it(`decoder at ${height}×${width}`, async () => {
						const picture = await model.decode(latents(`${name}/latent`), runner.run);
						assert.deepEqual([picture.height, picture.width], [height * 8, width * 8]);
						check(picture.data, `${name}/picture`);
					});
					it(`encoder at ${height}×${width}`, async () => {
						const pixels = { data: golden(`${name}/pixels`).data, height: height * 8, width: width * 8 };
						const encoded = await model.encodePixels(pixels, runner.run);
						assert.deepEqual([encoded.height, encoded.width], [height, width]);
						check(encoded.data, `${name}/encoded`);
					});
				}
			});
		}
	}
}).timeout(60_000);
