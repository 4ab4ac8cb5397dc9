// The flat background of a picture: its colour, and how far pixels of it stray.
import type { Rgb, Rgba } from './rgba.ts';

export interface Key {
	readonly colour: Rgb;
	/** Distance in bytes within which a pixel is background and nothing else. */
	readonly reach: number;
}

/** Finds the colour that most of the border has: the median of the border's fullest cell of colours. */
export function detectKey(picture: Rgba): Key {
	const border = borderOf(picture);
	const cells = new Map<number, Rgb[]>();
	for (const pixel of border) cells.set(cellOf(pixel), [...(cells.get(cellOf(pixel)) ?? []), pixel]);
	const fullest = [...cells.values()].reduce((most, each) => (each.length > most.length ? each : most));
	const middle = medianOf(fullest);
	const near = border.filter(pixel => distance(pixel, middle) < side * 1.5);
	return measured(medianOf(near), border);
}

/** A key that was named; the picture's own background may be a little off it, and is followed. */
export function namedKey(picture: Rgba, colour: Rgb): Key {
	const border = borderOf(picture);
	const near = border.filter(pixel => distance(pixel, colour) < 64);
	return measured(near.length >= border.length / 4 ? medianOf(near) : colour, border);
}

export function distance(one: Rgb, other: Rgb): number {
	return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** Bytes along one cell of colours. */
const side = 32;
/** What a key reaches at least, and at most: JPEG and networks stray, a subject must stay. */
const [least, most] = [6, 48];

function measured(colour: Rgb, border: readonly Rgb[]): Key {
	const strays = border
		.map(pixel => distance(pixel, colour))
		.filter(stray => stray < 64)
		.sort((a, b) => a - b);
	// Twice what nine of ten pixels keep to: noise has a tail.
	const usual = strays[Math.floor(strays.length * 0.9)] ?? 0;
	return { colour, reach: Math.min(most, Math.max(least, usual * 2)) };
}

function cellOf([red, green, blue]: Rgb): number {
	return (Math.floor(red / side) << 10) | (Math.floor(green / side) << 5) | Math.floor(blue / side);
}

function medianOf(pixels: readonly Rgb[]): Rgb {
	const middle = (channel: number) => {
		const values = pixels.map(pixel => pixel[channel]).sort((a, b) => a - b);
		return values[values.length >> 1];
	};
	return [middle(0), middle(1), middle(2)];
}

function borderOf({ data, width, height }: Rgba): Rgb[] {
	const pixel = (x: number, y: number): Rgb => {
		const at = (y * width + x) * 4;
		return [data[at], data[at + 1], data[at + 2]];
	};
	const across = Array.from({ length: width }, (_, x) => [pixel(x, 0), pixel(x, height - 1)]);
	const down = Array.from({ length: height }, (_, y) => [pixel(0, y), pixel(width - 1, y)]);
	return [...across, ...down].flat();
}
