/** People, told apart by what they wear and hold; their clothes are in the ink. */
import { gold, goldRim, night, paper, skin, skinRim, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	type Mark,
	mirrored,
	path,
	placed,
	polygon,
	shine,
	short,
	stroke,
	surface,
} from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const people: readonly Noun[] = [
	{ name: 'boy', also: ['man', 'kid'], usual: 'blue', draw: boy },
	{ name: 'girl', also: ['woman', 'lady'], usual: 'pink', draw: girl },
	{ name: 'knight', also: ['warrior', 'paladin'], usual: 'gray', draw: knight },
	{ name: 'wizard', also: ['mage', 'sorcerer'], usual: 'purple', draw: wizard },
	{ name: 'king', also: ['monarch', 'emperor'], usual: 'red', draw: king },
	{ name: 'queen', also: ['princess', 'empress'], usual: 'magenta', draw: queen },
	{ name: 'ninja', also: ['assassin', 'shinobi'], usual: 'black', draw: ninja },
	{ name: 'pirate', also: ['buccaneer', 'corsair'], usual: 'red', draw: pirate },
	{ name: 'astronaut', also: ['spaceman', 'cosmonaut'], usual: 'white', draw: astronaut },
	{ name: 'chef', also: ['cook', 'baker'], usual: 'white', draw: chef },
	{ name: 'farmer', also: ['gardener'], usual: 'blue', draw: farmer },
	{ name: 'doctor', also: ['physician', 'medic'], usual: 'white', draw: doctor },
	{ name: 'baby', also: ['infant', 'toddler'], plural: 'babies', usual: 'cyan', draw: baby },
	{ name: 'mermaid', also: ['siren'], usual: 'teal', draw: mermaid },
];

function boy(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const cloth = body(ink.middle, ink.rim);
	return [
		...both(box(2, 24, 14, 20, 4, body(ink.dark, ink.rim))),
		...arms(ink, hide, between(random, 16, 26)),
		path('M-17 2 L17 2 L19 31 L-19 31 Z', cloth),
		box(-18, 13, 36, 7, 0, surface(ink.light)),
		circle(0, -14, 20, body(hair.fill, hair.rim)),
		...face(hide, -12, 19),
		path('M-22 -18 C-24 -50 24 -50 22 -18 Q0 -26 -22 -18 Z', cloth),
		path('M-8 -22 Q20 -30 36 -18 Q22 -12 -8 -17 Z', body(ink.dark, ink.rim)),
	];
}

function girl(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const locks = body(hair.fill, hair.rim);
	const cloth = body(ink.middle, ink.rim);
	const wide = short(between(random, 32, 37));
	return [
		...both(box(3, 28, 8, 16, 3, body(hide.fill, hide.rim)), circle(25, -12, 8, locks)),
		...arms(ink, hide, between(random, 14, 22)),
		path(`M-13 0 L13 0 L${wide} 37 Q0 43 -${wide} 36 Z`, cloth),
		path('M-26 27 Q0 33 26 27 L29 34 Q0 40 -29 34 Z', surface(ink.light)),
		circle(0, -18, 19, locks),
		...face(hide, -14, 16),
		path('M-18 -18 C-16 -36 16 -36 18 -18 Q2 -20 -4 -27 Q-9 -20 -18 -18 Z', surface(hair.fill)),
		...placed([...both(path('M0 0 L17 -11 L17 11 Z', cloth)), circle(0, 0, 5, body(ink.dark, ink.rim))], 7, -34, 10, 1),
	];
}

function knight(ink: Ink, random: Random): Mark[] {
	const plate = body(ink.middle, ink.rim);
	const plume = ink.name === 'red' ? body(gold, goldRim) : body('#d8343c', '#8a1420');
	const sword = [
		path('M-4 0 L-4 -34 L0 -42 L4 -34 L4 0 Z', body('#dfe5eb', steelRim)),
		box(-10, -3, 20, 6, 2, body(gold, goldRim)),
	];
	return [
		...both(box(2, 26, 15, 18, 4, body(ink.dark, ink.rim))),
		...placed(sword, -34, 12, between(random, -12, 6), 1),
		...both(path('M16 8 L31 18', stroke(ink.dark, ink.rim, 10))),
		path('M-18 2 L18 2 L20 30 L-20 30 Z', plate),
		path('M2 -34 C-4 -48 24 -52 34 -32 C24 -36 14 -34 8 -28 Z', plume),
		path('M-22 -12 C-22 -44 22 -44 22 -12 L18 8 Q0 14 -18 8 Z', plate),
		path('M-17 -17 L17 -17 L16 -8 L-16 -8 Z', detail(ink.name === 'black' ? '#ffd84a' : night)),
		box(-2.5, -2, 5, 9, 1, detail(ink.name === 'black' ? '#ffd84a' : night)),
		path('M8 8 Q23 12 38 8 C40 28 32 38 23 43 C14 38 6 28 8 8 Z', body(ink.light, ink.rim)),
		path('M20 15 L26 15 L26 20 L32 20 L32 26 L26 26 L26 35 L20 35 L20 26 L14 26 L14 20 L20 20 Z', surface(plume.fill)),
	];
}

