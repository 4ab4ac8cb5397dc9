/** What is eaten from the hand: fast food and sweets. */
import { cream, creamRim, gold, goldRim, leafRim, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	polyline,
	shine,
	short,
	stroke,
	surface,
	type Mark,
	type Point,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { dough, doughRim, lit, shaded, solid } from './paints.ts';
import { both, points } from './parts.ts';

export const snacksAndSweets: readonly Noun[] = [
	{ name: 'pizza', also: ['slice of pizza', 'pizza slice'], usual: 'yellow', draw: pizza },
	{ name: 'burger', also: ['hamburger', 'cheeseburger'], usual: 'orange', draw: burger },
	{ name: 'hot dog', also: ['hotdog'], usual: 'orange', draw: hotDog },
	{ name: 'sandwich', also: ['sub sandwich'], plural: 'sandwiches', usual: 'beige', draw: sandwich },
	{ name: 'candy', also: ['bonbon', 'wrapped candy'], plural: 'candies', usual: 'red', draw: candy },
	{ name: 'lollipop', also: ['lolly', 'sucker'], usual: 'magenta', draw: lollipop },
	{ name: 'chocolate', also: ['chocolate bar', 'bar of chocolate'], usual: 'brown', draw: chocolate },
];

const lettuce = '#6cbf4b';

function pizza(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 34, 40));
	const sausage = ['red', 'brown', 'orange'].includes(ink.name) ? ink.rim : '#c43a2c';
	const marks = [
		path(`M-${wide} -24 Q0 -42 ${wide} -24 L0 46 Z`, solid(ink)),
		circle(-14, -15, 7.5, detail(sausage)),
		circle(13, -11, 7.5, detail(sausage)),
		circle(-2, 10, 6.5, detail(sausage)),
		path(`M-${wide} -25 Q0 -45 ${wide} -25`, stroke(dough, doughRim, 11)),
	];
	return placed(marks, 0, 0, between(random, -16, 16), 1);
}

function burger(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -54, -46));
	const seed = ['white', 'beige', 'yellow'].includes(ink.name) ? ink.rim : cream;
	const leaves =
		'M-43 -4 L43 -4 Q44 8 34 6 Q26 2 20 8 Q12 14 6 6 Q-2 2 -8 8 Q-16 14 -22 6 Q-28 2 -34 8 Q-44 8 -43 -4 Z';
	return [
		path('M-37 20 L37 20 Q40 42 24 42 L-24 42 Q-40 42 -37 20 Z', solid(ink)),
		box(-41, 6, 82, 16, 8, body('#6b3b1f', '#3a1d0c')),
		path(leaves, body(lettuce, leafRim)),
		path(`M-40 -6 C-40 ${top} 40 ${top} 40 -6 Q40 -2 34 -2 L-34 -2 Q-40 -2 -40 -6 Z`, solid(ink)),
		...points([-20, -17, -7, -27, 8, -17, 14, -30, 25, -16]).map(([x, y]) => ellipse(x, y, 3.4, 2.6, detail(seed))),
	];
}

function hotDog(ink: Ink, random: Random): Mark[] {
	const sausage = ['red', 'brown'].includes(ink.name) ? ink.light : '#b5482e';
	const wave = short(between(random, 4, 8));
	const mustard = `M-34 -4 q6 -${wave} 11 0 t11 0 t11 0 t11 0 t11 0 t11 0`;
	const marks = [
		box(-38, -30, 76, 36, 18, lit(ink)),
		box(-47, -16, 94, 24, 12, body(sausage, '#6b2414')),
		path('M-40 2 Q0 10 40 2 Q44 32 22 32 L-22 32 Q-44 32 -40 2 Z', solid(ink)),
		path(mustard, stroke(gold, goldRim, 4.5)),
	];
	return placed(marks, 0, 0, between(random, -28, -10), 1);
}

function sandwich(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 38, 43);
	const slab = (y: number) => box(-wide, y, 2 * wide, 20, 7, solid(ink));
	const salad =
		'M-43 2 L43 2 Q44 14 34 12 Q26 8 20 14 Q12 18 6 12 Q-2 8 -8 14 Q-16 18 -22 12 Q-28 8 -34 14 Q-44 14 -43 2 Z';
	return [
		slab(22),
		box(-wide + 2, 14, 2 * wide - 4, 10, 4, body('#d9534a', '#8d2a25')),
		path(salad, body(lettuce, leafRim)),
		path('M-40 -2 L40 -2 L40 4 L20 4 L8 16 L-6 4 L-40 4 Z', body('#ffd451', goldRim)),
		polyline(points([4, -18, 4, -36]), stroke(wood, woodRim, 4)),
		slab(-20),
		ellipse(4, -37, 8, 6.5, body('#8fae3a', '#516717')),
	];
}

function candy(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 24, 28);
	const fan = path('M-18 -3 L-41 -23 L-37 -9 L-47 0 L-37 9 L-41 23 L-18 3 Z', shaded(ink));
	const band = path('M-9 -23 Q2 0 -9 23 L3 25 Q16 0 3 -25 Z', surface(ink.name === 'white' ? ink.dark : ink.light));
	const marks = [...both(fan), circle(0, 0, radius, solid(ink)), band];
	return placed([...marks, ellipse(-14, -9, 4, 6, shine(paper))], 0, 0, between(random, -40, 40), 1);
}

function lollipop(ink: Ink, random: Random): Mark[] {
	const turn = between(random, 0, 2 * Math.PI);
	const swirl = Array.from({ length: 26 }, (_, step): Point => {
		const [angle, far] = [turn + step * 0.48, step * 0.98];
		return [far * Math.cos(angle), far * Math.sin(angle) - 13];
	});
	const sugar = ink.name === 'white' ? '#b9c0d0' : paper;
	return [
		box(-3.5, 14, 7, 33, 3, body(cream, creamRim)),
		circle(0, -13, 32, solid(ink)),
		polyline(swirl, stroke(sugar, sugar, 2)),
	];
}

function chocolate(ink: Ink, random: Random): Mark[] {
	const fold = between(random, 6, 14);
	const squares = points([-24, -40, 2, -40, -24, -18, 2, -18]);
	const teeth = 'l8 -7 l8 7 l8 -7 l8 7 l8 -7 l8 7 l8 -7 l8 7';
	const foil = `M-32 ${short(fold)} ${teeth} v12 h-64 Z`;
	const marks = [
		box(-29, -45, 58, 84, 4, solid(ink)),
		...squares.map(([x, y]) => box(x, y, 22, 18, 2, surface(ink.light))),
		path(foil, body(steel, steelRim)),
		box(-32, fold + 6, 64, 39 - fold, 2, shaded(ink)),
		box(-32, fold + 14, 64, 10, 0, surface(cream)),
	];
	return placed(marks, 0, 0, between(random, 4, 18), 1);
}
