/** Birds, and the bat. */
import { night, paper, type Ink } from '../inks.ts';
import { body, circle, detail, ellipse, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { glow, lit, pale, scarletRim, seen, shaded, solid } from './paints.ts';
import { both } from './parts.ts';

export const wingedAnimals: readonly Noun[] = [
	{ name: 'bird', also: ['songbird', 'sparrow'], usual: 'blue', draw: bird },
	{ name: 'owl', also: ['owlet'], usual: 'brown', draw: owl },
	{ name: 'duck', also: ['duckling'], usual: 'yellow', draw: duck },
	{ name: 'chicken', also: ['hen', 'rooster'], usual: 'white', draw: chicken },
	{ name: 'penguin', also: ['baby penguin'], usual: 'black', draw: penguin },
	{ name: 'bat', also: ['vampire bat'], usual: 'black', draw: bat },
];

const bill = '#f39a2b';
const billRim = '#a35f0c';

function bird(ink: Ink, random: Random): Mark[] {
	const wing = [path('M-14 -10 C4 -18 24 -6 26 14 C10 20 -14 14 -14 -10 Z', shaded(ink))];
	const tail = short(between(random, -28, -16));
	return [
		...[-6, 6].map(x => path(`M${x} 26 L${x} 42 L${x - 7} 42`, stroke(bill, billRim, 3))),
		path(`M16 4 L45 ${tail} L46 -4 L26 20 Z`, shaded(ink)),
		path('M-26 -16 L-45 -8 L-26 -2 Z', body(bill, billRim)),
		path('M-14 -38 C8 -40 10 -18 22 -8 C36 6 26 32 0 32 C-26 32 -34 10 -31 -12 C-32 -26 -26 -37 -14 -38 Z', solid(ink)),
		path('M-28 6 C-16 2 -4 14 4 30 C-16 34 -27 22 -28 6 Z', surface(pale(ink))),
		...placed(wing, 0, 4, between(random, -14, 8), 1),
		circle(-16, -20, 4.8, detail(seen(ink))),
	];
}

function owl(ink: Ink, random: Random): Mark[] {
	const tuft = short(between(random, -46, -40));
	const beak = body(bill, billRim);
	return [
		...both(ellipse(10, 40, 8, 4.5, beak)),
		path(
			`M-28 ${tuft} Q0 -30 28 ${tuft} Q36 -20 32 4 C32 30 18 41 0 41 C-18 41 -32 30 -32 4 Q-36 -20 -28 ${tuft} Z`,
			solid(ink),
		),
		ellipse(0, 22, between(random, 15, 19), 16, surface(pale(ink))),
		...both(path('M28 -6 C44 6 42 28 26 36 C20 24 22 8 28 -6 Z', shaded(ink))),
		...both(circle(13, -14, 14, lit(ink)), circle(13, -14, 9.5, surface(paper))),
		...both(circle(12, -14, 5.5, detail(night)), path('M2 20 L12 20 L7 27 Z', surface(ink.dark))),
		path('M-6 -9 L6 -9 L0 5 Z', beak),
	];
}

function duck(ink: Ink, random: Random): Mark[] {
	const tail = short(between(random, -12, -1));
	const back = `M-20 -40 C0 -42 10 -24 0 -10 C-4 -2 4 3 12 3 C24 3 34 -2 43 ${tail} C50 22 36 38 4 38 `;
	const breast = 'C-32 38 -44 20 -31 -3 C-44 -16 -38 -39 -20 -40 Z';
	const wing = [path('M-10 8 C6 2 26 6 34 12 C30 28 2 34 -10 8 Z', shaded(ink))];
	return [
		path(
			'M-30 -26 C-40 -26 -46 -18 -46 -12 C-40 -6 -32 -8 -26 -10 Z',
			ink.name === 'orange' ? body('#d8442b', '#8a2413') : body(bill, billRim),
		),
		path(back + breast, solid(ink)),
		...placed(wing, 0, 2, between(random, -8, 4), 1),
		circle(-22, -23, 5, detail(seen(ink))),
	];
}

function chicken(ink: Ink, random: Random): Mark[] {
	const comb = ink.name === 'red' ? body('#f6b52e', billRim) : body('#dd3740', scarletRim);
	const tail = between(random, -6, 6);
	return [
		...[-6, 8].map(x => path(`M${x} 28 L${x} 43 L${x - 7} 43`, stroke(bill, billRim, 3))),
		...[-30, -21, -12].map((x, at) => circle(x, at === 1 ? -39 : -36, 6.5, comb)),
		...placed(
			[0, 1, 2].flatMap(at => placed([ellipse(0, -14, 7, 16, shaded(ink))], 0, 0, 10 + at * 26, 1)),
			24,
			-2,
			tail,
			1,
		),
		path('M-36 -22 L-46 -13 L-34 -10 Z', body(bill, billRim)),
		ellipse(-30, -5, 5, 7, comb),
		path(
			'M-22 -38 C-4 -38 -6 -18 4 -10 C14 -4 24 -10 34 -16 C46 12 30 34 4 34 C-26 34 -30 10 -34 -10 C-40 -26 -34 -38 -22 -38 Z',
			solid(ink),
		),
		path('M-4 4 C8 2 18 2 26 6 C22 22 0 26 -4 4 Z', lit(ink)),
		circle(-23, -22, 4.5, detail(seen(ink))),
	];
}

function penguin(ink: Ink, random: Random): Mark[] {
	const flipper = [ellipse(0, 14, 7, 18, shaded(ink))];
	const belly = surface(ink.name === 'white' ? ink.dark : paper);
	return [
		...both(ellipse(12, 40, 11, 5, body(bill, billRim))),
		...both(...placed(flipper, 24, -4, between(random, -40, -16), 1)),
		path('M0 -44 C26 -44 31 -18 31 6 C31 30 20 40 0 40 C-20 40 -31 30 -31 6 C-31 -18 -26 -44 0 -44 Z', solid(ink)),
		ellipse(0, 17, between(random, 18, 21), 21, belly),
		...both(ellipse(9, -18, 10, 11, belly), circle(9, -20, 4.8, detail(night))),
		path('M-9 -13 Q0 -18 9 -13 L0 -3 Z', body(bill, billRim)),
	];
}

function bat(ink: Ink, random: Random): Mark[] {
	const tip = short(between(random, -34, -22));
	return [
		...both(path(`M8 0 C16 -20 28 -26 40 ${tip} C48 -12 47 8 42 22 Q36 8 29 14 Q22 8 14 24 L4 22 Z`, solid(ink))),
		...both(path('M14 -34 L16 -12 L2 -20 Z', shaded(ink))),
		ellipse(0, 14, 12, 16, shaded(ink)),
		ellipse(0, -6, between(random, 17, 20), 16, lit(ink)),
		...both(
			circle(7.5, -8, 4.8, detail(ink.name === 'black' ? glow : night)),
			path('M2 2 L8 1 L5 10 Z', detail(paper)),
		),
	];
}
