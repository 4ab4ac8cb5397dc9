// Words that a seed chooses, wildcards on disk, LoRAs named in a prompt, and named styles.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { hasChoices } from '../../models/text/choice-grammar.ts';
import { choose } from '../../models/text/choices.ts';
import { takeLoras } from '../../models/text/loras.ts';
import { chosen } from '../../sidecar/choosing.ts';
import { readStyles, styled, stylesOf } from '../../sidecar/cli/styles.ts';
import { withTaggedLoras } from '../../sidecar/lora-tags.ts';
import { wildcardsIn } from '../../sidecar/wildcards.ts';
import { failureIn } from '../fixtures/failing.ts';
import { aRecipe } from './fixtures/pictures.ts';

const lists: Readonly<Record<string, readonly string[]>> = {
	colour: ['red', 'green'],
	'animals/cat': ['a __colour__ cat', 'a {big|small} cat'],
	endless: ['__endless__'],
	wide: ['__wide2__ __wide2__'],
	wide2: ['__wide3__ __wide3__ __wide3__'],
	wide3: [Array(40).fill('__empty__').join('')],
	empty: ['{|}'],
	nothing: [],
};

/** Chooses with the numbers given, one after another, and 0 when they are used up. */
const choosing = (template: string, ...numbers: readonly number[]) => {
	const left = [...numbers];
	return choose(template, { random: () => left.shift() ?? 0, wildcard: async name => lists[name] });
};

describe('choices', () => {
	const check = async (template: string, numbers: readonly number[], expected: string) =>
		assert.equal((await choosing(template, ...numbers)).text, expected);

	it('take one of several', () => check('a {red|green|blue} cat', [0.5], 'a green cat'));
	it('take the last at the highest number', () => check('{a|b|c}', [1 - 2 ** -32], 'c'));
	it('may be of nothing', () => check('a {very |}big cat', [0.9], 'a big cat'));
	it('are made from left to right', () => check('{a|b} {c|d}', [0.9, 0.1], 'b c'));
	it('may hold choices, made only where they are taken', () => check('{a {b|c}|d} {e|f}', [0.1, 0.9, 0.9], 'a c f'));
	it('take heavier options more often', async () => {
		await check('{3::a|b}', [0.74], 'a');
		await check('{3::a|b}', [0.76], 'b');
		await check('{0.5::a|0.5::b}', [0.6], 'b');
	});
	it('take several, each at most once', () => check('{2$$a|b|c}', [0.9, 0.9], 'c, b'));
	it('take as many as there are', () => check('{9$$a|b}', [0, 0], 'a, b'));
	it('take a number of them, joined', () => check('{1-3$$ and $$a|b|c}', [0.5, 0, 0], 'a and b'));
	it('take nothing at all where that is asked for', () => check('x{0$$a|b}y', [], 'xy'));
	it('of wildcards take a line', () => check('a __colour__ hat', [0.6], 'a green hat'));
	it('of wildcards lead on', () => check('__animals/cat__', [0.1, 0.9], 'a green cat'));
	it('of wildcards may hold choices', () => check('__animals/cat__', [0.6, 0.9], 'a small cat'));
	it('between wildcards side by side', () => check('__colour____colour__', [0, 0.9], 'redgreen'));

	const checkText = async (template: string) => {
		assert.equal(hasChoices(template), false);
		await check(template, [0.9], template);
	};
	it('are none without a bar', () => checkText('a {red} cat'));
	it('are none behind a backslash', () => checkText('a \\{red\\|green\\} cat'));
	it('are none where a brace is left open', () => checkText('a {red|green cat'));
	it('are none where a brace closes nothing', () => checkText('a red|green} cat'));
	it('are none in snake_case, __ or ____', () => checkText('snake_case __ ____ __ x'));

	it('leave unknown and empty wildcards as they stand, and tell of them', async () => {
		const { text, unknown } = await choosing('__init__ and __nothing__ and __init__');
		assert.deepEqual([text, unknown], ['__init__ and __nothing__ and __init__', ['init', 'nothing']]);
	});

	const checkRefused = async (template: string, why: RegExp) => {
		const failure = await failureIn(() => choosing(template));
		assert.ok(failure?.kind === 'badRecipe');
		assert.match(failure.why, why);
	};
	it('without end are refused', () => checkRefused('__endless__', /without end/));
	it('of more than anyone waits for are refused', () => checkRefused('__wide__ '.repeat(60), /without end/));
	it('of more text than a recipe holds are refused', () =>
		checkRefused(`{${'a'.repeat(9000)}|}`.repeat(3), /longer than 20,000 characters/));

	it('are read of any text at all, in time', async () => {
		const parts = fc.constantFrom(
			'{',
			'}',
			'|',
			'__',
			'_',
			'\\',
			'$$',
			'2$$',
			'::',
			'1::',
			'a',
			' ',
			'🏰',
			'__colour__',
		);
		await fc.assert(
			fc.asyncProperty(fc.array(parts, { maxLength: 60 }), async found => {
				await choosing(found.join(''), 0.3, 0.7, 0.5);
			}),
		);
		for (const sign of ['{', '{|', '__a', '}', '\\', '_', '{a|b}']) {
			const began = performance.now();
			await choosing(sign.repeat(20_000 / sign.length)).catch(() => {});
			assert.ok(performance.now() - began < 2000, sign);
		}
	});
});

