// Parity with transformers' CLIPTokenizer: ids of 500 prompts, and of 500 in brackets, against goldens made by make_goldens/tokens.py.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAttention } from '../../models/text/attention.ts';
import { clipTokenizer } from '../../models/text/clip-tokenizer.ts';
import { chunksOf } from '../../models/text/chunks.ts';
import { checkEqual } from '../fixtures/nearness.ts';
import { clipVocabulary } from '../fixtures/vocabulary.ts';

const { prompts, ids, weighed } = JSON.parse(
	readFileSync(new URL('goldens/tokens/tokens.json', import.meta.url), 'utf8'),
) as {
	readonly prompts: readonly string[];
	readonly ids: Readonly<Record<'sd1' | 'sd2', readonly number[][]>>;
	readonly weighed: readonly { readonly prompt: string; readonly ids: number[]; readonly weights: number[] }[];
};
const [begin, end] = ['<|startoftext|>', '<|endoftext|>'];

describe('token ids agree with transformers', () => {
	it('has 500 prompts of each kind', () => assert.deepEqual([prompts.length, weighed.length], [500, 500]));

	for (const [kind, pad] of [['sd1', end] as const, ['sd2', '!'] as const]) {
		it(`padded with ${pad}`, () => {
			const { vocab, merges } = clipVocabulary();
			const reader = clipTokenizer({ vocab, merges, begin, end, unknown: end, pad, window: 77 });
			prompts.forEach((prompt, i) => {
				const expected = [...ids[kind][i], ...Array<number>(77 - ids[kind][i].length).fill(vocab[pad])];
				// transformers cuts what is too long; Limn reads on in the next chunk.
				const first = { ...reader, read: (text: string) => reader.read(text).slice(0, 75) };
				const [chunk] = chunksOf([{ text: prompt, weight: 1 }], first);
				const row = { what: `Token ids of prompts, padded with ${pad}`, against: 'CLIPTokenizer' };
				checkEqual(row, chunk.ids, expected, `prompt ${i}: ${JSON.stringify(prompt.slice(0, 80))}`);
			});
		});
	}

	it('with the weights of brackets', () => {
		const { vocab, merges } = clipVocabulary();
		const reader = clipTokenizer({ vocab, merges, begin, end, unknown: end, pad: end, window: 77 });
		weighed.forEach(({ prompt, ids, weights }, i) => {
			const [chunk, more] = chunksOf(readAttention(prompt), reader);
			const which = `prompt ${i}: ${JSON.stringify(prompt)}`;
			assert.equal(more, undefined, which);
			const row = { what: 'Token ids of prompts in brackets', against: 'CLIPTokenizer and the grammar of A1111' };
			checkEqual(row, chunk.ids.slice(1, 1 + chunk.tokens), ids, which);
			const found = chunk.weights.slice(1, 1 + chunk.tokens);
			assert.ok(
				found.every((weight, at) => Math.abs(weight - weights[at]) <= 1e-11),
				which,
			);
		});
	});
});
