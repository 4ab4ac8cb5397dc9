/** Words for a picture, as people would type them; what a caption leaves out is always the usual thing. */
import { usualBackground, type Background } from './backgrounds.ts';
import type { Ink } from './inks.ts';
import type { PlaceName } from './layout.ts';
import type { Material } from './materials.ts';
import type { Noun } from './nouns/index.ts';
import { plural } from './plural.ts';
import { chance, pick, type Random } from './random.ts';
import type { Relation } from './relations.ts';
import { usualStyle, type Style } from './styles/index.ts';
import type { Texture } from './textures.ts';

/** What a caption of one to three equal things tells of. */
export type Told = {
	noun: Noun;
	ink: Ink;
	material: Material | undefined;
	background: Background;
	style: Style;
	count: number;
	size: '' | 'small' | 'big';
	place: PlaceName;
};

/** Words a caption one (of many) for things of one kind. */
export function thingCaption(told: Told, random: Random): string {
	const { background, ink, style } = told;
	const saysWhere = background.name !== usualBackground(ink.name) || chance(random, 0.6);
	const where = saysWhere ? pick(random, background.phrases) : '';
	const what = [subject(told, random), placeWords(told.place, random)].filter(Boolean).join(' ');
	return finished(joined(what, where, random), style, random);
}

/** What a caption of two different things tells of. */
export type ToldPair = {
	first: Noun;
	firstInk: Ink;
	second: Noun;
	secondInk: Ink;
	background: Background;
	style: Style;
	relation: Relation;
};

export function pairCaption(told: ToldPair, random: Random): string {
	const { first, firstInk, second, secondInk, background, style, relation } = told;
	const saysWhere = background.name !== 'white' || chance(random, 0.6);
	const where = saysWhere ? pick(random, background.phrases) : '';
	const one = `${article(random)} ${colourOf(first, firstInk, random)} ${nameOf(first, random)}`;
	const two = `${pick(random, ['a', 'a', 'the'])} ${colourOf(second, secondInk, random)} ${nameOf(second, random)}`;
	const what = `${one} ${pick(random, relation.phrases)} ${two}`;
	return finished(joined(what, where, random), style, random);
}

export function textureCaption({ name, also }: Texture, random: Random): string {
	const word = chance(random, 0.7) ? name : pick(random, also);
	const kind = pick(random, ['texture', 'texture', 'pattern', 'tile', 'surface']);
	const sort = pick(random, ['seamless ', 'tileable ', 'repeating ', '', 'a ', 'a seamless ']);
	return tidy(pick(random, [`${sort}${word} ${kind}`, `${sort}${kind} of ${word}`, `${word} ${kind}, seamless`]));
}

/** Other words for a colour; the plain word is used most. */
export const colourSynonyms: Readonly<Record<string, readonly string[]>> = {
	red: ['crimson', 'scarlet', 'ruby'],
	orange: ['amber'],
	yellow: [],
	lime: ['light green', 'lime green'],
	green: ['emerald', 'dark green'],
	teal: ['turquoise'],
	cyan: ['sky blue', 'light blue', 'aqua'],
	blue: ['navy', 'azure', 'sapphire', 'dark blue'],
	purple: ['violet'],
	magenta: ['fuchsia'],
	pink: ['rosy'],
	brown: ['chestnut'],
	beige: ['tan', 'cream-coloured'],
	gray: ['grey'],
	white: ['snowy', 'ivory'],
	black: ['ebony'],
};

function subject({ noun, ink, material, count, size, style }: Told, random: Random): string {
	const kind = styleBefore(style, random);
	const colour = material ? '' : colourOf(noun, ink, random);
	const made = material ? pick(random, material.words) : '';
	const name = count > 1 ? pluralOf(noun, random) : nameOf(noun, random);
	const head = count > 1 ? numberWord(count, random) : article(random);
	const look = chance(random, 0.06) ? pick(random, ['nice', 'simple', 'cute', 'single', 'pretty']) : '';
	const large = {
		'': '',
		small: pick(random, ['small', 'tiny', 'little']),
		big: pick(random, ['big', 'large', 'huge']),
	};
	if (material && chance(random, 0.3)) return `${head} ${large[size]} ${kind} ${name} made of ${material.of}`;
	if (colour && chance(random, 0.06)) return `${head} ${large[size]} ${kind} ${name} in ${colour}`;
	return `${head} ${large[size]} ${look} ${kind} ${colour}${made} ${name}`;
}

/** Now and then a style stands before its noun: `a pixel art apple`. */
function styleBefore(style: Style, random: Random): string {
	return style !== usualStyle && chance(random, 0.2) ? (style.phrases[0] as string) : '';
}

function nameOf(noun: Noun, random: Random): string {
	return noun.also.length > 0 && chance(random, 0.2) ? pick(random, noun.also) : noun.name;
}

function pluralOf(noun: Noun, random: Random): string {
	const name = nameOf(noun, random);
	return name === noun.name ? (noun.plural ?? plural(name)) : plural(name);
}

/** The colour's word, or none where the colour is the noun's usual one and may go without saying. */
function colourOf(noun: Noun, ink: Ink, random: Random): string {
	if (ink.name === noun.usual && chance(random, 0.5)) return '';
	const others = colourSynonyms[ink.name] ?? [];
	return others.length > 0 && chance(random, 0.12) ? pick(random, others) : ink.name;
}

function article(random: Random): string {
	return pick(random, ['a', 'a', 'a', 'the', 'one', '', '']);
}

function numberWord(count: number, random: Random): string {
	return count === 2
		? pick(random, ['two', 'two', 'two', '2', 'a pair of'])
		: pick(random, ['three', 'three', 'three', '3']);
}

function placeWords(place: PlaceName, random: Random): string {
	if (place === '') return chance(random, 0.04) ? 'in the middle' : '';
	return pick(random, [`on the ${place}`, `at the ${place}`, `on the ${place} side`]);
}

function joined(what: string, where: string, random: Random): string {
	if (where === '') return what;
	if (chance(random, 0.08)) return `${where}, ${what}`;
	return /^(on|in|at|against|under|inside|with)\b/.test(where) ? `${what} ${where}` : `${what}, ${where}`;
}

function finished(sentence: string, style: Style, random: Random): string {
	return closed(tidy(opened(withStyle(sentence, style, random), random)), random);
}

/** Names the style somewhere, unless it is the usual one or stands there already. */
function withStyle(sentence: string, style: Style, random: Random): string {
	const phrase = pick(random, style.phrases);
	if (style === usualStyle) return chance(random, 0.12) ? `${sentence}, ${phrase}` : sentence;
	if (sentence.includes(style.phrases[0] as string)) return sentence;
	return pick(random, [
		`${sentence}, ${phrase}`,
		`${sentence}, ${phrase}`,
		`${phrase}, ${sentence}`,
		`${phrase} of ${sentence}`,
		`${sentence} in ${phrase} style`,
		`${sentence}, ${phrase} style`,
	]);
}

function opened(sentence: string, random: Random): string {
	if (!chance(random, 0.1)) return sentence;
	const opening = pick(random, ['picture of', 'a picture of', 'image of', 'an illustration of', 'draw', 'please draw']);
	return `${opening} ${sentence}`;
}

function tidy(sentence: string): string {
	return sentence
		.replace(/\s+/g, ' ')
		.replace(/ ,/g, ',')
		.replace(/\ba (?=[aeiou](?!ni|fo))/g, 'an ')
		.trim();
}

function closed(sentence: string, random: Random): string {
	const capital = chance(random, 0.1) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
	return chance(random, 0.08) ? `${capital}.` : capital;
}
