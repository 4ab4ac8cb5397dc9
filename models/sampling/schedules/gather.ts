// The last part of every schedule: levels become a walk, with where each step lands and the scale of the first noise.
import type { Convention, Schedule } from '../conventions.ts';
import type { NoiseLevel, TrainedNoise } from '../levels.ts';
import type { Spacing } from '../spacings.ts';
import { clean, levelOfSigma, linearSigma, trainedLevel, trainedSigmas } from '../trained.ts';

type Walk = ReturnType<Schedule>;

/** A walk over evenly spaced timesteps. */
export function evenly(spacing: Spacing, noise: TrainedNoise, steps: number, convention: Convention): Walk {
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
	const walk = gather(levels, spacing, noise, convention);
	return convention.strides ? { ...walk, ...strided(walk, noise, steps, convention) } : walk;
}

/** A walk from each level to the next, each visited once (very many steps can ask for one twice). */
export function gather(
	levels: readonly NoiseLevel[],
	spacing: Spacing,
	noise: TrainedNoise,
	convention: Convention,
): Walk {
	const once = levels.filter((level, i) => i === 0 || level.sigma < levels[i - 1].sigma);
	const looks = convention.looksTwice ? secondTwice : (list: readonly NoiseLevel[]) => list;
	return {
		steps: once.length,
		visit: looks(once),
		land: looks([...once.slice(1), endOf(noise, convention)]),
		leave: looks([once[0], ...once.slice(0, -1)]),
		noiseScale: convention.firstNoise === 'sigma' && spacing !== 'leading' ? once[0].sigma : 1,
		clip: convention.clips ? (noise.clipSample ?? Infinity) : Infinity,
	};
}

/** Where steps of T // steps timesteps land and leave from; below timestep 0 lies the end. */
function strided({ visit }: Walk, noise: TrainedNoise, steps: number, convention: Convention) {
	const trained = noise.alphasCumprod.length;
	const stride = Math.max(1, Math.floor(trained / steps));
	return {
		land: visit.map(({ timestep }) =>
			timestep < stride ? endOf(noise, convention) : trainedLevel(noise, timestep - stride),
		),
		leave: visit.map(({ timestep }) => trainedLevel(noise, Math.min(timestep + stride, trained - 1))),
	};
}

function endOf(noise: TrainedNoise, { end }: Convention): NoiseLevel {
	return end === 'clean' || noise.setAlphaToOne ? clean : trainedLevel(noise, 0);
}

function secondTwice(list: readonly NoiseLevel[]): NoiseLevel[] {
	return [...list.slice(0, 2), ...list.slice(1)];
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
