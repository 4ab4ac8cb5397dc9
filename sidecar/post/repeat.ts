// Pictures that repeat: how visible the seam is, and a repair.
import { rolled, toByte, type Rgba } from './rgba.ts';

/**
 * How visible the seam is when the picture repeats: the mean change across it, against what the strongest twentieth
 * of the picture's own neighbouring lines change at least. Up to 1 the seam is no stronger than lines that the picture
 * has anyway. The larger of both directions.
 */
export function seamScore(picture: Rgba): number {
	return Math.max(scoreAlong(picture, 'across'), scoreAlong(picture, 'down'));
}

/** Changes of less than a level in bytes are seen by nobody. */
const invisible = 1;

function scoreAlong(picture: Rgba, along: 'across' | 'down'): number {
	const length = along === 'across' ? picture.width : picture.height;
	if (length < 2) return 0;
	const inside = Array.from({ length: length - 1 }, (_, i) => changeBetween(picture, along, i, i + 1)).sort(
		(a, b) => a - b,
	);
	const usual = inside[Math.floor((inside.length - 1) * 0.95)];
	return changeBetween(picture, along, length - 1, 0) / Math.max(usual, invisible);
}

/** The mean difference of two lines of pixels, in bytes. */
function changeBetween({ data, width, height }: Rgba, along: 'across' | 'down', one: number, other: number): number {
	const lines = along === 'across' ? height : width;
	let sum = 0;
	for (let line = 0; line < lines; line++) {
		const [a, b] = [one, other].map(i => (along === 'across' ? line * width + i : i * width + line) * 4);
		for (let c = 0; c < 4; c++) sum += Math.abs(data[a + c] - data[b + c]);
	}
	return sum / (lines * 4);
}

/**
 * The picture without a seam. Rolled by half, its borders are what was the middle, so they fit; the seam is now in the
 * middle, where the picture itself covers it. Between both lies a soft edge of `overlap` (a share of the side).
 */
export function withoutSeam(picture: Rgba, overlap: number): Rgba {
	const { width, height } = picture;
	const across = mixed(picture, rolled(picture, width >> 1, 0), x => cover(x, width, overlap), 'across');
	return mixed(across, rolled(across, 0, height >> 1), y => cover(y, height, overlap), 'down');
}

/** How much of the picture itself shows: 0 at the border, 1 from `overlap` inwards, with a smooth rise. */
function cover(at: number, length: number, overlap: number): number {
	const inwards = Math.min(at, length - 1 - at) / Math.max(1, length * overlap);
	const share = Math.min(1, inwards);
	return share * share * (3 - 2 * share);
}

function mixed(own: Rgba, other: Rgba, share: (place: number) => number, along: 'across' | 'down'): Rgba {
	const { width } = own;
	const data = own.data.map((value, at) => {
		const place = at >> 2;
		const part = share(along === 'across' ? place % width : Math.floor(place / width));
		return toByte(value * part + other.data[at] * (1 - part));
	});
	return { ...own, data };
}
