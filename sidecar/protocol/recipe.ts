// The recipe: everything that determines a picture, and nothing else.
import { z } from 'zod';

/** The samplers a recipe may name; each is one file of `models/sampling/samplers/`. */
export const samplerNames = [
	'euler',
	'euler-ancestral',
	'heun',
	'dpmpp-2m',
	'ddim',
	'ddpm',
	'pndm',
	'unipc',
	'lcm',
] as const;
export type SamplerName = (typeof samplerNames)[number];

/** The schedules a recipe may name; each is one file of `models/sampling/schedules/`. */
export const scheduleNames = [
	'leading',
	'trailing',
	'linspace',
	'karras',
	'exponential',
	'sgm-uniform',
	'ays',
] as const;
export type ScheduleName = (typeof scheduleNames)[number];

/** How a prompt's brackets are read and weighed: A1111's way, ComfyUI's, or not at all. */
export const emphasisNames = ['a1111', 'comfy', 'none'] as const;
export type EmphasisName = (typeof emphasisNames)[number];

/** The largest seed: what torch, A1111 and ComfyUI accept without rounding in JSON. */
export const maxSeed = 2 ** 32 - 1;

const words = z
	.string()
	.max(20_000, 'is longer than 20,000 characters')
	.refine(text => text.isWellFormed(), 'holds half of a character (a lone surrogate)');
const side = z.int().min(16).max(8192).multipleOf(8);

/** A picture to start from (img2img), by the SHA-256 of its bytes. */
export const Start = z.strictObject({
	/** Lower-case hex SHA-256 of the file's bytes. */
	picture: z.string().regex(/^[0-9a-f]{64}$/),
	/** How much is drawn anew: 1 ignores the picture, values near 0 keep it. */
	strength: z.number().gt(0).max(1),
});

/** The longest side of a file that a picture is fitted to, in pixels. */
export const longestFit = 4096;
const fitted = z.int().min(1).max(longestFit);

/** The size of the finished file, in pixels: the picture is scaled until it covers that, and cropped at its middle. */
export const Fit = z.strictObject({ width: fitted, height: fitted });
export type Fit = z.infer<typeof Fit>;

/** The schema of a recipe; unknown fields are refused, so that nothing that was asked for is silently dropped. */
export const Recipe = z.strictObject({
	prompt: words,
	negative: words,
	/** A model's id as `models/list` gives it, or the path of its folder. */
	model: z.string().min(1).max(4096),
	/** Pixels, a multiple of 8. */
	width: side,
	/** Pixels, a multiple of 8. */
	height: side,
	steps: z.int().min(1).max(1000),
	/** Classifier-free guidance scale; 1 or less runs without the negative prompt. */
	guidance: z.number().min(0).max(100),
	sampler: z.enum(samplerNames),
	schedule: z.enum(scheduleNames),
	seed: z.int().min(0).max(maxSeed),
	emphasis: z.enum(emphasisNames),
	start: Start.optional(),
	/** Absent: the file is as large as the picture was drawn. */
	fit: Fit.optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/** What a person may leave open; the model's own defaults and a fresh seed fill the rest. */
export type RecipeWish = Partial<Recipe> & Pick<Recipe, 'prompt'>;

/** What a model is best run with; part of its card. */
export type RecipeDefaults = Omit<Recipe, 'prompt' | 'seed' | 'emphasis' | 'start' | 'fit'>;

/** Fills a wish with a model's defaults: the one edge where defaults enter. */
export function fillRecipe(wish: RecipeWish, defaults: RecipeDefaults, seed: number): Recipe {
	const wished = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
	return { ...defaults, seed, emphasis: 'a1111', ...wished } as Recipe;
}

/** A seed for someone who named none. `random` gives numbers in [0, 1). */
export function freshSeed(random: () => number): number {
	return Math.floor(random() * (maxSeed + 1));
}

/** The recipe of picture `index` of a batch: the same but for its seed, which counts up and wraps. */
export function nthRecipe(recipe: Recipe, index: number): Recipe {
	return { ...recipe, seed: (recipe.seed + index) % (maxSeed + 1) };
}
