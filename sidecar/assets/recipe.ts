// The recipe of a manifest's picture.
import type { ModelCard } from '../protocol/methods.ts';
import { fillRecipe, type Recipe, type RecipeWish } from '../protocol/recipe.ts';

/** Words of a manifest are read as they stand: brackets in them weigh nothing. */
export function assetRecipe(wish: RecipeWish & { readonly seed: number }, card: ModelCard): Recipe {
	return fillRecipe({ ...wish, emphasis: 'none', model: card.id }, card.defaults, wish.seed);
}
