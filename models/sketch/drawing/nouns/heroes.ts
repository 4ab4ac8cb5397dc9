/** Heroes of tales and games, told apart by what they wear and hold; their clothes are in the ink. */
import { gold, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	path,
	placed,
	polygon,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { glow, lit, scarlet, scarletRim, shaded, solid } from './paints.ts';
import { both } from './parts.ts';
import { arms, complexion, face, hairColour, sign } from './person.ts';

export const heroes: readonly Noun[] = [
	{ name: 'boy', also: ['man', 'kid'], usual: 'blue', draw: boy },
	{ name: 'girl', also: ['woman', 'lady'], usual: 'pink', draw: girl },
	{ name: 'knight', also: ['warrior', 'paladin'], usual: 'gray', draw: knight },
	{ name: 'wizard', also: ['mage', 'sorcerer'], usual: 'purple', draw: wizard },
	{ name: 'king', also: ['monarch', 'emperor'], usual: 'red', draw: king },
	{ name: 'queen', also: ['princess', 'empress'], usual: 'magenta', draw: queen },
	{ name: 'ninja', also: ['assassin', 'shinobi'], usual: 'black', draw: ninja },
	{ name: 'pirate', also: ['buccaneer', 'corsair'], usual: 'red', draw: pirate },
];

const furRim = '#9aa1ad';

function boy(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const cloth = solid(ink);
	return [
		...both(box(2, 24, 14, 20, 4, shaded(ink))),
		...arms(ink, skin, between(random, 16, 26)),
		path('M-17 2 L17 2 L19 31 L-19 31 Z', cloth),
		box(-18, 13, 36, 7, 0, surface(ink.light)),
		circle(0, -14, 20, body(hair.fill, hair.rim)),
		...face(skin, -12, 19),
		path('M-22 -18 C-24 -50 24 -50 22 -18 Q0 -26 -22 -18 Z', cloth),
		path('M-8 -22 Q20 -30 36 -18 Q22 -12 -8 -17 Z', shaded(ink)),
	];
}

function girl(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const locks = body(hair.fill, hair.rim);
	const cloth = solid(ink);
	const wide = short(between(random, 32, 37));
	return [
		...both(box(3, 28, 8, 16, 3, body(skin.fill, skin.rim)), circle(25, -12, 8, locks)),
		...arms(ink, skin, between(random, 14, 22)),
		path(`M-13 0 L13 0 L${wide} 37 Q0 43 -${wide} 36 Z`, cloth),
		path('M-26 27 Q0 33 26 27 L29 34 Q0 40 -29 34 Z', surface(ink.light)),
		circle(0, -18, 19, locks),
		...face(skin, -14, 16),
		path('M-18 -18 C-16 -36 16 -36 18 -18 Q2 -20 -4 -27 Q-9 -20 -18 -18 Z', surface(hair.fill)),
		...placed([...both(path('M0 0 L17 -11 L17 11 Z', cloth)), circle(0, 0, 5, shaded(ink))], 7, -34, 10, 1),
	];
}

function knight(ink: Ink, random: Random): Mark[] {
	const plate = solid(ink);
	const plume = ink.name === 'red' ? body(gold, goldRim) : body(scarlet, scarletRim);
	const sword = [
		path('M-4 0 L-4 -34 L0 -42 L4 -34 L4 0 Z', body('#dfe5eb', steelRim)),
		box(-10, -3, 20, 6, 2, body(gold, goldRim)),
	];
	return [
		...both(box(2, 26, 15, 18, 4, shaded(ink))),
		...placed(sword, -34, 12, between(random, -12, 6), 1),
		...both(path('M16 8 L31 18', stroke(ink.dark, ink.rim, 10))),
		path('M-18 2 L18 2 L20 30 L-20 30 Z', plate),
		path('M2 -34 C-4 -48 24 -52 34 -32 C24 -36 14 -34 8 -28 Z', plume),
		path('M-22 -12 C-22 -44 22 -44 22 -12 L18 8 Q0 14 -18 8 Z', plate),
		path('M-17 -17 L17 -17 L16 -8 L-16 -8 Z', detail(ink.name === 'black' ? glow : night)),
		box(-2.5, -2, 5, 9, 1, detail(ink.name === 'black' ? glow : night)),
		path('M8 8 Q23 12 38 8 C40 28 32 38 23 43 C14 38 6 28 8 8 Z', lit(ink)),
		path('M20 15 L26 15 L26 20 L32 20 L32 26 L26 26 L26 35 L20 35 L20 26 L14 26 L14 20 L20 20 Z', surface(plume.fill)),
	];
}

function wizard(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const robe = solid(ink);
	const tip = short(between(random, -4, 14));
	const star = polygon(around(10, [8, 3.6]), detail(ink.name === 'yellow' ? paper : glow));
	return [
		path('M36 -14 L36 43', stroke(wood, woodRim, 4)),
		circle(36, -18, 8, body('#8fe3f5', '#2a86a0')),
		path('M-13 2 L13 2 Q22 22 30 44 L-30 44 Q-22 22 -13 2 Z', robe),
		...both(path('M12 8 L31 18', stroke(ink.dark, ink.rim, 11)), circle(35, 19, 5, body(skin.fill, skin.rim))),
		...face(skin, -8, 17),
		path('M-17 -2 Q0 4 17 -2 C18 20 8 28 0 34 C-8 28 -18 20 -17 -2 Z', body(paper, furRim)),
		path(`M-20 -16 Q-8 -30 ${tip} -48 Q14 -30 20 -16 Z`, robe),
		path('M-32 -14 Q0 -28 32 -14 Q0 -6 -32 -14 Z', shaded(ink)),
		...placed([star], 2, -26, between(random, -20, 20), 1),
	];
}

function king(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const wide = short(between(random, 40, 44));
	return [
		path(`M-15 -2 L15 -2 Q36 14 ${wide} 44 L-${wide} 44 Q-36 14 -15 -2 Z`, shaded(ink)),
		path('M-15 2 L15 2 L27 44 L-27 44 Z', solid(ink)),
		...both(
			path('M13 10 Q24 16 22 24', stroke(ink.middle, ink.rim, 11)),
			circle(20, 29, 5.5, body(skin.fill, skin.rim)),
		),
		box(-3, 8, 6, 36, 0, surface(ermine(ink))),
		path('M-17 2 Q0 -4 17 2 Q20 11 13 12 Q0 7 -13 12 Q-20 11 -17 2 Z', body(ermine(ink), furRim)),
		...face(skin, -13, 16),
		path('M-16 -9 Q0 -1 16 -9 C17 4 7 10 0 12 C-7 10 -17 4 -16 -9 Z', body(hair.fill, hair.rim)),
		path('M-5 -4 Q0 -1 5 -4 Q4 2 0 2 Q-4 2 -5 -4 Z', detail('#a83a3a')),
		crown(16, -24, between(random, 17, 21)),
		...[-9, 0, 9].map(x => circle(x, -28, 2.8, detail(ink.middle))),
	];
}

function queen(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const gown = 'M-10 2 L10 2 L8 14 C26 20 38 34 40 44 L-40 44 C-38 34 -26 20 -8 14 Z';
	return [
		path(
			'M-20 -16 C-20 -46 20 -46 20 -16 C20 -4 30 4 26 18 L-26 18 C-30 4 -20 -4 -20 -16 Z',
			body(hair.fill, hair.rim),
		),
		path('M33 2 L33 40', stroke(gold, goldRim, 3)),
		circle(33, -1, 7, lit(ink)),
		path(gown, solid(ink)),
		path('M0 14 C10 20 14 34 15 43 L-15 43 C-14 34 -10 20 0 14 Z', surface(ink.light)),
		...both(path('M9 7 Q20 10 26 18', stroke(ink.dark, ink.rim, 8)), circle(30, 20, 5, body(skin.fill, skin.rim))),
		...face(skin, -12, 17),
		path('M-19 -14 C-16 -34 16 -34 19 -14 Q8 -18 0 -26 Q-8 -18 -19 -14 Z', surface(hair.fill)),
		crown(14, -26, between(random, 15, 19)),
		circle(0, -30, 3, detail(ink.middle)),
	];
}

function ninja(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const cloth = solid(ink);
	const band = ink.name === 'red' ? body('#33303a', night) : body(scarlet, scarletRim);
	const sword = [
		box(-3.5, -34, 7, 60, 1, body(steel, steelRim)),
		box(-3.5, -52, 7, 18, 2, body('#4a4650', night)),
		box(-9, -36, 18, 5, 2, body(gold, goldRim)),
	];
	return [
		...placed(sword, 12, 8, between(random, 36, 46), 0.82),
		...both(box(2, 24, 15, 20, 4, shaded(ink))),
		...both(path('M14 8 L30 16 L26 28', stroke(ink.middle, ink.rim, 9)), circle(25, 30, 5.5, shaded(ink))),
		path('M-17 2 L17 2 L19 32 L-19 32 Z', cloth),
		box(-18, 19, 36, 7, 1, surface(band.fill)),
		path(`M-18 -26 L-44 ${short(between(random, -40, -32))} L-38 -26 L-45 -17 L-18 -20 Z`, band),
		circle(0, -15, 24, cloth),
		path('M-23 -28 Q0 -34 23 -28 L24 -20 Q0 -26 -24 -20 Z', surface(band.fill)),
		box(-18, -20, 36, 14, 7, body(skin.fill, skin.rim)),
		...both(circle(8, -13, 4, detail(night))),
	];
}

function pirate(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const coat = solid(ink);
	const brim = short(between(random, 34, 40));
	return [
		box(3, 26, 13, 18, 3, shaded(ink)),
		box(-13, 30, 7, 14, 1, body(wood, woodRim)),
		...both(path('M15 8 L30 22', stroke(ink.middle, ink.rim, 10))),
		circle(33, 25, 5.5, body(skin.fill, skin.rim)),
		path('M-32 24 L-36 32 Q-34 42 -26 36', stroke(steel, steelRim, 3)),
		path('M-17 2 L17 2 L23 35 L-23 35 Z', coat),
		path('M-6 4 L6 4 L9 34 L-9 34 Z', surface(ink.name === 'white' ? ink.dark : paper)),
		box(-20, 21, 40, 7, 0, surface('#4a3324')),
		box(-5.5, 19, 11, 11, 2, surface(gold)),
		...face(skin, -10, 18),
		path('M-19 -6 Q0 6 19 -6 C20 8 8 12 0 16 C-8 12 -20 8 -19 -6 Z', body(hair.fill, hair.rim)),
		circle(-7, -10, 5.5, detail(night)),
		path('M-18 -20 L-14 -22 L-2 -10 L-8 -8 Z', detail(night)),
		path(`M-${brim} -16 C-${brim} -32 -20 -46 0 -46 C20 -46 ${brim} -32 ${brim} -16 Q0 -28 -${brim} -16 Z`, coat),
		circle(0, -35, 6, detail(sign(ink))),
		box(-3.5, -32, 7, 6, 1, detail(sign(ink))),
	];
}

/** Draws a crown whose band is at `y`, `half` as wide as it is across. */
function crown(half: number, y: number, high: number): Mark {
	const [top, side, dip] = [short(y - high), short(y - high + 3), short(y - high / 2)];
	const spikes = `L-${half + 2} ${side} L-${half / 2} ${dip} L0 ${top} L${half / 2} ${dip} L${half + 2} ${side}`;
	return path(`M-${half - 2} ${y} ${spikes} L${half - 2} ${y} Q0 ${y + 5} -${half - 2} ${y} Z`, body(gold, goldRim));
}

/** Gives the colour of white fur that is seen beside this ink. */
function ermine(ink: Ink): string {
	return ink.name === 'white' ? '#d9c9a0' : paper;
}
