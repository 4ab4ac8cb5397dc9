// The families of models that Limn opens, in the order they are asked.
import { dcgan } from './dcgan/family.ts';
import type { Family } from './family.ts';
import { stableDiffusion } from './stable-diffusion/family.ts';

export const families = [stableDiffusion, dcgan] as const satisfies readonly Family[];
