// Picture files: the recipe goes in and comes out again, in every format; what is no picture is refused.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exifWithComment, textsOfExif } from '../../sidecar/pictures/exif.ts';
import { insertChunks, internationalTextChunk } from '../../sidecar/pictures/png.ts';
import { pixelsOf, rgbBytes } from '../../sidecar/pictures/pixels.ts';
import { inspect, readStart } from '../../sidecar/pictures/read.ts';
import { readStamp, writeStamp } from '../../sidecar/pictures/stamp.ts';
import { refuseUncarriable, writePicture } from '../../sidecar/pictures/write.ts';
import { recipeOfXmp, xmpPacket } from '../../sidecar/pictures/xmp.ts';
import { FailureError, type Failure } from '../../sidecar/protocol/failure.ts';
import { pictureFormats } from '../../sidecar/protocol/picture.ts';
import { anImage, aRecipe, aStamp } from './fixtures/pictures.ts';

for (const format of pictureFormats) {
	describe(`a picture in ${format}`, () => {
		it('carries its recipe, for Limn and for others', async () => {
			const found = await inspect('a file', await writePicture(anImage, format, aStamp));
			assert.equal(found.format, format);
			assert.deepEqual([found.width, found.height], [anImage.width, anImage.height]);
			assert.deepEqual(found.stamp, aStamp);
			assert.equal(found.infotext?.prompt, aRecipe.prompt);
			assert.equal(found.infotext?.values.get('Model'), aStamp.model.name);
		});

		it('is the same bytes each time', async () => {
			const [one, two] = [await writePicture(anImage, format, aStamp), await writePicture(anImage, format, aStamp)];
			assert.ok(Buffer.from(one).equals(Buffer.from(two)));
		});

		it('says that an algorithm made it', async () => {
			const bytes = Buffer.from(await writePicture(anImage, format, aStamp));
			assert.ok(bytes.includes('digitalsourcetype/trainedAlgorithmicMedia'));
		});

		it('says so of one with a start picture, too', async () => {
			const recipe = { ...aRecipe, start: { picture: '0'.repeat(64), strength: 0.5 } };
			const bytes = Buffer.from(await writePicture(anImage, format, { ...aStamp, recipe }));
			assert.ok(bytes.includes('digitalsourcetype/compositeWithTrainedAlgorithmicMedia'));
		});

		it('can be a start picture', async () => {
			const pixels = await readStart('a file', await writePicture(anImage, format, aStamp), 32, 16);
			assert.deepEqual([pixels.width, pixels.height, pixels.data.length], [32, 16, 32 * 16 * 3]);
			assert.ok(pixels.data.every(value => value >= -1 && value <= 1));
		});

		it('that is cut off is refused as a start picture', async () => {
			const bytes = await writePicture(anImage, format, aStamp);
			await checkRefused(readStart('cut', bytes.subarray(0, bytes.length * 0.7), 32, 32), 'badPicture');
		});
	});
}

describe('a text in a picture', () => {
	it('that is longer than any recipe is passed over', async () => {
		const png = await writePicture(anImage, 'png', aStamp);
		const long = internationalTextChunk('parameters', 'a'.repeat(30 << 20));
		const { infotext, stamp } = await inspect('a file', insertChunks(png, [long]));
		assert.deepEqual([infotext, stamp], [undefined, aStamp]);
	});
});

