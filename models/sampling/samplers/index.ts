// The list of samplers, and how each counts its steps.
import type { SamplerName } from '../../../sidecar/protocol/recipe.ts';
import { chained, consistent, exploding, solving, type Convention } from '../conventions.ts';
import type { Sampler } from '../levels.ts';
import { ddim } from './ddim.ts';
import { ddpm } from './ddpm.ts';
import { dpmpp2m } from './dpmpp-2m.ts';
import { eulerAncestral } from './euler-ancestral.ts';
import { euler } from './euler.ts';
import { heun } from './heun.ts';
import { lcm } from './lcm.ts';
import { pndm } from './pndm.ts';
import { unipc } from './unipc.ts';

export const samplers: Record<SamplerName, Sampler> = {
	euler,
	'euler-ancestral': eulerAncestral,
	heun,
	'dpmpp-2m': dpmpp2m,
	ddim,
	ddpm,
	pndm,
	unipc,
	lcm,
};

export const conventions: Record<SamplerName, Convention> = {
	euler: exploding,
	'euler-ancestral': exploding,
	heun: { ...exploding, clips: true },
	'dpmpp-2m': solving,
	ddim: chained,
	ddpm: { ...chained, end: 'clean', strides: false },
	pndm: { ...chained, looksTwice: true, clips: false },
	unipc: solving,
	lcm: consistent,
};
