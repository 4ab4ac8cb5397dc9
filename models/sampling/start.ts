// Where sampling starts: from noise alone, or from a picture's latents with noise on them.
import type { Levels } from './levels.ts';

/** The first latents of a picture drawn from nothing: `noise`, standard normal, on the scale of the first level. */
export function pureNoise(levels: Levels, noise: Float32Array): Float32Array {
	return noise.map(z => z * levels.noiseScale);
}

/** A picture's clean latents, with `noise` on them as the first level has it. */
export function noised(latents: Float32Array, levels: Levels, noise: Float32Array): Float32Array {
	const { alpha, sigma } = levels.visit[0];
	return latents.map((x0, i) => alpha * x0 + sigma * noise[i]);
}

/**
 * What is left for a picture that is redrawn with `strength` in (0, 1]: the last ⌊steps · strength⌋ steps, and at least one.
 * diffusers' img2img skips as many levels as steps, so PNDM, whose list has a level more, starts one level too noisy, takes
 * what comes second for its second look, and ends with noise left over.
 */
export function skip(levels: Levels, strength: number): Levels {
	return last(levels, Math.max(1, Math.floor(levels.steps * strength)));
}

/** The last `steps` steps of a walk, or all of it. */
export function last(levels: Levels, steps: number): Levels {
	const skipped = Math.max(0, levels.steps - steps);
	return {
		...levels,
		steps: levels.steps - skipped,
		visit: levels.visit.slice(skipped),
		land: levels.land.slice(skipped),
		leave: levels.leave.slice(skipped),
	};
}

/** Steps of the whole walk whose last `steps` redraw with `strength`: A1111's count of its hires pass. */
export function wholeWalk(steps: number, strength: number): number {
	return Math.max(steps, Math.floor(steps / Math.min(strength, 0.999)));
}
