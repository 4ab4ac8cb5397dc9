// Backgrounds are taken away: measured against alpha that is known.
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { post } from '../../sidecar/post/run.ts';
import { painted, type Rgb } from '../../sidecar/post/rgba.ts';
import { composite } from '../fixtures/composites.ts';
import { noFiles } from '../fixtures/post.ts';

const cutOut = (picture: Parameters<typeof post>[0], options: object = {}) =>
	post(picture, [{ step: 'cut-out', ...options }], noFiles);

describe('cutting out', function () {
	it('finds the alpha of 100 composites to 0.02 on average', async function () {
		const errors: number[] = [];
		const fringes: number[] = [];
		for (let seed = 0; seed < 100; seed++) {
			const { picture, alpha, colours } = composite(seed);
			const { data } = (await cutOut(picture)).picture;
			errors.push(mean(Array.from(alpha, (share, at) => Math.abs(share - data[at * 4 + 3] / 255))));
			const edges = [...alpha.keys()].filter(at => alpha[at] > 0.2 && alpha[at] < 0.8 && data[at * 4 + 3] > 0);
			fringes.push(
				mean(edges.map(at => mean([0, 1, 2].map(c => Math.abs(data[at * 4 + c] - (colours[at] as Rgb)[c]))))),
			);
		}
		const worst = Math.max(...errors);
		const told = `alpha: mean absolute error ${mean(errors).toFixed(4)}, worst picture ${worst.toFixed(4)}`;
		console.log(`        ${told}; colours of edges off by ${mean(fringes).toFixed(1)} of 255`);
		assert.ok(mean(errors) <= 0.02 && worst <= 0.05, told);
		assert.ok(mean(fringes) < 12);
	});

	it('finds it behind the noise of a JPEG, too, and takes specks for background', async () => {
		const errors: number[] = [];
		for (let seed = 0; seed < 20; seed++) {
			const { picture, alpha } = composite(seed);
			const { data, width, height } = picture;
			const raw = { raw: { width, height, channels: 4 } } as const;
			const jpeg = sharp(data, raw).removeAlpha().jpeg({ quality: 85, chromaSubsampling: '4:4:4' });
			const cut = (await cutOut(await readRgba('a file', await jpeg.toBuffer()))).picture;
			errors.push(mean(Array.from(alpha, (share, at) => Math.abs(share - cut.data[at * 4 + 3] / 255))));
		}
		console.log(`        after JPEG of quality 85: mean absolute error ${mean(errors).toFixed(4)}`);
		assert.ok(mean(errors) <= 0.03, `${mean(errors)}`);
	});

	const disc = (key: Rgb, inner: Rgb, middle: Rgb = inner) =>
		painted(32, 32, (data, at, x, y) => {
			const far = Math.hypot(x - 15.5, y - 15.5);
			data.set([...(far > 12 ? key : far > 5 ? inner : middle), 255], at);
		});
	const alphaAt = (data: Uint8Array, x: number, y: number) => data[(y * 32 + x) * 4 + 3];

	it('leaves no colour of the background behind', async () => {
		const { picture, facts } = await cutOut(disc([255, 0, 255], [0, 128, 0]));
		assert.equal(facts.key, '#ff00ff');
		for (let at = 0; at < picture.data.length; at += 4) {
			const [red, green, blue, alpha] = picture.data.subarray(at, at + 4);
			assert.deepEqual([red, green, blue], alpha === 0 ? [0, 0, 0] : [0, 128, 0]);
		}
	});

	it('cuts what the subject encloses, or keeps it', async () => {
		const ring = disc([255, 255, 255], [200, 0, 0], [255, 255, 255]);
		assert.equal(alphaAt((await cutOut(ring)).picture.data, 16, 16), 0);
		assert.equal(alphaAt((await cutOut(ring, { holes: false })).picture.data, 16, 16), 255);
		assert.equal(alphaAt((await cutOut(ring, { holes: false })).picture.data, 0, 0), 0);
	});

	it('makes alpha hard where asked', async () => {
		const { data } = (await cutOut(composite(2).picture, { hard: true })).picture;
		assert.ok(data.every((value, at) => at % 4 !== 3 || value === 0 || value === 255));
		assert.ok(data.some((value, at) => at % 4 === 3 && value === 255));
	});

	it('follows a background that is a little off the key', async () => {
		const { picture, facts } = await cutOut(disc([248, 6, 250], [0, 128, 0]), { key: '#ff00ff' });
		assert.equal(facts.key, '#f806fa');
		assert.equal(alphaAt(picture.data, 0, 0), 0);
	});

	it('keeps the alpha that was there', async () => {
		const picture = disc([255, 0, 255], [0, 128, 0]);
		picture.data[(16 * 32 + 16) * 4 + 3] = 0;
		assert.equal(alphaAt((await cutOut(picture)).picture.data, 16, 16), 0);
	});

	it('says so where there is no flat background', async () => {
		const busy = painted(32, 32, (data, at, x, y) => data.set([x * 8, y * 8, (x * y * 37) % 256, 255], at));
		assert.match((await cutOut(busy, { key: '#00ff00' })).notes.join(), /hardly anything/);
	});
});

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
