/** Drinks and dishes, and what holds them. */
import {
	cream,
	creamRim,
	glass,
	glassRim,
	gold,
	goldRim,
	leaf,
	paper,
	steel,
	steelRim,
	wood,
	woodRim,
	type Ink,
} from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	polygon,
	polyline,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, shaded, solid } from './paints.ts';
import { bumpy, closed, points } from './parts.ts';

export const drinksAndDishes: readonly Noun[] = [
	{ name: 'cup', also: ['mug', 'teacup', 'coffee cup'], usual: 'blue', draw: cup },
	{ name: 'teapot', also: ['tea pot', 'kettle'], usual: 'teal', draw: teapot },
	{ name: 'bottle', also: ['wine bottle', 'glass bottle'], usual: 'green', draw: bottle },
	{ name: 'wine glass', also: ['glass of wine', 'wineglass'], plural: 'wine glasses', usual: 'red', draw: wineGlass },
	{ name: 'jar', also: ['jam jar', 'jar of jam'], usual: 'red', draw: jar },
	{ name: 'potion', also: ['flask', 'elixir', 'magic potion'], usual: 'purple', draw: potion },
	{ name: 'meat', also: ['drumstick', 'chicken leg'], plural: 'pieces of meat', usual: 'brown', draw: meat },
	{ name: 'soup', also: ['bowl of soup', 'stew'], usual: 'orange', draw: soup },
	{
		name: 'popcorn',
		also: ['bucket of popcorn', 'pop corn'],
		plural: 'buckets of popcorn',
		usual: 'red',
		draw: popcorn,
	},
];

function cup(ink: Ink, random: Random): Mark[] {
	const half = between(random, 29, 33);
	const [left, right] = [short(-5 - half), short(half - 5)];
	const drink = ink.name === 'brown' || ink.name === 'black' ? '#b98a5e' : '#6b4226';
	return [
		path('M22 -4 C50 -8 50 28 18 24', stroke(ink.middle, ink.rim, 8)),
		path(`M${left} -16 L${right} -16 L21 36 Q-5 44 -31 36 Z`, solid(ink)),
		ellipse(-5, -16, half, 8, body(drink, ink.rim)),
		path('M-16 -29 q-5 -5 0 -9 t0 -8 M6 -29 q-5 -5 0 -9 t0 -8', stroke(steel, steel, 3)),
		box(-27, 0, 6, 24, 3, shine(ink.light)),
	];
}

function teapot(ink: Ink, random: Random): Mark[] {
	const round = between(random, 28, 32);
	return [
		path('M20 -4 C52 -14 50 32 20 26', stroke(ink.middle, ink.rim, 8)),
		path('M-20 26 C-38 22 -32 -4 -47 -10 L-38 -17 C-26 -14 -28 0 -16 0 Z', solid(ink)),
		box(-17, 33, 34, 9, 3, shaded(ink)),
		ellipse(0, 11, round, 27, solid(ink)),
		path('M-20 -12 Q-16 -28 0 -28 Q16 -28 20 -12 Q0 -6 -20 -12 Z', lit(ink)),
		circle(0, -33, 7, shaded(ink)),
		ellipse(-15, 5, 4, 8, shine(ink.light)),
	];
}

function bottle(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 19, 24));
	const neck = short(between(random, -24, -16));
	const left = `M-8 -38 L-8 ${neck} C-8 -6 -${wide} -8 -${wide} 8 L-${wide} 38 Q-${wide} 46 -14 46`;
	return [
		path(`${left} L14 46 Q${wide} 46 ${wide} 38 L${wide} 8 C${wide} -8 8 -6 8 ${neck} L8 -38 Z`, solid(ink)),
		box(-10, -47, 20, 12, 3, body(gold, goldRim)),
		box(-Number(wide), 14, 2 * Number(wide), 19, 0, surface(cream)),
		circle(0, 23.5, 5, detail(ink.dark)),
		box(-13, -3, 5, 12, 2.5, shine(ink.light)),
	];
}

function wineGlass(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 27, 32);
	const level = between(random, -36, -28);
	const bowl = (half: number, top: number, foot: number) =>
		`M${short(-half)} ${short(top)} C${short(-half - 2)} ${foot} ${short(half + 2)} ${foot} ${short(half)} ${short(top)} Z`;
	return [
		ellipse(0, 41, 22, 5, body(glass, glassRim)),
		box(-3.5, 8, 7, 32, 2, body(glass, glassRim)),
		path(bowl(wide, -45, 29), body(glass, glassRim)),
		path(bowl(wide - 3, level, 25), solid(ink)),
		ellipse(0, level, wide - 3, 5, lit(ink)),
	];
}

