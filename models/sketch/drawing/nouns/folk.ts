/** People at work, the baby and the mermaid; their clothes are in the ink. */
import { gold, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	polygon,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, scarlet, shaded, solid, straw } from './paints.ts';
import { both, points } from './parts.ts';
import { arms, complexion, face, hairColour, sign } from './person.ts';

export const folk: readonly Noun[] = [
	{ name: 'astronaut', also: ['spaceman', 'cosmonaut'], usual: 'white', draw: astronaut },
	{ name: 'chef', also: ['cook', 'baker'], usual: 'white', draw: chef },
	{ name: 'farmer', also: ['gardener'], usual: 'blue', draw: farmer },
	{ name: 'doctor', also: ['physician', 'medic'], usual: 'white', draw: doctor },
	{ name: 'baby', also: ['infant', 'toddler'], plural: 'babies', usual: 'cyan', draw: baby },
	{ name: 'mermaid', also: ['siren'], usual: 'teal', draw: mermaid },
];

function astronaut(ink: Ink, random: Random): Mark[] {
	const suit = solid(ink);
	const visor = ink.name === 'blue' || ink.name === 'black' ? body('#f0b93a', goldRim) : body('#34508a', '#1a2a50');
	const wave = short(between(random, -2, 26));
	return [
		box(-27, -6, 54, 36, 8, shaded(ink)),
		...both(box(2, 22, 17, 22, 6, suit)),
		path('M16 10 L36 24', stroke(ink.middle, ink.rim, 12)),
		path(`M-16 10 L-36 ${wave}`, stroke(ink.middle, ink.rim, 12)),
		box(-20, 2, 40, 32, 10, suit),
		box(-11, 14, 22, 12, 3, surface(ink.dark)),
		circle(-5, 20, 3.2, detail(scarlet)),
		circle(5, 20, 3.2, detail('#36b37e')),
		ellipse(0, -17, between(random, 26, 29), 26, suit),
		ellipse(0, -16, 20, 16, visor),
		ellipse(-9, -22, 5, 3.5, shine(paper)),
	];
}

function chef(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const cloth = solid(ink);
	const puff = short(between(random, -50, -44));
	const scarf = ink.name === 'red' ? '#2f6fd0' : scarlet;
	return [
		...both(box(2, 28, 14, 16, 4, body('#4a4650', night))),
		path('M33 26 L36 -8', stroke(wood, woodRim, 4)),
		ellipse(36, -14, 7, 9, body(wood, woodRim)),
		...arms(ink, skin, 22),
		path('M-18 4 L18 4 L21 36 L-21 36 Z', cloth),
		...both(...[17, 28].map(y => circle(6, y, 3, detail(sign(ink))))),
		...face(skin, -7, 17),
		path('M0 -4 Q14 -8 17 2 Q8 5 0 1 Q-8 5 -17 2 Q-14 -8 0 -4 Z', detail('#4a3324')),
		path('M-12 8 Q0 13 12 8 L8 17 L0 13 L-8 17 Z', surface(scarf)),
		path(`M-18 -22 C-40 -26 -34 -46 -18 -42 C-14 ${puff} 14 ${puff} 18 -42 C34 -46 40 -26 18 -22 Z`, cloth),
		box(-19, -25, 38, 10, 2, lit(ink)),
	];
}

function farmer(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const brim = between(random, 25, 29);
	const shirt = ink.name === 'white' ? ink.dark : ink.light;
	return [
		path('M34 -8 L34 42', stroke(wood, woodRim, 3)),
		path('M25 -24 L25 -12 L43 -12 L43 -24 M34 -24 L34 -10', stroke(steel, steelRim, 3)),
		...both(box(1, 26, 20, 18, 4, solid(ink))),
		...both(path('M17 8 L31 19', stroke(shirt, ink.rim, 12)), circle(34, 22, 5, body(skin.fill, skin.rim))),
		path('M-20 1 L20 1 L22 24 L-22 24 Z', body(shirt, ink.rim)),
		path('M-15 1 L-9 1 L-9 8 L9 8 L9 1 L15 1 L16 14 L23 16 L22 35 L-22 35 L-23 16 L-16 14 Z', solid(ink)),
		box(-7, 17, 14, 9, 2, surface(ink.dark)),
		...both(circle(9.5, 11, 3, detail(gold))),
		circle(0, -13, 17, body(hair.fill, hair.rim)),
		...face(skin, -11, 15),
		path('M-15 -22 C-14 -46 14 -46 15 -22 Z', straw),
		path('M-15 -22 L-14 -32 Q0 -36 14 -32 L15 -22 Z', surface(ink.middle)),
		ellipse(0, -21, brim, 4.5, straw),
	];
}

