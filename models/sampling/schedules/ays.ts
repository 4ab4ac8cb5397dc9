// Align Your Steps: sigmas optimised for the model at ten steps (Sabour et al. 2024), interpolated to other counts.
import type { Schedule } from '../conventions.ts';
import { levelOfSigma, roundEven, timestepOfSigma, trainedSigmas } from '../trained.ts';
import { gather } from './gather.ts';

/** The published sigmas; the eleventh is where the tenth step would go if it did not go to 0. */
export const aysSigmas = {
	stableDiffusion1: [14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029],
	stableDiffusionXl: [14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.38, 0.234, 0.113, 0.029],
} as const;

/** The table for Stable Diffusion 1.5, linear in log sigma between its points, as the authors and ComfyUI do it. */
export const ays: Schedule = (noise, steps, convention) => {
	const sigmas = trainedSigmas(noise);
	const levels = Array.from({ length: steps }, (_, i) => {
		const sigma = Math.fround(atFraction(aysSigmas.stableDiffusion1, i / steps));
		const timestep = timestepOfSigma(sigmas, sigma);
		if (convention.whole) return levelOfSigma(sigmas[roundEven(timestep)], roundEven(timestep));
		return levelOfSigma(sigma, Math.fround(timestep));
	});
	return gather(levels, noise.spacing, noise, convention);
};

function atFraction(table: readonly number[], fraction: number): number {
	const position = fraction * (table.length - 1);
	const low = Math.min(Math.floor(position), table.length - 2);
	return table[low] * (table[low + 1] / table[low]) ** (position - low);
}
