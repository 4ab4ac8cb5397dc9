import assert from 'node:assert/strict';
import sharp from 'sharp';
import { backgrounds, usualBackground } from '../../models/sketch/drawing/backgrounds.ts';
import { colourSynonyms } from '../../models/sketch/drawing/captions.ts';
import { inks } from '../../models/sketch/drawing/inks.ts';
import { nouns, type Noun } from '../../models/sketch/drawing/nouns/index.ts';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { drawing, scene, type Drawing } from '../../models/sketch/drawing/scene.ts';

const some = Array.from({ length: 600 }, (_, index) => drawing(index));

describe('the drawings Sketch learns from', () => {
	// The sidecar's picture library, loaded by other tests of this process, opens no SVG.
	const svgReader = { operation: ['VipsForeignLoadSvgBuffer'] };
	before(() => sharp.unblock(svgReader));
	after(() => sharp.block(svgReader));

	it('are the same whenever the same number is drawn', () => {
		for (const index of [0, 1, 599, 63_999, 2 ** 31 - 1]) assert.deepEqual(drawing(index), drawing(index));
	});

	it('do not depend on what was drawn before', () => {
		assert.deepEqual([599, 0].map(drawing), [some[599], some[0]]);
	});

	it('differ from one number to the next', () => {
		assert.equal(new Set(some.map(({ svg }) => svg)).size, some.length);
	});

	it('show every noun, colour and background', () => {
		assert.equal(new Set(some.map(({ noun }) => noun)).size, nouns.length);
		assert.equal(new Set(some.map(({ colour }) => colour)).size, inks.length);
		assert.equal(new Set(some.map(({ background }) => background)).size, backgrounds.length);
	});

	for (const noun of nouns) {
		it(`fill a fair part of the page with a ${noun.name}, and leave its border free`, async () => {
			for (const ink of inks) {
				const { inside, border } = await inked(noun, ink.name);
				assert.ok(inside > 0.06 && inside < 0.65, `${ink.name}: ${inside} of the page`);
				assert.equal(border, 0, `${ink.name}: ${border} of the border`);
			}
		});
	}
});

describe('captions', () => {
	it('name the noun, by its own word or another for it', () => {
		for (const drawn of some) {
			const { name, also } = nounOf(drawn);
			for (const caption of drawn.captions) assert.ok(says(caption, [name, ...also]), `${caption} ≠ ${name}`);
		}
	});

	it('name no other colour for the noun or the background, and leave out only what is usual', () => {
		for (const drawn of some) {
			const colour = { own: drawn.colour, usual: nounOf(drawn).usual };
			const background = { own: drawn.background, usual: usualBackground(drawn.colour) };
			for (const caption of drawn.captions) {
				const named = colourWords.filter(word => says(caption, [word])).map(plainColour);
				assert.ok(
					named.every(word => word === colour.own || word === background.own),
					`${caption}: ${named.join()}`,
				);
				if (colour.own !== colour.usual) assert.ok(named.includes(colour.own), `${caption} leaves out ${colour.own}`);
				if (background.own !== background.usual)
					assert.ok(named.includes(background.own), `${caption}: ${background.own}`);
			}
		}
	});

	it('write an before a vowel', () => {
		for (const { captions } of some) for (const caption of captions) assert.doesNotMatch(caption, /\ba [aeiou]/i);
	});
});

const colourWords = Object.entries(colourSynonyms).flatMap(([colour, others]) => [colour, ...others]);

function plainColour(word: string): string {
	const entry = Object.entries(colourSynonyms).find(([colour, others]) => colour === word || others.includes(word));
	return entry?.[0] ?? word;
}

function nounOf({ noun }: Drawing): Noun {
	return nouns.find(({ name }) => name === noun)!;
}

function says(caption: string, words: readonly string[]): boolean {
	return words.some(word => new RegExp(`\\b${word}\\b`, 'i').test(caption));
}

/** The share of pixels that are not background, and the same along the outermost pixels. */
async function inked(noun: Noun, colour: string): Promise<{ inside: number; border: number }> {
	const ink = inks.find(({ name }) => name === colour)!;
	const sheet = { name: 'pink', fill: '#ff00ff' };
	const svg = scene(noun, ink, sheet, randomFrom(7));
	const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
	const marked = Array.from({ length: 128 * 128 }, (_, at) => pixels.readUIntBE(at * 3, 3) !== 0xff00ff);
	const edge = marked.filter((_, at) => at < 128 || at >= 127 * 128 || at % 128 === 0 || at % 128 === 127);
	const share = (list: boolean[]) => list.filter(Boolean).length / list.length;
	return { inside: share(marked), border: share(edge) };
}
