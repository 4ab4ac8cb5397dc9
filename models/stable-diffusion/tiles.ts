// Large pictures in tiles: what sees far runs whole and small, what is large sees only what is near.
import type { Latents, Part, Pixels, Run } from '../family.ts';
import { float32, type Tensor } from '../tensor.ts';
import type { VaeConfig } from './configs.ts';
import { floats } from './words.ts';

/** The two halves of a decoder or of an encoder: `depths` at the latents' own size, `heights` with shared norms. */
export interface Halves {
	readonly depths: Part;
	readonly heights: Part;
	/** Norms of `heights`, and the groups of each. */
	readonly norms: number;
	readonly groups: number;
	/** How far, in latents, a value of `heights` sees. */
	readonly reach: number;
	readonly downscale: number;
}

/**
 * Statistics are those of the whole picture once looking again does not change them: every look makes one norm more exact,
 * and those behind it better. The largest change, in standard deviations of a group, that counts as none.
 */
const still = 0.01;

/** Decodes in tiles of `tile` latents a side; each is fed as much of its surroundings as its pixels depend on. */
export async function decodeInTiles(halves: Halves, latents: Latents, tile: number, run: Run): Promise<Pixels> {
	const { channels, height, width, data } = latents;
	const { features } = await run(halves.depths, { latent: float32(data, [1, channels, height, width]) });
	const { downscale } = halves;
	const whole = { width: width * downscale, height: height * downscale };
	const out = new Float32Array(3 * whole.width * whole.height);
	const feed = ({ y, x }: Place, key: 'inner' | 'outer') => ({ features: cropped(features, y[key], x[key], 1) });
	for await (const { place, result } of eachTile(halves, { height, width }, tile, feed, run)) {
		paste(out, whole, floats(result['sample']), place, downscale);
	}
	return { data: out, ...whole };
}

/** Encodes in tiles of `tile` latents a side. */
export async function encodeInTiles(halves: Halves, pixels: Pixels, tile: number, run: Run): Promise<Latents> {
	const { downscale } = halves;
	const whole = { height: pixels.height / downscale, width: pixels.width / downscale };
	const sample = float32(pixels.data, [1, 3, pixels.height, pixels.width]);
	const feed = ({ y, x }: Place, key: 'inner' | 'outer') => ({ sample: cropped(sample, y[key], x[key], downscale) });
	let features = new Float32Array();
	let channels = 0;
	for await (const { place, result } of eachTile(halves, whole, tile, feed, run)) {
		channels = result['features'].dims[1];
		if (features.length === 0) features = new Float32Array(channels * whole.height * whole.width);
		paste(features, whole, floats(result['features']), place, 1);
	}
	const { latent } = await run(halves.depths, {
		features: float32(features, [1, channels, whole.height, whole.width]),
	});
	return { data: floats(latent), channels: latent.dims[1], ...whole };
}

/** A stretch of latents. */
interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** What a tile gives, and what it is fed for that. */
interface Place {
	readonly y: { readonly inner: Stretch; readonly outer: Stretch };
	readonly x: { readonly inner: Stretch; readonly outer: Stretch };
}

type Results = Readonly<Record<string, Tensor>>;

async function* eachTile(
	halves: Halves,
	{ height, width }: { readonly height: number; readonly width: number },
	tile: number,
	feed: (place: Place, key: 'inner' | 'outer') => Results,
	run: Run,
): AsyncGenerator<{ readonly place: Place; readonly result: Results }> {
	const { norms, groups, heights } = halves;
	const rows = stretches(height, tile, halves.reach);
	const columns = stretches(width, tile, halves.reach);
	const places = rows.flatMap(y => columns.map(x => ({ y, x })));
	const dims = [norms, 2, groups];
	const shared = (statistics: Float32Array, share: number) => ({
		given: float32(statistics, dims),
		share: float32(Float32Array.of(share), [1]),
	});

	let statistics = new Float32Array(norms * 2 * groups);
	for (let look = 0; look <= norms; look++) {
		const found = new Float64Array(statistics.length);
		for (const place of places) {
			const result = await run(heights, { ...feed(place, 'inner'), ...shared(statistics, Math.min(look, 1)) });
			const part = (length(place.y.inner) * length(place.x.inner)) / (height * width);
			floats(result['statistics']).forEach((value, i) => (found[i] += value * part));
		}
		const settled = look > 0 && apart(found, statistics, groups) < still;
		statistics = Float32Array.from(found);
		if (settled) break;
	}
	for (const place of places) {
		yield { place, result: await run(heights, { ...feed(place, 'outer'), ...shared(statistics, 1) }) };
	}
}

