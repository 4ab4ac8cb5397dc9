/** Animals of the water and the air, and insects. */
import { cream, glass, glassRim, night, paper, type Ink } from '../inks.ts';
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
	shine,
	short,
	stroke,
	surface,
} from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const waterAndAir: readonly Noun[] = [
	{ name: 'fish', also: ['goldfish', 'tropical fish'], plural: 'fish', usual: 'orange', draw: fish },
	{ name: 'shark', also: ['megalodon'], usual: 'gray', draw: shark },
	{ name: 'whale', also: ['orca', 'humpback'], usual: 'blue', draw: whale },
	{ name: 'dolphin', also: ['porpoise'], usual: 'cyan', draw: dolphin },
	{ name: 'octopus', also: ['squid', 'kraken'], plural: 'octopuses', usual: 'purple', draw: octopus },
	{ name: 'crab', also: ['crustacean'], usual: 'red', draw: crab },
	{ name: 'jellyfish', also: ['sea jelly'], plural: 'jellyfish', usual: 'magenta', draw: jellyfish },
	{ name: 'starfish', also: ['sea star'], plural: 'starfish', usual: 'orange', draw: starfish },
	{ name: 'bird', also: ['songbird', 'sparrow'], usual: 'blue', draw: bird },
	{ name: 'owl', also: ['owlet'], usual: 'brown', draw: owl },
	{ name: 'duck', also: ['duckling'], usual: 'yellow', draw: duck },
	{ name: 'chicken', also: ['hen', 'rooster'], usual: 'white', draw: chicken },
	{ name: 'penguin', also: ['baby penguin'], usual: 'black', draw: penguin },
	{ name: 'bat', also: ['vampire bat'], usual: 'black', draw: bat },
	{ name: 'butterfly', also: ['moth'], plural: 'butterflies', usual: 'magenta', draw: butterfly },
	{ name: 'bee', also: ['bumblebee', 'wasp'], usual: 'yellow', draw: bee },
	{ name: 'ladybug', also: ['ladybird', 'beetle'], usual: 'red', draw: ladybug },
	{ name: 'spider', also: ['tarantula'], usual: 'black', draw: spider },
	{ name: 'ant', also: ['termite'], usual: 'brown', draw: ant },
];

const bill = '#f39a2b';
const billRim = '#a35f0c';

function fish(ink: Ink, random: Random): Mark[] {
	const high = between(random, 23, 29);
	const stripe = surface(ink.name === 'white' ? '#c3cad8' : ink.light);
	return [
		path('M18 0 L45 -26 Q38 0 45 26 Z', body(ink.dark, ink.rim)),
		path(`M-14 ${short(8 - high)} Q4 ${short(-high - 22)} 18 ${short(8 - high)} Z`, body(ink.dark, ink.rim)),
		path(`M-4 ${short(high - 6)} L16 ${short(high + 12)} L14 ${short(high - 10)} Z`, body(ink.dark, ink.rim)),
		ellipse(-8, 0, 36, high, body(ink.middle, ink.rim)),
		...[
			path('M-8 -20 Q0 0 -8 20 L2 19 Q10 0 2 -19 Z', stripe),
			path('M12 -15 Q18 0 12 15 L20 11 Q24 0 20 -11 Z', stripe),
		],
		...[circle(-25, -6, 7, surface(paper)), circle(-26, -6, 4, detail(night))],
	];
}

function shark(ink: Ink, random: Random): Mark[] {
	const fin = short(between(random, -42, -34));
	return [
		path(`M-8 -14 Q2 -32 18 ${fin} Q12 -24 20 -8 Z`, body(ink.dark, ink.rim)),
		path('M26 0 Q38 -10 44 -26 Q48 -10 40 2 Q48 10 46 22 Q36 14 26 8 Z', body(ink.dark, ink.rim)),
		path('M-46 0 C-34 -22 4 -26 38 0 C20 20 -8 28 -34 20 L-22 12 Z', body(ink.middle, ink.rim)),
		path('M-22 13 C-4 15 16 10 32 3 C18 18 -8 26 -32 19 Z', surface(ink.name === 'white' ? ink.dark : paper)),
		path('M-2 8 Q2 24 16 34 Q18 20 12 6 Z', body(ink.dark, ink.rim)),
		path('M-44 1 L-20 10 L-33 19 Z', detail('#8c1f2c')),
		path('M-40 2 L-36 9 L-32 5 L-28 11 L-24 8 Z', surface(paper)),
		...[-13, -5].map(x => path(`M${x} -8 Q${x + 5} -2 ${x} 4 L${x - 4} 3 Q${x} -2 ${x - 4} -7 Z`, detail(ink.rim))),
		circle(-27, -6, 4, detail(seen(ink))),
	];
}

