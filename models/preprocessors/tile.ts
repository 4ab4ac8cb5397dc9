// The picture without its finest detail, for ControlNets that put detail back: averaged over squares, spread out again.
import { byRows, type Preprocessor, type RgbPicture } from './picture.ts';

/** Pixels of a square's side. */
const side = 8;

export const tile: Preprocessor = function* (picture) {
	const { width, height } = picture;
	const small = yield* averaged(picture);
	const rgb = new Uint8Array(width * height * 3);
	yield* byRows(picture, y => {
		for (let x = 0; x < width; x++) {
			const [left, right, dx] = between(x, small.width, width);
			const [top, bottom, dy] = between(y, small.height, height);
			for (let c = 0; c < 3; c++) {
				const at = (x: number, y: number) => small.values[(y * small.width + x) * 3 + c];
				const upper = at(left, top) * (1 - dx) + at(right, top) * dx;
				const lower = at(left, bottom) * (1 - dx) + at(right, bottom) * dx;
				rgb[(y * width + x) * 3 + c] = Math.round(upper * (1 - dy) + lower * dy);
			}
		}
	});
	return { rgb, width, height };
};

interface Squares {
	/** Red, green and blue of each. */
	readonly values: Float32Array;
	readonly width: number;
	readonly height: number;
}

/** The mean of every square; those at the right and bottom may be cut. */
function* averaged(picture: RgbPicture): Generator<undefined, Squares> {
	const { rgb, width, height } = picture;
	const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
	const values = new Float32Array(across * down * 3);
	yield* byRows(picture, y => {
		const rows = Math.min(side, height - Math.floor(y / side) * side);
		for (let x = 0; x < width; x++) {
			const columns = Math.min(side, width - Math.floor(x / side) * side);
			const square = Math.floor(y / side) * across + Math.floor(x / side);
			for (let c = 0; c < 3; c++) values[square * 3 + c] += rgb[(y * width + x) * 3 + c] / (rows * columns);
		}
	});
	return { values, width: across, height: down };
}

/** The two samples of `from` between which pixel `i` of `to` lies, by their centres, and how far it is to the second. */
function between(i: number, from: number, to: number): readonly [number, number, number] {
	const place = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
	const first = Math.floor(place);
	return [first, Math.min(first + 1, from - 1), place - first];
}
