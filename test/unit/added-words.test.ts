// Words that a recipe brings along, found in prompts.
import assert from 'node:assert/strict';
import { withAddedWords } from '../../models/text/added-words.ts';
import type { TokenReader } from '../../models/text/chunks.ts';

/** Reads every letter as its code. */
const letters: TokenReader = {
	read: text => [...text.replaceAll(' ', '')].map(letter => letter.charCodeAt(0)),
	...{ begin: 0, end: 0, pad: 0, comma: undefined, window: 77 },
};
const words = [
	{ names: ['moss'], tokens: 2 },
	{ names: ['moss-2', '<fern>'], tokens: 1 },
	{ names: ['c++.'], tokens: 1 },
];
const reader = withAddedWords(letters, words, 1000);

describe('added words', () => {
	const check = (text: string, expected: readonly (number | string)[]) =>
		assert.deepEqual(
			reader.read(text),
			expected.map(each => (typeof each === 'number' ? each : each.charCodeAt(0))),
		);
	it('are read as their own tokens', () => check('a moss b', ['a', 1000, 1001, 'b']));
	it('are read in any case', () => check('MoSS', [1000, 1001]));
	it('are whole words', () => check('mossy', ['m', 'o', 's', 's', 'y']));
	it('may stand beside commas', () => check('moss,moss', [1000, 1001, ',', 1000, 1001]));
	it('are the longest that fit', () => check('moss-2', [1002]));
	it('may have several names', () => check('<fern>', [1002]));
	it('may hold signs that mean something elsewhere', () => check('c++.', [1003]));
	it('may be called as ComfyUI calls them', () => check('embedding:moss', [1000, 1001]));
});
