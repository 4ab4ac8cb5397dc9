// Sheets and sets: where sprites go, what is drawn between them, and lists that others read.
import assert from 'node:assert/strict';
import decodeIco from 'decode-ico';
import { expand } from '../../sidecar/assets/expand.ts';
import { drawSet } from '../../sidecar/assets/sets/draw.ts';
import { kindNames, kinds } from '../../sidecar/assets/sets/kinds.ts';
import { IconSet, setFiles } from '../../sidecar/assets/sets/set.ts';
import { drawSheet } from '../../sidecar/assets/sheets/draw.ts';
import { outputNames } from '../../sidecar/assets/sheets/outputs/index.ts';
import { pack, type Sprite } from '../../sidecar/assets/sheets/pack.ts';
import { isLike, membersOf, Sheet, sheetFiles } from '../../sidecar/assets/sheets/sheet.ts';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { painted, type Rgba } from '../../sidecar/post/rgba.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { manifest } from '../fixtures/manifests.ts';
import { sheetSprites, theSheet } from '../fixtures/sheets.ts';

const sheet = (fields: object = {}) => Sheet.parse({ out: 'art/s.png', of: ['*'], outputs: ['css'], ...fields });

/** Sprites of these sizes, each in a colour of its own. */
function sprites(...sizes: readonly (readonly [number, number])[]): Sprite[] {
	return sizes.map(([width, height], i) => ({
		name: `s${i}`,
		picture: painted(width, height, (data, at) => data.set([i + 1, 255 - i, 7, 255], at)),
		facts: {},
	}));
}
const many = (count: number, side: (i: number) => number) =>
	sprites(...Array.from({ length: count }, (_, i) => [side(i), side(i * 7)] as const));

describe('a packed sheet', () => {
	for (const [what, options] of [
		['packed', {}],
		['with padding and extrusion', { padding: 3, extrude: 2 }],
		['on several pages', { most: 128 }],
		['in a grid', { layout: 'grid' }],
		['in a grid on several pages', { layout: 'grid', most: 100 }],
	] as const)
		it(`keeps sprites apart and inside: ${what}`, () => {
			const wish = sheet(options);
			const pages = pack(
				many(60, i => 8 + (i % 13)),
				wish,
			);
			const apart = wish.padding + 2 * wish.extrude;
			for (const { width, height, placed } of pages) {
				assert.ok(width <= wish.most && height <= wish.most);
				const frames = placed.map(({ frame }) => frame);
				for (const { x, y, width: w, height: h } of frames) {
					assert.ok(x >= wish.extrude && y >= wish.extrude);
					assert.ok(x + w + wish.extrude <= width && y + h + wish.extrude <= height);
				}
				for (const [i, a] of frames.entries())
					for (const b of frames.slice(i + 1))
						assert.ok(
							a.x + a.width + apart <= b.x ||
								b.x + b.width + apart <= a.x ||
								a.y + a.height + apart <= b.y ||
								b.y + b.height + apart <= a.y,
							`${a.name} and ${b.name}`,
						);
			}
			assert.equal(pages.flatMap(({ placed }) => placed).length, 60);
			assert.ok(pages.length > 1 === 'most' in options);
		});

	it('has sides that are powers of two where asked', () => {
		for (const layout of ['packed', 'grid'])
			for (const { width, height } of pack(
				many(30, () => 20),
				sheet({ powerOfTwo: true, layout }),
			))
				for (const side of [width, height]) assert.ok(Number.isInteger(Math.log2(side)), `${side}`);
	});

	it('is the same every time', () =>
		assert.deepEqual(
			pack(
				many(40, i => 5 + (i % 9)),
				sheet(),
			),
			pack(
				many(40, i => 5 + (i % 9)),
				sheet(),
			),
		));

	it('refuses a sprite that is larger than a page', () =>
		assert.throws(() => pack(sprites([40, 40]), sheet({ most: 32 })), /larger/));

	it('draws the pixels themselves, and the outermost ones again', async () => {
		const wish = sheet({ extrude: 2, padding: 1 });
		const two = sheetSprites();
		const [{ bytes }] = await drawSheet(two, wish);
		const page = await readRgba('page', bytes);
		for (const { frame, stored } of pack(two, wish)[0].placed)
			for (let y = -2; y < frame.height + 2; y++)
				for (let x = -2; x < frame.width + 2; x++) {
					const [column, row] = [Math.min(frame.width - 1, Math.max(0, x)), Math.min(frame.height - 1, Math.max(0, y))];
					assert.deepEqual(pixel(page, frame.x + x, frame.y + y), pixel(stored, column, row));
				}
	});

	it('leaves transparent borders out where asked, and says where they were', () => {
		const [{ placed }] = pack(sheetSprites(), sheet({ trim: true }));
		const { frame } = placed.find(each => each.frame.name === 'key')!;
		assert.deepEqual(frame.whole, { width: 12, height: 10, left: 3, top: 2 });
		assert.deepEqual([frame.width, frame.height], [6, 5]);
	});

	it('of 2,000 sprites takes at most 5 s of the processor', async () => {
		const all = many(2000, i => 16 + (i % 33));
		const before = process.cpuUsage();
		await drawSheet(all, sheet({ outputs: [...outputNames].filter(name => name !== 'tiled'), most: 4096 }));
		const { user, system } = process.cpuUsage(before);
		// Of the processor, so that whatever else the machine does is not counted.
		const seconds = (user + system) / 1e6;
		console.log(`        sheet of 2,000 sprites: ${seconds.toFixed(2)} s of the processor`);
		assert.ok(seconds < 5, `${seconds} s`);
	}).timeout(120_000);
});

