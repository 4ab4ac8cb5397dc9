// Soft outlines, brighter where the picture changes more: Sobel's gradient of the blurred luminance.
import { blurred, byRows, grey, luminance, type Plane, type Preprocessor } from './picture.ts';

/** Pixels of the blur. */
const sigma = 1.5;

/** The gradient's length, such that the steepest pixel is white; a picture without any change is black. */
export const softEdge: Preprocessor = function* (picture) {
	const plane = yield* blurred(yield* luminance(picture), sigma);
	const lengths = yield* gradient(plane);
	const most = lengths.values.reduce((most, value) => Math.max(most, value), 0);
	// Rounding of the blur is no edge.
	const scale = most > 1e-2 ? 255 / most : 0;
	return yield* grey(lengths, scale);
};

function* gradient(plane: Plane): Generator<undefined, Plane> {
	const { values, width, height } = plane;
	const at = (x: number, y: number) =>
		values[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)];
	const out = new Float32Array(values.length);
	yield* byRows(plane, y => {
		for (let x = 0; x < width; x++) {
			const [above, here, below] = [y - 1, y, y + 1];
			const side = (x: number) => at(x, above) + 2 * at(x, here) + at(x, below);
			const row = (y: number) => at(x - 1, y) + 2 * at(x, y) + at(x + 1, y);
			out[y * width + x] = Math.hypot(side(x + 1) - side(x - 1), row(below) - row(above));
		}
	});
	return { values: out, width, height };
}
