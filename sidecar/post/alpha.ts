// The alpha of a picture alone: grown, shifted, blurred.
import type { Rgba } from './rgba.ts';

/** Each pixel's largest alpha within `steps` steps to a side (and with `corners` also to a corner), 0 to 255. */
export function alphaSpread({ data, width, height }: Rgba, steps: number, corners: boolean): Float32Array {
	let alpha = Float32Array.from({ length: width * height }, (_, at) => data[at * 4 + 3]);
	const ways = corners ? [...straight, ...slanted] : straight;
	for (let step = 0; step < steps; step++) {
		const before = alpha;
		alpha = before.map((own, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			return ways.reduce((most, [dx, dy]) => {
				const [column, row] = [x + dx, y + dy];
				const inside = column >= 0 && row >= 0 && column < width && row < height;
				return inside ? Math.max(most, before[row * width + column]) : most;
			}, own);
		});
	}
	return alpha;
}

const straight = [
	[1, 0],
	[-1, 0],
	[0, 1],
	[0, -1],
] as const;
const slanted = [
	[1, 1],
	[-1, 1],
	[1, -1],
	[-1, -1],
] as const;

/** The alpha shifted, then blurred by three boxes, which come close to a Gaussian of `blur` pixels. */
export function alphaShadow({ data, width, height }: Rgba, right: number, down: number, blur: number): Float32Array {
	const shifted = new Float32Array(width * height);
	for (let y = Math.max(0, down); y < Math.min(height, height + down); y++) {
		for (let x = Math.max(0, right); x < Math.min(width, width + right); x++) {
			shifted[y * width + x] = data[((y - down) * width + x - right) * 4 + 3];
		}
	}
	return Array.from({ length: 3 }).reduce<Float32Array>(
		alpha => boxed(boxed(alpha, width, 1, blur), width, width, blur),
		shifted,
	);
}

/** The mean over `radius` pixels to both sides along rows (`step` 1) or columns (`step` width); outside is 0. */
function boxed(values: Float32Array, width: number, step: number, radius: number): Float32Array {
	if (radius === 0) return values;
	const length = step === 1 ? width : values.length / width;
	return values.map((_, at) => {
		const place = step === 1 ? at % width : Math.floor(at / width);
		let sum = 0;
		for (let far = -Math.min(radius, place); far <= Math.min(radius, length - 1 - place); far++)
			sum += values[at + far * step];
		return sum / (2 * radius + 1);
	});
}
