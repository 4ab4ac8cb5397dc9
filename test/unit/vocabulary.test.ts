// Which words of a prompt a model was not taught: a table of prompts.
import assert from 'node:assert/strict';
import { TaughtWords } from '../../models/stable-diffusion/taught.ts';
import { strangers, strangersNote } from '../../sidecar/protocol/vocabulary.ts';

const vocabulary = TaughtWords.parse({
	nouns: [
		{ name: 'star', also: [] },
		{ name: 'berry', also: [] },
		{ name: 'box', also: ['crate'] },
		{ name: 'mouse', also: ['mice'] },
		{ name: 'ice cream', also: ['ice cream cone'] },
		{ name: 'witch’s hat', also: [] },
	],
	colours: [{ name: 'red', also: ['crimson', 'dark red'] }, 'blue'],
	materials: [{ name: 'wood', also: ['wooden'] }],
	backgrounds: [{ name: 'night', also: ['at night', 'under the stars'] }],
	styles: [{ name: 'pixel art', also: ['8-bit', 'paper-cut'] }],
	textures: ['grass'],
	words: ['two', '2', 'small', 'background', 'texture', 'made'],
});

describe('words that a model was not taught', () => {
	const check = (prompt: string, expected: readonly string[]) => () =>
		assert.deepEqual(strangers(prompt, vocabulary), expected);

	it('are none in no prompt', check('', []));
	it('are none in a prompt of its words', check('a small red star and two blue boxes made of wood', []));
	it('are none in capitals', check('RED Star AT NIGHT', []));
	it('are none among marks', check('“red star”, (blue)… small! star/box;star', []));
	it('are none in regular plurals', check('stars, berries, boxes, crates', []));
	it('are none in irregular plurals that are listed', check('two mice', []));
	it('are none in phrases', check('dark red ice cream cones under the stars', []));
	it('are parts of phrases that stand alone', check('dark cream under a cone', ['dark', 'cream', 'under', 'cone']));
	it('are none where a hyphen joins words', check('8-bit paper-cut star, 8 bit paper cut', []));
	it('are none with either apostrophe', check("a witch's hat, two witch’s hats", []));
	it('are told once, as they are typed first', check('Dragon, dragon and DRAGONS', ['Dragon', 'DRAGONS']));
	it('are told in order', check('a moody red castle at dusk', ['moody', 'castle', 'dusk']));
	it('are told of other scripts', check('red étoile 星 star', ['étoile', '星']));
	it('are numbers that it was not taught', check('2 stars and 7 boxes, 8k', ['7', '8k']));
	it('are no weights', check('(red:1.3) star [blue:0.5] (box: -1.5 )', []));
	it('are found in brackets', check('((dragon)) and [[knight]:1.2] \\(cape\\)', ['dragon', 'knight', 'cape']));
	it('are no LoRAs and no BREAK', check('a star <lora:shiny_v2:0.8> BREAK box', []));
	it('are a break of another kind', check('break', ['break']));
});

describe('a note of them', () => {
	const check = (words: readonly string[], expected: string | undefined) => () =>
		assert.equal(strangersNote('Sketch', words), expected);
	it('is not made of nothing', check([], undefined));
	it('names them', check(['dragon', 'Paris'], 'Sketch was not taught “dragon”, “Paris”.'));
	it('names four', check(['a', 'b', 'c', 'd', 'e', 'f'], 'Sketch was not taught “a”, “b”, “c”, “d” and 2 more.'));
});

describe('a vocabulary in limn.json', () => {
	it('may be plain lists of words', () => {
		const { nouns, words } = TaughtWords.parse({ nouns: ['star'] });
		assert.deepEqual(nouns, [{ name: 'star', also: [] }]);
		assert.ok(words.includes('background'));
	});
	it('always knows words that say nothing of what to draw', () => {
		const given = TaughtWords.parse({ nouns: ['star'], words: ['big'] });
		assert.deepEqual(strangers('draw the big star with a plain sky', given), ['plain', 'sky']);
	});
	it('holds no empty word', () => assert.equal(TaughtWords.safeParse({ nouns: [''] }).success, false));
});
