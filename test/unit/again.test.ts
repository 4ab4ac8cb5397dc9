// What the commands on a picture ask for: other sizes, other seeds, other words; and the recipe as people read it.
import assert from 'node:assert/strict';
import { marked, type Token } from 'marked';
import { nameBeside } from '../../extension/names.ts';
import { editWish, variationWish } from '../../extension/pictures/again.ts';
import { recipeText } from '../../extension/pictures/recipeText.ts';
import { sizeIn } from '../../extension/pictures/sizeIn.ts';
import { Recipe } from '../../sidecar/protocol/recipe.ts';
import type { InspectResult } from '../../sidecar/protocol/methods.ts';

const recipe: Recipe = {
	...{ prompt: 'a red star', negative: '', model: 'sketch', width: 64, height: 64, steps: 4, guidance: 4 },
	...{ sampler: 'ddim', schedule: 'trailing', seed: 7, emphasis: 'a1111' },
};

describe('the size that words ask for', () => {
	const check = (words: string, width: number, height: number) =>
		assert.deepEqual(sizeIn(words, { width: 200, height: 100 }), { width, height });
	const refuses = (words: string) => assert.equal(sizeIn(words, { width: 200, height: 100 }), undefined);

	it('is both sides', () => check('640x480', 640, 480));
	it('takes the sign and blanks', () => check(' 640 × 480 ', 640, 480));
	it('lets the height follow', () => check('50', 50, 25));
	it('lets the height follow an open cross', () => check('50x', 50, 25));
	it('lets the width follow', () => check('x50', 100, 50));
	it('is a share', () => check('150%', 300, 150));
	it('is never less than a pixel where it follows', () => check('1', 1, 1));
	it('is none without words', () => refuses(''));
	it('is none of nothing', () => refuses('0'));
	it('is none beyond what a file may have', () => refuses('5000'));
	it('is none of other words', () => refuses('large'));
});

describe('the name of a file beside a picture', () => {
	const check = (path: string, suffix: string, format: Parameters<typeof nameBeside>[2], expected: string) =>
		assert.equal(nameBeside(path, suffix, format), expected);

	it('says what was done', () => check('/a/cat.png', 'cut-out', 'png', '/a/cat-cut-out.png'));
	it('keeps an ending that says the format', () => check('/a/cat.JPEG', 'edit', 'jpeg', '/a/cat-edit.JPEG'));
	it('has the ending of another format', () => check('/a/cat.jpg', 'cut-out', 'png', '/a/cat-cut-out.png'));
	it('is the same where only the format is another', () => check('/a.b/cat.png', '', 'webp', '/a.b/cat.webp'));
});

describe('the wish for variations', () => {
	it('has another seed', () => assert.deepEqual(variationWish(recipe, 'seeds', 9), { ...recipe, seed: 9 }));
	it('keeps the seed where they shall resemble the picture', () =>
		assert.deepEqual(variationWish(recipe, 'near', 9), { ...recipe, variation: { seed: 9, strength: 0.1 } }));
	it('leaves an earlier variation, for new seeds', () =>
		assert.deepEqual(variationWish({ ...recipe, variation: { seed: 1, strength: 0.1 } }, 'seeds', 9), {
			...recipe,
			seed: 9,
		}));
	it('lets a new seed choose the words anew', () => {
		const template = { prompt: 'a {red|blue} star', negative: '' };
		const loras = [{ name: 'ink', unet: 1, encoder: 1 }];
		const wish = variationWish({ ...recipe, loras, template }, 'seeds', 9);
		assert.deepEqual(wish, { ...recipe, ...template, seed: 9 });
	});
	it('keeps the chosen words where they shall resemble the picture', () => {
		const template = { prompt: 'a {red|blue} star', negative: '' };
		assert.equal(variationWish({ ...recipe, template }, 'far', 9).prompt, 'a red star');
	});
});

describe('the wish for a picture drawn over', () => {
	const begin = { picture: 'a'.repeat(64), strength: 0.5 };
	const own = { width: 96, height: 48 };
	const edit = (carried: Partial<Recipe> | undefined, width: number, height: number) =>
		editWish(carried, 'a green star', begin, own, { width, height });

	it('has the new words and begins from the picture', () =>
		assert.deepEqual(edit(recipe, 64, 64), { ...recipe, prompt: 'a green star', start: begin }));
	it('comes out in the size of the picture', () =>
		assert.deepEqual(edit(recipe, 32, 20).fit, { width: 32, height: 20 }));
	it('of a hires pass, too', () => {
		const hires = { scale: 2, steps: 4, strength: 0.7 };
		assert.equal(edit({ ...recipe, hires }, 128, 128).fit, undefined);
	});
	it('is drawn near its shape where no recipe says a size', () =>
		assert.deepEqual(edit(undefined, 200, 100), {
			...{ ...own, prompt: 'a green star', start: begin },
			fit: { width: 200, height: 100 },
		}));
	it('is a recipe, but for what the model fills in', () => {
		assert.ok(Recipe.partial().safeParse(edit(recipe, 200, 100)).success);
	});
});

describe('the recipe as people read it', () => {
	const said: InspectResult = { format: 'png', width: 64, height: 64, recipe, post: [], left: [] };
	const own = { ...said, model: { name: 'Sketch', hash: '0123456789' }, device: 'cpu' } as const;
	const codes = (text: string) =>
		marked.lexer(text).flatMap((token: Token) => (token.type === 'code' ? [String(token['text'])] : []));

	it('says the words, the settings, the weights and the device', () => {
		const text = recipeText('star.png', own);
		for (const words of ['made', 'a red star', '| seed | 7 |', 'Sketch (0123456789)', 'CPU'])
			assert.ok(text.toLowerCase().includes(words.toLowerCase()), words);
		assert.ok(!text.includes('Negative prompt'));
	});
	it('holds it as JSON, too', () =>
		assert.deepEqual(JSON.parse(codes(recipeText('star.png', own)).at(-1) ?? ''), recipe));
	it('names the steps afterwards', () =>
		assert.match(
			recipeText('a', { ...own, post: ['cut-out', { step: 'trim' }] }),
			/1\. cut-out\n1\. \{"step":"trim"\}/,
		));
	it('names the tool, and what is not taken over', () => {
		const text = recipeText('a.png', { ...said, tool: 'ComfyUI', left: ['Hires upscaler: Latent'] });
		assert.match(text, /Made by ComfyUI/);
		assert.match(text, /Not taken over\n\n- Hires upscaler: Latent/);
	});
	it('lets no stranger’s words be more than text', () => {
		const prompt = 'a\n```\n# not a heading\n<img src=x onerror=alert(1)>\n````';
		const text = recipeText('[x](y).png', { ...said, recipe: { prompt }, tool: '<b>', left: ['![a](b)', '<script>'] });
		assert.equal(codes(text)[0], prompt);
		const html = marked.parse(text, { async: false });
		assert.doesNotMatch(html, /<(img|script|b|a)\b/);
	});
});
