// The draft: the words and numbers in the form, and how they change.
import { hears } from '../sidecar/protocol/hearing.ts';
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { Recipe } from '../sidecar/protocol/recipe.ts';
import type { FromStudio, RecipeDraft } from './protocol.ts';

/** What the form holds. Sizes are multiples of 8; the model is an id, empty until models are known. */
export interface Draft extends Omit<Recipe, 'start'> {
	readonly count: number;
	/** How much of a start picture is drawn anew. */
	readonly strength: number;
	/** Keeps the seed from one job to the next; else each job draws its own. */
	readonly lockSeed: boolean;
	/** Changes the height with the width, and the width with the height. */
	readonly lockRatio: boolean;
}

/** The form before any model is known. */
export const blankDraft: Draft = {
	prompt: '',
	negative: '',
	model: '',
	width: 512,
	height: 512,
	steps: 20,
	guidance: 7,
	sampler: 'dpmpp-2m',
	schedule: 'karras',
	emphasis: 'a1111',
	seed: 0,
	count: 1,
	strength: 0.6,
	lockSeed: false,
	lockRatio: false,
};

/** The draft with another model, and with what that model is best run with. */
export function withModel(draft: Draft, card: ModelCard): Draft {
	const { width, height, steps, guidance, sampler, schedule } = card.defaults;
	return { ...draft, model: card.id, width, height, steps, guidance, sampler, schedule };
}

/** The draft with the first model where it has none yet. A model that is gone stays, and the form says so. */
export function withSomeModel(draft: Draft, models: readonly ModelCard[], first: string): Draft {
	const card = models.find(({ id }) => id === first) ?? models[0];
	return draft.model === '' && card ? withModel(draft, card) : draft;
}

/** The draft with a recipe put in: another model brings its defaults, and a seed that is named is locked. */
export function withRecipe(draft: Draft, recipe: RecipeDraft, models: readonly ModelCard[]): Draft {
	const card = models.find(({ id }) => id === recipe.model);
	const based = card && card.id !== draft.model ? withModel(draft, card) : draft;
	return { ...based, ...recipe, lockSeed: recipe.seed === undefined ? draft.lockSeed : true };
}

/**
 * What Generate asks for; `strength` counts only where there is a picture to start from. What the model does not hear
 * stays in the form for another one, and is not asked for.
 */
export function order(
	draft: Draft,
	card: ModelCard | undefined,
	hasStart: boolean,
): Extract<FromStudio, { type: 'generate' }> {
	const { count, strength, lockSeed: _lockSeed, lockRatio: _lockRatio, ...recipe } = draft;
	const words = card && !hears(card, 'prompt') ? { prompt: '', ...card.defaults } : {};
	const begins = hasStart && (!card || hears(card, 'start'));
	return { type: 'generate', recipe: { ...recipe, ...words }, count, ...(begins ? { strength } : {}) };
}

/** A whole number of pixels that networks accept: a multiple of 8 from 16 to 8192, nearest to `pixels`. */
export function snapSide(pixels: number): number {
	return Math.min(8192, Math.max(16, Math.round(pixels / 8) * 8));
}

/** The size with another width; the height follows where the ratio is locked. */
export function withWidth(draft: Draft, pixels: number): Draft {
	const width = snapSide(pixels);
	return { ...draft, width, height: draft.lockRatio ? snapSide((width * draft.height) / draft.width) : draft.height };
}

/** The size with another height; the width follows where the ratio is locked. */
export function withHeight(draft: Draft, pixels: number): Draft {
	const height = snapSide(pixels);
	return { ...draft, height, width: draft.lockRatio ? snapSide((height * draft.width) / draft.height) : draft.width };
}

/** A seed nobody chose: 32 random bits. */
export function freshSeed(): number {
	return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
