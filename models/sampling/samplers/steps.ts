// The few moves that samplers are made of, on the variance-preserving scale x = alpha·x0 + sigma·noise.
import type { Levels, NoiseLevel } from '../levels.ts';
import { outputOf } from '../prediction.ts';

/** From each level visited to where the step from it lands. */
export function legs({ visit, land }: Levels): { readonly from: NoiseLevel; readonly to: NoiseLevel }[] {
	return visit.map((from, i) => ({ from, to: land[i] }));
}

/** The clean part, kept in the range that the levels name. */
export function clipped(x0: Float32Array, { clip }: Levels): Float32Array {
	return x0.map(value => Math.min(Math.max(value, -clip), clip));
}

/** The noise in `x`, given its clean part. */
export function noiseIn(x: Float32Array, x0: Float32Array, level: NoiseLevel): Float32Array {
	return outputOf('epsilon', x0, x, level);
}

/** The clean part and the noise put together at a level. */
export function together(x0: Float32Array, noise: Float32Array, { alpha, sigma }: NoiseLevel): Float32Array {
	return x0.map((value, i) => alpha * value + sigma * noise[i]);
}

/** Carries `x` to another level by its noise alone: the same as `together` where `noise` is the noise in `x`. */
export function carried(x: Float32Array, noise: Float32Array, from: NoiseLevel, to: NoiseLevel): Float32Array {
	const ratio = to.alpha / from.alpha;
	const rest = to.sigma - ratio * from.sigma;
	return x.map((value, i) => ratio * value + rest * noise[i]);
}

/** A weighted sum of equally long arrays. */
export function combined(terms: readonly (readonly [weight: number, values: Float32Array])[]): Float32Array {
	return terms[0][1].map((_, i) => terms.reduce((sum, [weight, values]) => sum + weight * values[i], 0));
}

/** Half the logarithm of the signal-to-noise ratio. */
export function logSnr({ alpha, sigma }: NoiseLevel): number {
	return Math.log(alpha) - Math.log(sigma);
}
