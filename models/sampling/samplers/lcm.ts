// LCM: each network call is already a clean picture; noise is put back on for the next one.
import type { Sampler } from '../levels.ts';
import { clipped, combined, legs, together } from './steps.ts';

const sigmaData = 0.5;
const timestepScaling = 10;

/** Multistep consistency sampling, Algorithm 3, Luo et al. 2023. Draws noise once per step but the last. */
export const lcm: Sampler = async function* (denoise, x, levels, noise) {
	const walk = legs(levels);
	for (const [index, { from, to }] of walk.entries()) {
		const time = from.timestep * timestepScaling;
		const size = time * time + sigmaData * sigmaData;
		const seen = clipped(await denoise(x, from), levels);
		const x0 = combined([
			[time / Math.sqrt(size), seen],
			[(sigmaData * sigmaData) / size, x],
		]);
		x = index === walk.length - 1 ? x0 : together(x0, noise(), to);
		yield { step: index + 1, x, x0 };
	}
};