function wizard(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const robe = body(ink.middle, ink.rim);
	const tip = short(between(random, -4, 14));
	const star = polygon(around(10, [8, 3.6]), detail(ink.name === 'yellow' ? paper : '#ffd84a'));
	return [
		path('M36 -14 L36 43', stroke(wood, woodRim, 4)),
		circle(36, -18, 8, body('#8fe3f5', '#2a86a0')),
		path('M-13 2 L13 2 Q22 22 30 44 L-30 44 Q-22 22 -13 2 Z', robe),
		...both(path('M12 8 L31 18', stroke(ink.dark, ink.rim, 11)), circle(35, 19, 5, body(hide.fill, hide.rim))),
		...face(hide, -8, 17),
		path('M-17 -2 Q0 4 17 -2 C18 20 8 28 0 34 C-8 28 -18 20 -17 -2 Z', body(paper, '#9aa1ad')),
		path(`M-20 -16 Q-8 -30 ${tip} -48 Q14 -30 20 -16 Z`, robe),
		path('M-32 -14 Q0 -28 32 -14 Q0 -6 -32 -14 Z', body(ink.dark, ink.rim)),
		...placed([star], 2, -26, between(random, -20, 20), 1),
	];
}

function king(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const wide = short(between(random, 40, 44));
	return [
		path(`M-15 -2 L15 -2 Q36 14 ${wide} 44 L-${wide} 44 Q-36 14 -15 -2 Z`, body(ink.dark, ink.rim)),
		path('M-15 2 L15 2 L27 44 L-27 44 Z', body(ink.middle, ink.rim)),
		...both(
			path('M13 10 Q24 16 22 24', stroke(ink.middle, ink.rim, 11)),
			circle(20, 29, 5.5, body(hide.fill, hide.rim)),
		),
		box(-3, 8, 6, 36, 0, surface(ermine(ink))),
		path('M-17 2 Q0 -4 17 2 Q20 11 13 12 Q0 7 -13 12 Q-20 11 -17 2 Z', body(ermine(ink), '#9aa1ad')),
		...face(hide, -13, 16),
		path('M-16 -9 Q0 -1 16 -9 C17 4 7 10 0 12 C-7 10 -17 4 -16 -9 Z', body(hair.fill, hair.rim)),
		path('M-5 -4 Q0 -1 5 -4 Q4 2 0 2 Q-4 2 -5 -4 Z', detail('#a83a3a')),
		crown(16, -24, between(random, 17, 21)),
		...[-9, 0, 9].map(x => circle(x, -28, 2.8, detail(ink.middle))),
	];
}

function queen(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const gown = 'M-10 2 L10 2 L8 14 C26 20 38 34 40 44 L-40 44 C-38 34 -26 20 -8 14 Z';
	return [
		path(
			'M-20 -16 C-20 -46 20 -46 20 -16 C20 -4 30 4 26 18 L-26 18 C-30 4 -20 -4 -20 -16 Z',
			body(hair.fill, hair.rim),
		),
		path('M33 2 L33 40', stroke(gold, goldRim, 3)),
		circle(33, -1, 7, body(ink.light, ink.rim)),
		path(gown, body(ink.middle, ink.rim)),
		path('M0 14 C10 20 14 34 15 43 L-15 43 C-14 34 -10 20 0 14 Z', surface(ink.light)),
		...both(path('M9 7 Q20 10 26 18', stroke(ink.dark, ink.rim, 8)), circle(30, 20, 5, body(hide.fill, hide.rim))),
		...face(hide, -12, 17),
		path('M-19 -14 C-16 -34 16 -34 19 -14 Q8 -18 0 -26 Q-8 -18 -19 -14 Z', surface(hair.fill)),
		crown(14, -26, between(random, 15, 19)),
		circle(0, -30, 3, detail(ink.middle)),
	];
}

