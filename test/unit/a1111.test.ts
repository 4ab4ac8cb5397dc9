// A1111's text: as it is written, and as other tools write it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInfotext, recipeOfInfotext, writeInfotext } from '../../sidecar/pictures/a1111.ts';
import { samplerNames, scheduleNames, type EmphasisName, type Recipe } from '../../sidecar/protocol/recipe.ts';
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
