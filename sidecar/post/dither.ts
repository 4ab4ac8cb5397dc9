// Pixels → colours of a palette, in three ways.
import { distance2, oklab, oklabOf, type Lab } from './oklab.ts';
import { blank, type Rgb, type Rgba } from './rgba.ts';

export const ditherNames = ['none', 'ordered', 'error'] as const;

export interface DitherWish {
	/** 0 to 1: how much of the difference is spread. */
	readonly strength: number;
	/** Whether alpha becomes 0 or 255. */
	readonly hard: boolean;
}

type Dither = (picture: Rgba, palette: readonly Rgb[], wish: DitherWish) => Rgba;

export const dithers: Readonly<Record<(typeof ditherNames)[number], Dither>> = {
	none: (picture, palette, wish) =>
		chosen(
			picture,
			palette,
			wish,
			() => [0, 0, 0],
			() => {},
		),
	ordered(picture, palette, wish) {
		const reach = wish.strength * meanStep(palette);
		const shift = (x: number, y: number): Rgb => {
			const by = (bayer[(y % 8) * 8 + (x % 8)] / 64 - 0.5 + 1 / 128) * reach;
			return [by, by, by];
		};
		return chosen(picture, palette, wish, shift, () => {});
	},
	/** Floyd and Steinberg, 1976; no error crosses from a transparent pixel or into one. */
	error(picture, palette, wish) {
		const { width } = picture;
		const owed = new Float32Array(picture.data.length);
		const shift = (x: number, y: number): Rgb => {
			const at = (y * width + x) * 4;
			return [owed[at], owed[at + 1], owed[at + 2]];
		};
		const spread = (x: number, y: number, error: Rgb) => {
			for (const [dx, dy, share] of shares) {
				if (x + dx < 0 || x + dx >= width || y + dy >= picture.height) continue;
				const at = ((y + dy) * width + x + dx) * 4;
				for (let c = 0; c < 3; c++) owed[at + c] += error[c] * share * wish.strength;
			}
		};
		return chosen(picture, palette, wish, shift, spread);
	},
};

const shares = [
	[1, 0, 7 / 16],
	[-1, 1, 3 / 16],
	[0, 1, 5 / 16],
	[1, 1, 1 / 16],
] as const;

/** Bayer's matrix of 8 × 8, each threshold once. */
const bayer = Array.from({ length: 64 }, (_, at) => {
	const [x, y] = [at % 8, at >> 3];
	return [0, 1, 2].reduce((sum, bit) => {
		const [column, row] = [(x >> bit) & 1, (y >> bit) & 1];
		return sum + ((((column ^ row) << 1) | row) << (2 * (2 - bit)));
	}, 0);
});

/** Visible pixels as palette colours, row by row; transparent ones are cleared. */
function chosen(
	picture: Rgba,
	palette: readonly Rgb[],
	{ hard }: DitherWish,
	shift: (x: number, y: number) => Rgb,
	spread: (x: number, y: number, error: Rgb) => void,
): Rgba {
	const { data, width, height } = picture;
	const to = blank(width, height);
	const nearest = nearestIn(palette);
	for (let place = 0; place < width * height; place++) {
		const at = place * 4;
		const alpha = hard ? (data[at + 3] >= 128 ? 255 : 0) : data[at + 3];
		if (alpha === 0) continue;
		const [x, y] = [place % width, Math.floor(place / width)];
		const by = shift(x, y);
		const wished: Rgb = [data[at] + by[0], data[at + 1] + by[1], data[at + 2] + by[2]];
		const taken = palette[nearest(wished)];
		spread(x, y, [wished[0] - taken[0], wished[1] - taken[1], wished[2] - taken[2]]);
		to.data.set([...taken, alpha], at);
	}
	return to;
}

/** Finds the nearest colour's place in the palette; whole bytes are remembered. */
function nearestIn(palette: readonly Rgb[]): (colour: Rgb) => number {
	const labs = palette.map(oklab);
	const known = new Map<number, number>();
	const search = (lab: Lab) => {
		let best = 0;
		for (let i = 1; i < labs.length; i++) if (distance2(labs[i], lab) < distance2(labs[best], lab)) best = i;
		return best;
	};
	return ([red, green, blue]) => {
		const whole = Number.isInteger(red) && Number.isInteger(green) && Number.isInteger(blue);
		if (!whole) return search(oklabOf(red, green, blue));
		const name = (red << 16) | (green << 8) | blue;
		const before = known.get(name);
		if (before !== undefined) return before;
		const found = search(oklab([red, green, blue]));
		known.set(name, found);
		return found;
	};
}

/** Bytes between a colour and the one nearest to it, on average. */
function meanStep(palette: readonly Rgb[]): number {
	if (palette.length < 2) return 0;
	const steps = palette.map(colour =>
		Math.min(
			...palette.filter(other => other !== colour).map(other => Math.hypot(...colour.map((v, c) => v - other[c]))),
		),
	);
	return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}
