// PNDM without its Runge-Kutta start (PLMS): a linear multistep rule over the last four noises.
import type { Sampler } from '../levels.ts';
import { carried, combined, legs, noiseIn, together } from './steps.ts';

/** Adams–Bashforth weights for one to four noises, the newest first. */
const weights = [[1], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]] as const;

/**
 * Liu et al. 2022 as Stable Diffusion runs it (`skip_prk_steps`). The first step is Heun's, so the second level is looked at
 * twice: diffusers shows that as one more step, here it is part of the first.
 */
export const pndm: Sampler = async function* (denoise, x, levels) {
	const walk = legs(levels);
	const history: Float32Array[] = [];
	for (const [index, { from, to }] of walk.entries()) {
		const x0 = await denoise(x, from);
		const noise = noiseIn(x, x0, from);
		history.unshift(noise);
		history.splice(4);
		if (index > 0) {
			x = carried(x, combined(history.map((values, i) => [weights[history.length - 1][i], values])), from, to);
		} else {
			const guess = together(x0, noise, to);
			if (walk.length === 1 || from.alpha === 0) {
				x = guess;
			} else {
				const ahead = noiseIn(guess, await denoise(guess, to), to);
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
		}
		yield { step: index + 1, x, x0 };
	}
};
