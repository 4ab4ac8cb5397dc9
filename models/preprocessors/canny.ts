// Edges one pixel wide, white on black (Canny 1986), pixel for pixel as OpenCV's cv2.Canny(picture, 100, 200) finds them.
import { byRows, grey, type Preprocessor, type RgbPicture } from './picture.ts';

/** Gradients above `high` are edges; those above `low` are where they touch one. */
const [low, high] = [100, 200];

/** The tangent of 22.5 degrees in fractions of 2¹⁵, as OpenCV has it. */
const tangent = 13_573;

export const canny: Preprocessor = function* (picture) {
	const { width, height } = picture;
	const gradients = yield* steepest(picture);
	const edges = new Uint8Array(width * height);
	const strong: number[] = [];
	yield* byRows(picture, y => {
		for (let x = 0; x < width; x++) {
			const i = y * width + x;
			const steep = isRidge(gradients, width, height, x, y);
			edges[i] = steep ? maybe : 0;
			if (steep && gradients.size[i] > high) strong.push(i);
		}
	});
	yield* follow(edges, strong, width, height);
	return yield* grey({ values: Float32Array.from(edges, edge => (edge === sure ? 1 : 0)), width, height }, 255);
};

const maybe = 1;
const sure = 2;

/** Sobel's gradients of the channel that is steepest at each pixel. */
interface Gradients {
	readonly dx: Int16Array;
	readonly dy: Int16Array;
	/** |dx| + |dy|. */
	readonly size: Int16Array;
}

function* steepest(picture: RgbPicture): Generator<undefined, Gradients> {
	const { rgb, width, height } = picture;
	const [dx, dy, size] = [0, 1, 2].map(() => new Int16Array(width * height));
	// Beyond the edge the picture goes on as it ends.
	const at = (x: number, y: number, c: number) =>
		rgb[(Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)) * 3 + c];
	yield* byRows(picture, y => {
		for (let x = 0; x < width; x++) {
			const i = y * width + x;
			for (let c = 0; c < 3; c++) {
				const right = at(x + 1, y - 1, c) + 2 * at(x + 1, y, c) + at(x + 1, y + 1, c);
				const left = at(x - 1, y - 1, c) + 2 * at(x - 1, y, c) + at(x - 1, y + 1, c);
				const below = at(x - 1, y + 1, c) + 2 * at(x, y + 1, c) + at(x + 1, y + 1, c);
				const above = at(x - 1, y - 1, c) + 2 * at(x, y - 1, c) + at(x + 1, y - 1, c);
				const steep = Math.abs(right - left) + Math.abs(below - above);
				if (c > 0 && steep <= size[i]) continue;
				[dx[i], dy[i], size[i]] = [right - left, below - above, steep];
			}
		}
	});
	return { dx, dy, size };
}

/** Whether a pixel is steep, and steeper than its two neighbours across the edge. */
function isRidge({ dx, dy, size }: Gradients, width: number, height: number, x: number, y: number): boolean {
	const i = y * width + x;
	const steep = size[i];
	if (steep <= low) return false;
	const beside = (x: number, y: number) => (x < 0 || y < 0 || x >= width || y >= height ? 0 : size[y * width + x]);
	const across = Math.abs(dx[i]) * tangent;
	const along = Math.abs(dy[i]) * 32_768;
	if (along < across) return steep > beside(x - 1, y) && steep >= beside(x + 1, y);
	if (along > across + Math.abs(dx[i]) * 65_536) return steep > beside(x, y - 1) && steep >= beside(x, y + 1);
	const s = (dx[i] ^ dy[i]) < 0 ? -1 : 1;
	return steep > beside(x - s, y - 1) && steep > beside(x + s, y + 1);
}

/** Makes sure edges of those that touch one, through all eight neighbours. */
function* follow(edges: Uint8Array, strong: number[], width: number, height: number): Generator<undefined, void> {
	for (const i of strong) edges[i] = sure;
	for (let looked = 1; strong.length > 0; looked++) {
		const i = strong.pop()!;
		const [x, y] = [i % width, Math.floor(i / width)];
		for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
			for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
				const n = ny * width + nx;
				if (edges[n] !== maybe) continue;
				edges[n] = sure;
				strong.push(n);
			}
		}
		if (looked % 20_000 === 0) yield;
	}
}
