/** Fruit and vegetables. */
import { cream, creamRim, glass, leaf, leafRim, night, paper, wood, woodRim, type Ink } from '../inks.ts';
import { around, body, circle, detail, ellipse, mirrored, path, placed, polygon } from '../marks.ts';
import { shine, short, stroke, surface, type Mark, type Point } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

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
	{ name: 'carrot', also: ['carrot root'], usual: 'orange', draw: carrot },
	{ name: 'tomato', also: ['ripe tomato'], plural: 'tomatoes', usual: 'red', draw: tomato },
	{ name: 'corn', also: ['corn cob', 'ear of corn', 'maize'], plural: 'ears of corn', usual: 'yellow', draw: corn },
	{ name: 'pumpkin', also: ['squash', 'gourd'], usual: 'orange', draw: pumpkin },
	{ name: 'onion', also: ['onion bulb'], usual: 'purple', draw: onion },
	{ name: 'pepper', also: ['bell pepper', 'capsicum', 'paprika'], usual: 'red', draw: pepper },
	{ name: 'eggplant', also: ['aubergine'], usual: 'purple', draw: eggplant },
	{ name: 'coconut', also: ['coconut fruit', 'half coconut'], usual: 'brown', draw: coconut },
];

function apple(ink: Ink, random: Random): Mark[] {
	const lean = short(between(random, 2, 9));
	const low = short(between(random, 42, 48));
	const fruit = `M0 -20 C-20 -36 -48 -22 -42 8 C-37 40 -14 ${low} 0 39 C14 ${low} 37 40 42 8 C48 -22 20 -36 0 -20 Z`;
	return [
		path(`M0 -16 Q0 -32 ${lean} -42`, stroke(wood, woodRim, 5)),
		path(fruit, body(ink.middle, ink.rim)),
		...blade(3, -27, between(random, -32, -8), 32, 12),
		ellipse(-23, -4, 6, 10, shine(ink.light)),
	];
}

function banana(ink: Ink, random: Random): Mark[] {
	const fat = short(between(random, 44, 58));
	const peel = `M-43 -32 L-31 -36 C-26 -12 -6 4 40 -6 L44 5 C12 ${fat} -46 34 -43 -32 Z`;
	const marks = [
		path(peel, body(ink.middle, ink.rim)),
		crease([-37, -22], [-24, 24], [38, 2], 4.5, ink.dark),
		polygon(points([-44, -42, -33, -45, -30, -33, -43, -29]), body(wood, woodRim)),
		polygon(points([36, -7, 44, -9, 47, 5, 40, 8]), body(wood, woodRim)),
	];
	return placed(marks, 0, 6, between(random, -14, 10), 1);
}

function tangerine(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 33, 37);
	const pith = ink.name === 'white' ? ink.dark : paper;
	const wedges = around(6, [13]).map(([x, y], index) =>
		placed([path('M0 9 L-6.5 -3 Q0 -8 6.5 -3 Z', surface(ink.middle))], x + 18, y + 17, index * 60, 1),
	);
	return [
		circle(-6, -4, radius, body(ink.middle, ink.rim)),
		...blade(-8, -radius - 1, between(random, -25, 5), 34, 13),
		ellipse(-24, -14, 5, 8, shine(ink.light)),
		circle(18, 17, 27, body(ink.middle, ink.rim)),
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
		path(fruit, body(ink.middle, ink.rim)),
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
		path(`${left} C20 43 ${wide} 34 ${wide} 18 C${wide} 0 17 -4 16 -20 Q15 -37 0 -32 Z`, body(ink.middle, ink.rim)),
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
		circle(-22, drop, radius, body(ink.middle, ink.rim)),
		circle(22, 22, radius - 1, body(ink.middle, ink.rim)),
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
		...spots.map(([x, y], index) => circle(x, y, radius, body(index % 2 ? ink.light : ink.middle, ink.rim))),
		...spots.map(([x, y]) => circle(x - 4, y - 4, 2.8, shine(ink.light))),
	];
}

function strawberry(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 42, 50));
	const seed = ['yellow', 'white', 'beige'].includes(ink.name) ? ink.rim : '#ffe9a3';
	const seeds = points([-22, -8, 0, -6, 22, -8, -12, 7, 12, 7, 0, 21]);
	return [
		path(
			`M0 -28 C-22 -38 -${wide} -22 -34 2 Q-24 30 0 44 Q24 30 34 2 C${wide} -22 22 -38 0 -28 Z`,
			body(ink.middle, ink.rim),
		),
		...seeds.map(([x, y]) => ellipse(x, y, 2.6, 3.6, detail(seed))),
		...calyx(0, -27, 25, 0.55),
		path(`M0 -28 Q0 -36 ${short(between(random, -6, 6))} -42`, stroke(leaf, leafRim, 5)),
	];
}

