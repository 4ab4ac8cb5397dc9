// PNG chunks: texts in all three kinds of chunk, written and read, and files that are damaged on purpose.
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { chunks, insertChunks, internationalTextChunk, textChunk, texts } from '../../sidecar/pictures/png.ts';
import { aPng, latin1 } from './fixtures/pictures.ts';

function check(keyword: string, text: string, chunkType: string): void {
	const chunk = textChunk(keyword, text);
	assert.equal(chunk.type, chunkType);
	assert.deepEqual(texts(insertChunks(aPng, [chunk])), [{ keyword, text }]);
}

describe('a text in a PNG', () => {
	it('is plain where Latin-1 holds it', () => check('parameters', 'café\nSteps: 20', 'tEXt'));
	it('is UTF-8 where it does not', () => check('parameters', '日本 🏰', 'iTXt'));
	it('may be empty', () => check('parameters', '', 'tEXt'));

	it('comes back whatever it says, as far as PNG allows', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), text => {
				const [read] = texts(insertChunks(aPng, [internationalTextChunk('limn', text)]));
				assert.equal(read.text, text);
			}),
		);
	});

	it('is read from a compressed chunk, as other tools write', () => {
		const data = Buffer.concat([latin1('parameters\0\0'), deflateSync(latin1('a cat'))]);
		assert.deepEqual(texts(insertChunks(aPng, [{ type: 'zTXt', data }])), [{ keyword: 'parameters', text: 'a cat' }]);
	});

	it('is passed over when it unpacks to more than a recipe can be', () => {
		const bomb = Buffer.concat([latin1('parameters\0\0'), deflateSync(Buffer.alloc(50 << 20))]);
		assert.deepEqual(texts(insertChunks(aPng, [{ type: 'zTXt', data: bomb }])), []);
	});

	it('is passed over when it is no zlib stream', () => {
		const data = latin1('parameters\0\0nonsense');
		assert.deepEqual(texts(insertChunks(aPng, [{ type: 'zTXt', data }])), []);
	});
});

describe('a damaged PNG', () => {
	const whole = insertChunks(aPng, [textChunk('parameters', 'a cat'), textChunk('more', 'a dog')]);

	it('gives the chunks before a wrong checksum', () => {
		const spoiled = Uint8Array.from(whole);
		spoiled[Buffer.from(whole).indexOf('a dog')] ^= 1;
		assert.deepEqual(texts(spoiled), [{ keyword: 'parameters', text: 'a cat' }]);
	});

	it('gives what is whole, wherever it is cut off', () => {
		for (let length = 8; length <= whole.length; length++) {
			const read = [...chunks(whole.subarray(0, length))].map(({ type }) => type);
			const all = [...chunks(whole)].map(({ type }) => type);
			assert.deepEqual(read, all.slice(0, read.length));
		}
	});

	it('never makes the reader throw', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
				texts(Buffer.concat([whole.subarray(0, 33), bytes]));
			}),
		);
	});
});
