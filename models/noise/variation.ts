// The noise of a variation: a seed's noise turned some way towards another seed's, as A1111 turns it.

/**
 * `noise` turned towards `other` by `strength` in [0, 1], both [channels, height, width]: spherical interpolation of every
 * column of every channel (`slerp` of A1111's `modules/rng.py`, whose norm runs over the height).
 */
export function variedNoise(
	noise: Float32Array,
	other: Float32Array,
	strength: number,
	width: number,
	height: number,
): Float32Array {
	const varied = new Float32Array(noise.length);
	for (let plane = 0; plane < noise.length; plane += width * height) {
		for (let x = 0; x < width; x++) {
			const [own, theirs] = weights(noise, other, strength, { from: plane + x, stride: width, count: height });
			for (let i = plane + x; i < plane + width * height; i += width) varied[i] = own * noise[i] + theirs * other[i];
		}
	}
	return varied;
}

interface Column {
	readonly from: number;
	readonly stride: number;
	readonly count: number;
}

function weights(
	a: Float32Array,
	b: Float32Array,
	strength: number,
	{ from, stride, count }: Column,
): [number, number] {
	let [aa, bb, ab] = [0, 0, 0];
	for (let k = 0, i = from; k < count; k++, i += stride) {
		aa += a[i] * a[i];
		bb += b[i] * b[i];
		ab += a[i] * b[i];
	}
	const cosine = Math.min(1, Math.max(-1, ab / Math.sqrt(aa * bb)));
	const angle = Math.acos(cosine);
	const sine = Math.sin(angle);
	// Columns that point the same way have no arc between them.
	if (!(sine > 1e-6)) return [1 - strength, strength];
	return [Math.sin((1 - strength) * angle) / sine, Math.sin(strength * angle) / sine];
}
