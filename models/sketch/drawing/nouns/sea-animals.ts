/** Animals of the sea. */
import { night, paper, type Ink } from '../inks.ts';
import {
	around,
	body,
	circle,
	detail,
	ellipse,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
	type Mark,
	type Point,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { pale, seen, shaded, solid } from './paints.ts';
import { both, eyes } from './parts.ts';

export const seaAnimals: readonly Noun[] = [
	{ name: 'fish', also: ['goldfish', 'tropical fish'], plural: 'fish', usual: 'orange', draw: fish },
	{ name: 'shark', also: ['megalodon'], usual: 'gray', draw: shark },
	{ name: 'whale', also: ['orca', 'humpback'], usual: 'blue', draw: whale },
	{ name: 'dolphin', also: ['porpoise'], usual: 'cyan', draw: dolphin },
	{ name: 'octopus', also: ['squid', 'kraken'], plural: 'octopuses', usual: 'purple', draw: octopus },
	{ name: 'crab', also: ['crustacean'], usual: 'red', draw: crab },
	{ name: 'jellyfish', also: ['sea jelly'], plural: 'jellyfish', usual: 'magenta', draw: jellyfish },
	{ name: 'starfish', also: ['sea star'], plural: 'starfish', usual: 'orange', draw: starfish },
];

function fish(ink: Ink, random: Random): Mark[] {
	const high = between(random, 23, 29);
	const stripe = surface(ink.name === 'white' ? '#c3cad8' : ink.light);
	return [
		path('M18 0 L45 -26 Q38 0 45 26 Z', shaded(ink)),
		path(`M-14 ${short(8 - high)} Q4 ${short(-high - 22)} 18 ${short(8 - high)} Z`, shaded(ink)),
		path(`M-4 ${short(high - 6)} L16 ${short(high + 12)} L14 ${short(high - 10)} Z`, shaded(ink)),
		ellipse(-8, 0, 36, high, solid(ink)),
		path('M-8 -20 Q0 0 -8 20 L2 19 Q10 0 2 -19 Z', stripe),
		path('M12 -15 Q18 0 12 15 L20 11 Q24 0 20 -11 Z', stripe),
		circle(-25, -6, 7, surface(paper)),
		circle(-26, -6, 4, detail(night)),
	];
}

function shark(ink: Ink, random: Random): Mark[] {
	const fin = short(between(random, -42, -34));
	return [
		path(`M-8 -14 Q2 -32 18 ${fin} Q12 -24 20 -8 Z`, shaded(ink)),
		path('M26 0 Q38 -10 44 -26 Q48 -10 40 2 Q48 10 46 22 Q36 14 26 8 Z', shaded(ink)),
		path('M-46 0 C-34 -22 4 -26 38 0 C20 20 -8 28 -34 20 L-22 12 Z', solid(ink)),
		path('M-22 13 C-4 15 16 10 32 3 C18 18 -8 26 -32 19 Z', surface(ink.name === 'white' ? ink.dark : paper)),
		path('M-2 8 Q2 24 16 34 Q18 20 12 6 Z', shaded(ink)),
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
			[path('M0 4 C-14 -4 -18 -18 -12 -22 Q-2 -20 1 -10 Q6 -22 16 -22 Q18 -6 0 4 Z', shaded(ink))],
			35,
			-8,
			lift,
			1,
		),
		path(
			'M-44 10 C-46 -30 8 -30 20 0 C26 4 30 -2 31 -10 L40 -8 C44 16 24 38 -8 38 C-32 38 -43 28 -44 10 Z',
			solid(ink),
		),
		path(
			'M-43 16 C-24 26 0 24 14 28 Q4 38 -8 37 C-30 37 -41 30 -43 16 Z',
			surface(ink.name === 'white' ? ink.dark : '#e4f1f8'),
		),
		path('M-4 16 Q2 32 16 32 Q16 20 8 14 Z', shaded(ink)),
		circle(-27, 4, 4.5, detail(seen(ink))),
	];
}

