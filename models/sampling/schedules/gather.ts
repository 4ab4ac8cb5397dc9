// The last part of every schedule: levels become a walk, with its end and the scale of its first noise.
import type { Convention } from '../conventions.ts';
import type { Levels, NoiseLevel, TrainedNoise } from '../levels.ts';
import type { Spacing } from '../spacings.ts';
import { clean, levelOfSigma, linearSigma, trainedLevel, trainedSigmas } from '../trained.ts';

/** Levels at evenly spaced timesteps. */
export function evenly(spacing: Spacing, noise: TrainedNoise, steps: number, convention: Convention): Levels {
	const last = noise.alphasCumprod.length - 1;
	const sigmas = trainedSigmas(noise);
	const levels = convention
		.timesteps(spacing, noise, steps)
		.map(timestep => Math.min(timestep, last))
		.map(timestep =>
			convention.finite
				? levelOfSigma(Math.fround(linearSigma(sigmas, timestep)), timestep)
				: trainedLevel(noise, timestep),
		);
	return gather(levels, spacing, noise, convention);
}

/** The levels, each once (very many steps can ask for one twice), noisiest first. */
export function gather(
	levels: readonly NoiseLevel[],
	spacing: Spacing,
	noise: TrainedNoise,
	convention: Convention,
): Levels {
	const visit = levels.filter((level, i) => i === 0 || level.sigma < levels[i - 1].sigma);
	return {
		visit,
		end: convention.end === 'clean' || noise.setAlphaToOne ? clean : trainedLevel(noise, 0),
		noiseScale: convention.firstNoise === 'sigma' && spacing !== 'leading' ? visit[0].sigma : 1,
	};
}

/** The sigmas that a schedule spans, from the most noise to the least. */
export function span(noise: TrainedNoise, steps: number, convention: Convention): { most: number; least: number } {
	const sigmas = trainedSigmas(noise);
	const last = sigmas.length - 1;
	if (convention.range === 'trained') return { most: sigmas[last], least: sigmas[0] };
	const timesteps = convention.timesteps(noise.spacing, noise, steps);
	return {
		most: linearSigma(sigmas, Math.min(timesteps[0], last)),
		least: linearSigma(sigmas, timesteps[timesteps.length - 1]),
	};
}
