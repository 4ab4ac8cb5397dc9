// From what a network says to the clean latents it means.
import type { NoiseLevel, Prediction } from './levels.ts';

/**
 * The clean latents x0 that `x` at `level` comes from, given the network's `output`. A velocity or a sample is exact down to
 * alpha = 0; noise alone says nothing about x0 there, so `epsilon` then gives infinities.
 */
export function cleanOf(
	prediction: Prediction,
	output: Float32Array,
	x: Float32Array,
	level: NoiseLevel,
	clipSample: number | undefined,
): Float32Array {
	const x0 = readings[prediction](output, x, level);
	return clipSample === undefined ? x0 : x0.map(value => Math.min(Math.max(value, -clipSample), clipSample));
}

const readings: Record<Prediction, (output: Float32Array, x: Float32Array, level: NoiseLevel) => Float32Array> = {
	epsilon: (output, x, { alpha, sigma }) => x.map((value, i) => (value - sigma * output[i]) / alpha),
	// Salimans & Ho 2022, v = alpha·noise − sigma·x0.
	v_prediction: (output, x, { alpha, sigma }) => x.map((value, i) => alpha * value - sigma * output[i]),
	sample: output => output,
};
