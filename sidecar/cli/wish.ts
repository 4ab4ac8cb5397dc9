// From the command line to a recipe: what was asked for, what a file carries, what the model is best run with.
import { createHash } from 'node:crypto';
import { readWhole } from '../files/read.ts';
import { inspect, largestFile } from '../pictures/read.ts';
import { fail } from '../protocol/failure.ts';
import type { ModelCard } from '../protocol/methods.ts';
import {
	emphasisNames,
	fillRecipe,
	freshSeed,
	samplerNames,
	scheduleNames,
	type Recipe,
	type RecipeWish,
} from '../protocol/recipe.ts';
import type { Options, Values } from './command.ts';
import { bad, number, oneOf, size, text } from './values.ts';

/** The options that a recipe is made of. */
export const recipeOptions: Options = {
	model: { type: 'string' },
	negative: { type: 'string' },
	seed: { type: 'string' },
	steps: { type: 'string' },
	guidance: { type: 'string' },
	size: { type: 'string' },
	sampler: { type: 'string' },
	schedule: { type: 'string' },
	emphasis: { type: 'string' },
	init: { type: 'string' },
	strength: { type: 'string' },
	'image-guidance': { type: 'string' },
	from: { type: 'string' },
};

/** A wish, the bytes of the picture it starts from, and what the user should know of it. */
export interface Wish {
	readonly wish: Partial<Recipe>;
	readonly start: Uint8Array | undefined;
	readonly notes: readonly string[];
}

/** How much is drawn anew where nobody says. */
const usualStrength = 0.75;

/** Reads the options and the files they name. */
export async function readWish(values: Values, prompt: string | undefined): Promise<Wish> {
	const { carried, notes } = await carriedBy(text(values, 'from'));
	const asked = {
		prompt,
		negative: text(values, 'negative'),
		model: text(values, 'model'),
		seed: number(values, 'seed'),
		steps: number(values, 'steps'),
		guidance: number(values, 'guidance'),
		sampler: oneOf(values, 'sampler', samplerNames),
		schedule: oneOf(values, 'schedule', scheduleNames),
		emphasis: oneOf(values, 'emphasis', emphasisNames),
		...size(values, 'size'),
	};
	const wish = { ...carried, ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) };
	const strength = number(values, 'strength');
	const imageGuidance = number(values, 'image-guidance');
	const init = text(values, 'init');
	if (init === undefined) {
		if (wish.start) throw bad('start', 'is a picture, which must be given with --init');
		if (strength !== undefined) throw bad('strength', 'has no meaning without --init');
		if (imageGuidance !== undefined) throw bad('image-guidance', 'has no meaning without --init');
		return { wish, start: undefined, notes };
	}
	const start = await readWhole(init, largestFile);
	const picture = createHash('sha256').update(start).digest('hex');
	if (wish.start && wish.start.picture !== picture) throw bad('start', `is another picture than ${init}`);
	const asStart = { ...wish.start, picture, strength: strength ?? wish.start?.strength ?? usualStrength };
	const guided = imageGuidance === undefined ? asStart : { ...asStart, imageGuidance };
	return { wish: { ...wish, start: guided }, start, notes };
}

/** The whole recipe. Throws `badRecipe` when there are no words. */
export function completed(wish: Partial<Recipe>, card: ModelCard): Recipe {
	const { prompt } = wish;
	if (prompt === undefined) throw bad('prompt', 'is missing: give the words, or --from a picture that carries them');
	const whole: RecipeWish = { ...wish, prompt, model: card.id };
	return fillRecipe(whole, card.defaults, freshSeed(Math.random));
}

async function carriedBy(file: string | undefined): Promise<{ carried: Partial<Recipe>; notes: readonly string[] }> {
	if (file === undefined) return { carried: {}, notes: [] };
	const { recipe, infotext } = await inspect(file, await readWhole(file, largestFile));
	if (!recipe) throw fail({ kind: 'noRecipe', path: file });
	const sampler = recipe.sampler ? undefined : infotext?.values.get('Sampler');
	const note = `${file} names the sampler “${sampler}”, which Limn does not have; without --sampler it is the model's own`;
	return { carried: recipe, notes: sampler === undefined ? [] : [note] };
}