describe('the words of a recipe', () => {
	const ready = (change: object) => chosen({ ...aRecipe, ...change }, async name => lists[name]);
	const words = { prompt: 'a {red|green|blue|white|black} __colour__ cat', negative: 'the {dog|fox}' };

	it('are chosen by the seed, and what they were chosen from stays beside them', async () => {
		const { recipe } = await ready(words);
		assert.match(recipe.prompt, /^a (red|green|blue|white|black) (red|green) cat$/);
		assert.match(recipe.negative, /^the (dog|fox)$/);
		assert.deepEqual(recipe.template, words);
		assert.deepEqual(await ready(words), await ready(words));
	});
	it('differ between seeds', async () => {
		const all = await Promise.all(Array.from({ length: 40 }, (_, seed) => ready({ ...words, seed })));
		assert.equal(new Set(all.map(({ recipe }) => recipe.prompt)).size, 10);
	});
	it('that are chosen already stay', async () => {
		const { recipe } = await ready(words);
		assert.deepEqual((await chosen(recipe, async () => undefined)).recipe, recipe);
	});
	it('without choices have no template', async () => assert.deepEqual((await ready({})).recipe, aRecipe));
	it('are text where brackets mean nothing', async () =>
		assert.equal((await ready({ ...words, emphasis: 'none' })).recipe.prompt, words.prompt));
	it('tell of wildcards that nobody knows', async () => {
		const { recipe, notes } = await ready({ prompt: '__init__', negative: '' });
		assert.deepEqual([recipe.template, notes.length], [undefined, 1]);
		assert.match(notes[0], /no wildcard “init”/);
	});
});

describe('wildcards on disk', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-wildcards-'));
	const [one, two] = [join(root, 'one'), join(root, 'two')];
	before(() => {
		mkdirSync(join(one, 'animals'), { recursive: true });
		mkdirSync(two);
		writeFileSync(join(root, 'secret.txt'), 'secret\n');
		writeFileSync(join(one, 'animals', 'cat.txt'), '# cats\n\n tabby \r\nblack\n');
		writeFileSync(join(one, 'hat.txt'), 'first');
		writeFileSync(join(two, 'hat.txt'), 'second');
		symlinkSync(join(root, 'secret.txt'), join(one, 'link.txt'));
	});
	after(() => rmSync(root, { recursive: true }));
	const check = async (name: string, expected: readonly string[] | undefined) =>
		assert.deepEqual(await wildcardsIn([join(root, 'none'), one, two])(name), expected);

	it('are the lines of a file, without comments and blanks', () => check('animals/cat', ['tabby', 'black']));
	it('are taken from the first folder that has them', () => check('hat', ['first']));
	it('are absent where there is no file', () => check('dog', undefined));
	it('never lead out of their folder', async () => {
		await check('../secret', undefined);
		await check('animals/../../secret', undefined);
		await check('link', undefined);
		await check('nul\0', undefined);
	});
});

describe('LoRAs that the words of a recipe name', () => {
	const fox = { name: 'fox', unet: 0.5, encoder: 0.5 };
	const tagged = (change: object) => withTaggedLoras({ recipe: { ...aRecipe, ...change }, notes: [] });
	it('are among its own, and no longer in the words', () => {
		const { recipe } = tagged({ prompt: 'a den <lora:fox:0.5>', loras: [{ ...fox, name: 'ink' }] });
		assert.deepEqual([recipe.prompt, recipe.loras], ['a den', [{ ...fox, name: 'ink' }, fox]]);
	});
	it('are added once, as the recipe’s own list has them', () =>
		assert.deepEqual(tagged({ prompt: '<lora:fox:1><lora:fox:2>', loras: [fox] }).recipe.loras, [fox]));
	it('are text where brackets mean nothing', () =>
		assert.equal(tagged({ prompt: '<lora:fox:1>', emphasis: 'none' }).recipe.loras, undefined));
	it('of the negative prompt are told of', () =>
		assert.match(tagged({ negative: '<lora:fox:1>' }).notes[0], /negative prompt names the LoRA “fox”/));
	it('beyond measure are refused', async () => {
		for (const prompt of [
			'<lora:fox:99>',
			'<lora: :1>',
			Array.from({ length: 21 }, (_, i) => `<lora:${i}:1>`).join(''),
		])
			assert.equal((await failureIn(async () => tagged({ prompt })))?.kind, 'badRecipe');
	});
	it('are chosen with the words, and chosen from those beside them', async () => {
		const words = { prompt: '{<lora:fox:0.5>|<lora:fox:0.5> }', loras: [{ ...fox, name: 'ink' }] };
		const { recipe } = withTaggedLoras(await chosen({ ...aRecipe, ...words }, async () => undefined));
		assert.deepEqual(recipe.loras, [{ ...fox, name: 'ink' }, fox]);
		assert.deepEqual(recipe.template, { ...words, negative: aRecipe.negative });
	});
});