function dolphin(ink: Ink, random: Random): Mark[] {
	const dive = [
		path('M0 -20 Q4 -40 24 -42 Q16 -32 20 -14 Z', shaded(ink)),
		path('M32 20 Q14 24 10 38 Q20 36 30 32 Q36 40 46 42 Q48 28 32 20 Z', shaded(ink)),
		path(
			'M-46 14 C-45 6 -39 4 -34 2 C-28 -28 4 -36 24 -16 C36 -4 38 12 36 28 L28 27 C24 8 8 2 -4 10 C-14 18 -26 20 -34 16 Q-42 18 -46 14 Z',
			solid(ink),
		),
		path('M-33 12 C-20 12 -14 0 0 0 C8 0 16 4 20 10 C10 4 2 6 -4 10 C-14 18 -26 20 -33 15 Z', surface(pale(ink))),
		path('M-8 2 Q-10 18 2 28 Q6 14 6 0 Z', shaded(ink)),
		circle(-21, -5, 4, detail(seen(ink))),
	];
	return placed(dive, 0, -1, between(random, -12, 10), 1);
}

function octopus(ink: Ink, random: Random): Mark[] {
	const wave = short(between(random, 24, 34));
	const arms = ['M6 8 C12 24 2 34 10 42', 'M14 4 C26 20 14 34 27 41', `M20 -2 C38 8 26 ${wave} 43 28`];
	return [
		...both(...arms.map(arm => path(arm, stroke(ink.dark, ink.rim, 9)))),
		path('M-26 10 C-44 -22 -24 -45 0 -45 C24 -45 44 -22 26 10 Q0 22 -26 10 Z', solid(ink)),
		ellipse(-14, -32, 7, 5, shine(ink.light)),
		...both(circle(13, -8, between(random, 8, 10), surface(paper)), circle(12, -7, 5, detail(night))),
		path('M-8 6 Q0 8 8 6 Q6 13 0 13 Q-6 13 -8 6 Z', detail(ink.rim)),
	];
}

function crab(ink: Ink, random: Random): Mark[] {
	const claw = [path('M-8 -12 A15 15 0 1 0 8 -12 L0 2 Z', solid(ink))];
	const legs = ['M24 20 L38 18 L44 28', 'M20 26 L34 30 L37 40', 'M12 32 L22 40 L22 44'];
	return [
		...both(...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4)))),
		...both(
			path('M22 8 Q38 6 33 -16', stroke(ink.dark, ink.rim, 7)),
			...placed(claw, 31, -26, between(random, -24, 0), 1),
		),
		...both(path('M10 0 L12 -14', stroke(ink.dark, ink.rim, 4))),
		ellipse(0, 14, between(random, 28, 33), between(random, 19, 23), solid(ink)),
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
		path(`M-38 6 C-40 -62 40 -62 38 6 ${hem} Z`, solid(ink)),
		ellipse(-17, -28, 8, 6, shine(ink.light)),
		...eyes(ink, 14, -10, 5),
		path('M-7 -6 Q0 -3 7 -6 Q5 2 0 2 Q-5 2 -7 -6 Z', detail(seen(ink))),
	];
}

function starfish(ink: Ink, random: Random): Mark[] {
	const tips = around(10, [62, between(random, 20, 26)]);
	const half = tips.map(([x, y], at) => {
		const [nextX, nextY] = tips[(at + 1) % tips.length] as Point;
		return `${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`;
	});
	const edge = tips.map(([x, y], at) => `Q${short(x)} ${short(y)} ${half[at]}`).join(' ');
	const dots = around(5, [30]).map(([x, y]) => circle(x, y, 4, surface(ink.light)));
	const star = [path(`M${half[9]} ${edge} Z`, solid(ink)), ...dots];
	return [
		...placed(star, 0, 3, between(random, -14, 14), 1),
		...eyes(ink, 8, 0, 4.5),
		path('M-8 8 Q0 11 8 8 Q6 17 0 17 Q-6 17 -8 8 Z', detail(seen(ink))),
	];
}
