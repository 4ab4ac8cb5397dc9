/** What a bakery or a dairy sells: bread, cheese, cakes and ice cream. */
import { cream, creamRim, gold, leaf, paper, steel, steelRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	shine,
	short,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { dough, doughRim, lit, shaded, solid } from './paints.ts';
import { bumpy, closed, points } from './parts.ts';

export const bakeryAndDairy: readonly Noun[] = [
	{ name: 'bread', also: ['loaf', 'loaf of bread'], plural: 'loaves of bread', usual: 'beige', draw: bread },
	{ name: 'cheese', also: ['cheese wedge', 'piece of cheese'], usual: 'yellow', draw: cheese },
	{ name: 'egg', also: ['hen egg', 'speckled egg'], usual: 'beige', draw: egg },
	{ name: 'cake', also: ['birthday cake'], usual: 'pink', draw: cake },
	{ name: 'cupcake', also: ['muffin', 'fairy cake'], usual: 'pink', draw: cupcake },
	{ name: 'donut', also: ['doughnut'], usual: 'pink', draw: donut },
	{ name: 'cookie', also: ['biscuit', 'chocolate chip cookie'], usual: 'brown', draw: cookie },
	{ name: 'ice cream', also: ['ice cream cone', 'gelato', 'icecream'], usual: 'pink', draw: iceCream },
];

function bread(ink: Ink, random: Random): Mark[] {
	const left = short(-between(random, 36, 41));
	const loaf = `M${left} 36 L${left} 6 C-50 -4 -46 -32 -22 -32 L20 -32 L20 36 Z`;
	const slice = (half: number, top: number, foot: number) =>
		`M${20 - half} ${foot} L${20 - half} 4 C${8 - half} -8 ${18 - half} ${top} 20 ${top} ` +
		`C${22 + half} ${top} ${32 + half} -8 ${20 + half} 4 L${20 + half} ${foot} Z`;
	return [
		path(loaf, solid(ink)),
		...[-32, -17].map(x => bar(x, -22, x + 4, 4, 5, ink.dark)),
		path(slice(18, -34, 38), shaded(ink)),
		path(slice(12, -26, 32), surface(ink.light)),
	];
}

function cheese(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -36, -28));
	return [
		path(`M-44 -2 L18 ${top} Q40 -26 44 -4 Z`, lit(ink)),
		path('M-44 -2 L44 -4 L44 34 L-44 34 Z', solid(ink)),
		circle(-21, between(random, 12, 20), 8, detail(ink.dark)),
		circle(between(random, 2, 8), 22, 6, detail(ink.dark)),
		circle(28, between(random, 8, 14), 9, detail(ink.dark)),
		ellipse(14, -17, 8, 4, detail(ink.dark)),
	];
}

function egg(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 32, 37));
	const shell = `M0 -44 C20 -44 ${wide} -10 ${wide} 11 C${wide} 54 -${wide} 54 -${wide} 11 C-${wide} -10 -20 -44 0 -44 Z`;
	const speckles = points([-14, -8, 8, -22, 16, 4, -4, 12, 12, 26, -18, 22]);
	return [
		path(shell, solid(ink)),
		...speckles.map(([x, y]) => circle(x, y, between(random, 2.2, 4), detail(ink.dark))),
		ellipse(-15, -20, 5, 9, shine(ink.light)),
	];
}

function cake(ink: Ink, random: Random): Mark[] {
	const candles = pick(random, [[0], [-14, 14], [-19, 0, 19]]);
	const drips = 'L40 2 Q37 16 28 10 Q20 4 14 12 Q6 24 -2 12 Q-8 4 -14 12 Q-24 22 -28 10 Q-36 14 -40 2 Z';
	return [
		ellipse(0, 34, 45, 9, body(steel, steelRim)),
		path('M-38 -4 L-38 30 Q0 44 38 30 L38 -4 Z', solid(ink)),
		path(`M-40 2 L-40 -4 C-40 -20 40 -20 40 -4 ${drips}`, lit(ink)),
		...candles.flatMap(x => [
			box(x - 3.5, -31, 7, 24, 1, body(cream, creamRim)),
			ellipse(x, -39, 4.5, 6.5, detail('#ff9d1e')),
		]),
	];
}

