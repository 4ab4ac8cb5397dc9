/** Animals that live on land. */
import { cream, creamRim, leaf, leafRim, night, paper, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	type Mark,
	mirrored,
	type Paint,
	path,
	placed,
	type Point,
	polygon,
	short,
	stroke,
	surface,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const animals: readonly Noun[] = [
	{ name: 'cat', also: ['kitten', 'kitty'], usual: 'orange', draw: cat },
	{ name: 'dog', also: ['puppy', 'hound'], usual: 'brown', draw: dog },
	{ name: 'rabbit', also: ['bunny', 'hare'], usual: 'white', draw: rabbit },
	{ name: 'mouse', also: ['rat'], plural: 'mice', usual: 'gray', draw: mouse },
	{ name: 'bear', also: ['grizzly', 'bear cub'], usual: 'brown', draw: bear },
	{ name: 'panda', also: ['panda bear'], usual: 'white', draw: panda },
	{ name: 'pig', also: ['piglet', 'hog'], usual: 'pink', draw: pig },
	{ name: 'cow', also: ['bull', 'cattle'], usual: 'white', draw: cow },
	{ name: 'sheep', also: ['lamb'], plural: 'sheep', usual: 'white', draw: sheep },
	{ name: 'horse', also: ['pony', 'stallion'], usual: 'brown', draw: horse },
	{ name: 'fox', also: ['vixen'], plural: 'foxes', usual: 'orange', draw: fox },
	{ name: 'lion', also: ['lion cub'], usual: 'orange', draw: lion },
	{ name: 'elephant', also: ['baby elephant'], usual: 'gray', draw: elephant },
	{ name: 'frog', also: ['toad'], usual: 'green', draw: frog },
	{ name: 'turtle', also: ['tortoise'], usual: 'green', draw: turtle },
	{ name: 'snake', also: ['serpent', 'viper'], usual: 'lime', draw: snake },
	{ name: 'snail', also: ['garden snail'], usual: 'brown', draw: snail },
	{ name: 'monkey', also: ['ape', 'chimp'], usual: 'brown', draw: monkey },
	{ name: 'hedgehog', also: ['porcupine'], usual: 'brown', draw: hedgehog },
];

const rose = '#ee8f9d';

function cat(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const tip = short(between(random, -4, 10));
	return [
		path(`M14 38 C50 44 46 14 36 ${tip}`, stroke(ink.middle, ink.rim, 8)),
		path('M-22 44 C-26 14 -12 2 0 2 C12 2 26 14 22 44 Z', fur),
		ellipse(0, 33, 10, 9, surface(ink.light)),
		...both(path('M32 -46 L33 -12 L6 -32 Z', fur), path('M28 -36 L29 -22 L16 -31 Z', surface(rose))),
		ellipse(0, -10, between(random, 31, 36), between(random, 23, 27), fur),
		...both(path('M22 -5 L46 -10 L46 -6 L22 -1 Z', detail(ink.rim)), path('M22 3 L44 6 L43 10 Z', detail(ink.rim))),
		...eyes(ink, 14, -13, 5.5),
		path('M-6 -5 L6 -5 L0 3 Z', detail(rose)),
	];
}

function dog(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const ear = short(between(random, 4, 14));
	return [
		path('M14 36 C32 38 42 28 40 14', stroke(ink.middle, ink.rim, 8)),
		path('M-22 44 C-26 16 -14 6 0 6 C14 6 26 16 22 44 Z', fur),
		path('M-20 16 Q0 28 20 16 L21 23 Q0 35 -21 23 Z', surface(ink.name === 'red' ? '#3b6fd6' : '#d8433f')),
		path('M-24 -36 C-12 -46 12 -46 24 -36 C36 -10 28 18 0 18 C-28 18 -36 -10 -24 -36 Z', fur),
		...both(path(`M18 -40 C40 -46 50 -12 42 ${ear} C34 12 27 4 28 -10 Z`, body(ink.dark, ink.rim))),
		ellipse(0, 13, 6, 9, surface(rose)),
		ellipse(0, 2, between(random, 14, 17), 11, surface(pale(ink))),
		ellipse(0, -4, 7.5, 5.5, detail(night)),
		...eyes(ink, 12, -18, 5),
	];
}

function rabbit(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const ear = [ellipse(0, -20, 9, 22, fur), ellipse(0, -20, 4.5, 14, surface(rose))];
	const lean = between(random, 4, 20);
	return [
		...placed(ear, 10, -6, lean, between(random, 0.92, 1.05)),
		...placed(ear, -10, -6, -lean, between(random, 0.92, 1.05)),
		ellipse(0, 31, 23, 14, fur),
		...both(ellipse(14, 40, 11, 6, body(ink.light, ink.rim))),
		ellipse(0, 6, 28, 22, fur),
		box(-4.5, 15, 9, 9, 1, surface(paper)),
		path('M-6 8 L6 8 L0 15 Z', detail(rose)),
		...eyes(ink, 13, 2, 5),
	];
}

function mouse(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const ear = between(random, 15, 19);
	const back = short(between(random, -24, -14));
	return [
		path('M26 30 C58 34 30 2 43 -22', stroke(rose, '#a8525f', 5)),
		circle(-20, -12, ear - 4, body(ink.dark, ink.rim)),
		...[-16, 16].map(x => ellipse(x, 35, 10, 5, body(rose, '#a8525f'))),
		path(`M-44 22 C-36 4 -20 -8 0 -14 C28 ${back} 38 6 34 34 L-30 34 C-40 34 -44 30 -44 22 Z`, fur),
		circle(-4, -16, ear, fur),
		circle(-4, -16, ear - 7, surface(rose)),
		...[circle(-25, 10, 5, detail(seen(ink))), circle(-42, 21, 5.5, detail(rose))],
	];
}

function bear(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const arm = placed([ellipse(0, 8, 9, 16, fur)], 23, 10, between(random, -60, -30), 1);
	return [
		...both(circle(24, -34, 11, fur), circle(24, -34, 5.5, surface(pale(ink)))),
		...both(...arm, ellipse(17, 38, 13, 8, body(ink.dark, ink.rim))),
		ellipse(0, 24, between(random, 24, 28), 20, fur),
		ellipse(0, 26, 15, 12, surface(ink.light)),
		ellipse(0, -14, between(random, 30, 34), 26, fur),
		ellipse(0, -4, 15, 12, surface(pale(ink))),
		ellipse(0, -9, 7, 5, detail(night)),
		...eyes(ink, 14, -19, 4.5),
	];
}

function panda(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const patch = detail(ink.name === 'black' ? '#9a9fab' : '#2f2d36');
	const bamboo = [
		path('M0 -26 L0 20', stroke(leaf, leafRim, 6)),
		path('M2 -20 Q14 -30 18 -22 Q14 -12 2 -14 Z', body(leaf, leafRim)),
	];
	return [
		...both(circle(25, -34, 11, patch)),
		ellipse(0, 24, between(random, 26, 29), 20, fur),
		...placed(bamboo, 26, 16, between(random, 0, 20), 1),
		...both(ellipse(24, 18, 10, 9, patch), ellipse(16, 37, 12, 8, patch)),
		ellipse(0, -13, between(random, 31, 35), 26, fur),
		...both(placed([ellipse(0, 0, 8, 10, patch)], 14, -14, -30, 1)[0] as Mark),
		...both(circle(13, -15, 3.5, detail(ink.name === 'black' ? night : paper))),
		ellipse(0, -3, 6, 4.5, patch),
	];
}

function pig(ink: Ink, random: Random): Mark[] {
	const tall = between(random, 31, 36);
	return [
		path('M32 20 C44 22 46 8 39 10 C33 13 40 24 46 18', stroke(ink.middle, ink.rim, 4)),
		...both(box(10, 28, 15, 15, 4, body(ink.dark, ink.rim))),
		ellipse(0, 1, between(random, 35, 39), tall, body(ink.middle, ink.rim)),
		...both(path('M10 -30 L36 -44 Q42 -26 32 -12 Z', body(ink.dark, ink.rim))),
		ellipse(0, 9, between(random, 16, 20), 13, body(ink.light, ink.rim)),
		...both(ellipse(7, 9, 3.5, 5.5, detail(ink.rim))),
		...eyes(ink, 17, -11, 5),
	];
}

function cow(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const spot = surface(ink.name === 'white' ? '#3a363f' : paper);
	const head = [
		...both(path('M8 -14 C22 -16 20 -26 16 -30 C30 -26 30 -8 14 -6 Z', body(cream, creamRim))),
		...both(ellipse(22, -2, 9, 5.5, body(ink.dark, ink.rim))),
		box(-16, -16, 32, 36, 13, fur),
		path('M0 -14 C14 -16 16 -4 14 4 C4 6 0 -4 0 -14 Z', spot),
		ellipse(0, 16, 18, 11, body('#f2b5ab', '#a8675d')),
		...both(ellipse(7, 15, 3, 4, detail('#a8675d')), circle(8, -2, 4, detail(ink.name === 'black' ? paper : night))),
	];
	return [
		path('M38 -8 C46 4 42 12 43 22', stroke(ink.middle, ink.rim, 5)),
		...[-20, -6, 18, 31].map(x => box(x, 14, 9, 29, 2, body(ink.dark, ink.rim))),
		ellipse(16, 24, 8, 6, body('#f2b5ab', '#a8675d')),
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
		curly(10, 8, -2, between(random, 28, 31), between(random, 24, 28), body(ink.middle, ink.rim)),
		...[-42, -12].map(x => ellipse(x, -12, 9, 5, hide)),
		ellipse(-27, -4, 15, 19, hide),
		curly(6, -27, -20, 12, 8, body(ink.light, ink.rim)),
		...[-33, -21].map(x => circle(x, -3, 3.5, eye)),
	];
}

function horse(ink: Ink, random: Random): Mark[] {
	const shade = body(ink.dark, ink.rim);
	const swing = short(between(random, 26, 40));
	const trunk = 'M-19 -45 L-26 -38 C-36 -32 -42 -24 -45 -16 C-45 -8 -37 -6 -32 -10 L-20 -15 C-21 -4 -25 4 -20 14 ';
	const legs = 'L-20 44 L-9 44 L-6 19 L18 19 L21 44 L32 44 L33 14 C38 2 36 -11 22 -12 L4 -12 C2 -26 -6 -38 -19 -45 Z';
	return [
		path(`M30 -10 C50 -4 46 16 43 ${swing} C32 28 32 12 26 2 Z`, shade),
		...[-8, 10].map(x => box(x, 10, 9, 32, 2, shade)),
		path(trunk + legs, body(ink.middle, ink.rim)),
		path('M-19 -45 C2 -46 14 -26 13 -2 C6 -6 2 -8 0 -12 C-4 -24 -9 -32 -19 -36 Z', shade),
		circle(-28, -25, 3.8, detail(seen(ink))),
		...[box(-21, 38, 13, 7, 1, surface(ink.rim)), box(20, 38, 13, 7, 1, surface(ink.rim))],
	];
}

function fox(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const brush = [
		path('M-6 20 C-4 0 14 -30 22 -26 C34 -12 28 18 10 30 Z', fur),
		path('M22 -26 C12 -20 8 -12 4 -5 L16 0 L27 -8 C28 -16 26 -22 22 -26 Z', surface(pale(ink))),
	];
	return [
		...placed(brush, 18, 16, between(random, -4, 8), 1),
		path('M-20 44 C-26 20 -14 4 0 4 C14 4 26 20 20 44 Z', fur),
		path('M-10 12 L10 12 Q12 26 0 36 Q-12 26 -10 12 Z', surface(pale(ink))),
		...both(path('M34 -47 L36 -16 L4 -30 Z', fur), path('M30 -38 L31 -24 L17 -30 Z', detail(ink.rim))),
		path('M-30 -30 Q0 -38 30 -30 Q40 -14 42 -6 Q20 8 0 20 Q-20 8 -42 -6 Q-40 -14 -30 -30 Z', fur),
		...both(path('M4 12 Q6 -4 22 -10 L38 -6 Q20 7 1 18 Z', surface(pale(ink)))),
		circle(0, 16, 5.5, detail(night)),
		...eyes(ink, 15, -15, between(random, 4.5, 5.5)),
	];
}

function lion(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const mane = between(random, 33, 36);
	return [
		...[path('M16 40 C36 42 40 34 39 28', stroke(ink.middle, ink.rim, 6)), circle(39, 23, 7, body(ink.dark, ink.rim))],
		path('M-21 44 C-24 26 -16 14 0 14 C16 14 24 26 21 44 Z', fur),
		...both(ellipse(11, 41, 9, 5, body(ink.light, ink.rim))),
		curly(11, 0, -8, mane, mane, body(ink.dark, ink.rim)),
		...both(circle(19, -26, 7, fur)),
		circle(0, -7, 24, fur),
		...both(ellipse(6, 4, 8, 7, surface(pale(ink)))),
		path('M-7 -5 L7 -5 L0 4 Z', detail(night)),
		...eyes(ink, 10, -13, 4.5),
	];
}

function elephant(ink: Ink, random: Random): Mark[] {
	const hide = body(ink.middle, ink.rim);
	const end = short(between(random, 26, 40));
	return [
		path('M40 -4 L44 14', stroke(ink.dark, ink.rim, 4)),
		...[-2, 20].map(x => box(x, 12, 14, 30, 3, body(ink.dark, ink.rim))),
		path('M-8 0 C-8 -30 42 -34 42 6 L42 42 L30 42 L28 22 L6 22 L4 42 L-10 42 Z', hide),
		path(`M-32 -8 C-42 6 -36 20 -34 26 C-32 38 -44 38 -43 ${end}`, stroke(ink.middle, ink.rim, 11)),
		circle(-19, -14, 22, hide),
		path('M-28 4 L-18 0 L-22 20 Q-30 22 -36 18 Q-28 14 -28 4 Z', body(paper, creamRim)),
		ellipse(-4, -13, between(random, 13, 16), between(random, 18, 22), body(ink.light, ink.rim)),
		circle(-29, -17, 4, detail(seen(ink))),
	];
}

function frog(ink: Ink, random: Random): Mark[] {
	const skin = body(ink.middle, ink.rim);
	const wide = between(random, 35, 40);
	return [
		...both(ellipse(30, 24, 14, 18, body(ink.dark, ink.rim)), ellipse(28, 39, 16, 6, skin)),
		ellipse(0, 26, 24, 18, skin),
		ellipse(0, 32, 16, 11, surface(ink.light)),
		...both(circle(21, -24, 15, skin)),
		ellipse(0, -2, wide, 24, skin),
		...both(circle(21, -25, 10, surface(paper)), circle(21, -25, 5.5, detail(night)), ellipse(10, 37, 7, 6, skin)),
		path('M-26 0 Q0 12 26 0 Q22 16 0 17 Q-22 16 -26 0 Z', detail(ink.rim)),
	];
}

function turtle(ink: Ink, random: Random): Mark[] {
	const skin = body(ink.light, ink.rim);
	const top = short(between(random, -44, -34));
	const whole = [
		...[-20, 18].map(x => box(x, 10, 16, 24, 7, skin)),
		path('M32 16 L46 24 L32 26 Z', skin),
		ellipse(-34, -3, 12, 13, skin),
		path('M-34 6 L-16 8 L-16 24 L-24 20 Z', skin),
		path(`M-28 18 C-26 ${top} 36 ${top} 40 18 Q6 28 -28 18 Z`, body(ink.middle, ink.rim)),
		...[path('M-4 -10 L16 -10 L20 4 L6 12 L-8 4 Z', surface(ink.dark)), circle(29, 6, 6, surface(ink.dark))],
		circle(-17, 6, 6, surface(ink.dark)),
		circle(-38, -6, 4, detail(seen(ink))),
	];
	return placed(whole, 0, -5, 0, 1);
}

function snake(ink: Ink, random: Random): Mark[] {
	const bend = between(random, 26, 40);
	const [near, far] = [short(bend), short(-bend)];
	const coil = `M36 34 C20 44 0 36 -12 36 C${far} 36 ${far} 10 -12 10 L12 10 C${near} 10 ${near} -20 10 -20 L-10 -20`;
	return [
		path('M-28 -20 L-40 -18 L-45 -24 M-40 -18 L-44 -12', stroke('#d8333f', '#d8333f', 2)),
		path(coil, stroke(ink.middle, ink.rim, 14)),
		...[-14, 4, 18].map((x, at) => ellipse(x, at === 2 ? 37 : at === 1 ? 10 : 36, 4.5, 4, surface(ink.dark))),
		path('M-34 -20 C-34 -36 -10 -40 4 -30 L6 -12 C-10 -4 -34 -6 -34 -20 Z', body(ink.middle, ink.rim)),
		...[circle(-16, -25, 6, surface(paper)), circle(-17, -25, 3.5, detail(night))],
	];
}

function snail(ink: Ink, random: Random): Mark[] {
	const shell = between(random, 27, 31);
	const flesh = ink.name === 'beige' ? '#c9a06a' : '#ecd3a2';
	const slug = 'M-42 4 C-44 -10 -22 -10 -22 6 L-18 22 L30 24 Q44 30 46 38 L-26 38 C-38 36 -40 20 -42 4 Z';
	return [
		...[-38, -26].map((x, at) => path(`M${x + 1} 0 L${x - 3 + at * 5} -22`, stroke(flesh, creamRim, 4))),
		path(slug, body(flesh, creamRim)),
		circle(9, 2, shell, body(ink.middle, ink.rim)),
		path('M9 4 C2 2 6 -10 15 -5 C27 2 18 20 4 17 C-16 12 -8 -18 12 -17', stroke(ink.dark, ink.rim, 4)),
		...[-41, -24].map(x => circle(x, -24, 4.5, detail(night))),
	];
}

function monkey(ink: Ink, random: Random): Mark[] {
	const fur = body(ink.middle, ink.rim);
	const bare = ink.name === 'beige' ? '#fff3dc' : '#f1c99b';
	const ear = between(random, 11, 14);
	return [
		path('M14 34 C44 44 50 16 38 14 C30 14 32 24 38 24', stroke(ink.middle, ink.rim, 6)),
		...both(path('M16 14 Q30 20 24 34', stroke(ink.middle, ink.rim, 8)), ellipse(13, 40, 11, 5, fur)),
		ellipse(0, 26, 20, 17, fur),
		ellipse(0, 29, 11, 11, surface(bare)),
		...both(circle(31, -12, ear, fur), circle(31, -12, ear - 6, surface(bare))),
		ellipse(0, -15, 29, 27, fur),
		path('M0 -24 C6 -36 26 -30 20 -12 C26 2 14 10 0 10 C-14 10 -26 2 -20 -12 C-26 -30 -6 -36 0 -24 Z', surface(bare)),
		...both(circle(9, -16, 4.5, detail(night))),
		path('M-11 -3 Q0 1 11 -3 Q8 6 0 6 Q-8 6 -11 -3 Z', detail('#9c4a3f')),
	];
}

function hedgehog(ink: Ink, random: Random): Mark[] {
	const count = Math.round(between(random, 7, 9));
	const spines = Array.from({ length: 2 * count + 1 }, (_, at): Point => {
		const [angle, radius] = [Math.PI * (0.92 + (at / count) * 0.56), at % 2 ? 46 : 34];
		return [5 + 0.9 * radius * Math.cos(angle), 16 + radius * Math.sin(angle)];
	});
	const face = ink.name === 'beige' ? '#c9a06a' : '#f1d9b2';
	return [
		...[-14, 22].map(x => ellipse(x, 35, 9, 5, body(face, creamRim))),
		path('M-44 18 C-36 2 -24 -6 -10 -10 L14 34 L-32 34 C-40 34 -46 26 -44 18 Z', body(face, creamRim)),
		polygon([...spines, [8, 34], [-14, 34], [-10, 20]], body(ink.middle, ink.rim)),
		...[-2, 12, 26].map(x => path(`M${x} 4 L${x + 8} 6 L${x} 16 Z`, surface(ink.light))),
		...[5, 20].map(x => path(`M${x} -14 L${x + 8} -11 L${x} -2 Z`, surface(ink.light))),
		...[circle(-25, 12, 4.8, detail(night)), circle(-43, 19, 6, detail(night))],
	];
}

/** Marks and their mirror images. */
function both(...marks: Mark[]): Mark[] {
	return [...marks, ...mirrored(marks)];
}

function eyes(ink: Ink, x: number, y: number, radius: number): Mark[] {
	return both(circle(x, y, radius, detail(seen(ink))));
}

/** The colour of an eye that is seen on this ink. */
function seen(ink: Ink): string {
	return ink.name === 'black' ? paper : night;
}

/** The colour of bellies and muzzles. */
function pale(ink: Ink): string {
	return ink.name === 'white' ? ink.dark : cream;
}

/** An oval of curls. */
function curly(count: number, x: number, y: number, across: number, down: number, paint: Paint): Mark {
	const points = around(count, [1]).map(([right, low]): Point => [x + right * across, y + low * down]);
	const curl = short((1.1 * Math.PI * (across + down)) / 2 / count);
	const [start] = points as [Point];
	const arcs = [...points.slice(1), start].map(
		([right, low]) => `A${curl} ${curl} 0 0 1 ${short(right)} ${short(low)}`,
	);
	return path(`M${short(start[0])} ${short(start[1])} ${arcs.join(' ')} Z`, paint);
}
