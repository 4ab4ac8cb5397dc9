// A recipe whose words hold choices becomes one whose words are chosen: by its seed, and for good.
import { mersenne } from '../models/noise/mersenne.ts';
import { choose } from '../models/text/choices.ts';
import { hasChoices } from '../models/text/choice-grammar.ts';
import { Recipe } from './protocol/recipe.ts';
import type { Wildcards } from './wildcards.ts';

/** A recipe, and what the user should know of how it came to be. */
export interface Chosen {
	readonly recipe: Recipe;
	readonly notes: readonly string[];
}

/**
 * Makes the choices of prompt and negative prompt, in this order, from one stream of the seed; what they were chosen from
 * stays in the recipe as its `template`. A recipe that has a template is chosen already, and one that takes every bracket as
 * text has no choices. Throws what `choose` throws.
 */
export async function chosen(recipe: Recipe, wildcard: Wildcards): Promise<Chosen> {
	const { prompt, negative, emphasis, seed } = recipe;
	if (recipe.template || emphasis === 'none' || !(hasChoices(prompt) || hasChoices(negative)))
		return { recipe, notes: [] };
	const word = mersenne(seed);
	const chooser = { random: () => word() / 2 ** 32, wildcard };
	const [asked, unasked] = [await choose(prompt, chooser), await choose(negative, chooser)];
	const unknown = [...new Set([...asked.unknown, ...unasked.unknown])];
	const notes = unknown.map(name => `There is no wildcard “${name}”, so “__${name}__” is read as it stands`);
	if (asked.text === prompt && unasked.text === negative) return { recipe, notes };
	const template = { prompt, negative, ...(recipe.loras && { loras: recipe.loras }) };
	const words = { prompt: asked.text, negative: unasked.text, template };
	// Parsed, its fields stand in the schema's order, as when it is read from a picture: the file's bytes stay the same.
	return { recipe: Recipe.parse({ ...recipe, ...words }), notes };
}
