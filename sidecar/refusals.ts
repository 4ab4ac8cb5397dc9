// What a job is refused for before it begins, and what its failures are completed with.
import { createHash } from 'node:crypto';
import type { ImageModel } from '../models/family.ts';
import { fail, FailureError } from './protocol/failure.ts';
import { unheard } from './protocol/hearing.ts';
import type { GenerateParams, ModelCard } from './protocol/methods.ts';
import type { Recipe } from './protocol/recipe.ts';

/** The start picture's bytes must be there when, and only when, the recipe names them. */
export function refuseWrongStart({ recipe, start }: GenerateParams): void {
	if (recipe.start && !start) throw badStart('names a picture that was not sent along');
	if (!recipe.start && start) throw badStart('is missing for the picture that was sent along');
	if (!recipe.start || !start) return;
	const found = createHash('sha256').update(start).digest('hex');
	if (found !== recipe.start.picture) throw badStart('names another picture than the one sent along');
}

/** The bytes of every guiding picture must be there, and be those that the recipe names. */
export function refuseWrongControls({ recipe, controls = [] }: GenerateParams): void {
	const named = recipe.controls ?? [];
	if (named.length !== controls.length)
		throw badControls(`name ${named.length} pictures, and ${controls.length} were sent along`);
	named.forEach(({ picture, model }, i) => {
		const found = createHash('sha256').update(controls[i]).digest('hex');
		if (found !== picture) throw badControls(`name another picture for “${model}” than the one sent along`);
	});
}

/** The model must be able to draw at the recipe's size. */
export function refuseUnfitting(recipe: Recipe, { latent }: ImageModel): void {
	for (const field of ['width', 'height'] as const) {
		if (recipe[field] % latent.downscale === 0) continue;
		throw fail({ kind: 'badRecipe', field, why: `must be a multiple of ${latent.downscale} for this model` });
	}
}

/** A model that draws at one size only, or from no picture, must not be asked for anything else. */
export function refuseUnheard(recipe: Recipe, card: ModelCard): void {
	for (const field of unheard(recipe, card)) {
		if (field === 'width' || field === 'height')
			throw fail({ kind: 'badRecipe', field, why: `must be ${card.defaults[field]} for this model` });
		if (field === 'start') throw badStart('has no meaning for this model, which begins with nothing but its seed');
	}
}

/** An engine does not know what picture it makes: `outOfMemory` gets its size here. */
export function withSize(error: unknown, { width, height }: Recipe): unknown {
	if (!(error instanceof FailureError) || error.failure.kind !== 'outOfMemory') return error;
	return fail({ ...error.failure, width, height });
}

const badControls = (why: string) => fail({ kind: 'badRecipe', field: 'controls', why });
const badStart = (why: string) => fail({ kind: 'badRecipe', field: 'start', why });