function whale(ink: Ink, random: Random): Mark[] {
	const lift = between(random, -6, 6);
	const spray = stroke('#6fc3ee', '#3f8fbd', 4);
	return [
		path('M-16 -20 C-16 -36 -20 -40 -30 -38 M-16 -30 C-15 -38 -10 -40 -2 -38', spray),
		...placed(
			[path('M0 4 C-14 -4 -18 -18 -12 -22 Q-2 -20 1 -10 Q6 -22 16 -22 Q18 -6 0 4 Z', body(ink.dark, ink.rim))],
			35,
			-8,
			lift,
			1,
		),
		path(
			'M-44 10 C-46 -30 8 -30 20 0 C26 4 30 -2 31 -10 L40 -8 C44 16 24 38 -8 38 C-32 38 -43 28 -44 10 Z',
			body(ink.middle, ink.rim),
		),
		path(
			'M-43 16 C-24 26 0 24 14 28 Q4 38 -8 37 C-30 37 -41 30 -43 16 Z',
			surface(ink.name === 'white' ? ink.dark : '#e4f1f8'),
		),
		path('M-4 16 Q2 32 16 32 Q16 20 8 14 Z', body(ink.dark, ink.rim)),
		circle(-27, 4, 4.5, detail(seen(ink))),
	];
}

function dolphin(ink: Ink, random: Random): Mark[] {
	const dive = [
		path('M0 -20 Q4 -40 24 -42 Q16 -32 20 -14 Z', body(ink.dark, ink.rim)),
		path('M32 20 Q14 24 10 38 Q20 36 30 32 Q36 40 46 42 Q48 28 32 20 Z', body(ink.dark, ink.rim)),
		path(
			'M-46 14 C-45 6 -39 4 -34 2 C-28 -28 4 -36 24 -16 C36 -4 38 12 36 28 L28 27 C24 8 8 2 -4 10 C-14 18 -26 20 -34 16 Q-42 18 -46 14 Z',
			body(ink.middle, ink.rim),
		),
		path('M-33 12 C-20 12 -14 0 0 0 C8 0 16 4 20 10 C10 4 2 6 -4 10 C-14 18 -26 20 -33 15 Z', surface(pale(ink))),
		path('M-8 2 Q-10 18 2 28 Q6 14 6 0 Z', body(ink.dark, ink.rim)),
		circle(-21, -5, 4, detail(seen(ink))),
	];
	return placed(dive, 0, -1, between(random, -12, 10), 1);
}

function octopus(ink: Ink, random: Random): Mark[] {
	const wave = short(between(random, 24, 34));
	const arms = ['M6 8 C12 24 2 34 10 42', 'M14 4 C26 20 14 34 27 41', `M20 -2 C38 8 26 ${wave} 43 28`];
	return [
		...both(...arms.map(arm => path(arm, stroke(ink.dark, ink.rim, 9)))),
		path('M-26 10 C-44 -22 -24 -45 0 -45 C24 -45 44 -22 26 10 Q0 22 -26 10 Z', body(ink.middle, ink.rim)),
		ellipse(-14, -32, 7, 5, shine(ink.light)),
		...both(circle(13, -8, between(random, 8, 10), surface(paper)), circle(12, -7, 5, detail(night))),
		path('M-8 6 Q0 8 8 6 Q6 13 0 13 Q-6 13 -8 6 Z', detail(ink.rim)),
	];
}

function crab(ink: Ink, random: Random): Mark[] {
	const claw = [path('M-8 -12 A15 15 0 1 0 8 -12 L0 2 Z', body(ink.middle, ink.rim))];
	const legs = ['M24 20 L38 18 L44 28', 'M20 26 L34 30 L37 40', 'M12 32 L22 40 L22 44'];
	return [
		...both(...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4)))),
		...both(
			path('M22 8 Q38 6 33 -16', stroke(ink.dark, ink.rim, 7)),
			...placed(claw, 31, -26, between(random, -24, 0), 1),
		),
		...both(path('M10 0 L12 -14', stroke(ink.dark, ink.rim, 4))),
		ellipse(0, 14, between(random, 28, 33), between(random, 19, 23), body(ink.middle, ink.rim)),
		...both(circle(12, -15, 7.5, body(paper, ink.rim)), circle(11, -15, 4, detail(night))),
		path('M-13 14 Q0 20 13 14 Q10 26 0 26 Q-10 26 -13 14 Z', detail(ink.rim)),
	];
}

