// The families of models that Limn opens, in the order they are asked.
import type { Family } from './family.ts';
import { stableDiffusion } from './stable-diffusion/family.ts';

export const families = [stableDiffusion] as const satisfies readonly Family[];
