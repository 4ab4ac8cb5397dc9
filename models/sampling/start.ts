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
 * The levels left for a picture that is redrawn with `strength` in (0, 1]: the last ⌊steps · strength⌋, as diffusers'
 * img2img counts, and at least one.
 */
export function skip(levels: Levels, strength: number): Levels {
	const steps = levels.visit.length;
	const kept = Math.max(1, Math.min(Math.floor(steps * strength), steps));
	return { ...levels, visit: levels.visit.slice(steps - kept) };
}
