/**
 * Alpha and true colours of a subject before a flat key.
 *
 * A pixel is C = αF + (1 - α)K. Where C is the key, α is 0. Along the background, and inwards for as long as pixels
 * are mixed, F is taken from the neighbourhood: the colour furthest from K in the direction from K to C. Then α is how
 * far C has come on the way from K to F, and the pixel's colour becomes F. Everything deeper inside is the subject.
 */
import type { Key } from './key.ts';
import { toByte, type Rgba } from './rgba.ts';

export interface Matte {
	readonly picture: Rgba;
	/** How much of the picture is background, 0 to 1. */
	readonly share: number;
}

export interface Wish {
	/** Whether background that the subject encloses is taken away, too. */
	readonly holes: boolean;
	/** Whether alpha is 0 or 255 only. */
	readonly hard: boolean;
}

export function matte(picture: Rgba, key: Key, { holes, hard }: Wish): Matte {
	const { data, width, height } = picture;
	const apart = vectorsFrom(picture, key);
	const alpha = new Float32Array(width * height).fill(1);
	const colours = Uint8Array.from(data);
	const background = backgroundOf(apart, key.reach, width, height, holes);
	for (const at of background) alpha[at] = 0;
	for (const ring of ringsInwards(background, width, height)) {
		for (const at of ring) {
			if (!isMixed(at, alpha, width, height)) continue;
			const far = furthest(at, apart, width, height);
			alpha[at] = cleaned(far.share);
			for (let c = 0; c < 3; c++) colours[at * 4 + c] = toByte(key.colour[c] + far.full[c]);
		}
	}
	for (let at = 0; at < alpha.length; at++) {
		const opaque = data[at * 4 + 3] / 255;
		const value = hard ? Number(alpha[at] * opaque >= 0.5) : alpha[at] * opaque;
		colours[at * 4 + 3] = toByte(value * 255);
		if (value === 0) colours.fill(0, at * 4, at * 4 + 3);
	}
	return { picture: { data: colours, width, height }, share: background.length / alpha.length };
}

/** How far inwards pixels may be mixed. */
const deepest = 8;
/** How far a pixel looks for the subject's own colour. */
const sight = 4;
/** Cosine of the angle within which two colours are the same one with more or less of the key. */
const aligned = 0.985;

/** C - K of every pixel. */
function vectorsFrom({ data }: Rgba, { colour }: Key): Float32Array {
	const apart = new Float32Array((data.length / 4) * 3);
	for (let at = 0; at < data.length / 4; at++) {
		for (let c = 0; c < 3; c++) apart[at * 3 + c] = data[at * 4 + c] - colour[c];
	}
	return apart;
}

const lengthAt = (apart: Float32Array, at: number): number =>
	Math.hypot(apart[at * 3], apart[at * 3 + 1], apart[at * 3 + 2]);

/** Places within the key's reach; without `holes`, only those joined to the border by such places. */
function backgroundOf(apart: Float32Array, reach: number, width: number, height: number, holes: boolean): number[] {
	const isKey = Uint8Array.from({ length: width * height }, (_, at) => Number(lengthAt(apart, at) <= reach));
	const places = Array.from(isKey.keys());
	if (holes) return places.filter(at => isKey[at] === 1);
	const isBorder = (at: number) =>
		at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1;
	const joined = places.filter(at => isKey[at] === 1 && isBorder(at));
	const seen = new Set(joined);
	for (const at of joined) {
		for (const next of around(at, 1, width, height)) {
			if (isKey[next] === 0 || seen.has(next)) continue;
			seen.add(next);
			joined.push(next);
		}
	}
	return joined;
}

/** Places one, two, three … away from the background. */
function* ringsInwards(background: readonly number[], width: number, height: number): Generator<readonly number[]> {
	const seen = new Uint8Array(width * height);
	for (const at of background) seen[at] = 1;
	let ring = background;
	for (let depth = 1; depth <= deepest; depth++) {
		const next: number[] = [];
		for (const at of ring) {
			for (const near of around(at, 1, width, height)) {
				if (seen[near] === 1) continue;
				seen[near] = 1;
				next.push(near);
			}
		}
		yield next;
		ring = next;
	}
}

/** Whether a neighbour nearer to the background has something of the key left. */
function isMixed(at: number, alpha: Float32Array, width: number, height: number): boolean {
	return around(at, 1, width, height).some(near => alpha[near] < 0.95);
}

/** The colour of the neighbourhood that this one is a share of; a colour that stands alone is whole. */
function furthest(at: number, apart: Float32Array, width: number, height: number): { share: number; full: number[] } {
	const own = lengthAt(apart, at);
	let [longest, from] = [own, at];
	for (const near of around(at, sight, width, height)) {
		const length = lengthAt(apart, near);
		if (length > longest && dot(apart, at, near) >= aligned * own * length) [longest, from] = [length, near];
	}
	const full = [0, 1, 2].map(c => apart[from * 3 + c]);
	return { share: Math.min(1, dot(apart, at, from) / (longest * longest || 1)), full };
}

function dot(apart: Float32Array, one: number, other: number): number {
	return [0, 1, 2].reduce((sum, c) => sum + apart[one * 3 + c] * apart[other * 3 + c], 0);
}

/** The eye sees neither a hundredth of a pixel nor that it is missing. */
function cleaned(alpha: number): number {
	return alpha < 0.03 ? 0 : alpha > 0.97 ? 1 : alpha;
}

function around(at: number, far: number, width: number, height: number): number[] {
	const [x, y] = [at % width, Math.floor(at / width)];
	const places: number[] = [];
	for (let row = Math.max(0, y - far); row <= Math.min(height - 1, y + far); row++) {
		for (let column = Math.max(0, x - far); column <= Math.min(width - 1, x + far); column++) {
			if (row !== y || column !== x) places.push(row * width + column);
		}
	}
	return places;
}
