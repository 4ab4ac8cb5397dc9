import assert from 'node:assert/strict';
import sharp from 'sharp';
import { backgrounds, usualBackground } from '../../models/sketch/drawing/backgrounds.ts';
import { colourSynonyms } from '../../models/sketch/drawing/captions.ts';
import { inks } from '../../models/sketch/drawing/inks.ts';
import { alone } from '../../models/sketch/drawing/layout.ts';
import { nouns, type Noun } from '../../models/sketch/drawing/nouns/index.ts';
import { plural } from '../../models/sketch/drawing/plural.ts';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { drawing, heldOutDrawing, kept, thing, type Drawing } from '../../models/sketch/drawing/scene.ts';
import { styles } from '../../models/sketch/drawing/styles/index.ts';
import { textures } from '../../models/sketch/drawing/textures.ts';
import { rasterise } from '../../sidecar/pictures/rasterise.ts';
import { readingSvg } from '../fixtures/svg.ts';

const some = Array.from({ length: 4000 }, (_, index) => drawing(index));
const things = some.filter(({ facts }) => facts.kind === 'thing');

describe('the drawings Sketch learns from', function () {
	this.timeout(120_000);
	readingSvg();

	it('are of at least 250 nouns, each with words of its own', () => {
		assert.ok(nouns.length >= 250);
		const words = nouns.flatMap(({ name, also }) => [name, ...also]);
		assert.deepEqual(
			words.filter((word, at) => words.indexOf(word) !== at),
			[],
		);
		for (const { name, usual } of nouns)
			assert.ok(
				inks.some(ink => ink.name === usual),
				`${name}: ${usual}`,
			);
	});

	it('are the same whenever the same number is drawn', () => {
		for (const index of [0, 1, 599, 63_999, 2 ** 31 - 1]) assert.deepEqual(drawing(index), drawing(index));
	});

	it('do not depend on what was drawn before', () => {
		assert.deepEqual([599, 0].map(drawing), [some[599], some[0]]);
	});

	it('differ from one number to the next', () => {
		assert.equal(new Set(things.map(({ svg }) => svg)).size, things.length);
	});

	it('show every noun, colour, background, style, number and texture', () => {
		const shown = (of: (facts: Drawing['facts']) => unknown) => new Set(things.map(({ facts }) => of(facts))).size;
		assert.equal(
			shown(({ noun }) => noun),
			nouns.length,
		);
		assert.ok(shown(({ colour }) => colour) >= inks.length);
		assert.equal(
			shown(({ background }) => background),
			backgrounds.length,
		);
		assert.equal(
			shown(({ style }) => style),
			styles.length,
		);
		assert.equal(
			shown(({ count }) => count),
			3,
		);
		const surfaces = some.filter(({ facts }) => facts.kind === 'texture');
		assert.equal(new Set(surfaces.map(({ facts }) => facts.noun)).size, textures.length);
	});

	it('keep one colour and one background of every noun back, so that the judge can ask for them', () => {
		for (const { facts } of some.filter(({ facts }) => facts.kind !== 'texture')) {
			const back = kept(nounOf(facts.noun));
			assert.notEqual(facts.colour, back.colour, facts.noun);
			assert.notEqual(facts.background, back.background, facts.noun);
		}
		for (const noun of nouns) assert.notEqual(kept(noun).colour, noun.usual);
	});

	it('are others than those the judge learns from, which keep nothing back', () => {
		const judged = Array.from({ length: 4000 }, (_, index) => heldOutDrawing(index));
		assert.ok(judged.some(({ facts }) => kept(nounOf(facts.noun)).colour === facts.colour));
		const svgs = new Set(some.map(({ svg }) => svg));
		assert.ok(judged.every(({ svg }) => !svgs.has(svg)));
	});

	for (const noun of nouns) {
		it(`fill a fair part of the page with a ${noun.name}, and leave its border free`, async () => {
			const { inside, border } = await inked(noun);
			assert.ok(inside > 0.06 && inside < 0.75, `${inside} of the page`);
			assert.ok(border < 0.02, `${border} of the border`);
		});
	}

	for (const { name, draw } of textures) {
		it(`go on without a seam beyond the page: ${name}`, async () => {
			const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">${draw(randomFrom(5))}</svg>`;
			const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
			const across = (a: number, b: number) => columnDifference(pixels, a, b);
			const usual = Array.from({ length: 127 }, (_, x) => across(x, x + 1)).sort((a, b) => a - b);
			assert.ok(across(127, 0) <= (usual.at(-1) ?? 0) + 2, `${across(127, 0)} > ${usual.at(-1)}`);
		});
	}
});

