// Words → a picture, stage by stage: the algorithm on one page. Whoever drives it decides whether to go on.
import type { Conditioning, ImageModel, Latents, Pixels, Run } from '../models/family.ts';
import { torchNoise } from '../models/noise/torch.ts';
import { guided } from '../models/sampling/guidance.ts';
import type { Denoise, Levels } from '../models/sampling/levels.ts';
import { levelsFor } from '../models/sampling/plan.ts';
import { cleanOf } from '../models/sampling/prediction.ts';
import { samplers } from '../models/sampling/samplers/index.ts';
import { noised, pureNoise, skip } from '../models/sampling/start.ts';
import { requireFinite } from './finite.ts';
import type { Recipe } from './protocol/recipe.ts';

/** What a driver is told: a stage that begins, a step that was made, or the picture. */
export type Drawn =
	| { readonly stage: 'encode' | 'decode' }
	| { readonly stage: 'step'; readonly step: number; readonly total: number; readonly seen?: Latents }
	| { readonly stage: 'done'; readonly pixels: Pixels; readonly notes: readonly string[] };

/**
 * Draws one picture. `start`, when the recipe names one, is that picture's pixels at the recipe's size.
 * Throws `brokenNumbers` where a network gives NaN, and whatever `run` throws.
 */
export async function* generate(
	recipe: Recipe,
	start: Pixels | undefined,
	model: ImageModel,
	run: Run,
): AsyncGenerator<Drawn> {
	yield { stage: 'encode' };
	const conditioning = await condition(recipe, model, run);
	const shape = latentShape(recipe, model);
	const begin = start ? redrawing(await model.encodePixels(start, run), recipe, model) : drawing(recipe, model);

	const stream = torchNoise(recipe.seed);
	const noise = () => stream(shape.channels * shape.height * shape.width);
	const { levels } = begin;
	const total = levels.steps;
	yield { stage: 'step', step: 0, total };

	const denoise = denoiser(recipe, model, conditioning, shape, run);
	let x = begin.latents(noise());
	for await (const step of samplers[recipe.sampler](denoise, x, levels, noise)) {
		x = requireFinite(step.x, { stage: 'step', step: step.step, of: total });
		yield { stage: 'step', step: step.step, total, seen: { ...shape, data: step.x0 } };
	}

	yield { stage: 'decode' };
	const pixels = await model.decode({ ...shape, data: x }, run);
	yield { stage: 'done', pixels, notes: conditioning.prompt.notes };
}

/** What the words of a recipe became; without guidance the negative ones have no say. */
interface Conditions {
	readonly prompt: Conditioning;
	readonly negative?: Conditioning;
}

async function condition(recipe: Recipe, model: ImageModel, run: Run): Promise<Conditions> {
	const { emphasis } = recipe;
	const prompt = await model.encode({ text: recipe.prompt, emphasis, negative: false }, run);
	if (recipe.guidance <= 1) return { prompt };
	return { prompt, negative: await model.encode({ text: recipe.negative, emphasis, negative: true }, run) };
}

/** Classifier-free guidance round the network, and its answer read as clean latents. */
function denoiser(
	recipe: Recipe,
	model: ImageModel,
	{ prompt, negative }: Conditions,
	shape: Omit<Latents, 'data'>,
	run: Run,
): Denoise {
	return async (data, level) => {
		const x = { ...shape, data };
		const asked = await model.predict(x, level.timestep, prompt, run);
		const output = negative
			? guided(await model.predict(x, level.timestep, negative, run), asked, recipe.guidance)
			: asked;
		return cleanOf(model.prediction, output, data, level);
	};
}

/** Where sampling begins: the levels to visit and the latents at the first of them. */
interface Begin {
	readonly levels: Levels;
	latents(noise: Float32Array): Float32Array;
}

function drawing(recipe: Recipe, model: ImageModel): Begin {
	const levels = levelsFor(recipe.sampler, recipe.schedule, model.noise, recipe.steps, model.prediction);
	return { levels, latents: noise => pureNoise(levels, noise) };
}

/** From a picture's latents (img2img): the last steps only, from the noise that is left there. */
function redrawing(picture: Latents, recipe: Recipe, model: ImageModel): Begin {
	const levels = skip(drawing(recipe, model).levels, recipe.start?.strength ?? 1);
	return { levels, latents: noise => noised(picture.data, levels, noise) };
}

function latentShape({ width, height }: Recipe, { latent }: ImageModel): Omit<Latents, 'data'> {
	return { channels: latent.channels, height: height / latent.downscale, width: width / latent.downscale };
}
