// A1111 and everyone who writes its text: Forge, SD.Next, stable-diffusion.cpp, and Limn beside its own stamp.
import { readInfotext, recipeOfInfotext } from '../a1111.ts';
import { tilingKeys } from '../a1111-additions.ts';
import { controlKeys } from '../a1111-controls.ts';
import { Recipe } from '../../protocol/recipe.ts';
import { shown, type Settings, type Tool } from './tool.ts';

export const a1111: Tool = {
	name: 'A1111',
	read({ text, exif }) {
		const words = text('parameters') ?? exif.comment;
		if (words === undefined || words.trimStart().startsWith('{')) return undefined;
		const infotext = readInfotext(words);
		if (infotext.values.size === 0) return undefined;
		const recipe = fitting(recipeOfInfotext(infotext));
		return { tool: 'A1111 text', recipe, settings: infotext.values, left: leftOf(infotext.values, recipe) };
	},
};

/** The fields that a recipe may hold; the others are left. */
function fitting(recipe: Partial<Recipe>): Partial<Recipe> {
	const kept = Object.entries(recipe).filter(([name, value]) => PartialRecipe.safeParse({ [name]: value }).success);
	return Object.fromEntries(kept);
}

const PartialRecipe = Recipe.partial();

/** Keys by the field that they become. */
const keys: Readonly<Partial<Record<keyof Recipe, string>>> = {
	steps: 'Steps',
	sampler: 'Sampler',
	schedule: 'Schedule type',
	guidance: 'CFG scale',
	seed: 'Seed',
	width: 'Size',
	model: 'Model',
	emphasis: 'Emphasis',
};
/** What says nothing of how the picture looks, or is said in other words beside. */
const about = ['Version', 'Model hash', 'User', 'Lora hashes', 'TI hashes', 'VAE hash'];

function leftOf(values: Settings, recipe: Partial<Recipe>): readonly string[] {
	const texts = values as ReadonlyMap<string, string>;
	const fields = Object.keys(recipe) as (keyof Recipe)[];
	const taken = new Set([...fields.map(name => keys[name]), ...controlKeys(recipe, texts), ...tilingKeys, ...about]);
	const others = [...texts].filter(([key]) => !taken.has(key) && key !== 'RNG');
	const noise = texts.get('RNG') ?? 'GPU';
	// Where nothing is said of it, A1111 draws its noise on the graphics card, and its numbers are others.
	const ownNoise =
		noise === 'CPU' || noise === 'cpu' ? [] : [shown('RNG', `${noise} (Limn's noise is that of the CPU)`)];
	return [...others.map(([key, value]) => shown(key, value)), ...ownNoise];
}
