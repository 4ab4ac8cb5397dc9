// The vocabulary of sampling: noise levels, what a network predicts, and the contract every sampler keeps.

/** What a network's output means: the noise (`epsilon`), the velocity v = alpha·noise − sigma·x0, or the clean sample x0. */
export type Prediction = 'epsilon' | 'v_prediction' | 'sample';

/** How a model was trained to see noise, as its scheduler_config.json says. */
export interface TrainedNoise {
	/** Cumulative product of alphas, one per training timestep (usually 1,000); zero-terminal-SNR rescaling already applied. */
	readonly alphasCumprod: Float64Array;
	/** The config's spacing and its offset, for schedules that follow the model. */
	readonly spacing: 'leading' | 'trailing' | 'linspace';
	readonly stepsOffset: number;
	/** Whether the level after the last step is alpha = 1 (true) or that of timestep 0. */
	readonly setAlphaToOne: boolean;
	/** The range ±clipSample to which the config's `clip_sample` clips x0; pixel-space models only. */
	readonly clipSample?: number;
}

/**
 * One noise level on the variance-preserving scale: x = alpha·x0 + sigma·noise, alpha² + sigma² = 1.
 * `timestep` is what the network is told; fractional where a schedule lies between training steps.
 */
export interface NoiseLevel {
	readonly timestep: number;
	readonly alpha: number;
	readonly sigma: number;
}

/**
 * The walk of a sampler, as diffusers walks it. `visit`, `land` and `leave` are equally long.
 *
 * diffusers' DDIM and PNDM do not step to the level that they visit next, but by a fixed stride of T // steps timesteps. Where
 * the timesteps visited are further apart than that (linspace; trailing, when the steps do not divide T), a step lands beside
 * the next level, and the network is told that level all the same.
 */
export interface Levels {
	/** How many steps are made: as they are told to the user, and as `strength` counts them. */
	readonly steps: number;
	/** Where the network looks, noisiest first: one level a step, and in between PNDM's second look of its first step. */
	readonly visit: readonly NoiseLevel[];
	/** Where the step from each level lands: on the next one, but for the stride above; after the last one, on the end. */
	readonly land: readonly NoiseLevel[];
	/** Where a step that lands on each level leaves from: the one before, but for the stride above. PNDM's second look asks. */
	readonly leave: readonly NoiseLevel[];
	/** What the first noise of a picture drawn from nothing is multiplied by: 1, or the first level's sigma. */
	readonly noiseScale: number;
	/** The range ±clip that a step keeps x0 in; Infinity where diffusers' scheduler does not clip. */
	readonly clip: number;
	/** What PNDM averages over its looks: what the network predicts, since diffusers averages its answers as they are. */
	readonly averaged: Prediction;
}

/**
 * The clean latents that `x` at `level` comes from, by the network's word and not clipped. Knows the model; a sampler does not.
 */
export type Denoise = (x: Float32Array, level: NoiseLevel) => Promise<Float32Array>;

/** Fresh standard-normal noise of the latents' size; each call gives the next draw of the seed's stream. */
export type Noise = () => Float32Array;

/** What a sampler yields after each step. */
export interface SamplerStep {
	/** Steps done. */
	readonly step: number;
	/** Latents after the step, on the variance-preserving scale of the next level. */
	readonly x: Float32Array;
	/** The clean latents as this step saw them: what a preview shows. */
	readonly x0: Float32Array;
}

/** A sampler: walks `x` down the levels. It knows no model, no progress bar and no cancellation. */
export type Sampler = (denoise: Denoise, x: Float32Array, levels: Levels, noise: Noise) => AsyncGenerator<SamplerStep>;
