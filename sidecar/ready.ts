// A recipe made ready to be drawn: its choices made, the LoRAs of its words among its own, and every file found.
import type { Model } from '../models/family.ts';
import { gather, type Gathered, type Shelves } from './additions.ts';
import { chosen } from './choosing.ts';
import { withTaggedLoras } from './lora-tags.ts';
import type { ModelCard } from './protocol/methods.ts';
import type { Recipe } from './protocol/recipe.ts';
import { refuseUnheard } from './refusals.ts';
import type { Wildcards } from './wildcards.ts';

/** A recipe to draw, and what the user should know of how it came to be. */
export interface Ready {
	readonly recipe: Recipe;
	/** What it adds to the model. */
	readonly additions: Gathered;
	readonly notes: readonly string[];
}

/** Where what recipes name is found. */
export interface Finding {
	readonly wildcards: Wildcards;
	readonly shelves: Shelves;
}

/** Makes recipes ready for one model, one after another; `pictures` guide them all. What they add alike is opened once. */
export function readying(
	{ model, card }: { readonly model: Model; readonly card: ModelCard },
	pictures: readonly Uint8Array[],
	{ wildcards, shelves }: Finding,
): (recipe: Recipe) => Promise<Ready> {
	const known = new Map<string, Promise<Gathered>>();
	return async asked => {
		const { recipe, notes } = withTaggedLoras(await chosen(asked, wildcards));
		refuseUnheard(recipe, card);
		const key = JSON.stringify([recipe.loras, recipe.prompt, recipe.negative]);
		const gathering = known.get(key) ?? gather(recipe, pictures, model, shelves);
		known.set(key, gathering);
		return { recipe, additions: await gathering, notes };
	};
}