function ninja(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const cloth = body(ink.middle, ink.rim);
	const band = ink.name === 'red' ? body('#33303a', night) : body('#d8343c', '#8a1420');
	const sword = [
		box(-3.5, -34, 7, 60, 1, body(steel, steelRim)),
		box(-3.5, -52, 7, 18, 2, body('#4a4650', night)),
		box(-9, -36, 18, 5, 2, body(gold, goldRim)),
	];
	return [
		...placed(sword, 12, 8, between(random, 36, 46), 0.82),
		...both(box(2, 24, 15, 20, 4, body(ink.dark, ink.rim))),
		...both(path('M14 8 L30 16 L26 28', stroke(ink.middle, ink.rim, 9)), circle(25, 30, 5.5, body(ink.dark, ink.rim))),
		path('M-17 2 L17 2 L19 32 L-19 32 Z', cloth),
		box(-18, 19, 36, 7, 1, surface(band.fill)),
		path(`M-18 -26 L-44 ${short(between(random, -40, -32))} L-38 -26 L-45 -17 L-18 -20 Z`, band),
		circle(0, -15, 24, cloth),
		path('M-23 -28 Q0 -34 23 -28 L24 -20 Q0 -26 -24 -20 Z', surface(band.fill)),
		box(-18, -20, 36, 14, 7, body(hide.fill, hide.rim)),
		...both(circle(8, -13, 4, detail(night))),
	];
}

function pirate(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const coat = body(ink.middle, ink.rim);
	const brim = short(between(random, 34, 40));
	return [
		...[box(3, 26, 13, 18, 3, body(ink.dark, ink.rim)), box(-13, 30, 7, 14, 1, body(wood, woodRim))],
		...both(path('M15 8 L30 22', stroke(ink.middle, ink.rim, 10))),
		circle(33, 25, 5.5, body(hide.fill, hide.rim)),
		path('M-32 24 L-36 32 Q-34 42 -26 36', stroke(steel, steelRim, 3)),
		path('M-17 2 L17 2 L23 35 L-23 35 Z', coat),
		path('M-6 4 L6 4 L9 34 L-9 34 Z', surface(ink.name === 'white' ? ink.dark : paper)),
		...[box(-20, 21, 40, 7, 0, surface('#4a3324')), box(-5.5, 19, 11, 11, 2, surface(gold))],
		...face(hide, -10, 18),
		path('M-19 -6 Q0 6 19 -6 C20 8 8 12 0 16 C-8 12 -20 8 -19 -6 Z', body(hair.fill, hair.rim)),
		...[circle(-7, -10, 5.5, detail(night)), path('M-18 -20 L-14 -22 L-2 -10 L-8 -8 Z', detail(night))],
		path(`M-${brim} -16 C-${brim} -32 -20 -46 0 -46 C20 -46 ${brim} -32 ${brim} -16 Q0 -28 -${brim} -16 Z`, coat),
		...[circle(0, -35, 6, detail(mark(ink))), box(-3.5, -32, 7, 6, 1, detail(mark(ink)))],
	];
}

function astronaut(ink: Ink, random: Random): Mark[] {
	const suit = body(ink.middle, ink.rim);
	const visor = ink.name === 'blue' || ink.name === 'black' ? body('#f0b93a', goldRim) : body('#34508a', '#1a2a50');
	const wave = short(between(random, -2, 26));
	return [
		box(-27, -6, 54, 36, 8, body(ink.dark, ink.rim)),
		...both(box(2, 22, 17, 22, 6, suit)),
		path('M16 10 L36 24', stroke(ink.middle, ink.rim, 12)),
		path(`M-16 10 L-36 ${wave}`, stroke(ink.middle, ink.rim, 12)),
		box(-20, 2, 40, 32, 10, suit),
		box(-11, 14, 22, 12, 3, surface(ink.dark)),
		...[circle(-5, 20, 3.2, detail('#d8343c')), circle(5, 20, 3.2, detail('#36b37e'))],
		ellipse(0, -17, between(random, 26, 29), 26, suit),
		ellipse(0, -16, 20, 16, visor),
		ellipse(-9, -22, 5, 3.5, shine(paper)),
	];
}

