// Pixels of four bytes each (red, green, blue, alpha; not premultiplied), row by row, and what every step asks of them.

export interface Rgba {
	readonly data: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** A colour of three bytes. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Fully transparent pixels. */
export function blank(width: number, height: number): Rgba {
	return { data: new Uint8Array(width * height * 4), width, height };
}

/** A picture whose pixel at each place `paint` writes into `data` at `at`. */
export function painted(
	width: number,
	height: number,
	paint: (data: Uint8Array, at: number, x: number, y: number) => void,
): Rgba {
	const picture = blank(width, height);
	for (let y = 0, at = 0; y < height; y++) {
		for (let x = 0; x < width; x++, at += 4) paint(picture.data, at, x, y);
	}
	return picture;
}

/** `from` laid on `onto` with its upper left corner at (`left`, `top`): pixels are copied, not blended; what sticks out is cut. */
export function placed(onto: Rgba, from: Rgba, left: number, top: number): Rgba {
	const data = Uint8Array.from(onto.data);
	const first = Math.max(0, -left);
	const length = Math.min(from.width, onto.width - left) - first;
	if (length <= 0) return { ...onto, data };
	for (let y = Math.max(0, -top); y < Math.min(from.height, onto.height - top); y++) {
		const begin = (y * from.width + first) * 4;
		data.set(from.data.subarray(begin, begin + length * 4), ((y + top) * onto.width + left + first) * 4);
	}
	return { ...onto, data };
}

/** The part of a picture; what lies outside of it is transparent. */
export function cut(picture: Rgba, left: number, top: number, width: number, height: number): Rgba {
	return placed(blank(width, height), picture, -left, -top);
}

/** The picture shifted with what leaves on one side coming in on the other. */
export function rolled(picture: Rgba, right: number, down: number): Rgba {
	const { data, width, height } = picture;
	return painted(width, height, (to, at, x, y) => {
		const from = (modulo(y - down, height) * width + modulo(x - right, width)) * 4;
		to.set(data.subarray(from, from + 4), at);
	});
}

/** The smallest rectangle round all pixels whose alpha is above `threshold`; undefined where there is none. */
export function boundsOf({ data, width, height }: Rgba, threshold: number): Bounds | undefined {
	let [left, top, right, bottom] = [width, height, -1, -1];
	for (let at = 0; at < width * height; at++) {
		if (data[at * 4 + 3] <= threshold) continue;
		const [x, y] = [at % width, Math.floor(at / width)];
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

export interface Bounds {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

export const modulo = (value: number, by: number): number => ((value % by) + by) % by;
export const toByte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/** `#rrggbb` of a colour. */
export function hexOf(colour: Rgb): string {
	return `#${colour.map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour that six hex digits name, with or without `#`. */
export function rgbOfHex(hex: string): Rgb {
	const value = parseInt(hex.replace('#', ''), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}