describe('what is no picture', () => {
	const text = (words: string) => new TextEncoder().encode(words);
	it('is refused: SVG', () =>
		checkRefused(inspect('a', text('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'badPicture'));
	it('is refused in words of its own', () =>
		assert.rejects(inspect('a', text('words')), /it is empty, or of another format/));
	it('is refused: PDF', () => checkRefused(inspect('a', text('%PDF-1.7')), 'badPicture'));
	it('is refused: nothing', () => checkRefused(inspect('a', new Uint8Array()), 'badPicture'));
	it('is refused: 65 MB', () => checkRefused(inspect('a', new Uint8Array(65 << 20)), 'badPicture'));
	it('is refused: more pixels than memory deserves', async () => {
		const { sharp } = await import('../../sidecar/pictures/sharp.ts');
		const bomb = await (
			await sharp()
		)({
			create: { width: 8000, height: 4000, channels: 3, background: 'black' },
		})
			.png()
			.toBuffer();
		await checkRefused(readStart('bomb', bomb, 64, 64), 'badPicture');
		await assert.rejects(inspect('bomb', bomb), /more than 16,777,216 pixels, which is the most: make it smaller/);
	});
});

describe('the words in a picture', () => {
	it('are refused before the work where a JPEG cannot carry them', () => {
		const stamp = { ...aStamp, recipe: { ...aRecipe, prompt: 'ä'.repeat(20_000), negative: 'ö'.repeat(20_000) } };
		assert.throws(() => refuseUncarriable('jpeg', stamp), isFailure('badRecipe'));
		assert.doesNotThrow(() => refuseUncarriable('png', stamp));
		assert.doesNotThrow(() => refuseUncarriable('jpeg', aStamp));
	});

	it('of the longest recipe are carried by every other format', async () => {
		const stamp = { ...aStamp, recipe: { ...aRecipe, prompt: '日'.repeat(20_000), negative: '本'.repeat(20_000) } };
		for (const format of ['png', 'webp', 'avif'] as const) {
			const { stamp: found } = await inspect('a', await writePicture(anImage, format, stamp));
			assert.deepEqual(found, stamp, format);
		}
	});

	it('come back from a stamp, whatever they are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), prompt => {
				const stamp = { ...aStamp, recipe: { ...aRecipe, prompt } };
				assert.deepEqual(readStamp(writeStamp(stamp)), stamp);
				assert.deepEqual(recipeOfXmp(xmpPacket('trainedAlgorithmicMedia', writeStamp(stamp))), writeStamp(stamp));
			}),
		);
	});

	it('of before recipes named an emphasis were taken as they stand, brackets and all', () => {
		const { emphasis: _, ...before } = aRecipe;
		const text = JSON.stringify({ limn: 1, ...aStamp, recipe: before });
		assert.deepEqual(readStamp(text), { ...aStamp, recipe: { ...aRecipe, emphasis: 'none' } });
	});

	it('come back from EXIF, whatever they are', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1 }).map(each => `Steps: 20, ${each}`),
				words => {
					assert.equal(textsOfExif(exifWithComment(words)).comment, words);
				},
			),
		);
	});

	it('that are no stamp are none', () => {
		for (const text of ['', '{', '[]', '{"limn":2}', '{"limn":1,"recipe":{}}'])
			assert.equal(readStamp(text), undefined);
	});

	it('of a broken EXIF block are none, and nothing throws', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), bytes => void textsOfExif(bytes)));
	});
});

describe('pixels', () => {
	it('are bytes, rounded and kept in range', async () => {
		const data = Float32Array.of(-2, -1, 0, 1, 0.5, 2, 0, 0, 0, 0, 0, 0);
		const rgb = await rgbBytes({ data, width: 2, height: 2 });
		assert.deepEqual([...rgb!], [0, 191, 128, 0, 255, 128, 128, 128, 128, 255, 128, 128]);
	});

	it('that are not finite are no picture', async () => {
		for (const bad of [NaN, Infinity, -Infinity]) {
			assert.equal(await rgbBytes({ data: new Float32Array(12).fill(bad, 5, 6), width: 2, height: 2 }), undefined);
		}
	});

	it('come back from bytes', async () => {
		const { rgb, width, height } = anImage;
		assert.deepEqual(await rgbBytes(await pixelsOf(rgb, width, height)), rgb);
	});
});

async function checkRefused(work: Promise<unknown>, kind: Failure['kind']): Promise<void> {
	await assert.rejects(work, isFailure(kind));
}

const isFailure = (kind: Failure['kind']) => (error: unknown) =>
	error instanceof FailureError && error.failure.kind === kind;
