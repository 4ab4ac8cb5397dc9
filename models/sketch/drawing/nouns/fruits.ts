/** Fruit. */
import { cream, leaf, leafRim, paper, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
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
	type Point,
} from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { seen, solid } from './paints.ts';
import { blade, calyx, crease, points } from './parts.ts';

export const fruits: readonly Noun[] = [
	{ name: 'apple', also: ['apple fruit'], usual: 'red', draw: apple },
	{ name: 'banana', also: ['plantain'], usual: 'yellow', draw: banana },
	{ name: 'tangerine', also: ['orange fruit', 'mandarin', 'clementine'], usual: 'orange', draw: tangerine },
	{ name: 'lemon', also: ['lemon fruit'], usual: 'yellow', draw: lemon },
	{ name: 'pear', also: ['pear fruit'], usual: 'lime', draw: pear },
	{ name: 'cherry', also: ['pair of cherries', 'cherry fruit'], plural: 'cherries', usual: 'red', draw: cherry },
	{ name: 'grapes', also: ['bunch of grapes', 'grape'], plural: 'grapes', usual: 'purple', draw: grapes },
	{ name: 'strawberry', also: ['berry'], plural: 'strawberries', usual: 'red', draw: strawberry },
	{ name: 'watermelon', also: ['melon', 'watermelon slice', 'slice of watermelon'], usual: 'red', draw: watermelon },
	{ name: 'pineapple', also: ['ananas'], usual: 'yellow', draw: pineapple },
];

function apple(ink: Ink, random: Random): Mark[] {
	const lean = short(between(random, 2, 9));
	const low = short(between(random, 42, 48));
	const fruit = `M0 -20 C-20 -36 -48 -22 -42 8 C-37 40 -14 ${low} 0 39 C14 ${low} 37 40 42 8 C48 -22 20 -36 0 -20 Z`;
	return [
		path(`M0 -16 Q0 -32 ${lean} -42`, stroke(wood, woodRim, 5)),
		path(fruit, solid(ink)),
		...blade(3, -27, between(random, -32, -8), 32, 12),
		ellipse(-23, -4, 6, 10, shine(ink.light)),
	];
}

function banana(ink: Ink, random: Random): Mark[] {
	const fat = short(between(random, 44, 58));
	const peel = `M-43 -32 L-31 -36 C-26 -12 -6 4 40 -6 L44 5 C12 ${fat} -46 34 -43 -32 Z`;
	const marks = [
		path(peel, solid(ink)),
		crease([-37, -22], [-24, 24], [38, 2], 4.5, ink.dark),
		polygon(points([-44, -42, -33, -45, -30, -33, -43, -29]), body(wood, woodRim)),
		polygon(points([36, -7, 44, -9, 47, 5, 40, 8]), body(wood, woodRim)),
	];
	return placed(marks, 0, 6, between(random, -14, 10), 1);
}

function tangerine(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 33, 37);
	const pith = ink.name === 'white' ? ink.dark : paper;
	const wedges = around(6, [13]).map(([x, y], at) =>
		placed([path('M0 9 L-6.5 -3 Q0 -8 6.5 -3 Z', surface(ink.middle))], x + 18, y + 17, at * 60, 1),
	);
	return [
		circle(-6, -4, radius, solid(ink)),
		...blade(-8, -radius - 1, between(random, -25, 5), 34, 13),
		ellipse(-24, -14, 5, 8, shine(ink.light)),
		circle(18, 17, 27, solid(ink)),
		circle(18, 17, 22, surface(pith)),
		...wedges.flat(),
	];
}

function lemon(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, 34, 42));
	const rind = `M-46 0 Q-38 -5 -34 -14 C-22 -${high} 22 -${high} 34 -14 Q38 -5 46 0`;
	const fruit = `${rind} Q38 5 34 14 C22 ${high} -22 ${high} -34 14 Q-38 5 -46 0 Z`;
	const marks = [
		...blade(34, -12, -70, 26, 10),
		path(fruit, solid(ink)),
		ellipse(-14, -15, 11, 5, shine(ink.light)),
		...points([2, 10, 17, 2, 14, 16]).map(([x, y]) => circle(x, y, 2.8, detail(ink.dark))),
	];
	return placed(marks, 0, 3, between(random, -38, -18), 1);
}

