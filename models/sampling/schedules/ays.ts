// Align Your Steps: sigmas optimised for the model at ten steps (Sabour et al. 2024), interpolated to other counts.
import type { Schedule } from '../conventions.ts';
import { levelOfSigma, roundEven, timestepOf, trainedSigmas } from '../trained.ts';
import { gather } from './gather.ts';

interface Table {
	readonly sigmas: readonly number[];
	/** The trained timesteps of the same levels, for samplers that visit only those. */
	readonly timesteps: readonly number[];
}

/** Where the tenth step would lead if it did not lead to 0: the end of the table when it is interpolated. */
const least = 0.029;

/** The published tables. */
export const aysTables: Record<'stableDiffusion1' | 'stableDiffusionXl', Table> = {
	stableDiffusion1: {
		sigmas: [14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152],
		timesteps: [999, 850, 736, 645, 545, 455, 343, 233, 124, 24],
	},
	stableDiffusionXl: {
		sigmas: [14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.38, 0.234, 0.113],
		timesteps: [999, 845, 730, 587, 443, 310, 193, 116, 53, 13],
	},
};

/** The table for Stable Diffusion 1.5, linear in log sigma between its points, as the authors and ComfyUI do it. */
export const ays: Schedule = (noise, steps, convention) => {
	const trained = trainedSigmas(noise);
	const toTimestep = timestepOf(trained);
	const { sigmas, timesteps } = aysTables.stableDiffusion1;
	const table = [...(convention.whole ? timesteps.map(timestep => trained[timestep]) : sigmas), least];
	const levels = Array.from({ length: steps }, (_, i) => {
		const sigma = Math.fround(atFraction(table, i / steps));
		const timestep = toTimestep(sigma);
		if (convention.whole) return levelOfSigma(trained[roundEven(timestep)], roundEven(timestep));
		return levelOfSigma(sigma, Math.fround(timestep));
	});
	return gather(levels, noise.spacing, noise, convention);
};

function atFraction(table: readonly number[], fraction: number): number {
	const position = fraction * (table.length - 1);
	const low = Math.min(Math.floor(position), table.length - 2);
	return table[low] * (table[low + 1] / table[low]) ** (position - low);
}