function jellyfish(ink: Ink, random: Random): Mark[] {
	const bend = between(random, 5, 10);
	const arms = [-26, -13, 0, 13, 26].map((x, at) => {
		const [low, out] = [at % 2 ? 43 : 36, at % 2 ? bend : -bend];
		return path(
			`M${x} 2 Q${short(x + out)} 12 ${x} 22 Q${short(x - out)} 32 ${x} ${low}`,
			stroke(ink.light, ink.rim, 5),
		);
	});
	const hem = 'Q28 14 19 6 Q9 14 0 6 Q-9 14 -19 6 Q-28 14 -38 6';
	return [
		...arms,
		path(`M-38 6 C-40 -62 40 -62 38 6 ${hem} Z`, body(ink.middle, ink.rim)),
		ellipse(-17, -28, 8, 6, shine(ink.light)),
		...both(circle(14, -10, 5, detail(seen(ink)))),
		path('M-7 -6 Q0 -3 7 -6 Q5 2 0 2 Q-5 2 -7 -6 Z', detail(seen(ink))),
	];
}

function starfish(ink: Ink, random: Random): Mark[] {
	const points = around(10, [62, between(random, 20, 26)]);
	const half = points.map(([x, y], at) => {
		const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
		return `${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`;
	});
	const edge = points.map(([x, y], at) => `Q${short(x)} ${short(y)} ${half[at]}`).join(' ');
	const dots = around(5, [30]).map(([x, y]) => circle(x, y, 4, surface(ink.light)));
	const star = [path(`M${half[9]} ${edge} Z`, body(ink.middle, ink.rim)), ...dots];
	return [
		...placed(star, 0, 3, between(random, -14, 14), 1),
		...both(circle(8, 0, 4.5, detail(seen(ink)))),
		path('M-8 8 Q0 11 8 8 Q6 17 0 17 Q-6 17 -8 8 Z', detail(seen(ink))),
	];
}

function bird(ink: Ink, random: Random): Mark[] {
	const wing = [path('M-14 -10 C4 -18 24 -6 26 14 C10 20 -14 14 -14 -10 Z', body(ink.dark, ink.rim))];
	const tail = short(between(random, -28, -16));
	return [
		...[-6, 6].map(x => path(`M${x} 26 L${x} 42 L${x - 7} 42`, stroke(bill, billRim, 3))),
		path(`M16 4 L45 ${tail} L46 -4 L26 20 Z`, body(ink.dark, ink.rim)),
		path('M-26 -16 L-45 -8 L-26 -2 Z', body(bill, billRim)),
		path(
			'M-14 -38 C8 -40 10 -18 22 -8 C36 6 26 32 0 32 C-26 32 -34 10 -31 -12 C-32 -26 -26 -37 -14 -38 Z',
			body(ink.middle, ink.rim),
		),
		path('M-28 6 C-16 2 -4 14 4 30 C-16 34 -27 22 -28 6 Z', surface(pale(ink))),
		...placed(wing, 0, 4, between(random, -14, 8), 1),
		circle(-16, -20, 4.8, detail(seen(ink))),
	];
}

function owl(ink: Ink, random: Random): Mark[] {
	const tuft = short(between(random, -46, -40));
	const beak = body(bill, billRim);
	return [
		...both(ellipse(10, 40, 8, 4.5, beak)),
		path(
			`M-28 ${tuft} Q0 -30 28 ${tuft} Q36 -20 32 4 C32 30 18 41 0 41 C-18 41 -32 30 -32 4 Q-36 -20 -28 ${tuft} Z`,
			body(ink.middle, ink.rim),
		),
		ellipse(0, 22, between(random, 15, 19), 16, surface(pale(ink))),
		...both(path('M28 -6 C44 6 42 28 26 36 C20 24 22 8 28 -6 Z', body(ink.dark, ink.rim))),
		...both(circle(13, -14, 14, body(ink.light, ink.rim)), circle(13, -14, 9.5, surface(paper))),
		...both(circle(12, -14, 5.5, detail(night)), path('M2 20 L12 20 L7 27 Z', surface(ink.dark))),
		path('M-6 -9 L6 -9 L0 5 Z', beak),
	];
}

