// From the command line to a recipe: what was asked for, what a file carries, what the model is best run with.
import { readWhole } from '../files/read.ts';
import { inspect, largestFile } from '../pictures/read.ts';
import { fail } from '../protocol/failure.ts';
import { hears } from '../protocol/hearing.ts';
import type { ModelCard } from '../protocol/methods.ts';
import {
	emphasisNames,
	fillRecipe,
	freshSeed,
	samplerNames,
	scheduleNames,
	tilingNames,
	type Recipe,
	type RecipeWish,
} from '../protocol/recipe.ts';
import { additionOptions, controls, loras } from './additions.ts';
import { beginningOptions, readBeginning } from './beginning.ts';
import type { Options, Values } from './command.ts';
import { readStyles, styled } from './styles.ts';
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
	'clip-skip': { type: 'string' },
	'variation-seed': { type: 'string' },
	'variation-strength': { type: 'string' },
	hires: { type: 'string' },
	'hires-steps': { type: 'string' },
	'hires-strength': { type: 'string' },
	style: { type: 'string' },
	styles: { type: 'string' },
	from: { type: 'string' },
	tiling: { type: 'string' },
	...beginningOptions,
	...additionOptions,
};

/** What was asked for; the steps of the hires pass may be left to the model. */
export type Asked = Partial<Omit<Recipe, 'hires'>> & { readonly hires?: AskedHires | undefined };
type AskedHires = Omit<NonNullable<Recipe['hires']>, 'steps'> & { readonly steps?: number | undefined };

/** A wish, the bytes of the pictures it starts from, and what the user should know of it. */
export interface Wish {
	readonly wish: Asked;
	readonly start: Uint8Array | undefined;
	readonly mask: Uint8Array | undefined;
	/** The bytes of the pictures that guide, in their order. */
	readonly controls: readonly Uint8Array[];
	readonly notes: readonly string[];
}

/** How far a variation goes, and how much the hires pass draws anew, where nobody says. */
const usualStrengths = { variation: 0.1, hires: 0.7 };

/** Reads the options and the files they name. */
export async function readWish(values: Values, prompt: string | undefined): Promise<Wish> {
	const { carried: whole, notes } = await carriedBy(text(values, 'from'));
	const carried = rechosen(whole, prompt, values);
	const guides = await controls(values);
	if ((carried.controls?.length ?? 0) > 0 && guides.controls.length === 0)
		throw bad('controls', 'look at pictures, which must be given with --control');
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
		clipSkip: number(values, 'clip-skip'),
		variation: variationOf(values, carried.variation),
		hires: hiresOf(values, carried.hires),
		...size(values, 'size'),
		tiling: oneOf(values, 'tiling', tilingNames),
		loras: loras(values),
		controls: guides.controls.length > 0 ? guides.controls : undefined,
	};
	const beginning = await readBeginning(values, carried.start);
	const fields = { ...asked, ...beginning.size, start: beginning.start };
	const plain = {
		...carried,
		...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
	};
	const wish = await inStyle(plain, values);
	return { wish, start: beginning.picture, mask: beginning.mask, controls: guides.pictures, notes };
}

/** Other words, or another seed, choose anew; otherwise what was chosen stays. */
function rechosen(
	{ template, ...carried }: Partial<Recipe>,
	prompt: string | undefined,
	values: Values,
): Partial<Recipe> {
	if (!template || prompt !== undefined || values['negative'] !== undefined) return carried;
	if (values['seed'] === undefined) return { ...carried, template };
	const { loras: _, ...others } = carried;
	return { ...others, ...template };
}

async function inStyle(wish: Asked, values: Values): Promise<Asked> {
	const asked = text(values, 'style');
	if (asked === undefined) return wish;
	let { prompt = '', negative = '' } = wish;
	for (const style of await readStyles(asked, text(values, 'styles') ?? process.env['LIMN_STYLES'])) {
		prompt = styled(prompt, style.prompt);
		negative = styled(negative, style.negative);
	}
	// An empty negative prompt would push out the model's own.
	return { ...wish, prompt, ...(negative === '' ? {} : { negative }) };
}

function variationOf(values: Values, carried: Recipe['variation']): Recipe['variation'] {
	const [seed, strength] = [number(values, 'variation-seed'), number(values, 'variation-strength')];
	if (seed === undefined && strength === undefined) return undefined;
	return {
		seed: seed ?? carried?.seed ?? freshSeed(Math.random),
		strength: strength ?? carried?.strength ?? usualStrengths.variation,
	};
}

function hiresOf(values: Values, carried: Recipe['hires']): AskedHires | undefined {
	const [asked, steps, strength] = ['hires', 'hires-steps', 'hires-strength'].map(name => number(values, name));
	if (asked === undefined && steps === undefined && strength === undefined) return undefined;
	const scale = asked ?? carried?.scale;
	if (scale === undefined) throw bad('hires', 'is missing: say how many times as large, such as --hires 2');
	return {
		scale,
		steps: steps ?? carried?.steps,
		strength: strength ?? carried?.strength ?? usualStrengths.hires,
	};
}

/** The whole recipe. Throws `badRecipe` when there are no words for a model that reads them. */
export function completed({ hires, ...wish }: Asked, card: ModelCard): Recipe {
	const { prompt = hears(card, 'prompt') ? undefined : '', steps = card.defaults.steps } = wish;
	if (prompt === undefined) throw bad('prompt', 'is missing: give the words, or --from a picture that carries them');
	const second = hires && { hires: { ...hires, steps: hires.steps ?? steps } };
	const whole: RecipeWish = { ...wish, ...second, prompt, model: card.id };
	return fillRecipe(whole, card.defaults, freshSeed(Math.random));
}

async function carriedBy(file: string | undefined): Promise<{ carried: Partial<Recipe>; notes: readonly string[] }> {
	if (file === undefined) return { carried: {}, notes: [] };
	const { recipe, imported } = await inspect(file, await readWhole(file, largestFile));
	if (!recipe) throw fail({ kind: 'noRecipe', path: file });
	const left = imported?.left ?? [];
	if (left.length === 0) return { carried: recipe, notes: [] };
	const more = left.length > mostNamed ? `, and ${left.length - mostNamed} more` : '';
	const named = left.slice(0, mostNamed).join(', ');
	return { carried: recipe, notes: [`of ${file} (${imported!.tool}) this is not taken over: ${named}${more}`] };
}

/** How many settings that are not taken over a note names. */
const mostNamed = 12;