describe('LoRAs in a prompt', () => {
	const check = (prompt: string, text: string, ...loras: readonly (readonly [string, number, number])[]) =>
		assert.deepEqual(takeLoras(prompt), {
			text,
			loras: loras.map(([name, encoder, unet]) => ({ name, encoder, unet })),
		});

	it('are taken out of it', () => check('a <lora:ink wash:0.8>cat', 'a cat', ['ink wash', 0.8, 0.8]));
	it('are whole without a number', () => check('<lora:a>', '', ['a', 1, 1]));
	it('have a number for each network, the text encoder’s first', () => check('<lora:a:0.5:-1>', '', ['a', 0.5, -1]));
	it('may name the network', () => check('<lora:a:te=0.2:unet=0.7>', '', ['a', 0.2, 0.7]));
	it('may name one of them', () => check('<lora:a:0.5:unet=0.7>', '', ['a', 0.5, 0.7]));
	it('may be several', () => check('<lora:a:1> b <lyco:c:2>', ' b ', ['a', 1, 1], ['c', 2, 2]));
	it('are text where the number is none', () => check('<lora:a:x>', '<lora:a:x>'));
	it('are text without a name', () => check('<lora:> <lora>', '<lora:> <lora>'));
	it('leave other tags alone', () => check('<b>bold</b> <3', '<b>bold</b> <3'));
	it('are looked for in linear time', () => {
		const began = performance.now();
		takeLoras('<lora:'.repeat(100_000));
		takeLoras(`<lora:${'a:'.repeat(100_000)}`);
		assert.ok(performance.now() - began < 2000);
	});
});

describe('styles', () => {
	const csv =
		'\ufeffname,prompt,negative_prompt\nInk,"ink wash of {prompt}, on ""rice"" paper",photo\r\n"a, b",soft\nTwo lines,"x\ny",z\n';
	it('are read as A1111 writes them', () =>
		assert.deepEqual(stylesOf(csv), [
			{ name: 'Ink', prompt: 'ink wash of {prompt}, on "rice" paper', negative: 'photo' },
			{ name: 'a, b', prompt: 'soft', negative: '' },
			{ name: 'Two lines', prompt: 'x\ny', negative: 'z' },
		]));
	it('of older files are read', () =>
		assert.deepEqual(stylesOf('name,text\nInk,ink'), [{ name: 'Ink', prompt: 'ink', negative: '' }]));
	it('are none in anything else', () => assert.deepEqual(stylesOf('{"a": 1}'), []));
	it('take the words in, or follow them', () => {
		assert.equal(styled('a cat', 'ink of {prompt}, {prompt}'), 'ink of a cat, a cat');
		assert.equal(styled('costs $& and $1', '{prompt}!'), 'costs $& and $1!');
		assert.equal(styled('a cat', 'ink'), 'a cat, ink');
		assert.equal(styled('', 'ink'), 'ink');
		assert.equal(styled('a cat', ''), 'a cat');
	});

	describe('in a file', () => {
		const folder = mkdtempSync(join(tmpdir(), 'limn-styles-'));
		after(() => rmSync(folder, { recursive: true }));
		const file = join(folder, 'styles.csv');
		before(() => writeFileSync(file, csv));
		const names = async (asked: string) => (await readStyles(asked, file)).map(({ name }) => name);

		it('are found by name, several between commas', async () => {
			assert.deepEqual(await names('Two lines, Ink'), ['Two lines', 'Ink']);
			assert.deepEqual(await names('a, b'), ['a, b']);
		});
		it('that are not there are refused with those that are', async () => {
			const failure = await failureIn(() => readStyles('Oil', file));
			assert.ok(failure?.kind === 'badRecipe');
			assert.match(failure.why, /“Oil” is not in .*“Ink”, “a, b”/);
		});
		it('without a file are refused', async () => {
			assert.equal((await failureIn(() => readStyles('Ink', undefined)))?.kind, 'badRecipe');
		});
	});
});
