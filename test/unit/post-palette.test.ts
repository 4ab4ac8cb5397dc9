// Palettes: every file format gives its colours, and no picture keeps a foreign one.
import assert from 'node:assert/strict';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { writeRgba } from '../../sidecar/pictures/write.ts';
import { ditherNames } from '../../sidecar/post/dither.ts';
import { oklab } from '../../sidecar/post/oklab.ts';
import { readPalette } from '../../sidecar/post/palettes/index.ts';
import { post } from '../../sidecar/post/run.ts';
import { hexOf, painted, rgbOfHex, type Rgb, type Rgba } from '../../sidecar/post/rgba.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { noFiles } from '../fixtures/post.ts';

const three: readonly Rgb[] = [
	[255, 0, 0],
	[0, 128, 64],
	[16, 32, 255],
];

describe('a palette file', () => {
	const check = async (path: string, bytes: Uint8Array) => assert.deepEqual(await readPalette(path, bytes), three);
	const text = (words: string) => new TextEncoder().encode(words);

	it('of GIMP', () =>
		check(
			'a.gpl',
			text('GIMP Palette\nName: Three\nColumns: 3\n# mine\n255   0   0\tred\n  0 128 64 Untitled\n16 32 255\n'),
		));
	it('of hex digits', () => check('a.hex', text('ff0000\r\n008040\r\n1020ff\r\n')));
	it('of JASC', () => check('a.pal', text('JASC-PAL\r\n0100\r\n3\r\n255 0 0\r\n0 128 64\r\n16 32 255\r\n')));
	it('of RIFF', () => {
		const colours = [255, 0, 0, 0, 0, 128, 64, 0, 16, 32, 255, 0];
		const chunk = (name: string, body: readonly number[]) => [...text(name), body.length, 0, 0, 0, ...body];
		const inside = [...text('PAL '), ...chunk('note', [1, 2]), ...chunk('data', [0, 3, 3, 0, ...colours])];
		return check('a.pal', Uint8Array.from([...text('RIFF'), inside.length, 0, 0, 0, ...inside]));
	});
	it('of Photoshop (.act) with a count', () => {
		const bytes = new Uint8Array(772);
		bytes.set(three.flat());
		bytes.set([0, 3, 0xff, 0xff], 768);
		return check('a.act', bytes);
	});
	it('of Adobe (.ase), in RGB, with a group and a name', () => check('a.ase', ase(three)));
	it('that is a picture', async () => {
		const strip = painted(3, 1, (data, at, x) => data.set([...three[x], 255], at));
		await check('a.png', await writeRgba(strip, 'png', undefined));
	});

	for (const [path, words] of [
		['a.gpl', 'no palette'],
		['a.hex', ''],
		['a.pal', 'RIFF'],
		['a.act', 'short'],
		['a.ase', 'ASEF\0\u0001'],
		['a.txt', 'ff0000'],
	] as const)
		it(`that is none is refused: ${path}`, () =>
			assert.rejects(readPalette(path, text(words)), (error: unknown) => error instanceof FailureError));
});

