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

const seed = z.int().min(0).max(maxSeed);
/** Lower-case hex SHA-256 of a file's bytes. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const share = z.number().gt(0).max(1);

/** What diffusers' InstructPix2Pix pipeline runs with. */
export const usualImageGuidance = 1.5;

/** A picture to start from (img2img), by the SHA-256 of its bytes. */
export const Start = z.strictObject({
	/** Lower-case hex SHA-256 of the file's bytes. */
	picture: sha256,
	/** How much is drawn anew: 1 ignores the picture, values near 0 keep it. */
	strength: share,
	/** Lower-case hex SHA-256 of a mask picture's bytes: white is drawn anew, black is kept to the byte. */
	mask: sha256.optional(),
	/** Pixels by which the mask's edges are softened where the drawn part is laid over the picture. */
	maskBlur: z.number().min(0).max(256).optional(),
	/** How much the picture counts where the model changes it by instruction; `usualImageGuidance` where nothing is said. */
	imageGuidance: z.number().min(0).max(100).optional(),
});

/** The first noise, turned some way towards that of another seed: pictures that resemble each other. */
export const Variation = z.strictObject({
	seed,
	/** 0 is the recipe's own seed, 1 the other one. */
	strength: share,
});

/** A second pass at a larger size: the latents are enlarged, and drawn on from there. */
export const Hires = z.strictObject({
	/** How many times as wide and high; the recipe's size is that of the first pass. */
	scale: z.number().gt(1).max(8),
	/** Steps that the second pass makes. */
	steps: z.int().min(1).max(1000),
	/** How much is drawn anew. */
	strength: share,
});

/** Which edges of a picture meet, so that it can be laid beside itself: none, left and right, top and bottom, or all. */
export const tilingNames = ['none', 'x', 'y', 'both'] as const;
export type TilingName = (typeof tilingNames)[number];

/** A file among the model folders: its name without the ending, or `org/name` in Hugging Face's cache; never a path. */
const addedName = z.string().min(1).max(255);
const strength = z.number().min(-10).max(10);

/** A LoRA by its file's name without the ending, and how strongly it changes each network. */
export const Lora = z.strictObject({
	name: addedName,
	unet: strength,
	encoder: strength,
	/** Filled in when the recipe is run; a recipe that has it runs with no other file. */
	sha256: sha256.exactOptional(),
});
export type Lora = z.infer<typeof Lora>;
/** LoRAs of one recipe. */
export const mostLoras = 20;

/** A textual inversion by its file's name, which is its word in the prompt too. */
export const Embedding = z.strictObject({
	name: addedName,
	/** Filled in when the recipe is run; a recipe that has it runs with no other file. */
	sha256: sha256.exactOptional(),
});
export type Embedding = z.infer<typeof Embedding>;

/** What is made of a picture before a ControlNet looks at it; each is one file of `models/preprocessors/`. */
export const preprocessorNames = ['none', 'canny', 'scribble', 'soft-edge', 'luminance', 'tile'] as const;
export type PreprocessorName = (typeof preprocessorNames)[number];

/** A ControlNet by its name, the picture that guides it, and how much it says. */
export const Control = z
	.strictObject({
		model: addedName,
		/** Lower-case hex SHA-256 of the picture file's bytes. */
		picture: sha256,
		preprocessor: z.enum(preprocessorNames),
		weight: z.number().min(0).max(2),
		/** The shares of the steps between which it acts: 0 and 1 for all of them. */
		start: z.number().min(0).max(1),
		end: z.number().min(0).max(1),
		/** Filled in when the recipe is run; a recipe that has it runs with no other ControlNet. */
		sha256: sha256.exactOptional(),
	})
	.refine(({ start, end }) => start < end, 'must start before they end');
export type Control = z.infer<typeof Control>;

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
	/** What the words were chosen from, and the LoRAs beside those that they name: the words hold no choices any more. */
	template: z
		.strictObject({ prompt: words, negative: words, loras: z.array(Lora).max(mostLoras).exactOptional() })
		.optional(),
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
	seed,
	emphasis: z.enum(emphasisNames),
	/** Which of the text encoder's last layers is read, as A1111 counts: 1, the usual one, is the last. */
	clipSkip: z.int().min(1).max(32).optional(),
	variation: Variation.optional(),
	hires: Hires.optional(),
	start: Start.optional(),
	tiling: z.enum(tilingNames).optional(),
	loras: z.array(Lora).max(mostLoras).optional(),
	controls: z.array(Control).max(4).optional(),
	/** Without it: those in the `embeddings` folders whose words the prompts use; the list is filled in when there are any. */
	embeddings: z.array(Embedding).max(50).optional(),
	/** Absent: the file is as large as the picture was drawn. */
	fit: Fit.optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/** What a person may leave open; the model's own defaults and a fresh seed fill the rest. */
export type RecipeWish = Partial<Recipe> & Pick<Recipe, 'prompt'>;

/** What a recipe may do without, and no model has as its own. */
type Extra =
	'template' | 'clipSkip' | 'variation' | 'hires' | 'start' | 'tiling' | 'loras' | 'controls' | 'embeddings' | 'fit';

/** What a model is best run with; part of its card. */
export type RecipeDefaults = Omit<Recipe, 'prompt' | 'seed' | 'emphasis' | Extra>;

/** How a prompt is read. */
export type Reading = Pick<Recipe, 'emphasis' | 'clipSkip'>;

/** Fills a wish with a model's defaults: the one edge where defaults enter. */
export function fillRecipe(wish: RecipeWish, defaults: RecipeDefaults, seed: number): Recipe {
	const wished = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
	return { ...defaults, seed, emphasis: 'a1111', ...wished } as Recipe;
}

/** A seed for someone who named none. `random` gives numbers in [0, 1). */
export function freshSeed(random: () => number): number {
	return Math.floor(random() * (maxSeed + 1));
}

/**
 * The recipe of picture `index` of a batch: the same but for its seed, which counts up and wraps. Of a variation it is the
 * other seed that counts, so that all of them resemble one picture; A1111 does so too.
 */
export function nthRecipe(recipe: Recipe, index: number): Recipe {
	const counted = (seed: number) => (seed + index) % (maxSeed + 1);
	const { variation } = recipe;
	if (variation) return { ...recipe, variation: { ...variation, seed: counted(variation.seed) } };
	return { ...recipe, seed: counted(recipe.seed) };
}
