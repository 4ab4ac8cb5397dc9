// From the recipe that a picture carries to the wish for others like it. Pure.
import type { Recipe, RecipeWish } from '../../sidecar/protocol/recipe.ts';

/** How far the others stray: `seeds` are other pictures of the same words, the shares turn the noise some way. */
export const strays = { seeds: undefined, near: 0.1, far: 0.35 } as const;
export type Stray = keyof typeof strays;

/** The wish for variations. Where new seeds are asked for, they choose anew what the recipe's words were chosen from. */
export function variationWish(recipe: Partial<Recipe>, stray: Stray, seed: number): RecipeWish {
	const strength = strays[stray];
	const { prompt = '', ...others } = recipe;
	if (strength !== undefined) return { ...others, prompt, variation: { seed, strength } };
	const { template, variation: _variation, ...plain } = recipe;
	if (!template) return { prompt, ...plain, seed };
	const { loras: _loras, ...unchosen } = plain;
	return { ...unchosen, ...template, seed };
}

/** The wish for a picture that is drawn over with other words. */
export function editWish(
	recipe: Partial<Recipe> | undefined,
	prompt: string,
	begin: NonNullable<Recipe['start']>,
	drawn: { readonly width: number; readonly height: number },
	fit: NonNullable<Recipe['fit']>,
): RecipeWish {
	const { template: _template, variation: _variation, controls: _controls, ...kept } = recipe ?? {};
	const size = recipe?.width && recipe.height ? {} : drawn;
	return { ...kept, ...size, prompt, start: begin, ...(fits(kept, size, fit) ? {} : { fit }) };
}

/** Whether the picture comes out in the size of the one that it is drawn over. */
function fits(recipe: Partial<Recipe>, size: Partial<Recipe>, { width, height }: NonNullable<Recipe['fit']>): boolean {
	const scale = recipe.hires?.scale ?? 1;
	const [wide = 0, high = 0] = [size.width ?? recipe.width, size.height ?? recipe.height];
	return wide * scale === width && high * scale === height;
}