function jar(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 30, 35);
	return [
		box(-wide, -26, 2 * wide, 70, 13, body(glass, glassRim)),
		box(5 - wide, -14, 2 * wide - 10, 53, 9, solid(ink)),
		box(1 - wide, -44, 2 * wide - 2, 17, 4, shaded(ink)),
		box(-16, 3, 32, 20, 3, surface(cream)),
		path('M0 19 C-13 11 -8 4 0 9 C8 4 13 11 0 19 Z', detail(ink.dark)),
		box(10 - wide, -8, 5, 20, 2.5, shine(ink.light)),
	];
}

function potion(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 31, 34);
	const level = between(random, -17, -7);
	const inner = wide - 3;
	const reach = Math.sqrt(inner ** 2 - (level - 12) ** 2);
	const arc = `A${short(inner)} ${short(inner)} 0 1 1 ${short(-reach)} ${short(level)}`;
	const foot = Math.sqrt(wide ** 2 - 100) - 12;
	const flask = `M-10 -34 L-10 ${short(-foot)} A${short(wide)} ${short(wide)} 0 1 0 10 ${short(-foot)} L10 -34 Z`;
	return [
		path(flask, body(glass, glassRim)),
		path(`M${short(reach)} ${short(level)} ${arc} Z`, solid(ink)),
		box(-14, -37, 28, 7, 3, body(glass, glassRim)),
		box(-8, -47, 16, 12, 3, body(wood, woodRim)),
		...points([-9, 12, 8, 6, 5, 24]).map(([x, y], at) => circle(x, y, 5.5 - at, detail(ink.light))),
	];
}

function meat(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 34, 40));
	const bone = 'M-5 12 L-5 32 C-18 28 -18 44 -8 44 Q-4 50 0 43 Q4 50 8 44 C18 44 18 28 5 32 L5 12 Z';
	const marks = [
		path(bone, body(cream, creamRim)),
		path(`M-9 24 C-14 10 -38 4 -36 -18 C-${wide} -52 ${wide} -52 36 -18 C38 4 14 10 9 24 Q0 28 -9 24 Z`, solid(ink)),
		path('M-20 -22 Q-16 -35 0 -35 Q-10 -30 -11 -18 Q-16 -12 -20 -22 Z', detail(ink.light)),
		path('M26 -12 Q24 6 8 14 Q16 2 18 -10 Q22 -18 26 -12 Z', detail(ink.dark)),
	];
	return placed(marks, 0, 0, between(random, 32, 55), 1);
}

function soup(ink: Ink, random: Random): Mark[] {
	const deep = short(between(random, 30, 36));
	return [
		path('M-18 -22 q-6 -6 0 -11 t0 -11 M0 -22 q-6 -6 0 -11 t0 -11', stroke(steel, steel, 3.5)),
		box(-15, 34, 30, 9, 3, shaded(ink)),
		path(`M-44 -3 C-44 ${deep} -24 38 -14 38 L14 38 C24 38 44 ${deep} 44 -3 Z`, solid(ink)),
		ellipse(0, -3, 44, 13, lit(ink)),
		ellipse(0, -2, 36, 8.5, surface(ink.dark)),
		polyline(points([20, -4, 40, -38]), stroke(steel, steelRim, 6)),
		...points([-20, -2, -4, 1, 6, -5]).map(([x, y]) => circle(x, y, 3, detail(leaf))),
	];
}

function popcorn(ink: Ink, random: Random): Mark[] {
	const high = between(random, -39, -34);
	const stripe = ink.name === 'white' ? ink.dark : paper;
	const heap = [-34, -8, -34, -22, -18, high, 2, high - 3, 21, high, 35, -22, 34, -8];
	const stripes = [-1, 1].map(side =>
		polygon(points([side * 9, -14, side * 17, -14, side * 14, 44, side * 7, 44]), surface(stripe)),
	);
	return [
		path(bumpy(closed(points(heap)), 0.6), body('#fff0c4', '#a98a4c')),
		...points([-20, -25, 0, -31, 18, -25]).map(([x, y]) => circle(x, y, 3.5, detail(gold))),
		path('M-37 -15 L37 -15 L28 44 L-28 44 Z', solid(ink)),
		...stripes,
	];
}
