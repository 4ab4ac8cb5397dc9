/** One whole picture: what it shows, its SVG and its captions, all following from its number. */
import { backgrounds, usualBackground, type Background } from './backgrounds.ts';
import { caption, type Told } from './captions.ts';
import { inks, type Ink } from './inks.ts';
import { short } from './marks.ts';
import { nouns, type Noun } from './nouns/index.ts';
import { between, chance, pick, randomFrom, type Random } from './random.ts';

/** A drawn picture; `svg` is a square of 128 units. */
export type Drawing = { noun: string; colour: string; background: string; svg: string; captions: readonly string[] };

/** Draws picture `index`: the same index gives the same picture, for ever. */
export function drawing(index: number): Drawing {
	const random = randomFrom(Math.imul(index, 0x9e3779b1));
	const noun = pick(random, nouns);
	const ink = chance(random, 0.08) ? named(inks, noun.usual) : pick(random, inks);
	const background = chance(random, 0.08) ? named(backgrounds, usualBackground(ink.name)) : pick(random, backgrounds);
	const svg = scene(noun, ink, background, random);
	const told: Told = { noun, colour: ink.name, background: background.name };
	const captions = Array.from({ length: 4 }, () => caption(told, random));
	return { noun: noun.name, colour: ink.name, background: background.name, svg, captions };
}

/** Draws one noun in one ink on one background, its shape and pose left to chance. */
export function scene(noun: Noun, ink: Ink, background: Background, random: Random): string {
	const size = between(random, 0.96, 1.16);
	const turn = between(random, -8, 8);
	const place = `translate(${short(between(random, 60, 68))} ${short(between(random, 60, 68))})`;
	const pose = `${place} rotate(${short(turn)}) scale(${size.toFixed(3)})`;
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">',
		`<defs><linearGradient id="body" x1="0" y1="0" x2="1" y2="1">`,
		`<stop offset="0" stop-color="${ink.light}"/><stop offset="0.5" stop-color="${ink.middle}"/>`,
		`<stop offset="1" stop-color="${ink.dark}"/></linearGradient></defs>`,
		`<rect width="128" height="128" fill="${background.fill}"/>`,
		`<g transform="${pose}">${noun.draw(ink, random)}</g></svg>`,
	].join('');
}

function named<T extends { name: string }>(list: readonly T[], name: string): T {
	return list.find(entry => entry.name === name) as T;
}
