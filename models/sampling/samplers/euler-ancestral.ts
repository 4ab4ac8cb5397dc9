// Euler ancestral: steps below the next level, then comes back up to it with fresh noise.
import type { Sampler } from '../levels.ts';
import { clipped, legs, noiseIn, together } from './steps.ts';

/**
 * k-diffusion's `sample_euler_ancestral` with eta 1. `kept` is the share of the old noise: sigma_down / sigma_to there.
 * Draws noise once per step, none for a step that ends without noise.
 */
export const eulerAncestral: Sampler = async function* (denoise, x, levels, noise) {
	for (const [index, { from, to }] of legs(levels).entries()) {
		const x0 = clipped(await denoise(x, from), levels);
		const kept = (to.sigma * from.alpha) / (to.alpha * from.sigma);
		const fresh = Math.sqrt(Math.max(1 - kept * kept, 0));
		const old = noiseIn(x, x0, from);
		const drawn = to.sigma > 0 ? noise() : old;
		x = together(
			x0,
			old.map((value, i) => kept * value + fresh * drawn[i]),
			to,
		);
		yield { step: index + 1, x, x0 };
	}
};
