// The passes over the latents that a recipe asks for: from words, from a picture, and once more at a larger size.
import type { Encode, ImageModel, Latents, Run, StartPixels } from '../models/family.ts';
import { torchNoise } from '../models/noise/torch.ts';
import { variedNoise } from '../models/noise/variation.ts';
import { enlarged } from '../models/sampling/enlarge.ts';
import { keeping, keptClean, latentMask } from '../models/sampling/keep.ts';
import type { Denoise, Levels, Noise } from '../models/sampling/levels.ts';
import { levelsFor } from '../models/sampling/plan.ts';
import { last, noised, pureNoise, skip, wholeWalk } from '../models/sampling/start.ts';
import type { Recipe } from './protocol/recipe.ts';

export type Shape = Omit<Latents, 'data'>;

/** One walk down the levels, and what the network sees on it beside the latents. */
export interface Pass extends Walk {
	/** Channels [.., height, width], as many as the model's `beside` gives. */
	readonly beside: Float32Array;
}

interface Walk {
	readonly shape: Shape;
	readonly levels: Levels;
	/** The latents at the first level, given the first noise and what the pass before left. */
	begin(noise: Float32Array, before: Latents): Float32Array;
	/** What the pass does to the network's word at each look. */
	around(denoise: Denoise, noise: Float32Array): Denoise;
	/** What becomes of the latents after the last step. */
	end(x: Float32Array): Float32Array;
}

/** The passes in their order. */
export async function passesOf(
	recipe: Recipe,
	start: StartPixels | undefined,
	model: ImageModel,
	run: Run,
): Promise<readonly Pass[]> {
	const walks = start
		? [redrawing(await model.encodePixels(start, run), start.mask, recipe, model)]
		: [drawing(recipe, model), ...(recipe.hires ? [enlarging(recipe, recipe.hires, model)] : [])];
	const encode: Encode = pixels => model.encodePixels(pixels, run);
	const passes: Pass[] = [];
	for (const walk of walks) passes.push({ ...walk, beside: await model.beside(start, walk.shape, encode) });
	return passes;
}

/** The noise of a pass: the seed's own stream, whose first draw a variation turns towards another seed's. */
export function noiseFor({ seed, variation }: Recipe, { channels, width, height }: Shape): Noise {
	const stream = torchNoise(seed);
	const size = channels * width * height;
	let draws = 0;
	return () => {
		const noise = stream(size);
		if (!variation || draws++ > 0) return noise;
		return variedNoise(noise, torchNoise(variation.seed)(size), variation.strength, width, height);
	};
}

/** The size of the finished picture: what the hires pass makes of the recipe's, in whole latents. */
export function finalSize(
	{ width, height, hires }: Recipe,
	{ latent }: Pick<ImageModel, 'latent'>,
): { readonly width: number; readonly height: number } {
	const side = (pixels: number) => Math.floor((pixels * (hires?.scale ?? 1)) / latent.downscale) * latent.downscale;
	return { width: side(width), height: side(height) };
}

/** Of a pass that leaves the network's word and its own end alone. */
const plain = { around: (denoise: Denoise): Denoise => denoise, end: (x: Float32Array): Float32Array => x };

const wholeLevels = (recipe: Recipe, model: ImageModel, steps: number): Levels =>
	levelsFor(recipe.sampler, recipe.schedule, model.noise, steps, model.prediction);

function drawing(recipe: Recipe, model: ImageModel): Walk {
	const levels = wholeLevels(recipe, model, recipe.steps);
	return { shape: shapeOf(recipe, model), levels, begin: noise => pureNoise(levels, noise), ...plain };
}

/**
 * From a picture's latents (img2img): the last steps only, from the noise that is left there. With a mask that lets all of
 * the noise in, sampling begins from noise alone, as in diffusers; so it does for a model that sees the picture anyway. Such
 * a model needs no latents kept outside the mask.
 */
function redrawing(picture: Latents, mask: Float32Array | undefined, recipe: Recipe, model: ImageModel): Walk {
	const strength = recipe.start?.strength ?? 1;
	const levels = skip(wholeLevels(recipe, model, recipe.steps), strength);
	const { data, ...shape } = picture;
	const seen = model.sees !== 'nothing';
	const fromNoise = strength === 1 && (seen || mask !== undefined);
	const begin = (noise: Float32Array) => (fromNoise ? pureNoise(levels, noise) : noised(data, levels, noise));
	if (!mask || seen) return { shape, levels, begin, ...plain };
	const cells = latentMask(mask, recipe.width, recipe.height, model.latent.downscale);
	return {
		...{ shape, levels, begin },
		around: (denoise, noise) => keeping(denoise, { latents: data, noise, mask: cells, fromNoise }),
		end: x => keptClean(x, data, cells),
	};
}

/** Once more at a larger size (A1111's hires fix with its upscaler “Latent”). */
function enlarging(recipe: Recipe, { steps, strength }: NonNullable<Recipe['hires']>, model: ImageModel): Walk {
	const levels = last(wholeLevels(recipe, model, wholeWalk(steps, strength)), steps);
	const shape = shapeOf(finalSize(recipe, model), model);
	return {
		...{ shape, levels },
		begin: (noise, before) => noised(enlarged(before, shape.width, shape.height).data, levels, noise),
		...plain,
	};
}

function shapeOf({ width, height }: { width: number; height: number }, { latent }: ImageModel): Shape {
	return { channels: latent.channels, height: height / latent.downscale, width: width / latent.downscale };
}
