// How each kind of sampler counts its steps: where diffusers' schedulers differ under the same flags, as data.
import type { Levels, TrainedNoise } from './levels.ts';
import { spacings, type Spacing } from './spacings.ts';
import { roundEven } from './trained.ts';

/** What a kind of sampler expects of its levels. */
export interface Convention {
	/** The timesteps of an evenly spaced schedule, noisiest first. */
	timesteps(spacing: Spacing, noise: TrainedNoise, steps: number): readonly number[];
	/** The sigmas that Karras and exponential schedules span: those of the spaced timesteps, or all that was trained. */
	readonly range: 'spaced' | 'trained';
	/** Whether schedules made of sigmas tell the network whole timesteps. */
	readonly whole: boolean;
	/** Whether sigma / alpha must stay finite, so that a level of pure noise keeps a trace of signal. */
	readonly finite: boolean;
	/** The level after the last step: clean, or as the model's config has it. */
	readonly end: 'clean' | 'trained';
	/** What the first noise is scaled to: 1, or the first level's sigma unless the spacing is `leading`. */
	readonly firstNoise: 'unit' | 'sigma';
	/** Whether evenly spaced steps go by a stride of T // steps rather than to the level visited next. */
	readonly strides: boolean;
	/** Whether the second level is looked at twice, the first time to finish the first step. */
	readonly looksTwice: boolean;
	/** Whether x0 is clipped where the model's config asks for it. */
	readonly clips: boolean;
}

/** Makes the walk of `steps` steps. Use `levelsFor`, which knows each sampler's convention. */
export type Schedule = (noise: TrainedNoise, steps: number, convention: Convention) => Omit<Levels, 'averaged'>;

/** Samplers on k-diffusion's scale (Euler, Euler ancestral, Heun): fractional timesteps, down to no noise at all. */
export const exploding: Convention = {
	timesteps: (spacing, noise, steps) => spacings[spacing](noise, steps).map(Math.fround),
	range: 'spaced',
	whole: false,
	finite: true,
	end: 'clean',
	firstNoise: 'sigma',
	strides: false,
	looksTwice: false,
	clips: false,
};

/** Multistep solvers (DPM++ 2M, UniPC): they count the gaps of a grid of steps + 1 points, so its last is left out. */
export const solving: Convention = {
	timesteps: (spacing, noise, steps) =>
		spacing === 'trailing'
			? spacings.trailing(noise, steps)
			: spacings[spacing](noise, steps + 1)
					.slice(0, -1)
					.map(roundEven),
	range: 'trained',
	whole: true,
	finite: true,
	end: 'clean',
	firstNoise: 'unit',
	strides: false,
	looksTwice: false,
	clips: false,
};

/** Samplers on the trained chain (DDIM, PNDM): whole timesteps, a fixed stride, and the end that the model's config names. */
export const chained: Convention = {
	timesteps: (spacing, noise, steps) => spacings[spacing](noise, steps).map(roundEven),
	range: 'spaced',
	whole: false,
	finite: false,
	end: 'trained',
	firstNoise: 'unit',
	strides: true,
	looksTwice: false,
	clips: true,
};

/**
 * Consistency models (Luo et al. 2023): steps are taken out of the 50 that the model was distilled on, whatever the spacing.
 * More than 50 steps are spread over as many.
 */
export const consistent: Convention = {
	timesteps: (_spacing, noise, steps) => {
		const distilled = Math.max(50, steps);
		const stride = Math.floor(noise.alphasCumprod.length / distilled);
		return Array.from({ length: steps }, (_, i) => (distilled - Math.floor((i * distilled) / steps)) * stride - 1);
	},
	range: 'trained',
	whole: false,
	finite: false,
	end: 'clean',
	firstNoise: 'unit',
	strides: false,
	looksTwice: false,
	clips: true,
};
