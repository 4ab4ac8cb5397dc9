// Trailing: even strides counted down from the last trained timestep, so that the first step sees pure noise.
import type { Schedule } from '../conventions.ts';
import { evenly } from './gather.ts';

/** What few-step models (Turbo) and zero-terminal-SNR models need (Lin et al. 2023). */
export const trailing: Schedule = (noise, steps, convention) => evenly('trailing', noise, steps, convention);
