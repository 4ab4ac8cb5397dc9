/** Words for a picture, as people would type them; what a caption leaves out is always the usual thing. */
import { usualBackground } from './backgrounds.ts';
import type { Noun } from './nouns/index.ts';
import { chance, pick, type Random } from './random.ts';

/** What a caption tells of. */
export type Told = { noun: Noun; colour: string; background: string };

/** Words a caption one (of many) for what is drawn. */
export function caption(told: Told, random: Random): string {
	const thing = chance(random, 0.8) ? told.noun.name : pick(random, told.noun.also);
	const colour = saysColour(told, random) ? colourWord(told.colour, random) : '';
	const place = saysBackground(told, random) ? backgroundWords(told.background, random) : '';
	const sentence =
		chance(random, 0.1) && place ? placeFirst(thing, colour, told, random) : subject(thing, colour, random) + place;
	return finish(tidy(decorate(sentence, random)), random);
}

/** Other words for a colour; the plain word is used most. */
export const colourSynonyms: Readonly<Record<string, readonly string[]>> = {
	red: ['crimson', 'scarlet', 'ruby'],
	orange: ['tangerine', 'amber'],
	yellow: ['golden', 'lemon'],
	green: ['emerald'],
	blue: ['navy', 'azure', 'sapphire'],
	purple: ['violet'],
	white: ['snowy', 'ivory'],
	black: ['ebony'],
};

function saysColour({ noun, colour }: Told, random: Random): boolean {
	return colour !== noun.usual || chance(random, 0.5);
}

function saysBackground({ colour, background }: Told, random: Random): boolean {
	return background !== usualBackground(colour) || chance(random, 0.6);
}

function colourWord(colour: string, random: Random): string {
	return chance(random, 0.88) ? colour : pick(random, colourSynonyms[colour] ?? [colour]);
}

function subject(thing: string, colour: string, random: Random): string {
	const look = chance(random, 0.08) ? pick(random, ['nice', 'simple', 'cute', 'single', 'shiny', 'pretty']) : '';
	const article = pick(random, ['a', 'a', 'a', 'the', 'one', '', '']);
	if (colour && chance(random, 0.08))
		return pick(random, [
			`${article} ${thing} in ${colour}`,
			`${article} ${thing}, ${colour}`,
			`${article} ${look} ${thing} that is ${colour}`,
		]);
	return `${article} ${look} ${colour} ${thing}`;
}

function backgroundWords(background: string, random: Random): string {
	const sheet = pick(random, ['background', 'background', 'background', 'backdrop']);
	return pick(random, [
		` on a ${background} ${sheet}`,
		` on a ${background} ${sheet}`,
		` on ${background}`,
		`, ${background} ${sheet}`,
		` against a ${background} ${sheet}`,
		` with a ${background} ${sheet}`,
		` against ${background}`,
		` on the ${background} ${sheet}`,
	]);
}

function placeFirst(thing: string, colour: string, { background }: Told, random: Random): string {
	return pick(random, [
		`${background} background, ${colour} ${thing}`,
		`${background} background with a ${colour} ${thing}`,
		`on a ${background} background, a ${colour} ${thing}`,
	]);
}

function decorate(sentence: string, random: Random): string {
	if (chance(random, 0.15)) {
		const opening = pick(random, [
			'picture of',
			'a picture of',
			'an icon of',
			'icon of',
			'drawing of',
			'draw',
			'an image of',
			'please draw',
		]);
		return `${opening} ${sentence}`;
	}
	return chance(random, 0.1)
		? sentence + pick(random, [', flat icon', ', game icon', ', clean', ', simple', ', centered', ' please'])
		: sentence;
}

function tidy(sentence: string): string {
	return sentence
		.replace(/\s+/g, ' ')
		.replace(/ ,/g, ',')
		.replace(/\ba (?=[aeiou])/g, 'an ')
		.trim();
}

function finish(sentence: string, random: Random): string {
	const capital = chance(random, 0.12) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
	return chance(random, 0.1) ? `${capital}.` : capital;
}
