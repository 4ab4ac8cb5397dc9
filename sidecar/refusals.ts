// What a job is refused for before it begins, and what its failures are completed with.
import { createHash } from 'node:crypto';
import type { ImageModel, Plan } from '../models/family.ts';
import { finalSize } from './passes.ts';
import { fail, FailureError } from './protocol/failure.ts';
import { unheard } from './protocol/hearing.ts';
import type { GenerateParams, ModelCard } from './protocol/methods.ts';
import type { Recipe } from './protocol/recipe.ts';

/** The bytes of the start picture and of its mask must be there when, and only when, the recipe names them. */
export function refuseWrongStart({ recipe, start, mask }: GenerateParams): void {
	refuseOther('start', recipe.start?.picture, start);
	refuseOther('mask', recipe.start?.mask, mask);
	if (recipe.start && recipe.hires)
		throw bad('hires', 'pass is for pictures drawn from words, not for ones that start from a picture');
}

/** The bytes of every guiding picture must be there, and be those that the recipe names. */
export function refuseWrongControls({ recipe, controls = [] }: GenerateParams): void {
	const named = recipe.controls ?? [];
	if (named.length !== controls.length)
		throw bad('controls', `name ${named.length} pictures, and ${controls.length} were sent along`);
	named.forEach(({ picture, model }, i) => {
		const found = createHash('sha256').update(controls[i]).digest('hex');
		if (found !== picture) throw bad('controls', `name another picture for “${model}” than the one sent along`);
	});
}

function refuseOther(field: string, named: string | undefined, sent: Uint8Array | undefined): void {
	if (named && !sent) throw bad(field, 'names a picture that was not sent along');
	if (!named && sent) throw bad(field, 'is missing for the picture that was sent along');
	if (!named || !sent) return;
	const found = createHash('sha256').update(sent).digest('hex');
	if (found !== named) throw bad(field, 'names another picture than the one sent along');
}

/** Pixels of the longest side that may be drawn. */
const longestSide = 8192;

/** The model must be able to draw at the recipe's size and that of its hires pass, and from what the recipe starts from. */
export function refuseUnfitting(recipe: Recipe, { latent, sees }: Pick<ImageModel, 'latent' | 'sees'>): void {
	for (const field of ['width', 'height'] as const) {
		if (recipe[field] % latent.downscale !== 0)
			throw bad(field, `must be a multiple of ${latent.downscale} for this model`);
	}
	const { width, height } = finalSize(recipe, { latent });
	if (Math.max(width, height) > longestSide)
		throw bad('hires', `pass would draw ${width} × ${height} pixels; ${longestSide} is the longest side`);
	if (sees === 'picture' && !recipe.start)
		throw bad('start', 'picture is missing: this model changes a picture by words');
	if (sees === 'picture' && recipe.start?.mask)
		throw bad('mask', 'has no meaning for this model: it changes the whole picture by words');
	if (sees !== 'picture' && recipe.start?.imageGuidance !== undefined)
		throw bad('image guidance', 'has no meaning for this model: it does not change pictures by words');
}

/** What nobody asks for by the way: a model that does not hear of it must not draw as if it had. */
const beyondSeed = new Set<keyof Recipe>(['start', 'hires', 'tiling', 'loras', 'controls', 'embeddings']);

/** A model that draws at one size only, or with nothing added, must not be asked for anything else. */
export function refuseUnheard(recipe: Recipe, card: ModelCard): void {
	for (const field of unheard(recipe, card)) {
		if (field === 'width' || field === 'height') throw bad(field, `must be ${card.defaults[field]} for this model`);
		if (beyondSeed.has(field)) throw bad(field, 'must be left out: this model begins with nothing but its seed');
	}
}

/** How the finished picture goes through the autoencoder. Throws `outOfMemory` with a size that fits where it cannot, `badRecipe` where tiles cannot meet. */
export function planned(recipe: Recipe, model: Pick<ImageModel, 'latent' | 'plan'>, room: number): Plan {
	const { width, height } = finalSize(recipe, model);
	const plan = model.plan(width, height, room);
	// Tiles know the whole picture's norms, not its opposite edges.
	if (plan && plan.tile !== 'whole' && (recipe.tiling ?? 'none') !== 'none')
		throw bad(
			'tiling',
			`needs a smaller picture: one of ${width} × ${height} pixels is decoded in tiles to fit into memory`,
		);
	if (plan) return plan;
	const fits = smaller(width, height).find(size => model.plan(size.width, size.height, room));
	const needs = `it takes more than the ${Math.round(room / 2 ** 20).toLocaleString('en')} MB that one network may take`;
	const advice = fits ? `${fits.width} × ${fits.height} fits` : 'no size of this shape fits';
	throw fail({ kind: 'outOfMemory', detail: `${needs}; ${advice}`, width, height });
}

/** Sizes of the same shape, the largest first. */
function smaller(width: number, height: number): { readonly width: number; readonly height: number }[] {
	const side = (pixels: number, share: number) => Math.max(64, Math.floor((pixels * share) / 64) * 64);
	return Array.from({ length: 31 }, (_, i) => 1 - (i + 1) / 32).map(share => ({
		width: side(width, share),
		height: side(height, share),
	}));
}

/** An engine does not know what picture it makes: `outOfMemory` gets its size here. */
export function withSize(error: unknown, { width, height }: Recipe): unknown {
	if (!(error instanceof FailureError) || error.failure.kind !== 'outOfMemory') return error;
	return fail({ ...error.failure, width, height });
}

const bad = (field: string, why: string) => fail({ kind: 'badRecipe', field, why });
