/** Every noun Sketch can draw; a new one is one entry in one of these lists. */
import type { Noun } from './noun.ts';
import { nature } from './nature.ts';
import { shapes } from './shapes.ts';
import { things } from './things.ts';

export type { Noun } from './noun.ts';

export const nouns: readonly Noun[] = [...shapes, ...nature, ...things];
