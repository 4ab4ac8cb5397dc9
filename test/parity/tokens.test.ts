// Parity with transformers' CLIPTokenizer: ids of 200 prompts, against goldens made by make_goldens/tokens.py.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clipTokenizer } from '../../models/text/clip-tokenizer.ts';
import { chunksOf } from '../../models/text/chunks.ts';
import { clipVocabulary } from '../fixtures/vocabulary.ts';

const { prompts, ids } = JSON.parse(readFileSync(new URL('goldens/tokens/tokens.json', import.meta.url), 'utf8')) as {
	readonly prompts: readonly string[];
	readonly ids: Readonly<Record<'sd1' | 'sd2', readonly number[][]>>;
};
const [begin, end] = ['<|startoftext|>', '<|endoftext|>'];

describe('token ids agree with transformers', () => {
	it('has 200 prompts', () => assert.equal(prompts.length, 200));

	for (const [kind, pad] of [['sd1', end] as const, ['sd2', '!'] as const]) {
		it(`padded with ${pad}`, () => {
			const { vocab, merges } = clipVocabulary();
			const reader = clipTokenizer({ vocab, merges, begin, end, unknown: end, pad, window: 77 });
			prompts.forEach((prompt, i) => {
				const expected = [...ids[kind][i], ...Array<number>(77 - ids[kind][i].length).fill(vocab[pad])];
				// transformers cuts what is too long; Limn reads on in the next chunk.
				const first = { ...reader, read: (text: string) => reader.read(text).slice(0, 75) };
				const [chunk] = chunksOf([{ text: prompt, weight: 1 }], first);
				assert.deepEqual(chunk.ids, expected, `prompt ${i}: ${JSON.stringify(prompt.slice(0, 80))}`);
			});
		});
	}
});
