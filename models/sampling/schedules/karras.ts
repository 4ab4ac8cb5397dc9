// Karras: sigmas whose seventh roots are even, dense where little noise is left.
import type { Schedule } from '../conventions.ts';
import { levelOfSigma, roundEven, timestepOf, trainedSigmas } from '../trained.ts';
import { gather, span } from './gather.ts';

const rho = 7;

/** Equation 5, Karras et al. 2022, over the sigmas of the model's own spacing. */
export const karras: Schedule = (noise, steps, convention) => {
	const toTimestep = timestepOf(trainedSigmas(noise));
	const { most, least } = span(noise, steps, convention);
	const [from, to] = [most ** (1 / rho), least ** (1 / rho)];
	const levels = Array.from({ length: steps }, (_, i) => {
		const sigma = (from + (i / Math.max(steps - 1, 1)) * (to - from)) ** rho;
		const timestep = toTimestep(sigma);
		return levelOfSigma(Math.fround(sigma), convention.whole ? roundEven(timestep) : Math.fround(timestep));
	});
	return gather(levels, noise.spacing, noise, convention);
};