function pear(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 33, 39));
	const left = `M0 -32 Q-15 -37 -16 -20 C-17 -4 -${wide} 0 -${wide} 18 C-${wide} 34 -20 43 0 43`;
	return [
		path(`M0 -26 Q0 -36 ${short(between(random, 2, 7))} -44`, stroke(wood, woodRim, 5)),
		path(`${left} C20 43 ${wide} 34 ${wide} 18 C${wide} 0 17 -4 16 -20 Q15 -37 0 -32 Z`, solid(ink)),
		...blade(4, -34, between(random, -22, 4), 32, 12),
		ellipse(-16, 14, 6, 10, shine(ink.light)),
	];
}

function cherry(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 20, 23);
	const drop = between(random, 14, 19);
	return [
		path(`M6 -38 Q-18 -22 -22 ${short(drop - 14)} M6 -38 Q22 -20 22 8`, stroke(leaf, leafRim, 4.5)),
		...blade(6, -38, between(random, 2, 22), 38, 14),
		circle(-22, drop, radius, solid(ink)),
		circle(22, 22, radius - 1, solid(ink)),
		ellipse(-29, drop - 8, 4, 6, shine(ink.light)),
		ellipse(15, 14, 4, 6, shine(ink.light)),
	];
}

function grapes(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 11.5, 13);
	const rows = [[-30, -10, 10, 30], [-20, 0, 20], [-10, 10], [0]];
	const spots = rows.flatMap((row, line) => row.map((x): Point => [x, line * 17 - 16]));
	return [
		path('M0 -20 L2 -43', stroke(wood, woodRim, 5)),
		...blade(1, -30, between(random, -30, -5), 32, 14),
		...spots.map(([x, y], at) => circle(x, y, radius, body(at % 2 ? ink.light : ink.middle, ink.rim))),
		...spots.map(([x, y]) => circle(x - 4, y - 4, 2.8, shine(ink.light))),
	];
}

function strawberry(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 42, 50));
	const seed = ['white', 'beige', 'yellow'].includes(ink.name) ? ink.rim : '#ffe9a3';
	const seeds = points([-22, -8, 0, -6, 22, -8, -12, 7, 12, 7, 0, 21]);
	return [
		path(`M0 -28 C-22 -38 -${wide} -22 -34 2 Q-24 30 0 44 Q24 30 34 2 C${wide} -22 22 -38 0 -28 Z`, solid(ink)),
		...seeds.map(([x, y]) => ellipse(x, y, 2.6, 3.6, detail(seed))),
		calyx(0, -27, 25, 0.55),
		path(`M0 -28 Q0 -36 ${short(between(random, -6, 6))} -42`, stroke(leaf, leafRim, 5)),
	];
}

function watermelon(ink: Ink, random: Random): Mark[] {
	const seed = seen(ink);
	const half = (radius: number) => `M-${radius} 0 A${radius} ${radius} 0 0 0 ${radius} 0 Z`;
	const seeds = chance(random, 0.5)
		? points([-22, 9, 0, 10, 22, 9, -11, 23, 11, 23])
		: points([-18, 8, 18, 8, 0, 16, -14, 24, 13, 25, 0, 4]);
	const marks = [
		path(half(46), body(leaf, leafRim)),
		path(half(41), surface(cream)),
		path(half(36), solid(ink)),
		...seeds.map(([x, y]) => ellipse(x, y, 2.8, 4, detail(seed))),
	];
	return placed(marks, 0, -22, between(random, -14, 14), 1);
}

function pineapple(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 24, 29);
	const crown = points([-9, -10, -30, -26, -13, -26, -18, -42, -4, -32, 0, -47]);
	const other = crown.slice(0, -1).map(([x, y]): Point => [-x, y]);
	const lines = [-20, 0, 20].flatMap(at => [chord(wide, 31, at, 0.75), chord(wide, 31, at, -0.75)]);
	const chords = placed(
		lines.map(([from, to]) => crease(from, middle(from, to), to, 4.5, ink.dark)),
		0,
		14,
		0,
		1,
	);
	return [
		polygon([...crown, ...other.toReversed()], body(leaf, leafRim)),
		ellipse(0, 14, wide, 31, solid(ink)),
		...chords,
	];
}

/** Gives the ends of the line x = at + slope y inside an ellipse around (0, 0). */
function chord(across: number, down: number, at: number, slope: number): readonly [Point, Point] {
	const square = (slope / across) ** 2 + down ** -2;
	const centre = (-at * slope) / across ** 2 / square;
	const reach = Math.sqrt(centre ** 2 - ((at / across) ** 2 - 1) / square);
	const end = (y: number): Point => [at + slope * y, y];
	return [end(centre - reach), end(centre + reach)];
}

/** Gives the point halfway between two others. */
function middle([x, y]: Point, [otherX, otherY]: Point): Point {
	return [(x + otherX) / 2, (y + otherY) / 2];
}
