/** Vegetables, and the coconut. */
import { cream, creamRim, glass, leaf, leafRim, night, paper, type Ink } from '../inks.ts';
import {
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
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { solid } from './paints.ts';
import { blade, both, calyx, crease, points } from './parts.ts';

export const vegetables: readonly Noun[] = [
	{ name: 'carrot', also: ['carrot root'], usual: 'orange', draw: carrot },
	{ name: 'tomato', also: ['ripe tomato'], plural: 'tomatoes', usual: 'red', draw: tomato },
	{ name: 'corn', also: ['corn cob', 'ear of corn', 'maize'], plural: 'ears of corn', usual: 'yellow', draw: corn },
	{ name: 'pumpkin', also: ['squash', 'gourd'], usual: 'orange', draw: pumpkin },
	{ name: 'onion', also: ['onion bulb'], usual: 'purple', draw: onion },
	{ name: 'pepper', also: ['bell pepper', 'capsicum', 'paprika'], usual: 'red', draw: pepper },
	{ name: 'eggplant', also: ['aubergine'], usual: 'purple', draw: eggplant },
	{ name: 'coconut', also: ['coconut fruit', 'half coconut'], usual: 'brown', draw: coconut },
];

function carrot(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 18, 22);
	const [half, waist] = [short(wide), short(wide - 2)];
	const top = `M-${half} -16 C-${half} -30 ${half} -30 ${half} -16`;
	const marks = [
		...[-132, -48, -90].flatMap(turn => blade(0, -20, turn, 31, 12)),
		path(`${top} C${waist} 8 9 32 0 48 C-9 32 -${waist} 8 -${half} -16 Z`, solid(ink)),
		crease([-wide + 2, -8], [-9, -5], [0, -7], 5, ink.dark),
		crease([wide - 3, 6], [9, 8], [2, 6], 5, ink.dark),
		crease([-12, 20], [-6, 22], [1, 20], 5, ink.dark),
	];
	return placed(marks, -2, 2, between(random, 28, 45), 1);
}

function tomato(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 43, 48));
	const fruit = `M0 -25 C-28 -38 -${wide} -16 -43 8 C-40 32 -18 39 0 39 C18 39 40 32 43 8 C${wide} -16 28 -38 0 -25 Z`;
	return [
		path(fruit, solid(ink)),
		calyx(0, -22, between(random, 22, 26), 0.62),
		path(`M0 -24 L${short(between(random, -4, 6))} -40`, stroke(leaf, leafRim, 5)),
		ellipse(-27, 6, 5, 9, shine(ink.light)),
	];
}

function corn(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 21, 25);
	const kernels = [-35, -24, -13, -2, 9, 20].flatMap((y, row) =>
		(row % 2 ? [-6, 6] : [-12, 0, 12]).map(x => circle(x, y, 3.4, detail(ink.dark))),
	);
	const husk = path('M0 45 C-40 42 -42 8 -30 -8 C-26 12 -10 20 0 45 Z', body(leaf, leafRim));
	const marks = [ellipse(0, -6, wide, 40, solid(ink)), ...kernels, ...both(husk)];
	return placed(marks, 0, 0, between(random, -12, 12), 1);
}

function pumpkin(ink: Ink, random: Random): Mark[] {
	const high = between(random, 26, 31);
	const lobe = (x: number, across: number, down: number, fill: string) =>
		ellipse(x, 9, across, down, body(fill, ink.rim));
	return [
		path('M-6 -12 C-6 -26 -12 -32 -16 -35 L-2 -43 C0 -34 7 -28 8 -12 Z', body(leaf, leafRim)),
		...[-28, 28].map(x => lobe(x, 17, high - 3, ink.dark)),
		...[-15, 15].map(x => lobe(x, 17, high, ink.middle)),
		lobe(0, 14, high + 2, ink.middle),
		ellipse(-4, -4, 3.5, 9, shine(ink.light)),
	];
}

function onion(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 46, 54));
	const left = `M-4 -44 C-4 -28 -12 -22 -24 -16 C-${wide} 0 -44 37 -8 38`;
	const side = crease([-3, -28], [-38, 4], [-9, 34], 5, ink.dark);
	return [
		path('M-3 34 L-10 44 M0 34 L0 46 M3 34 L10 44', stroke(cream, creamRim, 4)),
		path(`${left} L8 38 C44 37 ${wide} 0 24 -16 C12 -22 4 -28 4 -44 Z`, solid(ink)),
		...both(side),
		crease([0, -28], [0, 4], [0, 34], 5, ink.dark),
		ellipse(-28, 6, 4, 8, shine(ink.light)),
	];
}

function pepper(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, 26, 33));
	const left = `M0 -22 C-14 -34 -44 -32 -39 0 C-36 24 -${foot} 46 -13 38`;
	const side = crease([-8, -22], [-24, 6], [-13, 36], 5, ink.dark);
	return [
		path(`${left} C-8 46 8 46 13 38 C${foot} 46 36 24 39 0 C44 -32 14 -34 0 -22 Z`, solid(ink)),
		...both(side),
		path('M-16 -22 C-8 -28 -6 -34 -10 -43 L3 -47 C6 -36 8 -28 16 -22 Q0 -14 -16 -22 Z', body(leaf, leafRim)),
		ellipse(-29, -6, 4, 9, shine(ink.light)),
	];
}

function eggplant(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 27, 32));
	const marks = [
		path('M0 -22 Q0 -36 6 -45', stroke(leaf, leafRim, 7)),
		path(
			`M-15 -20 C-16 0 -${wide} 4 -${wide} 22 C-${wide} 56 ${wide} 56 ${wide} 22 C${wide} 4 16 0 15 -20 Z`,
			solid(ink),
		),
		polygon(points([-12, -29, 12, -29, 22, -8, 9, -13, 0, -2, -9, -13, -22, -8]), body(leaf, leafRim)),
		ellipse(-14, 16, 5, 12, shine(ink.light)),
	];
	return placed(marks, 2, -2, between(random, 26, 44), 1);
}

function coconut(ink: Ink, random: Random): Mark[] {
	const eyes = points([-22, -22, -10, -27, -12, -14]);
	const eye = ink.name === 'black' ? '#80808c' : night;
	const half = [
		path('M-29 0 C-29 38 29 38 29 0 Z', solid(ink)),
		ellipse(0, 0, 29, 13, body(paper, ink.rim)),
		ellipse(0, 2, 19, 7, surface(glass)),
	];
	return [
		circle(-8, -10, between(random, 32, 35), solid(ink)),
		...eyes.map(([x, y]) => circle(x, y, 3.4, detail(eye))),
		...placed(half, 14, 15, between(random, -18, -4), 1),
	];
}
