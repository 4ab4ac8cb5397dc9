// Linspace: even timesteps from the last trained one to the first, both included.
import type { Schedule } from '../conventions.ts';
import { evenly } from './gather.ts';

/** The default of diffusers' Euler, Heun, DPM++ and UniPC schedulers. */
export const linspace: Schedule = (noise, steps, convention) => evenly('linspace', noise, steps, convention);