function chef(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const cloth = body(ink.middle, ink.rim);
	const puff = short(between(random, -50, -44));
	const scarf = ink.name === 'red' ? '#2f6fd0' : '#d8343c';
	return [
		...both(box(2, 28, 14, 16, 4, body('#4a4650', night))),
		...[path('M33 26 L36 -8', stroke(wood, woodRim, 4)), ellipse(36, -14, 7, 9, body(wood, woodRim))],
		...arms(ink, hide, 22),
		path('M-18 4 L18 4 L21 36 L-21 36 Z', cloth),
		...both(...[17, 28].map(y => circle(6, y, 3, detail(mark(ink))))),
		...face(hide, -7, 17),
		path('M0 -4 Q14 -8 17 2 Q8 5 0 1 Q-8 5 -17 2 Q-14 -8 0 -4 Z', detail('#4a3324')),
		path('M-12 8 Q0 13 12 8 L8 17 L0 13 L-8 17 Z', surface(scarf)),
		path(`M-18 -22 C-40 -26 -34 -46 -18 -42 C-14 ${puff} 14 ${puff} 18 -42 C34 -46 40 -26 18 -22 Z`, cloth),
		box(-19, -25, 38, 10, 2, body(ink.light, ink.rim)),
	];
}

function farmer(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const straw = body('#ecc560', goldRim);
	const brim = between(random, 25, 29);
	const shirt = ink.name === 'white' ? ink.dark : ink.light;
	return [
		path('M34 -8 L34 42', stroke(wood, woodRim, 3)),
		path('M25 -24 L25 -12 L43 -12 L43 -24 M34 -24 L34 -10', stroke(steel, steelRim, 3)),
		...both(box(1, 26, 20, 18, 4, body(ink.middle, ink.rim))),
		...both(path('M17 8 L31 19', stroke(shirt, ink.rim, 12)), circle(34, 22, 5, body(hide.fill, hide.rim))),
		path('M-20 1 L20 1 L22 24 L-22 24 Z', body(shirt, ink.rim)),
		path(
			'M-15 1 L-9 1 L-9 8 L9 8 L9 1 L15 1 L16 14 L23 16 L22 35 L-22 35 L-23 16 L-16 14 Z',
			body(ink.middle, ink.rim),
		),
		...[box(-7, 17, 14, 9, 2, surface(ink.dark)), ...both(circle(9.5, 11, 3, detail(gold)))],
		circle(0, -13, 17, body(hair.fill, hair.rim)),
		...face(hide, -11, 15),
		path('M-15 -22 C-14 -46 14 -46 15 -22 Z', straw),
		path('M-15 -22 L-14 -32 Q0 -36 14 -32 L15 -22 Z', surface(ink.middle)),
		ellipse(0, -21, brim, 4.5, straw),
	];
}

function doctor(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const hair = hairColour(random);
	const cross = ink.name === 'red' ? paper : '#d8343c';
	return [
		...both(box(3, 32, 12, 12, 3, body('#4a5a70', '#2a3444'))),
		...arms(ink, hide, between(random, 18, 26)),
		path('M-20 1 L20 1 L27 39 L-27 39 Z', body(ink.middle, ink.rim)),
		path('M-6 2 L6 2 L0 14 Z', surface('#7cc4d8')),
		box(-1.5, 16, 3, 22, 0, surface(ink.dark)),
		path('M-11 6 Q-12 16 -9 24 M11 6 L11 18', stroke('#5b6470', '#5b6470', 1)),
		circle(-9, 25, 5, detail(ink.name === 'black' ? steel : '#5b6470')),
		circle(0, -14, 18, body(hair.fill, hair.rim)),
		...face(hide, -11, 17),
		path('M-21 -19 C-22 -50 22 -50 21 -19 Q0 -28 -21 -19 Z', body(ink.middle, ink.rim)),
		path(
			'M-3.5 -43 L3.5 -43 L3.5 -38 L8.5 -38 L8.5 -31 L3.5 -31 L3.5 -27 L-3.5 -27 L-3.5 -31 L-8.5 -31 L-8.5 -38 L-3.5 -38 Z',
			detail(cross),
		),
	];
}

function baby(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const cloth = body(ink.middle, ink.rim);
	const lift = short(between(random, 6, 22));
	return [
		...both(
			path(`M16 14 L32 ${lift}`, stroke(ink.middle, ink.rim, 11)),
			circle(35, Number(lift), 5.5, body(hide.fill, hide.rim)),
		),
		ellipse(0, 24, 24, 18, cloth),
		...both(ellipse(23, 36, 14, 8.5, body(ink.light, ink.rim))),
		ellipse(0, -13, between(random, 31, 34), 29, cloth),
		ellipse(0, -9, 23, 20, body(hide.fill, hide.rim)),
		path('M-5 -28 Q0 -14 8 -20 Q2 -20 3 -28 Z', detail('#7a4e2c')),
		...both(circle(10, -10, 4, detail(night))),
		...[ellipse(0, 3, 9, 6.5, body(ink.light, ink.rim)), circle(0, 3, 3, detail(ink.rim))],
		...both(circle(6, 24, 3, surface(ink.light))),
	];
}

