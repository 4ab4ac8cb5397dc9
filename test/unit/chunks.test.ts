// Prompts in chunks: where they are cut, what frames them, and what is refused; and what weights do to states.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Piece } from '../../models/text/attention.ts';
import { chunksOf, largestWeight, mostChunks, type TokenReader } from '../../models/text/chunks.ts';
import { weighByMean, weighFromEmpty } from '../../models/text/weighting.ts';
import { failureIn } from '../fixtures/failing.ts';

const [begin, end, pad, comma] = [-1, -2, -3, 44];
/** Every character is a token. */
const reader: TokenReader = {
	read: text => [...text].map(letter => letter.codePointAt(0)!),
	...{ begin, end, pad, comma, window: 77 },
};
const plain = (text: string): Piece => ({ text, weight: 1 });

/** The chunks' words, without what frames them. */
const texts = (pieces: readonly Piece[]) =>
	chunksOf(pieces, reader).map(({ ids }) => String.fromCodePoint(...ids.slice(1, ids.indexOf(end))));

describe('chunks', () => {
	const check = (pieces: readonly Piece[], ...expected: readonly string[]) => assert.deepEqual(texts(pieces), expected);
	const [a, b] = ['a', 'b'].map(letter => (count: number) => letter.repeat(count));

	it('of nothing are one, empty', () => check([], ''));
	it('of a short prompt are one', () => check([plain('cat')], 'cat'));
	it('of 75 tokens are one', () => check([plain(a(75))], a(75)));
	it('of 76 tokens are two', () => check([plain(a(76))], a(75), 'a'));
	it('are cut behind a comma among the last 20 tokens', () => check([plain(`${a(55)},${b(20)}`)], `${a(55)},`, b(20)));
	it('are not cut at a comma further back', () => check([plain(`${a(54)},${b(21)}`)], `${a(54)},${b(20)}`, 'b'));
	it('are cut before a comma that comes next', () => check([plain(`${a(60)},${b(14)},b`)], `${a(60)},${b(14)}`, ',b'));
	it('are cut behind the last of several commas', () => check([plain(`${a(60)},bb,${b(20)}`)], `${a(60)},bb,`, b(20)));
	it('begin anew at a break', () => check([plain('a'), 'break', plain('b')], 'a', 'b'));
	it('are empty between two breaks', () => check([plain('a'), 'break', 'break', plain('b')], 'a', '', 'b'));
	it('do not end with an empty one', () => check([plain('a'), 'break'], 'a'));
	it('forget commas before a break', () => check([plain(`${a(70)},`), 'break', plain(a(76))], `${a(70)},`, a(75), 'a'));

	it('have begin, end and padding, with plain weights', () => {
		const [{ ids, weights }] = chunksOf([plain('a'), { text: 'b', weight: 1.5 }], reader);
		assert.deepEqual(ids, [begin, 97, 98, end, ...Array<number>(73).fill(pad)]);
		assert.deepEqual(weights, [1, 1, 1.5, 1, ...Array<number>(73).fill(1)]);
	});

	it('hold every token with its weight in order, and are never too long', () => {
		const piece = fc.record({
			text: fc.array(fc.constantFrom('a', 'b', ','), { maxLength: 200 }).map(letters => letters.join('')),
			weight: fc.constantFrom(1, 1.1, 0.5),
		});
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.constant('break' as const)), { maxLength: 8 }), pieces => {
				const found = chunksOf(pieces, reader).flatMap(({ ids, weights }) => {
					assert.deepEqual([ids.length, weights.length], [77, 77]);
					return ids.map((id, i) => [id, weights[i]]).filter(([id]) => id >= 0);
				});
				const asked = pieces.flatMap(one => (one === 'break' ? [] : reader.read(one.text).map(id => [id, one.weight])));
				assert.deepEqual(found, asked);
			}),
		);
	});

	const checkRefused = async (pieces: readonly Piece[], why: RegExp) => {
		const failure = await failureIn(async () => chunksOf(pieces, reader));
		assert.equal(failure?.kind, 'badRecipe');
		assert.match((failure as { why: string }).why, why);
	};
	it('may be 32', () => assert.equal(chunksOf([plain(a(75 * mostChunks))], reader).length, 32));
	it('may not be 33', () => checkRefused([plain(a(75 * mostChunks + 1))], /more than 32 chunks of 75 tokens/));
	it('may not be broken into 33', () => checkRefused(Array<Piece>(33).fill('break'), /more than 32/));
	it('may not weigh beyond measure', () =>
		checkRefused([{ text: 'a', weight: -largestWeight - 1 }], /weight of -101; 100 is the most/));
	it('may not weigh infinitely', () => checkRefused([{ text: 'a', weight: Infinity }], /weight of Infinity/));
});

describe('weights', () => {
	const states = Float32Array.of(1, 2, 3, 4);
	const check = (got: Float32Array, expected: readonly number[]) =>
		assert.deepEqual([...got], [...Float32Array.from(expected)]);

	it("in A1111's way multiply rows, and the mean stays", () => {
		const got = weighByMean({ states, weights: [1, 2] });
		// 1, 2, 6, 8 have the mean 4.25 where it was 2.5.
		check(got, [10 / 17, 20 / 17, 60 / 17, 80 / 17]);
	});
	it("in ComfyUI's way move rows away from those without words", () =>
		check(weighFromEmpty({ states, weights: [1, 2] }, Float32Array.of(9, 9, 1, 5)), [1, 2, 5, 3]));
	it('of 1 change nothing at all', () => {
		check(weighByMean({ states, weights: [1, 1] }), [1, 2, 3, 4]);
		check(weighFromEmpty({ states, weights: [1, 1] }, Float32Array.of(0.1, 0.2, 0.3, 0.4)), [1, 2, 3, 4]);
	});
});
