// The steps of post-processing, each on pixels that can be counted by hand.
import assert from 'node:assert/strict';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { stepOfText } from '../../sidecar/cli/post.ts';
import { inspect } from '../../sidecar/pictures/read.ts';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { writeRgba } from '../../sidecar/pictures/write.ts';
import { seamScore } from '../../sidecar/post/repeat.ts';
import { post, stepsSchema } from '../../sidecar/post/run.ts';
import type { WrittenStep } from '../../sidecar/protocol/picture.ts';
import { blank, boundsOf, painted, type Rgba } from '../../sidecar/post/rgba.ts';
import { steps } from '../../sidecar/post/steps/index.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { aStamp } from './fixtures/pictures.ts';
import { noFiles } from '../fixtures/post.ts';

const run = (picture: Rgba, ...written: WrittenStep[]) => post(picture, written, noFiles);
/** `#` is red, `o` is half red, everything else transparent. */
const drawn = (...rows: string[]) =>
	painted(rows[0].length, rows.length, (data, at, x, y) => {
		const alpha = { '#': 255, o: 128 }[rows[y][x]] ?? 0;
		if (alpha > 0) data.set([200, 0, 0, alpha], at);
	});
const shown = ({ data, width, height }: Rgba) =>
	Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (_, x) => {
			const [red, , , alpha] = data.subarray((y * width + x) * 4);
			return alpha === 0 ? '.' : alpha < 250 ? 'o' : red > 100 ? '#' : 'x';
		}).join(''),
	);
const check = async (before: readonly string[], written: WrittenStep, ...after: string[]) =>
	assert.deepEqual(shown((await run(drawn(...before), written)).picture), after);

describe('trim', () => {
	it('cuts to what is visible', () => check(['....', '.#..', '.oo.', '....'], 'trim', '#.', 'oo'));
	it('leaves a margin', () => check(['....', '.#..'], { step: 'trim', margin: 1 }, '...', '.#.', '...'));
	it('takes faint pixels for none where asked', () => check(['o#o'], { step: 'trim', threshold: 200 }, '#'));
	it('leaves an empty picture, and says so', async () =>
		assert.match((await run(blank(3, 3), 'trim')).notes.join(), /transparent/));
});

describe('pad', () => {
	it('adds on every side, or on one', () => check(['#'], { step: 'pad', pixels: 1, left: 0 }, '..', '#.', '..'));
	it('makes a square', () => check(['##', '##', '##'], { step: 'pad', square: true }, '##.', '##.', '##.'));
});

describe('size', () => {
	const nearest = { step: 'size', resample: 'nearest' };
	it('by nearest pixels', () =>
		check(['#.', '.#'], { ...nearest, width: 4, height: 4 }, '##..', '##..', '..##', '..##'));
	it('contains the whole picture', () => check(['##'], { ...nearest, width: 2, height: 3 }, '..', '##', '..'));
	it('covers, and keeps the side that is named', () =>
		check(['#.'], { ...nearest, width: 1, height: 1, fit: 'cover', at: 'left' }, '#'));
	it('stretches', () => check(['#.'], { ...nearest, width: 2, height: 2, fit: 'stretch' }, '#.', '#.'));
	it('keeps pixels equally large', () =>
		check(['#.'], { step: 'size', resample: 'pixel', width: 5, height: 3, at: 'bottom' }, '.....', '##...', '##...'));
	it('refuses to make pixels smaller than one', () =>
		assert.rejects(run(blank(9, 9), { step: 'size', resample: 'pixel', width: 8, height: 8 }), /pixel-art first/));
	it('is smooth by Lanczos, and lends no colour from transparent pixels', async () => {
		const half = painted(64, 64, (data, at, x) => data.set(x < 32 ? [200, 0, 0, 255] : [0, 255, 0, 0], at));
		const { picture } = await run(half, { step: 'size', width: 16, height: 16 });
		assert.deepEqual([picture.width, picture.height], [16, 16]);
		for (let at = 0; at < picture.data.length; at += 4)
			if (picture.data[at + 3] > 8) assert.ok(picture.data[at + 1] < 8);
	});
});