function doctor(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const hair = hairColour(random);
	const tube = '#5b6470';
	const cross = ink.name === 'red' ? paper : scarlet;
	return [
		...both(box(3, 32, 12, 12, 3, body('#4a5a70', '#2a3444'))),
		...arms(ink, skin, between(random, 18, 26)),
		path('M-20 1 L20 1 L27 39 L-27 39 Z', solid(ink)),
		path('M-6 2 L6 2 L0 14 Z', surface('#7cc4d8')),
		box(-1.5, 16, 3, 22, 0, surface(ink.dark)),
		path('M-11 6 Q-12 16 -9 24 M11 6 L11 18', stroke(tube, tube, 1)),
		circle(-9, 25, 5, detail(ink.name === 'black' ? steel : tube)),
		circle(0, -14, 18, body(hair.fill, hair.rim)),
		...face(skin, -11, 17),
		path('M-21 -19 C-22 -50 22 -50 21 -19 Q0 -28 -21 -19 Z', solid(ink)),
		path(
			'M-3.5 -43 L3.5 -43 L3.5 -38 L8.5 -38 L8.5 -31 L3.5 -31 L3.5 -27 L-3.5 -27 L-3.5 -31 L-8.5 -31 L-8.5 -38 L-3.5 -38 Z',
			detail(cross),
		),
	];
}

function baby(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const cloth = solid(ink);
	const lift = short(between(random, 6, 22));
	return [
		...both(
			path(`M16 14 L32 ${lift}`, stroke(ink.middle, ink.rim, 11)),
			circle(35, Number(lift), 5.5, body(skin.fill, skin.rim)),
		),
		ellipse(0, 24, 24, 18, cloth),
		...both(ellipse(23, 36, 14, 8.5, lit(ink))),
		ellipse(0, -13, between(random, 31, 34), 29, cloth),
		ellipse(0, -9, 23, 20, body(skin.fill, skin.rim)),
		path('M-5 -28 Q0 -14 8 -20 Q2 -20 3 -28 Z', detail('#7a4e2c')),
		...both(circle(10, -10, 4, detail(night))),
		ellipse(0, 3, 9, 6.5, lit(ink)),
		circle(0, 3, 3, detail(ink.rim)),
		...both(circle(6, 24, 3, surface(ink.light))),
	];
}

function mermaid(ink: Ink, random: Random): Mark[] {
	const skin = complexion(random);
	const fluke = [path('M0 0 C2 -14 14 -20 24 -20 C20 -10 20 -4 18 0 C22 6 24 14 20 20 C10 18 2 10 0 0 Z', lit(ink))];
	return [
		path('M-24 -22 C-24 -50 16 -50 16 -22 C18 -6 26 2 20 18 L-28 18 C-32 2 -22 -6 -24 -22 Z', shaded(ink)),
		...placed(fluke, 22, 24, between(random, -34, -12), 1),
		...[-1, 1].map(side => path(`M${side * 10 - 4} 2 L${side * 21 - 4} 14`, stroke(skin.fill, skin.rim, 5))),
		path('M-14 -4 L6 -4 L8 14 L-16 14 Z', body(skin.fill, skin.rim)),
		path('M-18 12 Q-4 6 10 12 C14 24 18 22 26 19 L30 30 C18 46 -30 52 -18 12 Z', solid(ink)),
		...points([-8, 21, 3, 24, -4, 32, 8, 34]).map(([x, y]) => ellipse(x, y, 4.5, 3.5, surface(ink.light))),
		...[-9, 1].map(x => circle(x, 3, 5, lit(ink))),
		...placed(face(skin, -18, 17), -4, 0, 0, 1),
		path('M-24 -18 C-22 -44 14 -44 16 -18 Q2 -22 -8 -32 Q-14 -22 -24 -18 Z', surface(ink.dark)),
		...placed([polygon(around(10, [8, 4]), detail('#ffb04a'))], 8, -32, 10, 1),
	];
}
