/** One whole picture: what it shows, its SVG and its captions, all following from its number. */
import { backgrounds, usualBackground, type Background } from './backgrounds.ts';
import { pairCaption, textureCaption, thingCaption, type Told } from './captions.ts';
import { inks, type Ink } from './inks.ts';
import { arranged, several, type Arrangement } from './layout.ts';
import { short, type Mark } from './marks.ts';
import { grained, materials, type Material } from './materials.ts';
import { nouns, type Noun } from './nouns/index.ts';
import { page } from './page.ts';
import { between, chance, pick, randomFrom, type Random } from './random.ts';
import { relations, type Relation } from './relations.ts';
import { styles, usualStyle, type Style } from './styles/index.ts';
import { textures } from './textures.ts';

/** A drawn picture; `svg` is a square of 128 units, made of `grid` cells across where its style has a grid. */
export type Drawing = { facts: Facts; svg: string; grid: number | undefined; captions: readonly string[] };

/** What a picture shows, by the names of the vocabulary; a texture or a pair has no single noun. */
export type Facts = {
	kind: 'thing' | 'pair' | 'texture';
	noun: string;
	colour: string;
	background: string;
	style: string;
	count: number;
	size: string;
	place: string;
	/** The second thing of a pair, its colour, and how the first stands to it; else empty. */
	other: string;
	otherColour: string;
	relation: string;
};

/** What is said of a second thing where there is none. */
const alone = { other: '', otherColour: '', relation: '' };

/** How many captions a picture has. */
export const captionsEach = 4;

/**
 * Draws picture `index`: the same index gives the same picture, for ever. Pairs of noun and colour, and of noun and
 * background, that are `keptBack` are never drawn.
 */
export function drawing(index: number): Drawing {
	const random = randomFrom(Math.imul(index, 0x9e3779b1));
	const kind = random();
	if (kind < 0.04) return texture(random);
	if (kind < 0.1) return pair(random);
	return thing(choose(random), random);
}

/**
 * Draws picture `index` of those that no part of Sketch is trained on: any noun in any colour, style and number on any
 * background, each as likely as the others, for the judge to learn from.
 */
export function heldOutDrawing(index: number): Drawing {
	const random = randomFrom(Math.imul(index, 0x85ebca6b) ^ 0x5bd1e995);
	const [noun, ink] = [pick(random, nouns), pick(random, inks)];
	const [background, style] = [pick(random, backgrounds), pick(random, styles)];
	const arrangement = chance(random, 0.5) ? several(pick(random, [2, 3] as const), random) : arranged(random);
	return thing({ noun, ink, material: undefined, background, style, arrangement }, random);
}

/** Draws texture `index`, for a model that draws nothing else. */
export function textureDrawing(index: number): Drawing {
	return texture(randomFrom(Math.imul(index, 0xc2b2ae35) ^ 0x27d4eb2f));
}

/** What a picture of one kind of thing is made from. */
export type Choice = {
	noun: Noun;
	/** A material's own ink, or one of the sixteen. */
	ink: Ink;
	material: Material | undefined;
	background: Background;
	style: Style;
	arrangement: Arrangement;
};

/** Draws one to three of the same thing. */
export function thing(choice: Choice, random: Random): Drawing {
	const { noun, ink, background, style, arrangement } = choice;
	const content = background.draw(random) + drawnThings(choice, random);
	const facts: Facts = {
		kind: 'thing',
		noun: noun.name,
		colour: ink.name,
		background: background.name,
		style: style.name,
		count: arrangement.spots.length,
		size: arrangement.size,
		place: arrangement.place,
		...alone,
	};
	const told: Told = { ...choice, count: facts.count, size: arrangement.size, place: arrangement.place };
	const captions = Array.from({ length: captionsEach }, () => thingCaption(told, random));
	return { facts, svg: page(content, style, [ink], choice.material?.grain), grid: style.grid, captions };
}

/**
 * Whether a pair of noun and colour, or of noun and background, is kept out of training, so that the judge can ask for
 * what was never shown. Each noun keeps back one colour and one background; never its usual ones.
 */
export function keptBack(noun: Noun, colour: string, background: string): boolean {
	const { colour: keptColour, background: keptBackground } = kept(noun);
	return colour === keptColour || background === keptBackground;
}