function mermaid(ink: Ink, random: Random): Mark[] {
	const hide = complexion(random);
	const fluke = [
		path('M0 0 C2 -14 14 -20 24 -20 C20 -10 20 -4 18 0 C22 6 24 14 20 20 C10 18 2 10 0 0 Z', body(ink.light, ink.rim)),
	];
	return [
		path('M-24 -22 C-24 -50 16 -50 16 -22 C18 -6 26 2 20 18 L-28 18 C-32 2 -22 -6 -24 -22 Z', body(ink.dark, ink.rim)),
		...placed(fluke, 22, 24, between(random, -34, -12), 1),
		...[-1, 1].map(side => path(`M${side * 10 - 4} 2 L${side * 21 - 4} 14`, stroke(hide.fill, hide.rim, 5))),
		path('M-14 -4 L6 -4 L8 14 L-16 14 Z', body(hide.fill, hide.rim)),
		path('M-18 12 Q-4 6 10 12 C14 24 18 22 26 19 L30 30 C18 46 -30 52 -18 12 Z', body(ink.middle, ink.rim)),
		...[
			[-8, 21],
			[3, 24],
			[-4, 32],
			[8, 34],
		].map(([x = 0, y = 0]) => ellipse(x, y, 4.5, 3.5, surface(ink.light))),
		...[-9, 1].map(x => circle(x, 3, 5, body(ink.light, ink.rim))),
		...placed(face(hide, -18, 17), -4, 0, 0, 1),
		path('M-24 -18 C-22 -44 14 -44 16 -18 Q2 -22 -8 -32 Q-14 -22 -24 -18 Z', surface(ink.dark)),
		...placed([polygon(around(10, [8, 4]), detail('#ffb04a'))], 8, -32, 10, 1),
	];
}

type Tone = { fill: string; rim: string };

function complexion(random: Random): Tone {
	return pick(random, [
		{ fill: skin, rim: skinRim },
		{ fill: '#d99c6a', rim: '#8a5730' },
		{ fill: '#9a6440', rim: '#5e3820' },
	]);
}

function hairColour(random: Random): Tone {
	return pick(random, [
		{ fill: '#5b3a24', rim: '#342012' },
		{ fill: '#34292a', rim: '#171213' },
		{ fill: '#c9772e', rim: '#7d4312' },
	]);
}

function face(tone: Tone, y: number, radius: number): Mark[] {
	return [
		circle(0, y, radius, body(tone.fill, tone.rim)),
		...both(circle(radius * 0.4, y + 1, 3.2, detail(night))),
		path(
			`M-6 ${short(y + 7)} Q0 ${short(y + 9)} 6 ${short(y + 7)} Q4 ${short(y + 13)} 0 ${short(y + 13)} Q-4 ${short(y + 13)} -6 ${short(y + 7)} Z`,
			detail('#9c3f3a'),
		),
	];
}

/** Sleeves that reach down to `low`, with hands. */
function arms(ink: Ink, tone: Tone, low: number): Mark[] {
	return both(
		path(`M14 8 L30 ${short(low)}`, stroke(ink.middle, ink.rim, 10)),
		circle(33, low + 2, 5.5, body(tone.fill, tone.rim)),
	);
}

/** A crown whose band is at `y`, `half` as wide as it is across. */
function crown(half: number, y: number, high: number): Mark {
	const [top, dip] = [short(y - high), short(y - high / 2)];
	const points = `L-${half + 2} ${short(y - high + 3)} L-${half / 2} ${dip} L0 ${top} L${half / 2} ${dip} L${half + 2} ${short(y - high + 3)}`;
	return path(`M-${half - 2} ${y} ${points} L${half - 2} ${y} Q0 ${y + 5} -${half - 2} ${y} Z`, body(gold, goldRim));
}

/** White fur that is seen beside this ink. */
function ermine(ink: Ink): string {
	return ink.name === 'white' ? '#d9c9a0' : paper;
}

/** The colour of a small sign on clothes of this ink. */
function mark(ink: Ink): string {
	return ['white', 'beige', 'yellow', 'lime', 'cyan'].includes(ink.name) ? '#33303a' : paper;
}

/** Marks and their mirror images. */
function both(...marks: Mark[]): Mark[] {
	return [...marks, ...mirrored(marks)];
}
