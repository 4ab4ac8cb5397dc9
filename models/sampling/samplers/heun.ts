// Heun: looks at the end of each step and walks along the mean of both ends' noise.
import type { Sampler } from '../levels.ts';
import { carried, clipped, combined, legs, noiseIn, together } from './steps.ts';

/** Algorithm 1, Karras et al. 2022, without churn. Two network calls a step; one where an end has no noise or no signal. */
export const heun: Sampler = async function* (denoise, x, levels) {
	for (const [index, { from, to }] of legs(levels).entries()) {
		const x0 = clipped(await denoise(x, from), levels);
		const noise = noiseIn(x, x0, from);
		const guess = together(x0, noise, to);
		if (to.sigma === 0 || from.alpha === 0) {
			x = guess;
		} else {
			const ahead = noiseIn(guess, clipped(await denoise(guess, to), levels), to);
			x = carried(
				x,
				combined([
					[0.5, noise],
					[0.5, ahead],
				]),
				from,
				to,
			);
		}
		yield { step: index + 1, x, x0 };
	}
};