describe('captions', () => {
	it('name the noun, by its own word or another for it', () => {
		for (const { facts, captions } of things) {
			const { name, also, plural: several } = nounOf(facts.noun);
			const words = [name, ...also, several ?? plural(name), ...also.map(plural)];
			for (const caption of captions) assert.ok(says(caption, words), `${caption} ≠ ${name}`);
		}
	});

	it('leave out a colour or a background only where it is the usual one', () => {
		for (const { facts, captions } of things) {
			const { usual } = nounOf(facts.noun);
			const place = backgrounds.find(({ name }) => name === facts.background)!;
			const words = [facts.colour, ...(colourSynonyms[facts.colour] ?? [])];
			for (const caption of captions) {
				const isInk = inks.some(({ name }) => name === facts.colour);
				if (isInk && facts.colour !== usual) assert.ok(says(caption, words), `${caption} leaves out ${facts.colour}`);
				if (facts.background !== usualBackground(facts.colour))
					assert.ok(says(caption, place.phrases), `${caption} leaves out ${facts.background}`);
			}
		}
	});

	it('leave out only the usual style, and no number', () => {
		for (const { facts, captions } of things) {
			const style = styles.find(({ name }) => name === facts.style)!;
			const numbers = { 2: ['two', '2', 'a pair of'], 3: ['three', '3'] }[facts.count];
			for (const caption of captions) {
				if (style !== styles[0]) assert.ok(says(caption, style.phrases), `${caption} leaves out ${facts.style}`);
				if (numbers) assert.ok(says(caption, numbers), `${caption} leaves out ${facts.count}`);
			}
		}
	});

	it('write an before a vowel', () => {
		for (const { captions } of some) for (const caption of captions) assert.doesNotMatch(caption, /\ba [aei]/i);
	});
});

function nounOf(name: string): Noun {
	return nouns.find(noun => noun.name === name)!;
}

function says(caption: string, words: readonly string[]): boolean {
	return words.some(word => new RegExp(`(^|\\W)${word}(\\W|$)`, 'i').test(caption));
}

/** The share of pixels that are not background, and the same along the outermost pixels. */
async function inked(noun: Noun): Promise<{ inside: number; border: number }> {
	const [style] = styles as [(typeof styles)[number]];
	const background = backgrounds.find(({ name }) => name === 'transparent')!;
	const ink = inks.find(({ name }) => name === 'green')!;
	const random = randomFrom(7);
	const arrangement = alone('', '', random);
	const { svg } = thing({ noun, ink, material: undefined, background, style, arrangement }, random);
	const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
	const marked = Array.from({ length: 128 * 128 }, (_, at) => pixels.readUIntBE(at * 3, 3) !== 0xff00ff);
	const edge = marked.filter((_, at) => at < 128 || at >= 127 * 128 || at % 128 === 0 || at % 128 === 127);
	const share = (list: boolean[]) => list.filter(Boolean).length / list.length;
	return { inside: share(marked), border: share(edge) };
}

/** Mean difference of two columns of pixels, 0 … 255. */
function columnDifference(pixels: Buffer, a: number, b: number): number {
	let sum = 0;
	for (let row = 0; row < 128; row++) {
		for (let channel = 0; channel < 3; channel++) {
			const at = (column: number) => pixels[(row * 128 + column) * 3 + channel] ?? 0;
			sum += Math.abs(at(a) - at(b));
		}
	}
	return sum / (128 * 3);
}

describe('pixel art', () => {
	readingSvg();

	it('is made of cells of one colour each', async () => {
		const drawn = things.find(({ facts }) => facts.style === 'pixel art')!;
		const pixels = await rasterise(drawn.svg, 128, drawn.grid);
		for (let at = 0; at < 128 * 128; at++) {
			const [x, y] = [at % 128, Math.floor(at / 128)];
			const cell = (Math.floor(y / 4) * 4 * 128 + Math.floor(x / 4) * 4) * 3;
			assert.equal(pixels.readUIntBE(at * 3, 3), pixels.readUIntBE(cell, 3), `${x}, ${y}`);
		}
	});
});
