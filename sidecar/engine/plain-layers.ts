// The layers of the self-test in plain TypeScript: slow, obvious, and independent of any runtime.

/** A 3×3 convolution with a border of zeros: picture [from, side, side], kernel [to, from, 3, 3] → [to, side, side]. */
export function convolve(picture: Float32Array, kernel: Float32Array, bias: Float32Array, side: number): Float32Array {
	const to = bias.length;
	const from = picture.length / (side * side);
	const out = new Float32Array(to * side * side);
	for (let o = 0; o < to; o++)
		for (let y = 0; y < side; y++)
			for (let x = 0; x < side; x++) {
				let sum = bias[o];
				for (let i = 0; i < from; i++)
					for (let ky = 0; ky < 3; ky++)
						for (let kx = 0; kx < 3; kx++) {
							const [py, px] = [y + ky - 1, x + kx - 1];
							if (py < 0 || px < 0 || py >= side || px >= side) continue;
							sum += picture[(i * side + py) * side + px] * kernel[((o * from + i) * 3 + ky) * 3 + kx];
						}
				out[(o * side + y) * side + x] = sum;
			}
	return out;
}

/** Each of `groups` equal runs of numbers to mean 0 and variance 1. */
export function normalise(x: Float32Array, groups: number, epsilon: number): Float32Array {
	const size = x.length / groups;
	const out = new Float32Array(x.length);
	for (let start = 0; start < x.length; start += size) {
		const group = x.subarray(start, start + size);
		const mean = group.reduce((sum, value) => sum + value, 0) / size;
		const variance = group.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
		out.set(
			group.map(value => (value - mean) / Math.sqrt(variance + epsilon)),
			start,
		);
	}
	return out;
}

/** x · sigmoid(x). */
export const swish = (x: Float32Array): Float32Array => x.map(value => value / (1 + Math.exp(-value)));

/** Channels [width, count] as rows [count, width]. */
export function rowsOf(x: Float32Array, width: number): Float32Array {
	const count = x.length / width;
	return x.map((_, i) => x[(i % width) * count + Math.floor(i / width)]);
}

/** Rows [n, width] times the transpose of `weight` [width, width]. */
export function project(rows: Float32Array, weight: Float32Array, width: number): Float32Array {
	return rows.map((_, i) => {
		const [row, to] = [Math.floor(i / width), i % width];
		let sum = 0;
		for (let k = 0; k < width; k++) sum += rows[row * width + k] * weight[to * width + k];
		return sum;
	});
}

/** Scaled dot-product attention over rows [n, heads·width]. */
export function attend(q: Float32Array, k: Float32Array, v: Float32Array, heads: number, width: number): Float32Array {
	const all = heads * width;
	const count = q.length / all;
	const out = new Float32Array(q.length);
	for (let head = 0; head < heads; head++)
		for (let row = 0; row < count; row++) {
			const at = (other: number, i: number) => other * all + head * width + i;
			const scores = Float64Array.from({ length: count }, (_, other) => {
				let dot = 0;
				for (let i = 0; i < width; i++) dot += q[at(row, i)] * k[at(other, i)];
				return dot / Math.sqrt(width);
			});
			const highest = Math.max(...scores);
			const shares = scores.map(score => Math.exp(score - highest));
			const total = shares.reduce((sum, share) => sum + share, 0);
			for (let i = 0; i < width; i++) {
				out[at(row, i)] = shares.reduce((sum, share, other) => sum + share * v[at(other, i)], 0) / total;
			}
		}
	return out;
}
