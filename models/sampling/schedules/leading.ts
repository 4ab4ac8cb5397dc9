// Leading: multiples of a whole stride plus the model's offset; never quite reaches pure noise.
import type { Schedule } from '../conventions.ts';
import { evenly } from './gather.ts';

/** What Stable Diffusion 1 and 2 name in their configs. */
export const leading: Schedule = (noise, steps, convention) => evenly('leading', noise, steps, convention);
