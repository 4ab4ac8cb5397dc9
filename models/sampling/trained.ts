// Looks up noise levels in what the model was trained on: by timestep, by sigma, and from one to the other.
import type { NoiseLevel, TrainedNoise } from './levels.ts';

const { fround } = Math;

/** No noise left. */
export const clean: NoiseLevel = { timestep: 0, alpha: 1, sigma: 0 };

/** diffusers' stand-in for alpha² = 0 where sigma / alpha must stay finite: float16's smallest positive number. */
export const leastAlphaCumprod = 2 ** -24;

/** The trained level of a whole timestep, exact where alpha is 0. */
export function trainedLevel(noise: TrainedNoise, timestep: number): NoiseLevel {
	const alphaCumprod = noise.alphasCumprod[timestep];
	return { timestep, alpha: Math.sqrt(alphaCumprod), sigma: Math.sqrt(1 - alphaCumprod) };
}

/** The level with `sigma` on the variance-exploding scale (noise per unit of signal), told to the network as `timestep`. */
export function levelOfSigma(sigma: number, timestep: number): NoiseLevel {
	const alpha = 1 / Math.sqrt(sigma * sigma + 1);
	return { timestep, alpha, sigma: sigma * alpha };
}

/** Noise per unit of signal of every trained timestep, in float32 as diffusers keeps it; finite everywhere. */
export function trainedSigmas(noise: TrainedNoise): Float64Array {
	return noise.alphasCumprod.map(value => {
		const alphaCumprod = Math.max(value, leastAlphaCumprod);
		return fround(Math.sqrt(fround(fround(1 - alphaCumprod) / alphaCumprod)));
	});
}

/** Sigma at a timestep between trained ones, linear in sigma: how diffusers reads a fractional grid. */
export function linearSigma(sigmas: Float64Array, timestep: number): number {
	return between(sigmas, timestep);
}

/** From timesteps between trained ones to sigma, linear in log sigma: k-diffusion's `t_to_sigma`. */
export function sigmaOf(sigmas: Float64Array): (timestep: number) => number {
	const logs = sigmas.map(Math.log);
	return timestep => Math.exp(between(logs, timestep));
}

/**
 * From sigma to a fractional timestep, linear in log sigma and kept inside the table: k-diffusion's `sigma_to_t`. The table's
 * logarithms are float32 as diffusers has them: its solvers cut fractions off, and 998.99997 becomes 998.
 */
export function timestepOf(sigmas: Float64Array): (sigma: number) => number {
	const logs = sigmas.map(value => fround(Math.log(value)));
	return sigma => {
		const log = Math.log(sigma);
		const above = logs.findIndex(value => value > log);
		const low = Math.min(Math.max(above === -1 ? logs.length : above, 1) - 1, logs.length - 2);
		const weight = (log - logs[low]) / (logs[low + 1] - logs[low]);
		return low + Math.min(Math.max(weight, 0), 1);
	};
}

/** Rounds halves to even, as numpy does. */
export function roundEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}

function between(table: Float64Array, position: number): number {
	const low = Math.min(Math.max(Math.floor(position), 0), table.length - 2);
	return table[low] + (table[low + 1] - table[low]) * (position - low);
}