function duck(ink: Ink, random: Random): Mark[] {
	const tail = short(between(random, -12, -1));
	const back = `M-20 -40 C0 -42 10 -24 0 -10 C-4 -2 4 3 12 3 C24 3 34 -2 43 ${tail} C50 22 36 38 4 38 `;
	const breast = 'C-32 38 -44 20 -31 -3 C-44 -16 -38 -39 -20 -40 Z';
	const wing = [path('M-10 8 C6 2 26 6 34 12 C30 28 2 34 -10 8 Z', body(ink.dark, ink.rim))];
	return [
		path(
			'M-30 -26 C-40 -26 -46 -18 -46 -12 C-40 -6 -32 -8 -26 -10 Z',
			ink.name === 'orange' ? body('#d8442b', '#8a2413') : body(bill, billRim),
		),
		path(back + breast, body(ink.middle, ink.rim)),
		...placed(wing, 0, 2, between(random, -8, 4), 1),
		circle(-22, -23, 5, detail(seen(ink))),
	];
}

function chicken(ink: Ink, random: Random): Mark[] {
	const comb = ink.name === 'red' ? body('#f6b52e', billRim) : body('#dd3740', '#8a1420');
	const tail = between(random, -6, 6);
	return [
		...[-6, 8].map(x => path(`M${x} 28 L${x} 43 L${x - 7} 43`, stroke(bill, billRim, 3))),
		...[-30, -21, -12].map((x, at) => circle(x, at === 1 ? -39 : -36, 6.5, comb)),
		...placed(
			[0, 1, 2].map(at => placed([ellipse(0, -14, 7, 16, body(ink.dark, ink.rim))], 0, 0, 10 + at * 26, 1)[0] as Mark),
			24,
			-2,
			tail,
			1,
		),
		path('M-36 -22 L-46 -13 L-34 -10 Z', body(bill, billRim)),
		ellipse(-30, -5, 5, 7, comb),
		path(
			'M-22 -38 C-4 -38 -6 -18 4 -10 C14 -4 24 -10 34 -16 C46 12 30 34 4 34 C-26 34 -30 10 -34 -10 C-40 -26 -34 -38 -22 -38 Z',
			body(ink.middle, ink.rim),
		),
		path('M-4 4 C8 2 18 2 26 6 C22 22 0 26 -4 4 Z', body(ink.light, ink.rim)),
		circle(-23, -22, 4.5, detail(seen(ink))),
	];
}

function penguin(ink: Ink, random: Random): Mark[] {
	const flipper = [ellipse(0, 14, 7, 18, body(ink.dark, ink.rim))];
	const belly = surface(ink.name === 'white' ? ink.dark : paper);
	return [
		...both(ellipse(12, 40, 11, 5, body(bill, billRim))),
		...both(...placed(flipper, 24, -4, between(random, -40, -16), 1)),
		path(
			'M0 -44 C26 -44 31 -18 31 6 C31 30 20 40 0 40 C-20 40 -31 30 -31 6 C-31 -18 -26 -44 0 -44 Z',
			body(ink.middle, ink.rim),
		),
		ellipse(0, 17, between(random, 18, 21), 21, belly),
		...both(ellipse(9, -18, 10, 11, belly), circle(9, -20, 4.8, detail(night))),
		path('M-9 -13 Q0 -18 9 -13 L0 -3 Z', body(bill, billRim)),
	];
}

function bat(ink: Ink, random: Random): Mark[] {
	const tip = short(between(random, -34, -22));
	return [
		...both(
			path(
				`M8 0 C16 -20 28 -26 40 ${tip} C48 -12 47 8 42 22 Q36 8 29 14 Q22 8 14 24 L4 22 Z`,
				body(ink.middle, ink.rim),
			),
		),
		...both(path('M14 -34 L16 -12 L2 -20 Z', body(ink.dark, ink.rim))),
		ellipse(0, 14, 12, 16, body(ink.dark, ink.rim)),
		ellipse(0, -6, between(random, 17, 20), 16, body(ink.light, ink.rim)),
		...both(
			circle(7.5, -8, 4.8, detail(ink.name === 'black' ? '#ffd84a' : night)),
			path('M2 2 L8 1 L5 10 Z', detail(paper)),
		),
	];
}

