/** Animals that live wild on land. */
import { creamRim, night, paper, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	polygon,
	short,
	stroke,
	surface,
	type Mark,
	type Point,
} from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, pale, seen, shaded, solid } from './paints.ts';
import { both, curly, eyes } from './parts.ts';

export const wildAnimals: readonly Noun[] = [
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

function fox(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
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
	const fur = solid(ink);
	const mane = between(random, 33, 36);
	return [
		path('M16 40 C36 42 40 34 39 28', stroke(ink.middle, ink.rim, 6)),
		circle(39, 23, 7, shaded(ink)),
		path('M-21 44 C-24 26 -16 14 0 14 C16 14 24 26 21 44 Z', fur),
		...both(ellipse(11, 41, 9, 5, lit(ink))),
		curly(11, 0, -8, mane, mane, shaded(ink)),
		...both(circle(19, -26, 7, fur)),
		circle(0, -7, 24, fur),
		...both(ellipse(6, 4, 8, 7, surface(pale(ink)))),
		path('M-7 -5 L7 -5 L0 4 Z', detail(night)),
		...eyes(ink, 10, -13, 4.5),
	];
}

function elephant(ink: Ink, random: Random): Mark[] {
	const hide = solid(ink);
	const end = short(between(random, 26, 40));
	return [
		path('M40 -4 L44 14', stroke(ink.dark, ink.rim, 4)),
		...[-2, 20].map(x => box(x, 12, 14, 30, 3, shaded(ink))),
		path('M-8 0 C-8 -30 42 -34 42 6 L42 42 L30 42 L28 22 L6 22 L4 42 L-10 42 Z', hide),
		path(`M-32 -8 C-42 6 -36 20 -34 26 C-32 38 -44 38 -43 ${end}`, stroke(ink.middle, ink.rim, 11)),
		circle(-19, -14, 22, hide),
		path('M-28 4 L-18 0 L-22 20 Q-30 22 -36 18 Q-28 14 -28 4 Z', body(paper, creamRim)),
		ellipse(-4, -13, between(random, 13, 16), between(random, 18, 22), lit(ink)),
		circle(-29, -17, 4, detail(seen(ink))),
	];
}

function frog(ink: Ink, random: Random): Mark[] {
	const skin = solid(ink);
	const wide = between(random, 35, 40);
	return [
		...both(ellipse(30, 24, 14, 18, shaded(ink)), ellipse(28, 39, 16, 6, skin)),
		ellipse(0, 26, 24, 18, skin),
		ellipse(0, 32, 16, 11, surface(ink.light)),
		...both(circle(21, -24, 15, skin)),
		ellipse(0, -2, wide, 24, skin),
		...both(circle(21, -25, 10, surface(paper)), circle(21, -25, 5.5, detail(night)), ellipse(10, 37, 7, 6, skin)),
		path('M-26 0 Q0 12 26 0 Q22 16 0 17 Q-22 16 -26 0 Z', detail(ink.rim)),
	];
}

function turtle(ink: Ink, random: Random): Mark[] {
	const skin = lit(ink);
	const top = short(between(random, -44, -34));
	const whole = [
		...[-20, 18].map(x => box(x, 10, 16, 24, 7, skin)),
		path('M32 16 L46 24 L32 26 Z', skin),
		ellipse(-34, -3, 12, 13, skin),
		path('M-34 6 L-16 8 L-16 24 L-24 20 Z', skin),
		path(`M-28 18 C-26 ${top} 36 ${top} 40 18 Q6 28 -28 18 Z`, solid(ink)),
		path('M-4 -10 L16 -10 L20 4 L6 12 L-8 4 Z', surface(ink.dark)),
		circle(29, 6, 6, surface(ink.dark)),
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
		path('M-34 -20 C-34 -36 -10 -40 4 -30 L6 -12 C-10 -4 -34 -6 -34 -20 Z', solid(ink)),
		circle(-16, -25, 6, surface(paper)),
		circle(-17, -25, 3.5, detail(night)),
	];
}

function snail(ink: Ink, random: Random): Mark[] {
	const shell = between(random, 27, 31);
	const flesh = ink.name === 'beige' ? '#c9a06a' : '#ecd3a2';
	const slug = 'M-42 4 C-44 -10 -22 -10 -22 6 L-18 22 L30 24 Q44 30 46 38 L-26 38 C-38 36 -40 20 -42 4 Z';
	return [
		...[-38, -26].map((x, at) => path(`M${x + 1} 0 L${x - 3 + at * 5} -22`, stroke(flesh, creamRim, 4))),
		path(slug, body(flesh, creamRim)),
		circle(9, 2, shell, solid(ink)),
		path('M9 4 C2 2 6 -10 15 -5 C27 2 18 20 4 17 C-16 12 -8 -18 12 -17', stroke(ink.dark, ink.rim, 4)),
		...[-41, -24].map(x => circle(x, -24, 4.5, detail(night))),
	];
}

function monkey(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
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
		polygon([...spines, [8, 34], [-14, 34], [-10, 20]], solid(ink)),
		...[-2, 12, 26].map(x => path(`M${x} 4 L${x + 8} 6 L${x} 16 Z`, surface(ink.light))),
		...[5, 20].map(x => path(`M${x} -14 L${x + 8} -11 L${x} -2 Z`, surface(ink.light))),
		circle(-25, 12, 4.8, detail(night)),
		circle(-43, 19, 6, detail(night)),
	];
}