const pixel = ({ data, width }: Rgba, x: number, y: number) => [
	...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('the members of a sheet', () => {
	const items = expand(
		manifest({
			lists: { c: ['red', 'blue'] },
			assets: [
				{ name: 'cup_{c}', prompt: 'a' },
				{ name: 'cat', prompt: 'b' },
			],
		}),
	);
	it('are named, or alike', () => {
		assert.deepEqual(
			membersOf({ of: ['cat', 'cup_*'] }, items).map(({ name }) => name),
			['cup_red', 'cup_blue', 'cat'],
		);
		assert.throws(() => membersOf({ of: ['dog'] }, items), FailureError);
	});
	for (const [pattern, name, fits] of [
		['*', 'a', true],
		['a*b', 'ab', true],
		['a*b*c', 'axxbxxc', true],
		['a*b*c', 'acb', false],
		['ab*ba', 'aba', false],
		['a.c', 'abc', false],
	] as const)
		it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${name}`, () => assert.equal(isLike(name, pattern), fits));
	it('are matched in no time, whatever the pattern', () => {
		const began = performance.now();
		isLike('a'.repeat(200), 'a*'.repeat(100));
		assert.ok(performance.now() - began < 100);
	});
});

describe('a sheet for Tiled', () => {
	it('must be a grid', () => {
		assert.throws(() => sheetFiles(sheet({ outputs: ['tiled'] })), /grid/);
		assert.deepEqual(sheetFiles(sheet({ outputs: ['tiled'], layout: 'grid' })), ['art/s.png', 'art/s.tsx']);
	});
});

describe('the lists of a sheet', () => {
	it('are named before they are made as they are afterwards', async () => {
		const files = await drawSheet(sheetSprites(), theSheet);
		assert.deepEqual(
			files.map(({ path }) => path),
			sheetFiles(theSheet),
		);
	});
});

describe('a set of icons', () => {
	const master = painted(40, 30, (data, at, x) => data.set([x * 6, 90, 200, 255], at));
	for (const kind of kindNames)
		it(`has every file of ${kind} at its size`, async () => {
			const set = IconSet.parse({ of: 'a', out: 'icons', kind, background: '#336699' });
			const files = await drawSet(master, set);
			assert.deepEqual(
				files.map(({ path }) => path),
				setFiles(set),
			);
			for (const { file, sizes, solid } of kinds[kind].icons) {
				if (file.endsWith('.ico')) continue;
				const { data, width, height } = await readRgba(file, files.find(({ path }) => path === `icons/${file}`)!.bytes);
				assert.deepEqual({ width, height }, sizes[0], file);
				assert.deepEqual([...data.subarray(0, 4)], solid ? [0x33, 0x66, 0x99, 255] : [0, 0, 0, 0], file);
			}
		});

	it('has a favicon that another reader opens: 16, 32 and 48 pixels', async () => {
		const files = await drawSet(master, IconSet.parse({ of: 'a', out: 'icons', kind: 'web' }));
		const icons = decodeIco(files.find(({ path }) => path.endsWith('.ico'))!.bytes);
		assert.deepEqual(
			icons.map(({ type, width, height, bpp }) => [type, width, height, bpp]),
			[16, 32, 48].map(side => ['png', side, side, 32]),
		);
		for (const { data, width } of icons) assert.equal((await readRgba('icon', Uint8Array.from(data))).width, width);
	});

	it('keeps pixels hard, and as large as each other, where asked', async () => {
		const set = IconSet.parse({ of: 'a', out: 'icons', kind: 'web', resample: 'nearest' });
		const files = await drawSet(
			painted(2, 2, (data, at, x) => data.set([x === 0 ? 255 : 0, 0, 0, 255], at)),
			set,
		);
		const icon = await readRgba('icon', files.find(({ path }) => path.endsWith('icon-192.png'))!.bytes);
		const reds = new Set(Array.from({ length: 192 * 192 }, (_, at) => icon.data[at * 4]));
		assert.deepEqual([...reds], [255, 0]);
	});
});
