// Pictures as bytes, and the few passes that preprocessors are made of. Every pass lets go after some rows.

/** RGB bytes, row by row. */
export interface RgbPicture {
	readonly rgb: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** Makes of a picture what a ControlNet was trained to see; yields where others may have their turn. */
export type Preprocessor = (picture: RgbPicture) => Generator<undefined, RgbPicture>;

/** One number a pixel. */
export interface Plane {
	readonly values: Float32Array;
	readonly width: number;
	readonly height: number;
}

/** Pixels between two turns: a few milliseconds of work. */
const stretch = 1 << 14;

/** Calls `row` for every row, and yields now and then. */
export function* byRows(
	{ width, height }: Pick<RgbPicture, 'width' | 'height'>,
	row: (y: number) => void,
): Generator<undefined, void> {
	let done = 0;
	for (let y = 0; y < height; y++) {
		row(y);
		done += width;
		if (done < stretch) continue;
		done = 0;
		yield;
	}
}

/** Red, green or blue alone. */
export function* channel(picture: RgbPicture, which: 0 | 1 | 2): Generator<undefined, Plane> {
	const { rgb, width, height } = picture;
	const values = new Float32Array(width * height);
	yield* byRows(picture, y => {
		for (let i = y * width; i < (y + 1) * width; i++) values[i] = rgb[i * 3 + which];
	});
	return { values, width, height };
}

/** The luminance as OpenCV's RGB2GRAY rounds it: 0.299 R + 0.587 G + 0.114 B, in fractions of 2¹⁵. */
export function* luminance(picture: RgbPicture): Generator<undefined, Plane> {
	const { rgb, width, height } = picture;
	const values = new Float32Array(width * height);
	yield* byRows(picture, y => {
		for (let i = y * width; i < (y + 1) * width; i++) {
			values[i] = (rgb[i * 3] * 9798 + rgb[i * 3 + 1] * 19_235 + rgb[i * 3 + 2] * 3735 + 16_384) >> 15;
		}
	});
	return { values, width, height };
}

/** The plane times `scale` as a grey picture, rounded and kept within 0 to 255. */
export function* grey({ values, width, height }: Plane, scale: number): Generator<undefined, RgbPicture> {
	const rgb = new Uint8Array(width * height * 3);
	yield* byRows({ width, height }, y => {
		for (let i = y * width; i < (y + 1) * width; i++) {
			const value = Math.min(255, Math.max(0, Math.round(values[i] * scale)));
			rgb[i * 3] = rgb[i * 3 + 1] = rgb[i * 3 + 2] = value;
		}
	});
	return { rgb, width, height };
}

/** A Gaussian of the given standard deviation over both axes; beyond the edge the picture is mirrored (…cb|abc…). */
export function* blurred(plane: Plane, sigma: number): Generator<undefined, Plane> {
	// OpenCV's size for float pictures.
	const half = Math.round(sigma * 8 + 1) >> 1;
	const bell = Array.from({ length: 2 * half + 1 }, (_, i) => Math.exp(-((i - half) ** 2) / (2 * sigma ** 2)));
	const sum = bell.reduce((all, value) => all + value, 0);
	const kernel = bell.map(value => value / sum);
	const across = yield* along(plane, kernel, 'x');
	return yield* along(across, kernel, 'y');
}

function* along(plane: Plane, kernel: readonly number[], axis: 'x' | 'y'): Generator<undefined, Plane> {
	const { values, width, height } = plane;
	const half = kernel.length >> 1;
	const size = axis === 'x' ? width : height;
	// Where each tap of each place falls: looked up, since it is asked for every pixel.
	const places = Int32Array.from({ length: size + 2 * half }, (_, i) => mirrored(i - half, size));
	const out = new Float32Array(values.length);
	yield* byRows(plane, y => {
		for (let x = 0; x < width; x++) {
			let sum = 0;
			for (let k = 0; k < kernel.length; k++) {
				sum += kernel[k] * values[axis === 'x' ? y * width + places[x + k] : places[y + k] * width + x];
			}
			out[y * width + x] = sum;
		}
	});
	return { values: out, width, height };
}

/** The place inside that stands for `at`, the edge itself not repeated. */
function mirrored(at: number, size: number): number {
	if (size === 1) return 0;
	const period = 2 * (size - 1);
	const place = ((at % period) + period) % period;
	return place < size ? place : period - place;
}
