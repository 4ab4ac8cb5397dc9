// SGM uniform: even, fractional timesteps from the last trained one, as A1111 and ComfyUI define it.
import type { Schedule } from '../conventions.ts';
import { levelOfSigma, roundEven, sigmaOf, timestepOf, trainedSigmas } from '../trained.ts';
import { gather } from './gather.ts';

/** `linspace(T − 1, 0, steps + 1)` without its last point; sigma is linear in its logarithm between trained timesteps. */
export const sgmUniform: Schedule = (noise, steps, convention) => {
	const sigmas = trainedSigmas(noise);
	const [toSigma, toTimestep] = [sigmaOf(sigmas), timestepOf(sigmas)];
	const last = sigmas.length - 1;
	const levels = Array.from({ length: steps }, (_, i) => {
		const timestep = last - (i * last) / steps;
		if (convention.whole) return levelOfSigma(sigmas[roundEven(timestep)], roundEven(timestep));
		const sigma = Math.fround(toSigma(timestep));
		return levelOfSigma(sigma, Math.fround(toTimestep(sigma)));
	});
	return gather(levels, noise.spacing, noise, convention);
};
