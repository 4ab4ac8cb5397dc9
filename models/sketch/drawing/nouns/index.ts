/** Every noun Sketch can draw; a new one is one entry in one of these lists. */
import type { Noun } from './noun.ts';
import { symbols } from './symbols.ts';

export type { Noun } from './noun.ts';

export const nouns: readonly Noun[] = [...symbols];
