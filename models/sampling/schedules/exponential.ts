// Exponential: sigmas whose logarithms are even.
import type { Schedule } from '../conventions.ts';
import { levelOfSigma, timestepOf, trainedSigmas } from '../trained.ts';
import { gather, span } from './gather.ts';

/** k-diffusion's `get_sigmas_exponential`, over the sigmas of the model's own spacing. */
export const exponential: Schedule = (noise, steps, convention) => {
	const toTimestep = timestepOf(trainedSigmas(noise));
	const { most, least } = span(noise, steps, convention);
	const [from, to] = [Math.log(most), Math.log(least)];
	const levels = Array.from({ length: steps }, (_, i) => {
		const sigma = Math.exp(from + (i / Math.max(steps - 1, 1)) * (to - from));
		const timestep = toTimestep(sigma);
		// diffusers' solvers round Karras timesteps but cut these off.
		return levelOfSigma(Math.fround(sigma), convention.whole ? Math.trunc(timestep) : Math.fround(timestep));
	});
	return gather(levels, noise.spacing, noise, convention);
};
