// From what a network says to the clean latents it means, and back.
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
): Float32Array {
	return readings[prediction](output, x, level);
}

/** The other way: what the network must have said at `x` to mean `x0`. Exact down to alpha = 0 for all three. */
export function outputOf(prediction: Prediction, x0: Float32Array, x: Float32Array, level: NoiseLevel): Float32Array {
	return sayings[prediction](x0, x, level);
}

type Conversion = (from: Float32Array, x: Float32Array, level: NoiseLevel) => Float32Array;

const readings: Record<Prediction, Conversion> = {
	epsilon: (output, x, { alpha, sigma }) => x.map((value, i) => (value - sigma * output[i]) / alpha),
	// Salimans & Ho 2022, v = alpha·noise − sigma·x0.
	v_prediction: (output, x, { alpha, sigma }) => x.map((value, i) => alpha * value - sigma * output[i]),
	sample: output => output,
};

const sayings: Record<Prediction, Conversion> = {
	epsilon: (x0, x, { alpha, sigma }) => x.map((value, i) => (value - alpha * x0[i]) / sigma),
	v_prediction: (x0, x, { alpha, sigma }) => x.map((value, i) => (alpha * value - x0[i]) / sigma),
	sample: x0 => x0,
};
