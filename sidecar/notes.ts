// What a person should know of a recipe and the model that drew it: what it did not hear, and what it was not taught.
import { hears, unheardNotes } from './protocol/hearing.ts';
import type { ModelCard } from './protocol/methods.ts';
import type { Recipe } from './protocol/recipe.ts';
import { strangers, strangersNote } from './protocol/vocabulary.ts';

/** Whole sentences; none where there is nothing to say. */
export function notesOn(recipe: Recipe, card: ModelCard): readonly string[] {
	const { vocabulary } = card;
	const unknown = vocabulary && hears(card, 'prompt') ? strangers(recipe.prompt, vocabulary) : [];
	const note = strangersNote(card.name, unknown);
	return [...unheardNotes(recipe, card), ...(note === undefined ? [] : [note])];
}
