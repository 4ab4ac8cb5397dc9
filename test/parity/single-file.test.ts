// A checkpoint in one file gives what the same weights give as a diffusers folder, bit for bit.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageModel, Latents } from '../../models/family.ts';
import { plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { openFile } from '../../sidecar/library/file.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import {
	encodersOf,
	tinyEditing,
	tinyInpainting,
	tinyRefiner,
	tinySd1,
	tinySd2,
	tinySdxl,
	type Architecture,
} from '../fixtures/architectures.ts';
import { ldmParts, leftovers, writeHeld, type HeldTensors } from '../fixtures/ldm-checkpoint.ts';
import { checkEqual } from '../fixtures/nearness.ts';
import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';
import { noiseBlock, type Stored } from '../fixtures/random-weights.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';

const cases: readonly (readonly [string, Architecture, Stored])[] = [
	['sd1', tinySd1, 'float32'],
	['sd2', tinySd2, 'float32'],
	['sd1-float16', tinySd1, 'float16'],
	['sd2-bfloat16', tinySd2, 'bfloat16'],
	['sd1-float8', tinySd1, 'float8e4m3fn'],
	['sdxl', tinySdxl, 'float32'],
	['sdxl-float16', tinySdxl, 'float16'],
	['sdxl-refiner', tinyRefiner, 'float32'],
	['inpainting', tinyInpainting, 'float32'],
	['editing', tinyEditing, 'float32'],
];

/** With room for CLIP's own words, which a checkpoint in one file is read with. */
const worded = (architecture: Architecture): Architecture => ({
	...architecture,
	...Object.fromEntries(
		encodersOf(architecture).map(({ directory, config }) => [directory, { ...config, vocab_size: 49_408 }]),
	),
});

const latents: Latents = { data: noiseBlock(5).slice(0, 4 * 8 * 8), channels: 4, height: 8, width: 8 };
const pixels = { data: noiseBlock(6).slice(0, 3 * 64 * 64), height: 64, width: 64 };

describe('one file and the folder of the same weights', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-single-'));
	let runner: Runner;
	before(async () => (runner = await cpuRunner(plainDialect)));
	after(async () => {
		await runner.release();
		rmSync(root, { recursive: true });
	});

	/** Writes both layouts; the widths of the tiny ones are not Stable Diffusion's, so their configs are told. */
	function write(name: string, architecture: Architecture, type: Stored): { folder: string; file: string } {
		const [folder, file] = [join(root, name), join(root, `${name}.safetensors`)];
		const told = worded(architecture);
		writeCheckpoint(folder, told, { seed: 1, type, oldNames: false });
		const { text, unet, vae } = ldmParts(folder, told);
		writeHeld(file, new Map([...leftovers(), ...text, ...unet, ...vae]), {});
		const { text_encoder, text_encoder_2, unet: net, vae: coder, scheduler } = told;
		const settings = { configs: { text_encoder, text_encoder_2, unet: net, vae: coder, scheduler } };
		writeFileSync(join(root, `${name}.limn.json`), JSON.stringify(settings));
		return { folder, file };
	}

	async function outputs(model: ImageModel): Promise<readonly Float32Array[]> {
		const words = await model.encode(
			{ text: 'a red castle, on a hill in the fog', emphasis: 'none', negative: false },
			runner.run,
		);
		const beside = await model.beside(pixels, latents, async seen => model.encodePixels(seen, runner.run));
		const states = words.feeds['encoder_hidden_states'].data as Float32Array;
		return [
			states,
			await model.predict(latents, 500, { words, guidance: 1, beside }, runner.run),
			(await model.decode(latents, runner.run)).data,
			(await model.encodePixels(pixels, runner.run)).data,
		];
	}

	for (const [name, architecture, type] of cases) {
		it(`agree for ${name}: words, UNet, picture and latents`, async () => {
			const { folder, file } = write(name, architecture, type);
			const [one, other] = await Promise.all(
				[openFolder(folder), openFile(file)].map(async opening =>
					outputs(await families[0].open(await opening, atOnce)),
				),
			);
			checkEqual(
				{ what: `${name} in one file: every network’s answer`, against: 'the same weights as a folder' },
				other,
				one,
			);
			assert.ok(one.every(values => values.every(Number.isFinite) && values.some(value => value !== values[0])));
		});
	}

	for (const [name, architecture] of [['sd1', tinySd1] as const, ['sdxl', tinySdxl] as const]) {
		it(`agree where the autoencoder lies beside the file of ${name}, and takes the place of its own`, async () => {
			const { folder, file } = write(`apart-${name}`, architecture, 'float32');
			const { text, unet, vae } = ldmParts(folder, worded(architecture));
			const zeroes: HeldTensors = new Map(
				[...vae].map(([tensor, held]) => [tensor, { ...held, bytes: new Uint8Array(held.bytes.length) }]),
			);
			const bare: HeldTensors = new Map(
				[...vae].map(([tensor, held]) => [tensor.replace('first_stage_model.', ''), held]),
			);
			writeHeld(file, new Map([...text, ...unet, ...zeroes]), {});
			writeHeld(file.replace('.safetensors', '.vae.safetensors'), bare, {});
			const [one, other] = await Promise.all(
				[openFolder(folder), openFile(file)].map(async opening =>
					outputs(await families[0].open(await opening, atOnce)),
				),
			);
			assert.deepEqual(other, one);
		});
	}

	it('agree where older files leave out text_model', async () => {
		const { folder, file } = write('older', tinySd1, 'float32');
		const { text, unet, vae } = ldmParts(folder, worded(tinySd1));
		const older = [...text].map(([name, held]) => [name.replace('.text_model.', '.'), held] as const);
		writeHeld(file, new Map([...older, ...unet, ...vae]), {});
		const [one, other] = await Promise.all(
			[openFolder(folder), openFile(file)].map(async opening => outputs(await families[0].open(await opening, atOnce))),
		);
		assert.deepEqual(other, one);
	});
}).timeout(120_000);