describe('outline and shadow', () => {
	const dot = ['.....', '.....', '..#..', '.....', '.....'];
	it('a line, beside and above', () => check(dot, 'outline', '.....', '..x..', '.x#x.', '..x..', '.....'));
	it('a line, at the corners too', () =>
		check(dot, { step: 'outline', corners: true }, '.....', '.xxx.', '.x#x.', '.xxx.', '.....'));
	it('says that the frame cuts it off', async () =>
		assert.match((await run(drawn('#'), 'outline')).notes.join(), /pad first/));
	it('a hard shadow', () =>
		check(dot, { step: 'shadow', blur: 0, right: 1, down: 1 }, '.....', '.....', '..#..', '...o.', '.....'));
	it('a soft shadow keeps its sum and stands where it was put', async () => {
		const square = painted(64, 64, (data, at, x, y) => {
			if (x > 20 && x < 40 && y > 20 && y < 40) data.set([200, 0, 0, 255], at);
		});
		const { picture } = await run(square, { step: 'shadow', right: 20, down: 0, blur: 3, opacity: 1 });
		const row = Array.from({ length: 64 }, (_, x) => picture.data[(30 * 64 + x) * 4 + 3]);
		assert.ok(row[50] > 240 && row[62] < 60 && row[59] > row[60] && row[60] > row[61], row.join());
	});
});

describe('pivot', () => {
	const lop = drawn('....', '.#..', '.##.', '....');
	const pivotOf = async (options: object) => (await run(lop, { step: 'pivot', ...options })).facts.pivot;
	it('lies in the box round what is visible', async () =>
		assert.deepEqual(await pivotOf({ at: 'bottom' }), { x: 0.5, y: 0.75 }));
	it('may be where it balances', async () =>
		assert.deepEqual(await pivotOf({ at: 'mass' }), { x: (1.5 + 1.5 + 2.5) / 3 / 4, y: (1.5 + 2.5 + 2.5) / 3 / 4 }));
	it('may be named', async () => assert.deepEqual(await pivotOf({ x: 0.1, y: 0.9 }), { x: 0.1, y: 0.9 }));
	it('does not outlive the shape that it was for', async () =>
		assert.equal((await run(lop, 'pivot', 'trim')).facts.pivot, undefined));
});

describe('nine-slice', () => {
	const box = ['.###.', '#...#', '#...#', '#...#', '.###.'];
	it('finds what repeats', async () =>
		assert.deepEqual((await run(drawn(...box), 'nine-slice')).facts.slices, { left: 1, right: 1, top: 1, bottom: 1 }));
	it('keeps what is named', async () =>
		assert.deepEqual((await run(drawn(...box), { step: 'nine-slice', left: 2 })).facts.slices?.left, 2));
	it('says when nothing is left to stretch', async () =>
		assert.match(
			(await run(drawn(...box), { step: 'nine-slice', left: 3, right: 3 })).notes.join(),
			/nothing is left/,
		));
});

describe('a picture that repeats', () => {
	const random = randomFrom(3);
	const speckled = painted(64, 64, (data, at) => data.set([128 + random() * 60, 90 + random() * 60, 40, 255], at));
	const slope = painted(64, 64, (data, at, x, y) => data.set([x * 3, 80 + y * 2, 40 + random() * 20, 255], at));
	it('has no seam where its border is like its middle', () =>
		assert.ok(seamScore(speckled) <= 1, `${seamScore(speckled)}`));
	it('has a seam where its colours slope', () => assert.ok(seamScore(slope) > 5, `${seamScore(slope)}`));
	it('is repaired', async () => {
		const { picture, facts } = await run(slope, 'seamless');
		assert.ok(facts.seam! <= 1 && seamScore(picture) === facts.seam, `${facts.seam}`);
		const middle = (32 * 64 + 32) * 4;
		assert.deepEqual(picture.data.subarray(middle, middle + 4), slope.data.subarray(middle, middle + 4));
	});
	it('is left alone where it has none', async () =>
		assert.deepEqual((await run(speckled, 'seamless')).picture, speckled));
	it('is measured, and told of', async () => {
		const { facts, notes } = await run(slope, 'seam');
		assert.equal(facts.seam, seamScore(slope));
		assert.match(notes.join(), /will be seen/);
	});
	it('is shown three by three', () => check(['#.'], 'tile', '#.#.#.', '#.#.#.', '#.#.#.'));
	it('is not repeated beyond reason', () => assert.rejects(run(blank(2000, 2), 'tile'), /larger than 4096/));
});

