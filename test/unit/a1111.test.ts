// A1111's text: as it is written, and as other tools write it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInfotext, recipeOfInfotext, writeInfotext } from '../../sidecar/pictures/a1111.ts';
import { Recipe, samplerNames, scheduleNames, type EmphasisName } from '../../sidecar/protocol/recipe.ts';
import { aRecipe } from './fixtures/pictures.ts';

function checkRecipe(text: string, expected: Partial<Recipe>): void {
	assert.deepEqual(recipeOfInfotext(readInfotext(text)), expected);
}

describe("A1111's text", () => {
	it('is written as A1111 writes it', () => {
		const recipe = { ...aRecipe, prompt: 'a lighthouse', negative: 'text', guidance: 7 };
		assert.equal(
			writeInfotext(recipe, { name: 'v1-5, pruned', hash: '6ce0161689' }),
			'a lighthouse\nNegative prompt: text\n' +
				'Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 965400086, Size: 64x48, ' +
				'Model hash: 6ce0161689, Model: "v1-5, pruned", RNG: CPU, Version: Limn',
		);
	});

	it('says how much a picture that is changed counts', () => {
		const start = { picture: '0'.repeat(64), strength: 1, imageGuidance: 1.5 };
		const text = writeInfotext({ ...aRecipe, start }, { name: 'a', hash: 'b' });
		assert.match(text, /, Denoising strength: 1, Image CFG scale: 1\.5, /);
	});

	it('of A1111 itself is read', () =>
		checkRecipe(
			'a lighthouse, (flat vector:1.2)\nNegative prompt: text, watermark\n' +
				'Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 965400086, Size: 512x768, ' +
				'Model hash: 6ce0161689, Model: v1-5-pruned-emaonly, RNG: CPU, Version: v1.10.1',
			{
				prompt: 'a lighthouse, (flat vector:1.2)',
				negative: 'text, watermark',
				steps: 20,
				guidance: 7,
				seed: 965400086,
				width: 512,
				height: 768,
				sampler: 'dpmpp-2m',
				schedule: 'karras',
				model: 'v1-5-pruned-emaonly',
			},
		));

	it('of an older version carries the schedule in the sampler', () =>
		checkRecipe('a cat\nSteps: 9, Sampler: DPM++ 2M Karras, Seed: 1', {
			prompt: 'a cat',
			negative: '',
			steps: 9,
			seed: 1,
			sampler: 'dpmpp-2m',
			schedule: 'karras',
		}));

	it('of stable-diffusion.cpp is read as far as it is known', () =>
		checkRecipe('a cat\nSteps: 9, CFG scale: 7, Seed: 1, Sampler: euler_a karras, RNG: cuda', {
			prompt: 'a cat',
			negative: '',
			steps: 9,
			guidance: 7,
			seed: 1,
			sampler: 'euler-ancestral',
			schedule: 'karras',
		}));

	it('with quoted values is read', () => {
		const { values } = readInfotext('a cat\nSteps: 9, Seed: 1, Lora hashes: "one: 1a, two: 2b", Version: 1');
		assert.equal(values.get('Lora hashes'), 'one: 1a, two: 2b');
	});

	it('that is only words is a prompt', () => checkRecipe('a cat: sitting', { prompt: 'a cat: sitting', negative: '' }));
	it('that is empty is an empty prompt', () => checkRecipe('', { prompt: '', negative: '' }));

	it('states every sampler and schedule so that they come back', () => {
		for (const sampler of samplerNames) {
			for (const schedule of scheduleNames) {
				const read = recipeOfInfotext(readInfotext(writeInfotext({ ...aRecipe, sampler, schedule }, aModel)));
				assert.deepEqual([read.sampler, read.schedule], [sampler, schedule]);
			}
		}
	});

	it('states the emphasis only where it is not A1111’s usual one, and gives it back', () => {
		const written = (emphasis: EmphasisName) => writeInfotext({ ...aRecipe, emphasis }, aModel);
		assert.doesNotMatch(written('a1111'), /Emphasis/);
		assert.match(written('none'), /, Emphasis: None, RNG/);
		for (const emphasis of ['comfy', 'none'] as const) {
			assert.equal(recipeOfInfotext(readInfotext(written(emphasis))).emphasis, emphasis);
		}
	});
	it('with an emphasis that Limn does not know leaves it open', () =>
		checkRecipe('a cat\nSteps: 9, Seed: 1, Emphasis: No norm', { prompt: 'a cat', negative: '', steps: 9, seed: 1 }));

	it('states a variation, clip skip and the hires pass in A1111’s words and order, and gives them back', () => {
		const controls = {
			variation: { seed: 12, strength: 0.25 },
			clipSkip: 2,
			hires: { scale: 1.5, steps: 8, strength: 0.6 },
		};
		const written = writeInfotext({ ...aRecipe, ...controls }, aModel);
		assert.match(
			written,
			/Model: Sketch, Variation seed: 12, Variation seed strength: 0.25, Denoising strength: 0.6, Clip skip: 2, Hires upscale: 1.5, Hires steps: 8, Hires upscaler: Latent, RNG/,
		);
		const { variation, clipSkip, hires } = recipeOfInfotext(readInfotext(written));
		assert.deepEqual({ variation, clipSkip, hires }, controls);
	});
	it('of A1111 itself with a hires pass without steps of its own is read', () =>
		checkRecipe(
			'a cat\nSteps: 9, Seed: 1, Denoising strength: 0.7, Clip skip: 2, Hires upscale: 2, Hires upscaler: Latent',
			{
				...{ prompt: 'a cat', negative: '', steps: 9, seed: 1, clipSkip: 2 },
				hires: { scale: 2, steps: 9, strength: 0.7 },
			},
		));
	it('with controls out of all reason leaves them open', () =>
		checkRecipe(
			'a cat\nSteps: 9, Seed: 1, Clip skip: 999, Hires upscale: 1e9, Variation seed: -1, Variation seed strength: x',
			{
				...{ prompt: 'a cat', negative: '', steps: 9, seed: 1 },
			},
		));
	it('states what the words were chosen from, and gives it back', () => {
		const template = { prompt: 'a {red|green} cat, __hat__', negative: '' };
		const written = writeInfotext({ ...aRecipe, template }, aModel);
		assert.match(written, /Template: "a \{red\|green\} cat, __hat__"/);
		assert.deepEqual(recipeOfInfotext(readInfotext(written)).template, template);
	});
	it('states LoRAs and tiling in A1111’s words, and gives them back', () => {
		const loras = [
			{ name: 'ink', unet: 1, encoder: 1 },
			{ name: 'fox', unet: 0.5, encoder: 0 },
		];
		for (const tiling of ['x', 'y', 'both'] as const) {
			const read = recipeOfInfotext(readInfotext(writeInfotext({ ...aRecipe, loras, tiling }, aModel)));
			assert.deepEqual([read.prompt, read.loras, read.tiling], [aRecipe.prompt, loras, tiling]);
		}
		assert.match(writeInfotext({ ...aRecipe, loras }, aModel), / <lora:ink:1> <lora:fox:0:0.5>\n/);
	});
	it('states what guides, whose pictures nobody can give back', () => {
		const control = { model: 'edges', picture: '0'.repeat(64), preprocessor: 'canny', weight: 0.5, start: 0, end: 0.8 };
		const written = writeInfotext(Recipe.parse({ ...aRecipe, controls: [control] }), aModel);
		assert.match(
			written,
			/ControlNet 0: "Module: canny, Model: edges, Weight: 0.5, Guidance Start: 0, Guidance End: 0.8"/,
		);
		assert.equal(recipeOfInfotext(readInfotext(written)).controls, undefined);
	});
	it('states the blur of a mask', () => {
		const start = { picture: '0'.repeat(64), strength: 0.5, mask: '1'.repeat(64), maskBlur: 4 };
		assert.match(writeInfotext({ ...aRecipe, start }, aModel), /Denoising strength: 0.5, Mask blur: 4, RNG/);
	});

	it('gives the words back, whatever they are, but for blanks at the ends of lines', () => {
		fc.assert(
			fc.property(words, words, (prompt, negative) => {
				const read = readInfotext(writeInfotext({ ...aRecipe, prompt, negative }, aModel));
				assert.deepEqual([read.prompt, read.negative], [trimmed(prompt), trimmed(negative)]);
				assert.equal(read.values.get('Seed'), String(aRecipe.seed));
			}),
		);
	});

	it("can be any text at all: reading it never throws and never takes longer than the text's length deserves", () => {
		fc.assert(fc.property(fc.string(), text => void readInfotext(text)));
		for (const line of ['a'.repeat(200_000), `a${' '.repeat(200_000)}a`, 'a: "'.repeat(50_000), '"\\'.repeat(50_000)]) {
			const began = performance.now();
			readInfotext(`words\n${line}`);
			assert.ok(performance.now() - began < 2000, line.slice(0, 10));
		}
	});
});

const aModel = { name: 'Sketch', hash: '0123456789' };

/** Words of quotes, colons, commas, newlines and all scripts; a line that says “Negative prompt:” cannot be told from the mark. */
const words = fc
	.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ': ', ', ', '\n', 'Steps: 20', '🏰', '日本')))
	.map(parts => parts.join(''))
	.filter(text => !text.includes('Negative prompt:'));

function trimmed(text: string): string {
	const lines = text.split('\n').map(line => line.trim());
	return lines.join('\n').trim();
}
