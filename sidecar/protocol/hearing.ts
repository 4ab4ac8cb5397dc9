// What a model hears of a recipe: most models all of it, some the seed alone.
import type { ModelCard } from './methods.ts';
import type { Recipe } from './recipe.ts';

/** What becomes of the drawn picture, whoever drew it. */
const ofTheFile = new Set<keyof Recipe>(['fit']);

/** Whether a field of the recipe has a say in what the model draws. */
export function hears({ hears }: ModelCard, field: keyof Recipe): boolean {
	return hears === undefined || ofTheFile.has(field) || hears.includes(field);
}

/** What says as much as nothing. */
const silent: Partial<Recipe> = { tiling: 'none', clipSkip: 1 };

/** The fields that someone filled in, other than the model has them, and that it does not hear. */
export function unheard(recipe: Recipe, card: ModelCard): readonly (keyof Recipe)[] {
	const usual: Partial<Recipe> = { prompt: '', emphasis: recipe.emphasis, ...card.defaults, model: recipe.model };
	const fields = new Set<keyof Recipe>(['prompt', ...(Object.keys(recipe) as (keyof Recipe)[])]);
	const says = (field: keyof Recipe) => ![usual[field], silent[field]].includes(recipe[field]);
	return [...fields].filter(field => !hears(card, field) && says(field));
}

/** What a person is told about a picture for which some of the recipe was left aside; nothing where all was heard. */
export function unheardNotes(recipe: Recipe, card: ModelCard): readonly string[] {
	const fields = unheard(recipe, card).map(field => `the ${field}`);
	if (fields.length === 0) return [];
	return [
		`${card.name} draws by ${listed((card.hears ?? []).map(field => `the ${field}`))} alone: ${listed(fields)} had no say.`,
	];
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
	return [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter(part => part !== '').join(' and ');
}
