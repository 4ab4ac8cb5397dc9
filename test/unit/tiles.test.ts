// Large pictures in tiles: how they are cut, how near they come to the whole, and how much memory is planned for.
import assert from 'node:assert/strict';
import type { ImageModel, Pixels, Run } from '../../models/family.ts';
import { fusedDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { torchNoise } from '../../models/noise/torch.ts';
import { VaeConfig } from '../../models/stable-diffusion/configs.ts';
import { decodeBytes, encodeBytes, planFor, tiledBytes } from '../../models/stable-diffusion/memory.ts';
import { decoderReach, encoderReach, stretches } from '../../models/stable-diffusion/tiles.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import { rasterise } from '../../sidecar/pictures/rasterise.ts';
import { pixelsOf } from '../../sidecar/pictures/pixels.ts';
import { planned } from '../../sidecar/refusals.ts';
import { failureIn } from '../fixtures/failing.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';
import { readingSvg } from '../fixtures/svg.ts';
import { aRecipe } from './fixtures/pictures.ts';

const levels = <Name>(name: Name): Name[] => Array<Name>(4).fill(name);
/** Stable Diffusion's own autoencoder. */
const vae = VaeConfig.parse({
	block_out_channels: [128, 256, 512, 512],
	layers_per_block: 2,
	down_block_types: levels('DownEncoderBlock2D'),
	up_block_types: levels('UpDecoderBlock2D'),
});

describe('a side in tiles', () => {
	const check = (whole: number, tile: number, inner: readonly string[], outer: readonly string[]) => {
		const cuts = stretches(whole, tile, 3);
		const shown = (key: 'inner' | 'outer') => cuts.map(cut => `${cut[key].from}-${cut[key].to}`);
		assert.deepEqual([shown('inner'), shown('outer')], [inner, outer]);
	};
	it('is whole where it fits', () => check(16, 16, ['0-16'], ['0-16']));
	it('is cut evenly, with its surroundings', () =>
		check(40, 16, ['0-13', '13-27', '27-40'], ['0-16', '10-30', '24-40']));
});

describe("a tile's surroundings", () => {
	// 6 + 1/2, 6/2 + 1/4, 6/4 + 1/8, 6/8 and 1/8 for the last convolution.
	it('are as wide as the decoder sees', () => assert.equal(decoderReach(vae), 13));
	// In pixels: 1 + 6 + 12 + 24 + 32 = 75, an eighth of it.
	it('are as wide as the encoder sees', () => assert.equal(encoderReach(vae), 10));
});

describe('the memory of a picture', () => {
	const gigabytes = (bytes: number) => Math.round(bytes / 1e7) / 100;
	it('is that of the largest step: at 512 × 512 the first block of the last level', () =>
		// 9 · 256 · 256² values against (3 · 256 + 128) · 512² in the last level.
		assert.equal(decodeBytes(vae, 64, 64), 4 * (3 * 256 + 128) * 512 ** 2));
	it('of encoding is less', () => assert.equal(encodeBytes(vae, 64, 64), 4 * 4 * 128 * 512 ** 2));
	it('grows with the area', () =>
		assert.deepEqual(
			[64, 128, 256].map(side => gigabytes(decodeBytes(vae, side, side))),
			[0.94, 3.76, 15.03],
		));
	it('in tiles is that of one and what is kept of all', () => {
		assert.ok(tiledBytes(vae, 256, 256, 64) < decodeBytes(vae, 256, 256) / 5);
		assert.ok(tiledBytes(vae, 256, 256, 64) > decodeBytes(vae, 90, 90));
	});

	const check = (side: number, room: number, tile: number | 'whole' | undefined) =>
		assert.equal(planFor(vae, side, side, room)?.tile, tile);
	it('that is there takes the picture whole', () => check(64, 1e9, 'whole'));
	it('that is just not there takes it in tiles', () => check(64, 0.9e9, 32));
	it('that is small takes it in small tiles', () => check(256, 3e9, 64));
	it('that is large takes it in large ones', () => check(256, 14e9, 192));
	it('that is not there at all takes it not', () => check(256, 1e8, undefined));

	it('that is missing names a size of the same shape that fits', async () => {
		const model = {
			latent: { channels: 4, downscale: 8 },
			plan: (width: number, height: number, room: number) => planFor(vae, height / 8, width / 8, room),
		};
		const recipe = { ...aRecipe, width: 4096, height: 2048, hires: { scale: 2, steps: 1, strength: 0.5 } };
		const failure = await failureIn(async () => planned(recipe, model, 2 ** 30));
		assert.ok(failure?.kind === 'outOfMemory');
		assert.deepEqual([failure.width, failure.height], [8192, 4096]);
		const [, width, height] = /1,024 MB .*; (\d+) × (\d+) fits/.exec(failure.detail) ?? [];
		assert.equal(Number(width), 2 * Number(height));
		assert.ok(planned({ ...recipe, width: Number(width), height: Number(height), hires: undefined }, model, 2 ** 30));
	});
});

describe('a picture in tiles', () => {
	const side = 192;
	let runner: Runner;
	let model: ImageModel;
	let picture: Pixels;
	readingSvg();
	before(async () => {
		runner = await cpuRunner(fusedDialect);
		const folder = await openFolder(new URL('../../models/sketch/checkpoint', import.meta.url).pathname);
		model = await families[0].open(folder, atOnce);
		picture = await pixelsOf(await rasterise(drawing, side), side, side);
	});
	after(() => runner.release());
	const run: Run = (part, feeds) => runner.run(part, feeds);

	it('of one tile is the whole: its norms are those that the decoder has', async () => {
		const latents = await model.encodePixels(picture, run);
		near((await model.encodeInTiles(picture, 256, run)).data, latents.data, 80);
		near((await model.decodeInTiles(latents, 256, run)).data, (await model.decode(latents, run)).data, 80);
	});
	it('is encoded as the whole, within 40 dB', async () =>
		near((await model.encodeInTiles(picture, 32, run)).data, (await model.encodePixels(picture, run)).data, 40));
	it('is decoded as the whole, within 40 dB', async () => {
		const latents = await model.encodePixels(picture, run);
		near((await model.decodeInTiles(latents, 32, run)).data, (await model.decode(latents, run)).data, 40);
	});
	it('is decoded as the whole, within 40 dB, even of latents that are noise', async () => {
		const { channels, height, width } = await model.encodePixels(picture, run);
		const latents = { data: torchNoise(3)(channels * height * width), channels, height, width };
		near((await model.decodeInTiles(latents, 32, run)).data, (await model.decode(latents, run)).data, 40);
	});
}).timeout(240_000);

/** A sky that darkens evenly, where seams would show, and shapes across the tiles. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#114"/><stop offset="1" stop-color="#fda"/></linearGradient></defs>
<rect width="128" height="128" fill="url(#sky)"/><circle cx="30" cy="30" r="20" fill="#ff0"/>
<path d="M0 128 L60 60 L128 128Z" fill="#164"/><rect x="80" y="20" width="30" height="50" fill="#a22"/></svg>`;

/** Peak signal to noise, by the range of the second. */
function near(found: Float32Array, expected: Float32Array, decibels: number): void {
	assert.equal(found.length, expected.length);
	let [sum, low, high] = [0, Infinity, -Infinity];
	expected.forEach((value, i) => {
		sum += (found[i] - value) ** 2;
		[low, high] = [Math.min(low, value), Math.max(high, value)];
	});
	const measured = 10 * Math.log10((high - low) ** 2 / (sum / expected.length));
	assert.ok(measured >= decibels, `${measured} dB`);
}