describe('a normal map', () => {
	const heights = (height: (x: number, y: number) => number) =>
		painted(8, 8, (data, at, x, y) => data.set([height(x, y), height(x, y), height(x, y), 255], at));
	const middle = async (picture: Rgba, options: object = {}) => [
		...(await run(picture, { step: 'normal-map', ...options })).picture.data.subarray(
			(4 * 8 + 4) * 4,
			(4 * 8 + 4) * 4 + 4,
		),
	];
	it('of a plain looks at the eye', async () =>
		assert.deepEqual(await middle(heights(() => 90)), [128, 128, 255, 255]));
	it('of a slope that rises to the right looks left', async () => {
		const [red, green, blue] = await middle(heights(x => x * 20));
		assert.ok(red < 100 && green === 128 && blue > 128, `${red} ${green} ${blue}`);
	});
	it('of a slope that rises downwards looks up, and green says so for either convention', async () => {
		const slope = heights((_, y) => y * 20);
		assert.ok((await middle(slope))[1] > 150);
		assert.ok((await middle(slope, { green: 'down' }))[1] < 100);
	});
});

describe('a list of steps', () => {
	it('is checked whole before the first is made', async () => {
		await assert.rejects(run(drawn('#'), 'trim', 'paint'), /“paint” is not known; there are cut-out, trim/);
		await assert.rejects(run(drawn('#'), 'trim', { step: 'pad', pixel: 3 }), /"field":"pixel"/);
		await assert.rejects(run(drawn('#'), { step: 'size', width: 0, height: 3 }), /"field":"width"/);
	});
	it('has a schema that names every option', () => {
		for (const { name } of steps) assert.ok(stepsSchema().safeParse([name]).success, name);
		assert.ok(stepsSchema().safeParse([{ step: 'pad', pixels: 3 }]).success);
		assert.ok(!stepsSchema().safeParse([{ step: 'pad', pixel: 3 }]).success);
		assert.ok(!stepsSchema().safeParse(Array.from({ length: 33 }, () => 'trim')).success);
	});
	it('is read from words', () => {
		assert.deepEqual(stepOfText('trim'), { step: 'trim' });
		assert.deepEqual(stepOfText('pad pixels=3 square=true'), { step: 'pad', pixels: 3, square: true });
		assert.deepEqual(stepOfText('palette colours=my art/a.gpl dither=error'), {
			...{ step: 'palette', colours: 'my art/a.gpl', dither: 'error' },
		});
		assert.deepEqual(stepOfText('palette colours=#ff0000,#00ff00'), {
			step: 'palette',
			colours: ['#ff0000', '#00ff00'],
		});
		assert.throws(() => stepOfText('trim =3'), FailureError);
	});
	it('turns every picture there is into another, whatever its size', async () => {
		const needed: Record<string, object> = { size: { width: 5, height: 4 }, palette: { colours: ['#123456'] } };
		for (const [width, height] of [
			[1, 1],
			[7, 3],
		])
			for (const { name } of steps) {
				const { picture } = await run(
					painted(width, height, (data, at) => data.set([1, 2, 3, 99], at)),
					{
						...{ step: name, ...needed[name] },
					},
				);
				assert.equal(picture.data.length, picture.width * picture.height * 4, name);
			}
	});
});

describe('pixels with alpha in a file', () => {
	const some = painted(16, 8, (data, at, x, y) => data.set([x * 16, y * 32, 77, x < 8 ? 255 : x * 16], at));
	for (const format of ['png', 'webp', 'avif'] as const)
		it(`come back exactly from ${format}`, async () => {
			for (const stamp of [undefined, { ...aStamp, post: ['trim', { step: 'pad', pixels: 2 }] }]) {
				const bytes = await writeRgba(some, format, stamp);
				assert.deepEqual(await readRgba('a', bytes), some);
				assert.deepEqual((await inspect('a', bytes)).stamp, stamp);
			}
		});
	it('stand on white in a JPEG', async () => {
		const read = await readRgba('a', await writeRgba(blank(8, 8), 'jpeg', aStamp));
		assert.deepEqual([...read.data.subarray(0, 4)], [255, 255, 255, 255]);
	});
	it('are measured as they are', () => assert.deepEqual(boundsOf(some, 0), { left: 0, top: 0, width: 16, height: 8 }));
});
