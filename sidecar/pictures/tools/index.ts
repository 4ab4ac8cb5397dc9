// The tools whose pictures carry a recipe, those that are surest of their own pictures first. A new one is a line here.
import { a1111 } from './a1111.ts';
import { comfy } from './comfy.ts';
import { fooocus } from './fooocus.ts';
import { invoke } from './invoke.ts';
import { novelai } from './novelai.ts';
import { swarm } from './swarm.ts';
import type { Tool } from './tool.ts';

export const tools: readonly Tool[] = [invoke, swarm, fooocus, novelai, a1111, comfy];
