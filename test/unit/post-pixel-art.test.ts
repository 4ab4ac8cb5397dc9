// Pixel art that was drawn large comes back as the pixels it was made of.
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { detectGrid } from '../../sidecar/post/grid.ts';
import { cleanOutlines } from '../../sidecar/post/outlines.ts';
import { post } from '../../sidecar/post/run.ts';
import { blank, cut, painted, type Rgba } from '../../sidecar/post/rgba.ts';
import { nearest } from '../../sidecar/post/steps/size.ts';
import { noFiles } from '../fixtures/post.ts';

describe('the grid of pixel art', function () {
	it('is found in at least 95 % of 50 enlarged pictures with JPEG noise, and the pixels come back', async () => {
		let [found, same] = [0, 0];
		const missed: string[] = [];
		for (let seed = 0; seed < 50; seed++) {
			const factor = 2 + (seed % 11);
			const small = sprite(seed);
			const [shiftX, shiftY] = [(seed * 3) % factor, (seed * 5) % factor];
			const large = nearest(small, small.width * factor, small.height * factor);
			const shifted = cut(large, shiftX, shiftY, large.width - factor, large.height - factor);
			const noisy = await throughJpeg(shifted, 70 + (seed % 5) * 6);
			const grid = detectGrid(noisy);
			const right = grid?.cell === factor && (grid.left + shiftX) % factor === 0 && (grid.top + shiftY) % factor === 0;
			if (!right) missed.push(`${seed}: ${factor} taken for ${grid?.cell}`);
			else found++;
			const { picture } = await post(noisy, [{ step: 'pixel-art' }], noFiles);
			if (right && closeTo(picture, small, factor, shiftX, shiftY) > 0.9) same++;
		}
		console.log(
			`        grid found in ${found} of 50, pixels come back in ${same}${missed.length > 0 ? ` (${missed.join('; ')})` : ''}`,
		);
		assert.ok(found >= 48, missed.join('; '));
		assert.ok(same >= 45, `${same}`);
	});

	it('is not found where there is none', () => {
		const smooth = painted(96, 96, (data, at, x, y) =>
			data.set([x * 2, y * 2, 128 + 60 * Math.sin((x + y) / 9), 255], at),
		);
		assert.equal(detectGrid(smooth), undefined);
		assert.equal(detectGrid(painted(64, 64, (data, at) => data.set([9, 9, 9, 255], at))), undefined);
	});
});

describe('pixel art', () => {
	it('comes back exactly from a clean enlargement, transparent pixels too', async () => {
		const small = sprite(3);
		small.data.fill(0, 0, 200);
		const { picture, facts } = await post(nearest(small, 32 * 6, 32 * 6), ['pixel-art'], noFiles);
		assert.deepEqual(picture, small);
		assert.equal(facts.grid, 6);
	});

	it('has the asked size, with a grid and without', async () => {
		const large = nearest(sprite(5), 128, 128);
		for (const size of [16, 30, 32, 48]) {
			const { picture } = await post(large, [{ step: 'pixel-art', size }], noFiles);
			assert.deepEqual([picture.width, picture.height], [size, size]);
		}
		const wide = await post(blank(100, 50), [{ step: 'pixel-art', size: 20 }], noFiles);
		assert.deepEqual([wide.picture.width, wide.picture.height], [20, 10]);
	});

	it('without a grid is left alone, and says so', async () => {
		const { picture, notes } = await post(blank(50, 50), ['pixel-art'], noFiles);
		assert.deepEqual(picture, blank(50, 50));
		assert.match(notes.join(), /no grid/);
	});

	const drawn = (...rows: string[]) =>
		painted(rows[0].length, rows.length, (data, at, x, y) =>
			data.set(rows[y][x] === '#' ? [0, 0, 0, 255] : [0, 0, 0, 0], at),
		);
	const shown = ({ data, width, height }: Rgba) =>
		Array.from({ length: height }, (_, y) =>
			Array.from({ length: width }, (_, x) => (data[(y * width + x) * 4 + 3] > 0 ? '#' : '.')).join(''),
		);

	it('loses lone pixels when cleaned', () =>
		assert.deepEqual(shown(cleanOutlines(drawn('#...', '..##', '..##'))), ['....', '..##', '..##']));
	it('loses the corner of a line that turns, and keeps a slanted line', () =>
		assert.deepEqual(shown(cleanOutlines(drawn('....', '.##.', '..#.', '..##'))), ['....', '.#..', '..#.', '...#']));
	it('keeps the corners of a frame', () => {
		const frame = ['#####', '#...#', '#...#', '#...#', '#####'];
		assert.deepEqual(shown(cleanOutlines(drawn(...frame))), frame);
	});
});

/** A sprite of 32 × 32 opaque pixels: a background, blobs with a rim and a lit side, and a few single pixels. */
function sprite(seed: number): Rgba {
	const random = randomFrom(seed);
	const colour = () => [Math.floor(random() * 256), Math.floor(random() * 256), Math.floor(random() * 256)];
	const sheet = colour();
	const blobs = Array.from({ length: 3 }, () => ({
		...{ x: 8 + random() * 16, y: 8 + random() * 16, r: 4 + random() * 7 },
		...{ body: colour(), rim: colour(), light: colour() },
	}));
	return painted(32, 32, (data, at, x, y) => {
		let taken = sheet;
		for (const blob of blobs) {
			const far = Math.hypot(x - blob.x, (y - blob.y) * 1.2);
			if (far < blob.r) taken = far > blob.r - 1.2 ? blob.rim : x + y < blob.x + blob.y ? blob.light : blob.body;
		}
		data.set([...(random() < 0.03 ? colour() : taken), 255], at);
	});
}

async function throughJpeg({ data, width, height }: Rgba, quality: number): Promise<Rgba> {
	const raw = { raw: { width, height, channels: 4 } } as const;
	const jpeg = await sharp(data, raw).removeAlpha().jpeg({ quality }).toBuffer();
	return await readRgba('a file', jpeg);
}

/** The share of whole cells whose pixel is close to the sprite's. */
function closeTo(picture: Rgba, small: Rgba, factor: number, shiftX: number, shiftY: number): number {
	const [firstX, firstY] = [shiftX > factor / 2 ? 1 : 0, shiftY > factor / 2 ? 1 : 0];
	let close = 0;
	const side = 29;
	for (let y = 1; y <= side; y++) {
		for (let x = 1; x <= side; x++) {
			const [a, b] = [(y * picture.width + x) * 4, ((y + firstY) * small.width + x + firstX) * 4];
			if ([0, 1, 2].every(c => Math.abs(picture.data[a + c] - small.data[b + c]) < 40)) close++;
		}
	}
	return close / (side * side);
}
