// What a job is refused for before it begins, and what its failures are completed with.
import { createHash } from 'node:crypto';
import type { ImageModel } from '../models/family.ts';
import { fail, FailureError } from './protocol/failure.ts';
import type { GenerateParams } from './protocol/methods.ts';
import type { Recipe } from './protocol/recipe.ts';

/** The bytes of the start picture and of its mask must be there when, and only when, the recipe names them. */
export function refuseWrongStart({ recipe, start, mask }: GenerateParams): void {
	refuseOther('start', recipe.start?.picture, start);
	refuseOther('mask', recipe.start?.mask, mask);
}

function refuseOther(field: string, named: string | undefined, sent: Uint8Array | undefined): void {
	if (named && !sent) throw bad(field, 'names a picture that was not sent along');
	if (!named && sent) throw bad(field, 'is missing for the picture that was sent along');
	if (!named || !sent) return;
	const found = createHash('sha256').update(sent).digest('hex');
	if (found !== named) throw bad(field, 'names another picture than the one sent along');
}

/** The model must be able to draw at the recipe's size, and from what the recipe starts from. */
export function refuseUnfitting(recipe: Recipe, { latent, sees }: Pick<ImageModel, 'latent' | 'sees'>): void {
	for (const field of ['width', 'height'] as const) {
		if (recipe[field] % latent.downscale !== 0)
			throw bad(field, `must be a multiple of ${latent.downscale} for this model`);
	}
	if (sees === 'picture' && !recipe.start)
		throw bad('start', 'picture is missing: this model changes a picture by words');
	if (sees !== 'masked picture' && recipe.start?.mask)
		throw bad('mask', 'needs a model made for inpainting, which this one is not');
	if (sees !== 'picture' && recipe.start?.imageGuidance !== undefined)
		throw bad('image guidance', 'has no meaning for this model: it does not change pictures by words');
}

/** An engine does not know what picture it makes: `outOfMemory` gets its size here. */
export function withSize(error: unknown, { width, height }: Recipe): unknown {
	if (!(error instanceof FailureError) || error.failure.kind !== 'outOfMemory') return error;
	return fail({ ...error.failure, width, height });
}

const bad = (field: string, why: string) => fail({ kind: 'badRecipe', field, why });
