// From a scheduler_config.json's betas to the table of alphas that everything about noise levels is read from.

export interface BetaConfig {
	readonly betaStart: number;
	readonly betaEnd: number;
	readonly betaSchedule: 'linear' | 'scaled_linear' | 'squaredcos_cap_v2';
	/** Training timesteps, usually 1,000. */
	readonly trainSteps: number;
	/** Overrides the schedule when given. */
	readonly trainedBetas?: readonly number[];
	/** Rescales so that the last timestep is pure noise (`rescale_betas_zero_snr`). */
	readonly zeroTerminalSnr: boolean;
}

const { fround } = Math;

/**
 * The cumulative product of 1 − beta, one entry per training timestep, as torch computes it in float32: near alpha = 1 the
 * noise is the small difference 1 − alpha, where one rounding more would show. Float32 values in a Float64Array.
 */
export function alphasCumprod(config: BetaConfig): Float64Array {
	const betas = config.trainedBetas ? config.trainedBetas.map(fround) : schedules[config.betaSchedule](config);
	const alphas = betas.map(beta => fround(1 - beta));
	return Float64Array.from(cumulativeProduct(config.zeroTerminalSnr ? withoutTerminalSignal(alphas) : alphas));
}

const schedules: Record<BetaConfig['betaSchedule'], (config: BetaConfig) => number[]> = {
	linear: ({ betaStart, betaEnd, trainSteps }) => linspace(betaStart, betaEnd, trainSteps),
	scaled_linear: ({ betaStart, betaEnd, trainSteps }) =>
		linspace(Math.sqrt(betaStart), Math.sqrt(betaEnd), trainSteps).map(root => fround(root * root)),
	squaredcos_cap_v2: ({ trainSteps }) =>
		Array.from({ length: trainSteps }, (_, i) =>
			fround(Math.min(1 - cosineAlpha((i + 1) / trainSteps) / cosineAlpha(i / trainSteps), 0.999)),
		),
};

/** Nichol & Dhariwal 2021, equation 17. */
function cosineAlpha(t: number): number {
	return Math.cos((((t + 0.008) / 1.008) * Math.PI) / 2) ** 2;
}

/** torch.linspace in float32: counted from the nearer end, with one rounding (a fused multiply-add) a value. */
function linspace(start: number, end: number, count: number): number[] {
	const [first, last] = [fround(start), fround(end)];
	const step = fround(fround(last - first) / (count - 1));
	return Array.from({ length: count }, (_, i) =>
		fround(i < count / 2 ? first + step * i : last - step * (count - 1 - i)),
	);
}

/** torch.cumprod: accumulates in float64, stores float32. */
function cumulativeProduct(values: readonly number[]): number[] {
	let product = 1;
	return values.map(value => fround((product *= value)));
}

/** Algorithm 1, Lin et al. 2023: shifts and scales the square roots so that the last is 0 and the first stays. */
function withoutTerminalSignal(alphas: readonly number[]): number[] {
	const roots = cumulativeProduct(alphas).map(value => fround(Math.sqrt(value)));
	const [first, last] = [roots[0], roots[roots.length - 1]];
	const scale = fround(first / fround(first - last));
	const products = roots.map(root => fround(fround(root - last) * scale)).map(root => fround(root * root));
	// By way of beta = 1 − alpha and back, as diffusers does: each rounds.
	return products.map((product, i) => fround(1 - fround(1 - (i === 0 ? product : fround(product / products[i - 1])))));
}