function butterfly(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, -46, -38));
	const wide = short(between(random, 30, 40));
	return [
		...both(path('M0 -22 Q6 -36 16 -42', stroke(night, night, 2))),
		...both(path(`M2 2 C20 -2 46 8 ${wide} 28 C28 48 6 36 2 12 Z`, body(ink.dark, ink.rim))),
		...both(path(`M2 -8 C8 -36 30 ${high} 42 -34 C50 -20 42 6 2 8 Z`, body(ink.middle, ink.rim))),
		...both(
			circle(30, -22, 7, surface(ink.name === 'white' ? '#b9c6e4' : pale(ink))),
			circle(22, 22, 5.5, surface(ink.light)),
			circle(18, -9, 4, surface(ink.name === 'white' ? '#b9c6e4' : pale(ink))),
		),
		ellipse(0, 3, 5, 25, detail(night)),
		circle(0, -22, 6.5, detail(night)),
	];
}

function bee(ink: Ink, random: Random): Mark[] {
	const band = detail(ink.name === 'black' ? '#f5c83a' : night);
	const wing = [ellipse(0, -14, 9.5, 16, body(glass, glassRim))];
	return [
		path('M32 4 L46 12 L32 18 Z', body(night, night)),
		path('M-26 -6 Q-28 -20 -38 -22', stroke(night, night, 3)),
		...placed(wing, 12, -12, between(random, 22, 40), 1),
		...placed(wing, -4, -12, between(random, -20, -4), 1),
		ellipse(-2, 11, 37, between(random, 24, 28), body(ink.middle, ink.rim)),
		path('M-8 -13 Q-2 11 -8 35 L1 35 Q7 11 1 -13 Z', band),
		path('M14 -10 Q21 11 14 32 L22 27 Q28 11 22 -5 Z', band),
		circle(-25, 6, 5, detail(seen(ink))),
	];
}

function ladybug(ink: Ink, random: Random): Mark[] {
	const dark = detail(ink.name === 'black' ? '#e23a40' : night);
	const size = between(random, 6.5, 8);
	return [
		...both(path('M8 -28 Q12 -40 22 -42', stroke(night, night, 2))),
		...both(
			...[-6, 12, 28].map((y, at) =>
				path(`M26 ${y} L${at === 1 ? 44 : 40} ${y + at * 5 - 6}`, stroke(night, night, 3)),
			),
		),
		ellipse(0, -22, 19, 14, body('#2b2b33', '#0e0e12')),
		...both(circle(9, -25, 4, detail(paper))),
		ellipse(0, 10, between(random, 33, 37), 33, body(ink.middle, ink.rim)),
		box(-2.5, -22, 5, 64, 0, dark),
		...both(circle(16, -6, size, dark), circle(20, 16, size, dark)),
		...(chance(random, 0.5) ? both(circle(10, 31, 4.5, dark)) : []),
	];
}

function spider(ink: Ink, random: Random): Mark[] {
	const knee = short(between(random, -36, -28));
	const legs = [`M14 -6 L28 ${knee} L40 -30`, 'M20 0 L38 -14 L45 2', 'M20 8 L38 10 L43 28', 'M14 16 L26 26 L27 42'];
	return [
		...both(...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4)))),
		circle(0, -8, between(random, 25, 28), body(ink.middle, ink.rim)),
		...both(circle(10, -12, 8, surface(paper)), circle(9, -11, 4.5, detail(night))),
		...both(path('M1 6 L9 5 L5 14 Z', detail(paper))),
	];
}

function ant(ink: Ink, random: Random): Mark[] {
	const rear = between(random, -8, 8);
	const legs = ['M-8 8 L-18 22 L-28 32', 'M-2 10 L-4 24 L-10 34', 'M4 8 L16 22 L20 34'];
	return [
		...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4))),
		path('M-30 -14 L-30 -28 L-42 -34', stroke(ink.dark, ink.rim, 3)),
		path('M-22 -16 L-18 -30 L-26 -38', stroke(ink.dark, ink.rim, 3)),
		...placed([ellipse(19, 0, 20, between(random, 14, 17), body(ink.dark, ink.rim))], 6, 0, rear, 1),
		ellipse(-2, 2, 13, 10, body(ink.middle, ink.rim)),
		ellipse(-27, -4, 17, 15, body(ink.middle, ink.rim)),
		circle(-32, -6, 4.5, detail(seen(ink))),
	];
}

/** Marks and their mirror images. */
function both(...marks: Mark[]): Mark[] {
	return [...marks, ...mirrored(marks)];
}

/** The colour of an eye that is seen on this ink. */
function seen(ink: Ink): string {
	return ink.name === 'black' ? paper : night;
}

/** The colour of bellies. */
function pale(ink: Ink): string {
	return ink.name === 'white' ? ink.dark : cream;
}
