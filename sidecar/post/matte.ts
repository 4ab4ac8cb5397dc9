/**
 * Alpha and true colours of a subject before a flat key.
 *
 * A pixel is C = αF + (1 - α)K. Where C is the key, α is 0. Along the background, and inwards for as long as pixels
 * are mixed, F is taken from the neighbourhood: the colour furthest from K in the direction from K to C. Then α is how
 * far C has come on the way from K to F, and the pixel's colour becomes F. Everything deeper inside is the subject.
 * JPEG and networks also leave pixels along an edge that are neither: close to K, and in no direction that goes on
 * inside. They count as mixed with whatever lies behind them.
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
	const { rings, depth } = ringsInwards(background, width, height);
	for (const ring of rings) {
		for (const at of ring) {
			if (!isMixed(at, alpha, width, height)) continue;
			const far = furthest(at, apart, depth, width, height);
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

/**
 * Places within the key's reach, and specks of noise: islands none of whose places is clearly off the key. Without
 * `holes`, only those joined to the border by such places.
 */
function backgroundOf(apart: Float32Array, reach: number, width: number, height: number, holes: boolean): number[] {
	const lengths = Float32Array.from({ length: width * height }, (_, at) => lengthAt(apart, at));
	const isKey = Uint8Array.from(lengths, length => Number(length <= reach));
	for (const island of joinedAreas(isKey, 0, width, height)) {
		if (island.every(at => lengths[at] < faint)) for (const at of island) isKey[at] = 1;
	}
	if (holes) return [...isKey.keys()].filter(at => isKey[at] === 1);
	const isBorder = (at: number) =>
		at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1;
	return joinedAreas(isKey, 1, width, height)
		.filter(area => area.some(isBorder))
		.flat();
}

/** Bytes from the key below which an island is a speck of noise; a subject is further away somewhere. */
const faint = 64;

/** The areas of places with one value that touch each other, at corners too. */
function joinedAreas(values: Uint8Array, value: number, width: number, height: number): number[][] {
	const seen = new Uint8Array(values.length);
	const areas: number[][] = [];
	for (let first = 0; first < values.length; first++) {
		if (values[first] !== value || seen[first] === 1) continue;
		seen[first] = 1;
		const area = [first];
		for (const at of area) {
			for (const near of around(at, 1, width, height)) {
				if (values[near] !== value || seen[near] === 1) continue;
				seen[near] = 1;
				area.push(near);
			}
		}
		areas.push(area);
	}
	return areas;
}

/** Places one, two, three … away from the background, and for every place how far it is; past the last ring, further. */
function ringsInwards(
	background: readonly number[],
	width: number,
	height: number,
): { readonly rings: readonly (readonly number[])[]; readonly depth: Uint8Array } {
	const depth = new Uint8Array(width * height).fill(deepest + 1);
	for (const at of background) depth[at] = 0;
	const rings: number[][] = [];
	for (let away = 1; away <= deepest; away++) {
		const ring: number[] = [];
		for (const at of rings.at(-1) ?? background) {
			for (const near of around(at, 1, width, height)) {
				if (depth[near] <= away) continue;
				depth[near] = away;
				ring.push(near);
			}
		}
		rings.push(ring);
	}
	return { rings, depth };
}

/** Whether a neighbour nearer to the background has something of the key left. */
function isMixed(at: number, alpha: Float32Array, width: number, height: number): boolean {
	return around(at, 1, width, height).some(near => alpha[near] < 0.95);
}

/**
 * The colour of the neighbourhood that this one is a share of; a colour that stands alone is whole. One that goes on
 * nowhere inside, and is close to the key beside what does, is a share of the latter.
 */
function furthest(
	at: number,
	apart: Float32Array,
	depth: Uint8Array,
	width: number,
	height: number,
): { readonly share: number; readonly full: readonly number[] } {
	const own = lengthAt(apart, at);
	let [same, other] = [at, at];
	let goesOn = false;
	for (const near of around(at, sight, width, height)) {
		const length = lengthAt(apart, near);
		const isSame = dot(apart, at, near) >= aligned * own * length;
		if (isSame && length > lengthAt(apart, same)) same = near;
		if (depth[near] <= depth[at]) continue;
		if (isSame && length >= own * 0.9) goesOn = true;
		if (length > lengthAt(apart, other)) other = near;
	}
	const isResidue = !goesOn && own < lengthAt(apart, other) * residue;
	const from = isResidue ? other : same;
	const full = [0, 1, 2].map(c => apart[from * 3 + c]);
	const along = isResidue ? own * lengthAt(apart, from) : dot(apart, at, from);
	return { share: Math.min(1, along / (lengthAt(apart, from) ** 2 || 1)), full };
}

/** Of the distance to the subject's colour: what is closer to the key and goes on nowhere is no subject of its own. */
const residue = 0.45;

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
