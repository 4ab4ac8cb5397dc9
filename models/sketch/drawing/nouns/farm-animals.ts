/** Animals of the farm. */
import { cream, creamRim, night, paper, type Ink } from '../inks.ts';
import { body, box, circle, detail, ellipse, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, seen, shaded, solid } from './paints.ts';
import { both, curly, eyes } from './parts.ts';

export const farmAnimals: readonly Noun[] = [
	{ name: 'pig', also: ['piglet', 'hog'], usual: 'pink', draw: pig },
	{ name: 'cow', also: ['bull', 'cattle'], usual: 'white', draw: cow },
	{ name: 'sheep', also: ['lamb'], plural: 'sheep', usual: 'white', draw: sheep },
	{ name: 'horse', also: ['pony', 'stallion'], usual: 'brown', draw: horse },
];

const muzzle = '#f2b5ab';
const muzzleRim = '#a8675d';

function pig(ink: Ink, random: Random): Mark[] {
	const tall = between(random, 31, 36);
	return [
		path('M32 20 C44 22 46 8 39 10 C33 13 40 24 46 18', stroke(ink.middle, ink.rim, 4)),
		...both(box(10, 28, 15, 15, 4, shaded(ink))),
		ellipse(0, 1, between(random, 35, 39), tall, solid(ink)),
		...both(path('M10 -30 L36 -44 Q42 -26 32 -12 Z', shaded(ink))),
		ellipse(0, 9, between(random, 16, 20), 13, lit(ink)),
		...both(ellipse(7, 9, 3.5, 5.5, detail(ink.rim))),
		...eyes(ink, 17, -11, 5),
	];
}

function cow(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
	const spot = surface(ink.name === 'white' ? '#3a363f' : paper);
	const head = [
		...both(path('M8 -14 C22 -16 20 -26 16 -30 C30 -26 30 -8 14 -6 Z', body(cream, creamRim))),
		...both(ellipse(22, -2, 9, 5.5, shaded(ink))),
		box(-16, -16, 32, 36, 13, fur),
		path('M0 -14 C14 -16 16 -4 14 4 C4 6 0 -4 0 -14 Z', spot),
		ellipse(0, 16, 18, 11, body(muzzle, muzzleRim)),
		...both(ellipse(7, 15, 3, 4, detail(muzzleRim)), circle(8, -2, 4, detail(seen(ink)))),
	];
	return [
		path('M38 -8 C46 4 42 12 43 22', stroke(ink.middle, ink.rim, 5)),
		...[-20, -6, 18, 31].map(x => box(x, 14, 9, 29, 2, shaded(ink))),
		ellipse(16, 24, 8, 6, body(muzzle, muzzleRim)),
		box(-22, -18, 63, 41, 14, fur),
		ellipse(between(random, 8, 16), -6, between(random, 8, 11), 8, spot),
		ellipse(between(random, 29, 32), 8, 7, between(random, 7, 10), spot),
		...placed(head, -19, -12, between(random, -6, 6), 1),
	];
}

function sheep(ink: Ink, random: Random): Mark[] {
	const hide = ink.name === 'black' || ink.name === 'brown' ? body(cream, creamRim) : body('#55505c', '#2c2a31');
	const eye = detail(ink.name === 'black' || ink.name === 'brown' ? night : paper);
	return [
		...[-14, 0, 16, 28].map(x => box(x, 20, 8, 23, 3, hide)),
		curly(10, 8, -2, between(random, 28, 31), between(random, 24, 28), solid(ink)),
		...[-42, -12].map(x => ellipse(x, -12, 9, 5, hide)),
		ellipse(-27, -4, 15, 19, hide),
		curly(6, -27, -20, 12, 8, lit(ink)),
		...[-33, -21].map(x => circle(x, -3, 3.5, eye)),
	];
}

function horse(ink: Ink, random: Random): Mark[] {
	const shade = shaded(ink);
	const swing = short(between(random, 26, 40));
	const trunk = 'M-19 -45 L-26 -38 C-36 -32 -42 -24 -45 -16 C-45 -8 -37 -6 -32 -10 L-20 -15 C-21 -4 -25 4 -20 14 ';
	const legs = 'L-20 44 L-9 44 L-6 19 L18 19 L21 44 L32 44 L33 14 C38 2 36 -11 22 -12 L4 -12 C2 -26 -6 -38 -19 -45 Z';
	return [
		path(`M30 -10 C50 -4 46 16 43 ${swing} C32 28 32 12 26 2 Z`, shade),
		...[-8, 10].map(x => box(x, 10, 9, 32, 2, shade)),
		path(trunk + legs, solid(ink)),
		path('M-19 -45 C2 -46 14 -26 13 -2 C6 -6 2 -8 0 -12 C-4 -24 -9 -32 -19 -36 Z', shade),
		circle(-28, -25, 3.8, detail(seen(ink))),
		box(-21, 38, 13, 7, 1, surface(ink.rim)),
		box(20, 38, 13, 7, 1, surface(ink.rim)),
	];
}
