// Words → a picture, stage by stage: the algorithm on one page. Whoever drives it decides whether to go on.
import type { Conditioning, ImageModel, Latents, Pixels, Run, StartPixels } from '../models/family.ts';
import { torchNoise } from '../models/noise/torch.ts';
import { guidanceFor, type Look, type Scales } from '../models/sampling/guidance.ts';
import type { Denoise, Levels } from '../models/sampling/levels.ts';
import { levelsFor } from '../models/sampling/plan.ts';
import { cleanOf } from '../models/sampling/prediction.ts';
import { samplers } from '../models/sampling/samplers/index.ts';
import { noised, pureNoise, skip } from '../models/sampling/start.ts';
import { requireFinite } from './finite.ts';
import { usualImageGuidance, type Recipe } from './protocol/recipe.ts';

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
	start: StartPixels | undefined,
	model: ImageModel,
	run: Run,
): AsyncGenerator<Drawn> {
	yield { stage: 'encode' };
	const shape = latentShape(recipe, model);
	const conditions = await condition(recipe, start, model, run);
	const begin = start ? redrawing(await model.encodePixels(start, run), recipe, model) : drawing(recipe, model);

	const stream = torchNoise(recipe.seed);
	const noise = () => stream(shape.channels * shape.height * shape.width);
	const { levels } = begin;
	const total = levels.steps;
	yield { stage: 'step', step: 0, total };

	const denoise = denoiser(recipe, model, conditions, shape, run);
	let x = begin.latents(noise());
	for await (const step of samplers[recipe.sampler](denoise, x, levels, noise)) {
		x = requireFinite(step.x, { stage: 'step', step: step.step, of: total });
		yield { stage: 'step', step: step.step, total, seen: { ...shape, data: step.x0 } };
	}

	yield { stage: 'decode' };
	const pixels = await model.decode({ ...shape, data: x }, run);
	yield { stage: 'done', pixels, notes: conditions.prompt.notes };
}

/** What the network is shown at every step: the words, and for some models pictures beside the latents. */
interface Conditions {
	readonly prompt: Conditioning;
	/** As the prompt where no look asks for it. */
	readonly negative: Conditioning;
	readonly beside: Float32Array;
}

async function condition(
	recipe: Recipe,
	start: StartPixels | undefined,
	model: ImageModel,
	run: Run,
): Promise<Conditions> {
	const { emphasis } = recipe;
	const { looks } = guidanceFor(model.guidance, scalesOf(recipe));
	const prompt = await model.encode({ text: recipe.prompt, emphasis, negative: false }, run);
	const negative = looks.some(({ words }) => words === 'negative')
		? await model.encode({ text: recipe.negative, emphasis, negative: true }, run)
		: prompt;
	return { prompt, negative, beside: await model.beside(start, latentShape(recipe, model), run) };
}

/** Guidance round the network, and its answer read as clean latents. */
function denoiser(
	recipe: Recipe,
	model: ImageModel,
	conditions: Conditions,
	shape: Omit<Latents, 'data'>,
	run: Run,
): Denoise {
	const scales = scalesOf(recipe);
	const { looks, together } = guidanceFor(model.guidance, scales);
	const hidden = new Float32Array(conditions.beside.length);
	const told = ({ words, pictures }: Look) => ({
		words: conditions[words],
		guidance: recipe.guidance,
		beside: pictures ? conditions.beside : hidden,
	});
	return async (data, level) => {
		const answers: Float32Array[] = [];
		for (const look of looks) {
			answers.push(await model.predict({ ...shape, data }, level.timestep, told(look), run));
		}
		return cleanOf(model.prediction, together(answers, scales), data, level);
	};
}

const scalesOf = ({ guidance, start }: Recipe): Scales => ({
	guidance,
	pictureGuidance: start?.imageGuidance ?? usualImageGuidance,
});

/** Where sampling begins: the levels to visit and the latents at the first of them. */
interface Begin {
	readonly levels: Levels;
	latents(noise: Float32Array): Float32Array;
}

function drawing(recipe: Recipe, model: ImageModel): Begin {
	const levels = levelsFor(recipe.sampler, recipe.schedule, model.noise, recipe.steps, model.prediction);
	return { levels, latents: noise => pureNoise(levels, noise) };
}

/**
 * From a picture's latents (img2img): the last steps only, from the noise that is left there. A model that sees the picture
 * anyway begins from noise alone where all of it is drawn anew, as in diffusers.
 */
function redrawing(picture: Latents, recipe: Recipe, model: ImageModel): Begin {
	const strength = recipe.start?.strength ?? 1;
	const levels = skip(drawing(recipe, model).levels, strength);
	const fromNoise = strength === 1 && model.sees !== 'nothing';
	return { levels, latents: noise => (fromNoise ? pureNoise(levels, noise) : noised(picture.data, levels, noise)) };
}

function latentShape({ width, height }: Recipe, { latent }: ImageModel): Omit<Latents, 'data'> {
	return { channels: latent.channels, height: height / latent.downscale, width: width / latent.downscale };
}
