// Parity of the preprocessors with OpenCV, against goldens of make_goldens/preprocessors.py.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { preprocessors } from '../../models/preprocessors/index.ts';
import type { RgbPicture } from '../../models/preprocessors/picture.ts';
import type { PreprocessorName } from '../../sidecar/protocol/recipe.ts';
import { noteError } from '../fixtures/nearness.ts';

async function read(name: string): Promise<RgbPicture> {
	const file = await readFile(new URL(`goldens/preprocessors/${name}.png`, import.meta.url));
	const { data, info } = await sharp(file)
		.toColourspace('srgb')
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { rgb: new Uint8Array(data), width: info.width, height: info.height };
}

function whole(name: PreprocessorName, picture: RgbPicture): RgbPicture {
	const work = preprocessors[name](picture);
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

/** How many pixels may differ, by how much: rounding in float32 falls either way. */
const tolerated: Readonly<
	Record<Exclude<PreprocessorName, 'none'>, { readonly share: number; readonly most: number }>
> = {
	canny: { share: 0, most: 0 },
	scribble: { share: 0.001, most: 255 },
	'soft-edge': { share: 0.01, most: 1 },
	luminance: { share: 0, most: 0 },
	tile: { share: 0.01, most: 1 },
};

describe('preprocessors agree with OpenCV', () => {
	for (const picture of ['shapes', 'noise']) {
		for (const [name, { share, most }] of Object.entries(tolerated)) {
			it(`${name} of ${picture}`, async () => {
				const golden = await read(`${picture}-${name}`);
				const made = whole(name as PreprocessorName, await read(picture));
				assert.deepEqual([made.width, made.height], [golden.width, golden.height]);
				const apart = made.rgb.map((value, i) => Math.abs(value - golden.rgb[i]));
				const differing = apart.filter(value => value > 0).length / apart.length;
				const largest = apart.reduce((a, b) => Math.max(a, b), 0);
				assert.ok(largest <= most, `${differing * 100} % differ, by up to ${largest}`);
				noteError({ what: `Preprocessor ${name}: bytes`, against: 'OpenCV' }, 'differing', differing, share);
				assert.ok(new Set(made.rgb).size > 1, 'shows something');
			});
		}
	}

	it('none leaves the picture as it is', async () => {
		const picture = await read('noise');
		assert.deepEqual(whole('none', picture), picture);
	});
	for (const name of Object.keys(preprocessors) as PreprocessorName[]) {
		it(`${name} makes something of one pixel`, () => {
			const made = whole(name, { rgb: Uint8Array.of(7, 8, 9), width: 1, height: 1 });
			assert.equal(made.rgb.length, 3);
		});
	}
});
