// The ways to read and weigh a prompt: each is a grammar, and what its weights do to the text encoder's states.
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import { orNothing, readAttention, type Piece } from './attention.ts';
import { readComfyAttention } from './comfy-attention.ts';
import { takeLoras } from './loras.ts';
import { weighByMean, weighFromEmpty, type WeighedStates } from './weighting.ts';

export interface Emphasis {
	read(prompt: string): readonly Piece[];
	/** The states of a chunk with its weights in them; `empty` gives those of a chunk without words. */
	weigh(states: WeighedStates, empty: () => Promise<Float32Array>): Promise<Float32Array>;
}

/** By the name that a recipe has. */
export const emphases: Readonly<Record<EmphasisName, Emphasis>> = {
	a1111: { read: prompt => readAttention(takeLoras(prompt).text), weigh: async states => weighByMean(states) },
	comfy: {
		read: prompt => readComfyAttention(takeLoras(prompt).text),
		weigh: async (states, empty) => weighFromEmpty(states, await empty()),
	},
	none: { read: text => orNothing([{ text, weight: 1 }]), weigh: async ({ states }) => states },
};
