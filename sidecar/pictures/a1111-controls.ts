// A1111's words for what a recipe does beside the usual: variations, clip skip, the hires pass, masks, choices.
import { Hires, Recipe, Variation } from '../protocol/recipe.ts';

type Values = ReadonlyMap<string, string>;
type Pairs = readonly (readonly [key: string, value: string | number])[];

/** The `key: value` pairs of these, in A1111's order. */
export function controlPairs({ variation, hires, start, clipSkip, template }: Recipe): Pairs {
	const strength = start?.strength ?? hires?.strength;
	return [
		...pairs(variation, ({ seed, strength }) => [
			['Variation seed', seed],
			['Variation seed strength', strength],
		]),
		...pairs(strength, value => [['Denoising strength', value]]),
		...pairs(clipSkip, value => (value > 1 ? [['Clip skip', value]] : [])),
		...pairs(hires, ({ scale, steps }) => [
			['Hires upscale', scale],
			['Hires steps', steps],
			['Hires upscaler', latentUpscaler],
		]),
		...pairs(start?.imageGuidance, value => [['Image CFG scale', value]]),
		...pairs(start?.maskBlur, value => [['Mask blur', value]]),
		// As the extension sd-dynamic-prompts says it.
		...pairs(template, ({ prompt, negative }) => [
			['Template', prompt],
			['Negative Template', negative],
		]),
	];
}

/** What these pairs say, as far as a recipe can hold it. A start picture cannot be known from them. */
export function controlsOf(values: Values): Partial<Recipe> {
	const number = (key: string) => numberIn(values.get(key));
	const strength = number('Denoising strength');
	const variation = Variation.safeParse({
		seed: number('Variation seed'),
		strength: number('Variation seed strength'),
	});
	// A1111 writes no steps, or 0, where the second pass makes as many as the first.
	const steps = number('Hires steps') || number('Steps');
	const hires = Hires.safeParse({ scale: number('Hires upscale'), steps, strength });
	const [prompt, negative = ''] = [values.get('Template'), values.get('Negative Template')];
	const clipSkip = Recipe.shape.clipSkip.safeParse(number('Clip skip'));
	return {
		...(variation.success ? { variation: variation.data } : {}),
		...(hires.success ? { hires: hires.data } : {}),
		...(prompt === undefined ? {} : { template: { prompt, negative } }),
		...(clipSkip.data !== undefined ? { clipSkip: clipSkip.data } : {}),
	};
}

const latentUpscaler = 'Latent';

/** The keys that such a recipe was read from; another upscaler than Limn's is not among them. */
export function controlKeys(
	{ variation, hires, clipSkip, template }: Partial<Recipe>,
	values: Values,
): readonly string[] {
	return [
		...(variation ? ['Variation seed', 'Variation seed strength'] : []),
		...(clipSkip ? ['Clip skip'] : []),
		...(template ? ['Template', 'Negative Template'] : []),
		...(hires ? ['Hires upscale', 'Hires steps', 'Denoising strength'] : []),
		...(values.get('Hires upscaler') === latentUpscaler ? ['Hires upscaler'] : []),
	];
}

function pairs<Value>(value: Value | undefined, of: (value: Value) => Pairs): Pairs {
	return value === undefined ? [] : of(value);
}

function numberIn(text: string | undefined): number | undefined {
	return text === undefined || text.trim() === '' ? undefined : Number(text);
}