describe('a picture locked to a palette', () => {
	const sixteen = Array.from({ length: 16 }, (_, i) => hexOf([(i * 53) % 256, (i * 97) % 256, (i * 151) % 256]));
	const random = randomFrom(1);
	const noise = painted(64, 64, (data, at) => {
		for (let c = 0; c < 4; c++) data[at + c] = Math.floor(random() * 256);
	});

	for (const dither of ditherNames)
		it(`has no foreign colour and no half alpha (dither: ${dither})`, async () => {
			const { picture } = await post(noise, [{ step: 'palette', colours: sixteen, dither }], noFiles);
			assert.deepEqual(foreign(picture, sixteen), []);
			assert.ok(picture.data.every((value, at) => at % 4 !== 3 || value === 0 || value === 255));
		});

	it('keeps its alpha where asked', async () => {
		const { picture } = await post(noise, [{ step: 'palette', colours: sixteen, hard: false }], noFiles);
		assert.deepEqual(foreign(picture, sixteen), []);
		for (let at = 3; at < picture.data.length; at += 4) assert.equal(picture.data[at], noise.data[at]);
	});

	it('reads the file that it names', async () => {
		const read = (path: string) => {
			assert.equal(path, 'my.hex');
			return Promise.resolve(new TextEncoder().encode('000000\nffffff'));
		};
		const { picture } = await post(noise, [{ step: 'palette', colours: 'my.hex' }], read);
		assert.deepEqual(foreign(picture, ['#000000', '#ffffff']), []);
	});

	it('takes the colour that looks nearest, which is not the nearest number', async () => {
		const blue = painted(1, 1, (data, at) => data.set([0, 0, 255, 255], at));
		// In bytes, black is nearer to blue than this violet is.
		const { picture } = await post(blue, [{ step: 'palette', colours: ['#000000', '#6a40ff'] }], noFiles);
		assert.equal(hexOf([picture.data[0], picture.data[1], picture.data[2]]), '#6a40ff');
	});

	for (const dither of ['ordered', 'error'] as const)
		it(`shows grey by black and white (dither: ${dither})`, async () => {
			const grey = painted(32, 32, (data, at, x) => data.set([x * 8, x * 8, x * 8, 255], at));
			const colours = ['#000000', '#ffffff'];
			const { picture } = await post(grey, [{ step: 'palette', colours, dither, strength: 1 }], noFiles);
			const white = (from: number, to: number) =>
				picture.data.filter(
					(value, at) => at % 4 === 0 && (at >> 2) % 32 >= from && (at >> 2) % 32 < to && value === 255,
				).length;
			const shares = [white(0, 8), white(8, 16), white(16, 24), white(24, 32)];
			assert.ok(shares[0] < shares[1] && shares[1] < shares[2] && shares[2] <= shares[3], shares.join());
			assert.ok(shares[1] > 0 && shares[2] < 256, shares.join());
		});
});

describe('OKLab', () => {
	// The values that Ottosson's page gives for sRGB's corners, rounded to three places.
	const check = (colour: Rgb, expected: readonly number[]) =>
		assert.deepEqual(
			oklab(colour).map(value => Math.round(value * 1000) / 1000 + 0),
			expected,
		);
	it('of white', () => check([255, 255, 255], [1, 0, 0]));
	it('of red', () => check([255, 0, 0], [0.628, 0.225, 0.126]));
	it('of green', () => check([0, 255, 0], [0.866, -0.234, 0.179]));
	it('of blue', () => check([0, 0, 255], [0.452, -0.032, -0.312]));
});

/** Visible pixels whose colour is none of these. */
function foreign({ data }: Rgba, colours: readonly string[]): string[] {
	const found: string[] = [];
	for (let at = 0; at < data.length; at += 4) {
		const colour = hexOf([data[at], data[at + 1], data[at + 2]]);
		if (data[at + 3] > 0 && !colours.some(each => hexOf(rgbOfHex(each)) === colour)) found.push(colour);
	}
	return found;
}

function ase(colours: readonly Rgb[]): Uint8Array {
	const begin = Buffer.from('41534546000100000000000500', 'hex').subarray(0, 12);
	const group = Buffer.concat([Buffer.from('c00100000006', 'hex'), Buffer.from('000200670000', 'hex')]);
	const blocks = colours.map(colour => {
		const body = Buffer.alloc(6 + 4 + 12 + 2);
		body.writeUInt16BE(2, 0);
		body.write('\0c', 2, 'latin1');
		body.write('RGB ', 6, 'latin1');
		colour.forEach((value, c) => body.writeFloatBE(value / 255, 10 + c * 4));
		const head = Buffer.alloc(6);
		head.writeUInt16BE(1, 0);
		head.writeUInt32BE(body.length, 2);
		return Buffer.concat([head, body]);
	});
	return Uint8Array.from(Buffer.concat([begin, group, ...blocks, Buffer.from('c00200000000', 'hex')]));
}
