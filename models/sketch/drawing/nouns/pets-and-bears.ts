/** Pets, and the bears that toys are made of. */
import { leaf, leafRim, night, paper, type Ink } from '../inks.ts';
import { body, box, circle, detail, ellipse, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, pale, seen, shaded, solid } from './paints.ts';
import { both, eyes } from './parts.ts';

export const petsAndBears: readonly Noun[] = [
	{ name: 'cat', also: ['kitten', 'kitty'], usual: 'orange', draw: cat },
	{ name: 'dog', also: ['puppy', 'hound'], usual: 'brown', draw: dog },
	{ name: 'rabbit', also: ['bunny', 'hare'], usual: 'white', draw: rabbit },
	{ name: 'mouse', also: ['rat'], plural: 'mice', usual: 'gray', draw: mouse },
	{ name: 'bear', also: ['grizzly', 'bear cub'], usual: 'brown', draw: bear },
	{ name: 'panda', also: ['panda bear'], usual: 'white', draw: panda },
];

const rose = '#ee8f9d';
const roseRim = '#a8525f';

function cat(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
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
	const fur = solid(ink);
	const ear = short(between(random, 4, 14));
	return [
		path('M14 36 C32 38 42 28 40 14', stroke(ink.middle, ink.rim, 8)),
		path('M-22 44 C-26 16 -14 6 0 6 C14 6 26 16 22 44 Z', fur),
		path('M-20 16 Q0 28 20 16 L21 23 Q0 35 -21 23 Z', surface(ink.name === 'red' ? '#3b6fd6' : '#d8433f')),
		path('M-24 -36 C-12 -46 12 -46 24 -36 C36 -10 28 18 0 18 C-28 18 -36 -10 -24 -36 Z', fur),
		...both(path(`M18 -40 C40 -46 50 -12 42 ${ear} C34 12 27 4 28 -10 Z`, shaded(ink))),
		ellipse(0, 13, 6, 9, surface(rose)),
		ellipse(0, 2, between(random, 14, 17), 11, surface(pale(ink))),
		ellipse(0, -4, 7.5, 5.5, detail(night)),
		...eyes(ink, 12, -18, 5),
	];
}

function rabbit(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
	const ear = [ellipse(0, -20, 9, 22, fur), ellipse(0, -20, 4.5, 14, surface(rose))];
	const lean = between(random, 4, 20);
	return [
		...placed(ear, 10, -6, lean, between(random, 0.92, 1.05)),
		...placed(ear, -10, -6, -lean, between(random, 0.92, 1.05)),
		ellipse(0, 31, 23, 14, fur),
		...both(ellipse(14, 40, 11, 6, lit(ink))),
		ellipse(0, 6, 28, 22, fur),
		box(-4.5, 15, 9, 9, 1, surface(paper)),
		path('M-6 8 L6 8 L0 15 Z', detail(rose)),
		...eyes(ink, 13, 2, 5),
	];
}

function mouse(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
	const ear = between(random, 15, 19);
	const back = short(between(random, -24, -14));
	return [
		path('M26 30 C58 34 30 2 43 -22', stroke(rose, roseRim, 5)),
		circle(-20, -12, ear - 4, shaded(ink)),
		...[-16, 16].map(x => ellipse(x, 35, 10, 5, body(rose, roseRim))),
		path(`M-44 22 C-36 4 -20 -8 0 -14 C28 ${back} 38 6 34 34 L-30 34 C-40 34 -44 30 -44 22 Z`, fur),
		circle(-4, -16, ear, fur),
		circle(-4, -16, ear - 7, surface(rose)),
		circle(-25, 10, 5, detail(seen(ink))),
		circle(-42, 21, 5.5, detail(rose)),
	];
}

function bear(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
	const arm = placed([ellipse(0, 8, 9, 16, fur)], 23, 10, between(random, -60, -30), 1);
	return [
		...both(circle(24, -34, 11, fur), circle(24, -34, 5.5, surface(pale(ink)))),
		...both(...arm, ellipse(17, 38, 13, 8, shaded(ink))),
		ellipse(0, 24, between(random, 24, 28), 20, fur),
		ellipse(0, 26, 15, 12, surface(ink.light)),
		ellipse(0, -14, between(random, 30, 34), 26, fur),
		ellipse(0, -4, 15, 12, surface(pale(ink))),
		ellipse(0, -9, 7, 5, detail(night)),
		...eyes(ink, 14, -19, 4.5),
	];
}

function panda(ink: Ink, random: Random): Mark[] {
	const fur = solid(ink);
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
		...both(...placed([ellipse(0, 0, 8, 10, patch)], 14, -14, -30, 1)),
		...both(circle(13, -15, 3.5, detail(ink.name === 'black' ? night : paper))),
		ellipse(0, -3, 6, 4.5, patch),
	];
}
