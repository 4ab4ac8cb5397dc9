// Words → a picture, stage by stage: the algorithm on one page. Whoever drives it decides whether to go on.
import type { Conditioning, ImageModel, Latents, Pixels, Run, StartPixels } from '../models/family.ts';
import { guidanceFor, type Look, type Scales } from '../models/sampling/guidance.ts';
import { pastedBack } from '../models/sampling/keep.ts';
import type { Denoise } from '../models/sampling/levels.ts';
import { cleanOf } from '../models/sampling/prediction.ts';
import { samplers } from '../models/sampling/samplers/index.ts';
import { requireFinite } from './finite.ts';
import { noiseFor, passesOf, type Pass } from './passes.ts';
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
	const conditions = await condition(recipe, model, run);
	const passes = await passesOf(recipe, start, model, run);
	const total = passes.reduce((sum, { levels }) => sum + levels.steps, 0);
	yield { stage: 'step', step: 0, total };

	let latents: Latents = { ...passes[0].shape, data: new Float32Array() };
	let done = 0;
	for (const pass of passes) {
		const { shape, levels, begin, around, end } = pass;
		const noise = noiseFor(recipe, shape);
		const first = noise();
		const denoise = around(denoiser(recipe, model, conditions, pass, run), first);
		let x = begin(first, latents);
		for await (const step of samplers[recipe.sampler](denoise, x, levels, noise)) {
			x = requireFinite(step.x, { stage: 'step', step: done + step.step, of: total });
			yield { stage: 'step', step: done + step.step, total, seen: { ...shape, data: step.x0 } };
		}
		latents = { ...shape, data: end(x) };
		done += levels.steps;
	}

	yield { stage: 'decode' };
	const drawn = await model.decode(latents, run);
	const pixels = start?.mask ? { ...drawn, data: pastedBack(drawn.data, start.data, start.mask) } : drawn;
	yield { stage: 'done', pixels, notes: conditions.prompt.notes };
}

/** What the words of a recipe became. */
interface Conditions {
	readonly prompt: Conditioning;
	/** As the prompt where no look asks for it. */
	readonly negative: Conditioning;
}

async function condition(recipe: Recipe, model: ImageModel, run: Run): Promise<Conditions> {
	const { emphasis, clipSkip } = recipe;
	const reading = { emphasis, ...(clipSkip === undefined ? {} : { clipSkip }) };
	const { looks } = guidanceFor(model.guidance, scalesOf(recipe));
	const prompt = await model.encode({ text: recipe.prompt, negative: false, ...reading }, run);
	if (!looks.some(({ words }) => words === 'negative')) return { prompt, negative: prompt };
	return { prompt, negative: await model.encode({ text: recipe.negative, negative: true, ...reading }, run) };
}

/** Guidance round the network, and its answer read as clean latents. */
function denoiser(
	recipe: Recipe,
	model: ImageModel,
	conditions: Conditions,
	{ shape, beside }: Pass,
	run: Run,
): Denoise {
	const scales = scalesOf(recipe);
	const { looks, together } = guidanceFor(model.guidance, scales);
	const hidden = new Float32Array(beside.length);
	const told = ({ words, pictures }: Look) => ({
		words: conditions[words],
		guidance: recipe.guidance,
		beside: pictures ? beside : hidden,
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
