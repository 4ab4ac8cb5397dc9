// File names made of words, and the first free one of a series.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf } from '../../sidecar/protocol/picture.ts';
import { fileNameFor, freePath, nameFromWords, nameTrouble } from '../../extension/names.ts';

function check(words: string, expected: string): void {
	assert.equal(nameFromWords(words), expected);
}

describe('the name of a picture', () => {
	it('is its words with hyphens', () => check('A red star, on a blue background!', 'a-red-star-on-a-blue-background'));
	it('keeps letters of every script', () => check('红色的星星 на синем', '红色的星星-на-синем'));
	it('keeps accents, composed', () => check('cafe\u0301 au lait', 'café-au-lait'));
	it('never climbs out of its folder', () => check('../../etc/passwd', 'etc-passwd'));
	it('stops at a whole word', () =>
		check(
			'one two three four five six seven eight nine ten eleven',
			'one-two-three-four-five-six-seven-eight-nine-ten',
		));
	it('cuts a single endless word', () => check('a'.repeat(300), 'a'.repeat(48)));
	it('avoids what Windows keeps for devices', () => check('NUL', 'picture-nul'));
	it('is still a name when there are no words', () => check('!?* \n', 'picture'));
	it('has the extension of its format', () => assert.equal(fileNameFor('a cat', 'jpeg'), 'a-cat.jpg'));

	it('is one that every file system takes, whatever the words', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), words => nameTrouble(fileNameFor(words, 'png')) === undefined),
		);
	});
});

describe('a name somebody typed', () => {
	const names: [string, ReturnType<typeof nameTrouble>][] = [
		['cat.png', undefined],
		['my cat (2).png', undefined],
		['', 'empty'],
		['  ', 'empty'],
		['a/b.png', 'character'],
		['a\\b.png', 'character'],
		['a:b.png', 'character'],
		['a\nb.png', 'character'],
		['con.png', 'reserved'],
		['LPT1', 'reserved'],
		['console.png', undefined],
		['cat.', 'ending'],
	];
	for (const [name, trouble] of names) {
		it(`${JSON.stringify(name)}: ${trouble ?? 'fine'}`, () => assert.equal(nameTrouble(name), trouble));
	}

	it('asks for a format by its extension', () => {
		assert.deepEqual(['a.PNG', 'a.webp', 'a.avif', 'a.jpg', 'a.jpeg', 'a.gif', 'a'].map(formatOf), [
			'png',
			'webp',
			'avif',
			'jpeg',
			'jpeg',
			undefined,
			undefined,
		]);
	});
});

describe('a name that is taken', () => {
	async function check(path: string, taken: readonly string[], expected: string): Promise<void> {
		assert.equal(await freePath(path, candidate => Promise.resolve(taken.includes(candidate))), expected);
	}

	it('stays when it is free', () => check('/a/cat.png', [], '/a/cat.png'));
	it('counts from 1', () => check('/a/cat.png', ['/a/cat.png'], '/a/cat-1.png'));
	it('finds the first gap', () => check('/a/cat.png', ['/a/cat.png', '/a/cat-1.png', '/a/cat-3.png'], '/a/cat-2.png'));
	it('numbers a name without an extension', () => check('/a.b/cat', ['/a.b/cat'], '/a.b/cat-1'));
});