/** The one colour and the one background in which a noun is never drawn for training. */
export function kept(noun: Noun): { colour: string; background: string } {
	const at = nouns.indexOf(noun);
	const colours = inks.map(({ name }) => name).filter(name => name !== noun.usual);
	const places = backgrounds.map(({ name }) => name).filter(name => name !== 'white' && name !== 'blue');
	return {
		colour: colours[(at * 7) % colours.length] as string,
		background: places[(at * 5) % places.length] as string,
	};
}

function choose(random: Random): Choice {
	const noun = pick(random, nouns);
	const material = chance(random, 0.07) ? pick(random, materials) : undefined;
	const back = kept(noun);
	const ink = material?.ink ?? (chance(random, 0.15) ? named(inks, noun.usual) : other(random, inks, back.colour));
	const background = chance(random, 0.15)
		? named(backgrounds, usualBackground(ink.name))
		: other(random, backgrounds, back.background);
	const style = chance(random, 0.3) ? usualStyle : pick(random, styles);
	return { noun, material, ink, background, style, arrangement: arranged(random) };
}

function drawnThings({ noun, ink, material, background, style, arrangement }: Choice, random: Random): string {
	return arrangement.spots
		.map(({ x, y, scale }) => {
			const marks = noun.draw(ink, random);
			return posed(material ? grained(marks, material) : marks, { ink, background, style, x, y, scale }, random);
		})
		.join('');
}

type Pose = { ink: Ink; background: Background; style: Style; x: number; y: number; scale: number };

/** Paints marks at their place, a little turned. */
function posed(marks: readonly Mark[], { ink, background, style, x, y, scale }: Pose, random: Random): string {
	const move = `translate(${short(x)} ${short(y)}) rotate(${short(between(random, -6, 6))}) scale(${scale.toFixed(3)})`;
	return `<g transform="${move}">${style.paint(marks, { ink, sheet: background.sheet, random })}</g>`;
}

function texture(random: Random): Drawing {
	const chosen = pick(random, textures);
	const facts: Facts = {
		kind: 'texture',
		noun: chosen.name,
		colour: '',
		background: '',
		style: 'flat',
		count: 0,
		size: '',
		place: '',
		...alone,
	};
	const svg = page(chosen.draw(random), usualStyle, []);
	const captions = Array.from({ length: captionsEach }, () => textureCaption(chosen, random));
	return { facts, svg, grid: undefined, captions };
}

/** Two different things, each in its usual colour or another, one standing to the other in some way. */
function pair(random: Random): Drawing {
	const [first, second] = [pick(random, nouns), pick(random, nouns)];
	const [firstInk, secondInk] = [ofOwn(first, random), ofOwn(second, random)];
	const backs = [kept(first).background, kept(second).background];
	const background = pick(
		random,
		backgrounds.filter(({ name }) => !backs.includes(name)),
	);
	const style = chance(random, 0.6) ? usualStyle : pick(random, styles);
	const relation: Relation = pick(random, relations);
	const [one, two] = relation.spots(random);
	const paintOne = () => posed(first.draw(firstInk, random), { ink: firstInk, background, style, ...one }, random);
	const paintTwo = () => posed(second.draw(secondInk, random), { ink: secondInk, background, style, ...two }, random);
	const content = background.draw(random) + (relation.firstBehind ? paintOne() + paintTwo() : paintTwo() + paintOne());
	const facts: Facts = {
		kind: 'pair',
		noun: first.name,
		colour: firstInk.name,
		background: background.name,
		style: style.name,
		count: 1,
		size: '',
		place: '',
		other: second.name,
		otherColour: secondInk.name,
		relation: relation.name,
	};
	const told = { first, firstInk, second, secondInk, background, style, relation };
	const captions = Array.from({ length: captionsEach }, () => pairCaption(told, random));
	return { facts, svg: page(content, style, [firstInk, secondInk]), grid: style.grid, captions };
}

function ofOwn(noun: Noun, random: Random): Ink {
	return chance(random, 0.5) ? named(inks, noun.usual) : other(random, inks, kept(noun).colour);
}

function other<T extends { name: string }>(random: Random, list: readonly T[], not: string): T {
	return pick(
		random,
		list.filter(({ name }) => name !== not),
	);
}

function named<T extends { name: string }>(list: readonly T[], name: string): T {
	return list.find(entry => entry.name === name) as T;
}
