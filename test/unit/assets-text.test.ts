// A manifest's text in the editor: where a problem is marked, and what a pin changes.
import assert from 'node:assert/strict';
import { applyEdits } from 'jsonc-parser';
import { entriesIn, pinning, pinsIn, spanOf } from '../../extension/assets/text.ts';

const text = `{
	"limn": 1,
	"assets": [
		{ "name": "a", "style": "px" },
		{
			"name": "b"
		}
	]
}
`;

describe('a place in a manifest', () => {
	for (const [at, marked] of [
		[['assets', 0, 'style'], '"px"'],
		[['assets', 0, 'out'], '{ "name": "a", "style": "px" }'],
		[['assets', 1], '{'],
		[['assets', 7, 'name'], '['],
		[['pins', 'a'], '{'],
		[[], '{'],
	] as const)
		it(`${at.join('.') || 'that has no name'} is ${marked}`, () => {
			const { start, end } = spanOf(text, at);
			assert.equal(text.slice(start, end), marked);
		});
	it('is the first line of a text that is no JSON', () =>
		assert.deepEqual(spanOf('no\nJSON', ['a']), { start: 0, end: 2 }));
	it('is known for every entry', () =>
		assert.deepEqual(
			entriesIn(text).map(at => text.slice(at, at + 9)),
			['{ "name":', '{\n\t\t\t"nam'],
		));
});

describe('a pin', () => {
	const pinned = (before: string, pins: Record<string, number | undefined>) =>
		applyEdits(before, [...pinning(before, pins)]);

	it('is added, changed, and taken away again without a trace', () => {
		const one = pinned(text, { a: 7 });
		assert.equal(one, text.replace('\t]\n}', '\t],\n\t"pins": {\n\t\t"a": 7\n\t}\n}'));
		const two = pinned(one, { a: 8, b: 9 });
		assert.deepEqual(pinsIn(two), { a: 8, b: 9 });
		assert.equal(pinned(two, { a: undefined, b: undefined }), text);
	});
	it('is indented as the text is', () =>
		assert.match(pinned(text.replaceAll('\t', '  '), { a: 7 }), /\n  "pins": \{\n    "a": 7\n  \}/));
	it('leaves the others alone', () => {
		const text = '{ "limn": 1, "pins": { "b": 2 } }';
		assert.deepEqual(pinsIn(pinned(text, { a: 1 })), { a: 1, b: 2 });
	});
});
