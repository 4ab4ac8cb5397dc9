// Euler: a straight step along the noise.
import type { Sampler } from '../levels.ts';
import { clipped, legs, noiseIn, together } from './steps.ts';

/**
 * Algorithm 1 without its second-order part, Karras et al. 2022. Written with x0 and noise instead of sigma = noise per signal,
 * so it is exact from pure noise (alpha = 0) on. Clipping, which only DDIM's levels ask for, leaves the noise as it was seen.
 */
export const euler: Sampler = async function* (denoise, x, levels) {
	for (const [index, { from, to }] of legs(levels).entries()) {
		const x0 = await denoise(x, from);
		const kept = clipped(x0, levels);
		x = together(kept, noiseIn(x, x0, from), to);
		yield { step: index + 1, x, x0: kept };
	}
};