function cupcake(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 33, 39);
	const fruit = ink.name === 'red' ? gold : '#d8333b';
	const pleats = [-13, 0, 13].map(x => bar(x, 14, x * 0.8, 38, 4.5, ink.rim));
	const tier = (half: number, y: number, turn: number, fill: string) =>
		placed([box(-half, -11, 2 * half, 22, 11, body(fill, ink.rim))], 0, y, turn, 1);
	return [
		path('M-27 4 L27 4 L20 44 L-20 44 Z', shaded(ink)),
		...pleats,
		...tier(wide, 3, -4, ink.middle),
		...tier(wide * 0.7, -13, -4, ink.light),
		...tier(wide * 0.4, -27, -4, ink.middle),
		circle(2, -39, 6.5, body(fruit, '#6e1520')),
	];
}

function donut(ink: Ink, random: Random): Mark[] {
	const hole = between(random, 10, 13);
	const ring = (radius: number) =>
		`M-${short(radius)} 0 a${short(radius)} ${short(radius)} 0 1 0 ${short(2 * radius)} 0`;
	const inside = (radius: number) =>
		`${ring(radius)} ${short(radius)} ${short(radius)} 0 1 0 -${short(2 * radius)} 0 Z`;
	const outside = `M-44 0 A44 44 0 0 1 44 0 A44 44 0 0 1 -44 0 Z`;
	const colours = ['white', 'beige', 'yellow'].includes(ink.name)
		? ['#e0507a', '#3f8fd0', leaf]
		: [paper, '#ffe36b', '#8fe0ff'];
	const sprinkles = around(9, [25, 31, 28]).map(([x, y], at) =>
		placed([box(-2.3, -5, 4.6, 10, 2.3, detail(colours[at % 3] as string))], x, y, at * 73, 1),
	);
	return [
		path(`${outside} ${inside(hole)}`, body(dough, doughRim)),
		path(`${bumpy(closed(around(9, [37])), 0.6)} ${inside(hole + 4)}`, solid(ink)),
		...sprinkles.flat(),
	];
}

function cookie(ink: Ink, random: Random): Mark[] {
	const bitten = chance(random, 0.5);
	const chip = ink.name === 'black' ? '#a0714a' : '#3a2213';
	const bite = 'M10 -41 A42 42 0 1 0 42 -8 A9 9 0 0 1 28 -10 A10 10 0 0 1 16 -22 A10 10 0 0 1 10 -41 Z';
	const chips = points([-20, -18, 4, -12, -26, 8, -4, 12, 22, 10, 8, 30, -14, 28]);
	return [
		bitten ? path(bite, solid(ink)) : circle(0, 0, 42, solid(ink)),
		...chips.map(([x, y]) => circle(x, y, between(random, 4, 5.8), detail(chip))),
		...(bitten ? [] : [circle(22, -20, 5, detail(chip))]),
	];
}

function iceCream(ink: Ink, random: Random): Mark[] {
	const two = chance(random, 0.5);
	const high = two ? 22 : 29;
	const side = two ? 12 : -5;
	const drips = 'Q28 20 20 16 Q14 8 8 14 Q0 26 -8 14 Q-14 8 -20 16 Q-28 20';
	return [
		path('M-22 8 L22 8 L0 46 Z', body(dough, doughRim)),
		bar(-10, 14, 6, 34, 4, doughRim),
		bar(10, 14, -6, 34, 4, doughRim),
		...(two ? [circle(0, -20, between(random, 22, 25), lit(ink))] : []),
		path(`M-28 ${side} A29 ${high} 0 1 1 28 ${side} ${drips} -28 ${side} Z`, solid(ink)),
		ellipse(-13, side - 15, 5, 7, shine(ink.light)),
	];
}

/** Draws a straight line as a small feature, its ends round. */
function bar(x: number, y: number, endX: number, endY: number, width: number, fill: string): Mark {
	const turn = (Math.atan2(endY - y, endX - x) * 180) / Math.PI;
	const long = Math.hypot(endX - x, endY - y);
	return placed([box(0, -width / 2, long, width, width / 2, detail(fill))], x, y, turn, 1)[0] as Mark;
}