function watermelon(ink: Ink, random: Random): Mark[] {
	const seed = ink.name === 'black' ? paper : night;
	const half = (radius: number) => `M-${radius} 0 A${radius} ${radius} 0 0 0 ${radius} 0 Z`;
	const seeds = chance(random, 0.5)
		? points([-22, 9, 0, 10, 22, 9, -11, 23, 11, 23])
		: points([-18, 8, 18, 8, 0, 16, -14, 24, 13, 25, 0, 4]);
	const marks = [
		path(half(46), body(leaf, leafRim)),
		path(half(41), surface(cream)),
		path(half(36), body(ink.middle, ink.rim)),
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
		ellipse(0, 14, wide, 31, body(ink.middle, ink.rim)),
		...chords,
	];
}

function carrot(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 18, 22);
	const [half, waist] = [short(wide), short(wide - 2)];
	const top = `M-${half} -16 C-${half} -30 ${half} -30 ${half} -16`;
	const marks = [
		...[-132, -48, -90].flatMap(turn => blade(0, -20, turn, 31, 12)),
		path(`${top} C${waist} 8 9 32 0 48 C-9 32 -${waist} 8 -${half} -16 Z`, body(ink.middle, ink.rim)),
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
		path(fruit, body(ink.middle, ink.rim)),
		...calyx(0, -22, between(random, 22, 26), 0.62),
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
	const marks = [ellipse(0, -6, wide, 40, body(ink.middle, ink.rim)), ...kernels, husk, ...mirrored([husk])];
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
		path(`${left} L8 38 C44 37 ${wide} 0 24 -16 C12 -22 4 -28 4 -44 Z`, body(ink.middle, ink.rim)),
		side,
		...mirrored([side]),
		crease([0, -28], [0, 4], [0, 34], 5, ink.dark),
		ellipse(-28, 6, 4, 8, shine(ink.light)),
	];
}

function pepper(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, 26, 33));
	const left = `M0 -22 C-14 -34 -44 -32 -39 0 C-36 24 -${foot} 46 -13 38`;
	const side = crease([-8, -22], [-24, 6], [-13, 36], 5, ink.dark);
	return [
		path(`${left} C-8 46 8 46 13 38 C${foot} 46 36 24 39 0 C44 -32 14 -34 0 -22 Z`, body(ink.middle, ink.rim)),
		side,
		...mirrored([side]),
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
			body(ink.middle, ink.rim),
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
		path('M-29 0 C-29 38 29 38 29 0 Z', body(ink.middle, ink.rim)),
		ellipse(0, 0, 29, 13, body(paper, ink.rim)),
		ellipse(0, 2, 19, 7, surface(glass)),
	];
	return [
		circle(-8, -10, between(random, 32, 35), body(ink.middle, ink.rim)),
		...eyes.map(([x, y]) => circle(x, y, 3.4, detail(eye))),
		...placed(half, 14, 15, between(random, -18, -4), 1),
	];
}

/** A green leaf that grows from a point; at turn 0 it points to the right. */
function blade(x: number, y: number, turn: number, length: number, width: number): Mark[] {
	const [half, tip] = [short(length / 2), short(length)];
	return placed([path(`M0 0 Q${half} -${width} ${tip} 0 Q${half} ${width} 0 0 Z`, body(leaf, leafRim))], x, y, turn, 1);
}

/** The green star on top of a fruit, seen flattened. */
function calyx(x: number, y: number, radius: number, flat: number): Mark[] {
	const star = around(10, [radius, radius * 0.35]).map(([across, down]): Point => [x - across, y - down * flat]);
	return [polygon(star, body(leaf, leafRim))];
}

/** A curved line that is thickest in its middle; its bend is a control point. */
function crease([x, y]: Point, [bendX, bendY]: Point, [endX, endY]: Point, width: number, fill: string): Mark {
	const length = Math.hypot(endX - x, endY - y);
	const [across, down] = [((y - endY) / length) * width, ((endX - x) / length) * width];
	const out = `Q${short(bendX + across)} ${short(bendY + down)} ${short(endX)} ${short(endY)}`;
	const back = `Q${short(bendX - across)} ${short(bendY - down)} ${short(x)} ${short(y)}`;
	return path(`M${short(x)} ${short(y)} ${out} ${back} Z`, detail(fill));
}

/** The ends of the line x = at + slope y inside an ellipse around (0, 0). */
function chord(across: number, down: number, at: number, slope: number): readonly [Point, Point] {
	const square = (slope / across) ** 2 + down ** -2;
	const centre = (-at * slope) / across ** 2 / square;
	const reach = Math.sqrt(centre ** 2 - ((at / across) ** 2 - 1) / square);
	const end = (y: number): Point => [at + slope * y, y];
	return [end(centre - reach), end(centre + reach)];
}

/** The point halfway between two others. */
function middle([x, y]: Point, [otherX, otherY]: Point): Point {
	return [(x + otherX) / 2, (y + otherY) / 2];
}

/** Points from their numbers, x and y in turn. */
function points(numbers: readonly number[]): Point[] {
	return numbers.flatMap((x, index): Point[] => (index % 2 ? [] : [[x, numbers[index + 1] as number]]));
}
