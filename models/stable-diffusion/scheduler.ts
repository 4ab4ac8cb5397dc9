// What a scheduler_config.json says: how the model was trained to see noise, and which sampler its makers chose.
import { z } from 'zod';
import type { SamplerName, ScheduleName } from '../../sidecar/protocol/recipe.ts';
import { alphasCumprod } from '../sampling/betas.ts';
import type { Prediction, TrainedNoise } from '../sampling/levels.ts';

type Spacing = TrainedNoise['spacing'];

/** diffusers' scheduler classes: the sampler nearest to each, and the spacing that each assumes when none is written. */
const classes = {
	PNDMScheduler: { sampler: 'pndm', spacing: 'leading' },
	DDIMScheduler: { sampler: 'ddim', spacing: 'leading' },
	DDPMScheduler: { sampler: 'ddpm', spacing: 'leading' },
	LCMScheduler: { sampler: 'lcm', spacing: 'leading' },
	TCDScheduler: { sampler: 'lcm', spacing: 'leading' },
	EulerDiscreteScheduler: { sampler: 'euler', spacing: 'linspace' },
	EulerAncestralDiscreteScheduler: { sampler: 'euler-ancestral', spacing: 'linspace' },
	HeunDiscreteScheduler: { sampler: 'heun', spacing: 'linspace' },
	LMSDiscreteScheduler: { sampler: 'euler', spacing: 'linspace' },
	KDPM2DiscreteScheduler: { sampler: 'heun', spacing: 'linspace' },
	KDPM2AncestralDiscreteScheduler: { sampler: 'euler-ancestral', spacing: 'linspace' },
	DPMSolverMultistepScheduler: { sampler: 'dpmpp-2m', spacing: 'linspace' },
	DPMSolverSinglestepScheduler: { sampler: 'dpmpp-2m', spacing: 'linspace' },
	DEISMultistepScheduler: { sampler: 'dpmpp-2m', spacing: 'linspace' },
	UniPCMultistepScheduler: { sampler: 'unipc', spacing: 'linspace' },
} as const satisfies Record<string, { sampler: SamplerName; spacing: Spacing }>;
const classNames = Object.keys(classes) as (keyof typeof classes)[];

const beta = z.number().gt(0).lt(1);

/** Fields that diffusers leaves out take its defaults, which are not Stable Diffusion's. */
export const SchedulerConfig = z.object({
	_class_name: z.enum(classNames, { error: 'names a scheduler that is not one of Stable Diffusion 1, 2 or XL' }),
	num_train_timesteps: z.int().min(2).max(100_000).default(1000),
	beta_start: beta.default(0.0001),
	beta_end: beta.default(0.02),
	beta_schedule: z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2']).default('linear'),
	trained_betas: z.array(beta).min(2).max(100_000).nullish(),
	prediction_type: z.enum(['epsilon', 'v_prediction', 'sample']).default('epsilon'),
	rescale_betas_zero_snr: z.boolean().default(false),
	steps_offset: z.int().min(0).max(1000).default(0),
	timestep_spacing: z.enum(['leading', 'trailing', 'linspace']).nullish(),
	set_alpha_to_one: z.boolean().nullish(),
	use_karras_sigmas: z.boolean().nullish(),
	use_exponential_sigmas: z.boolean().nullish(),
});
export type SchedulerConfig = z.infer<typeof SchedulerConfig>;

/** The table of noise levels and how to walk it; `stepsOffset` as the pipeline has it. */
export function trainedNoise(config: SchedulerConfig, stepsOffset: number): TrainedNoise {
	const { trained_betas: trainedBetas } = config;
	return {
		alphasCumprod: alphasCumprod({
			betaStart: config.beta_start,
			betaEnd: config.beta_end,
			betaSchedule: config.beta_schedule,
			trainSteps: config.num_train_timesteps,
			...(trainedBetas ? { trainedBetas } : {}),
			zeroTerminalSnr: config.rescale_betas_zero_snr,
		}),
		spacing: spacingOf(config),
		// diffusers' pipelines set clip_sample to false, whatever the file says.
		stepsOffset,
		setAlphaToOne: config.set_alpha_to_one ?? config._class_name !== 'PNDMScheduler',
	};
}

export const predictionOf = (config: SchedulerConfig): Prediction => config.prediction_type;

/** The sampler and the schedule that the makers chose, and whether their choice is that of a model for few steps. */
export function madeFor(config: SchedulerConfig): {
	readonly sampler: SamplerName;
	readonly schedule: ScheduleName;
	readonly fewSteps: boolean;
} {
	const { sampler } = classes[config._class_name];
	const spacing = spacingOf(config);
	const schedule = config.use_karras_sigmas ? 'karras' : config.use_exponential_sigmas ? 'exponential' : spacing;
	// SD-Turbo and its kin are Euler on trailing steps; zero-SNR models are too, but they predict v.
	const turbo = sampler.startsWith('euler') && spacing === 'trailing' && config.prediction_type === 'epsilon';
	return { sampler, schedule, fewSteps: turbo || sampler === 'lcm' };
}

const spacingOf = (config: SchedulerConfig): Spacing => config.timestep_spacing ?? classes[config._class_name].spacing;
