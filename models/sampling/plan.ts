// Which levels a sampler visits under a schedule: the door through which a flow gets its levels.
import type { SamplerName, ScheduleName } from '../../sidecar/protocol/recipe.ts';
import type { Levels, Prediction, TrainedNoise } from './levels.ts';
import { conventions } from './samplers/index.ts';
import { schedules } from './schedules/index.ts';

/** The levels that diffusers' scheduler for this sampler visits with the same flags and the model's own config. */
export function levelsFor(
	sampler: SamplerName,
	schedule: ScheduleName,
	noise: TrainedNoise,
	steps: number,
	prediction: Prediction,
): Levels {
	return { ...schedules[schedule](noise, steps, conventions[sampler]), averaged: prediction };
}