/** How far two statistics are apart: the largest difference of means and of deviations, in deviations. */
function apart(a: Float64Array, b: Float32Array, groups: number): number {
	let most = 0;
	for (let norm = 0; norm < a.length; norm += 2 * groups) {
		for (let i = norm; i < norm + groups; i++) {
			const [one, other] = [a, b].map(values => Math.sqrt(Math.max(0, values[i + groups] - values[i] ** 2)));
			const spread = Math.max(one, 1e-6);
			most = Math.max(most, Math.abs(a[i] - b[i]) / spread, Math.abs(one - other) / spread);
		}
	}
	return most;
}

const length = ({ from, to }: Stretch): number => to - from;

/** Stretches of nearly equal length, at most `tile` long, and with their surroundings. */
export function stretches(
	whole: number,
	tile: number,
	reach: number,
): { readonly inner: Stretch; readonly outer: Stretch }[] {
	const count = Math.ceil(whole / tile);
	return Array.from({ length: count }, (_, i) => {
		const inner = { from: Math.round((whole * i) / count), to: Math.round((whole * (i + 1)) / count) };
		return { inner, outer: { from: Math.max(0, inner.from - reach), to: Math.min(whole, inner.to + reach) } };
	});
}

/** A part of a tensor [1, C, H, W], given in latents that are `scale` of its values wide. */
function cropped({ data, dims }: Tensor, y: Stretch, x: Stretch, scale: number): Tensor {
	const [, channels, height, width] = dims;
	const [tall, wide] = [length(y) * scale, length(x) * scale];
	const out = new Float32Array(channels * tall * wide);
	for (let channel = 0; channel < channels; channel++) {
		for (let row = 0; row < tall; row++) {
			const from = (channel * height + y.from * scale + row) * width + x.from * scale;
			out.set((data as Float32Array).subarray(from, from + wide), (channel * tall + row) * wide);
		}
	}
	return float32(out, [1, channels, tall, wide]);
}

/** Puts the inner part of a tile's values, `scale` of them a latent, where they belong in the whole. */
function paste(
	out: Float32Array,
	whole: { readonly height: number; readonly width: number },
	values: Float32Array,
	{ y, x }: Place,
	scale: number,
): void {
	const [tall, wide] = [length(y.outer) * scale, length(x.outer) * scale];
	const [top, left] = [(y.inner.from - y.outer.from) * scale, (x.inner.from - x.outer.from) * scale];
	const columns = length(x.inner) * scale;
	const channels = values.length / (tall * wide);
	for (let channel = 0; channel < channels; channel++) {
		for (let row = 0; row < length(y.inner) * scale; row++) {
			const from = (channel * tall + top + row) * wide + left;
			const to = (channel * whole.height + y.inner.from * scale + row) * whole.width + x.inner.from * scale;
			out.set(values.subarray(from, from + columns), to);
		}
	}
}

/** How far the decoder's upper part sees, in latents: two 3×3 convolutions a block, one behind each doubling, one at last. */
export function decoderReach({ block_out_channels: levels, layers_per_block: layers }: VaeConfig): number {
	const reaches = levels.map((_, i) => (2 * (layers + 1)) / 2 ** i + (i < levels.length - 1 ? 1 / 2 ** (i + 1) : 0));
	return Math.ceil(reaches.reduce((sum, reach) => sum + reach, 1 / 2 ** (levels.length - 1)));
}

/** How far the encoder's lower part sees, in latents. */
export function encoderReach({ block_out_channels: levels, layers_per_block: layers }: VaeConfig): number {
	const reaches = levels.map((_, i) => (2 * layers + (i < levels.length - 1 ? 2 : 0)) * 2 ** i);
	return Math.ceil(reaches.reduce((sum, reach) => sum + reach, 1) / 2 ** (levels.length - 1));
}
