/** Insects, and the spider. */
import { glass, glassRim, night, paper, type Ink } from '../inks.ts';
import { body, box, circle, detail, ellipse, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { pale, seen, shaded, solid } from './paints.ts';
import { both } from './parts.ts';

export const bugs: readonly Noun[] = [
	{ name: 'butterfly', also: ['moth'], plural: 'butterflies', usual: 'magenta', draw: butterfly },
	{ name: 'bee', also: ['bumblebee', 'wasp'], usual: 'yellow', draw: bee },
	{ name: 'ladybug', also: ['ladybird', 'beetle'], usual: 'red', draw: ladybug },
	{ name: 'spider', also: ['tarantula'], usual: 'black', draw: spider },
	{ name: 'ant', also: ['termite'], usual: 'brown', draw: ant },
];

function butterfly(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, -46, -38));
	const spot = surface(ink.name === 'white' ? '#b9c6e4' : pale(ink));
	const wide = short(between(random, 30, 40));
	return [
		...both(path('M0 -22 Q6 -36 16 -42', stroke(night, night, 2))),
		...both(path(`M2 2 C20 -2 46 8 ${wide} 28 C28 48 6 36 2 12 Z`, shaded(ink))),
		...both(path(`M2 -8 C8 -36 30 ${high} 42 -34 C50 -20 42 6 2 8 Z`, solid(ink))),
		...both(circle(30, -22, 7, spot), circle(22, 22, 5.5, surface(ink.light)), circle(18, -9, 4, spot)),
		ellipse(0, 3, 5, 25, detail(night)),
		circle(0, -22, 6.5, detail(night)),
	];
}

function bee(ink: Ink, random: Random): Mark[] {
	const band = detail(ink.name === 'black' ? '#f5c83a' : night);
	const wing = [ellipse(0, -14, 9.5, 16, body(glass, glassRim))];
	return [
		path('M32 4 L46 12 L32 18 Z', body(night, night)),
		path('M-26 -6 Q-28 -20 -38 -22', stroke(night, night, 3)),
		...placed(wing, 12, -12, between(random, 22, 40), 1),
		...placed(wing, -4, -12, between(random, -20, -4), 1),
		ellipse(-2, 11, 37, between(random, 24, 28), solid(ink)),
		path('M-8 -13 Q-2 11 -8 35 L1 35 Q7 11 1 -13 Z', band),
		path('M14 -10 Q21 11 14 32 L22 27 Q28 11 22 -5 Z', band),
		circle(-25, 6, 5, detail(seen(ink))),
	];
}

function ladybug(ink: Ink, random: Random): Mark[] {
	const dark = detail(ink.name === 'black' ? '#e23a40' : night);
	const size = between(random, 6.5, 8);
	return [
		...both(path('M8 -28 Q12 -40 22 -42', stroke(night, night, 2))),
		...both(
			...[-6, 12, 28].map((y, at) =>
				path(`M26 ${y} L${at === 1 ? 44 : 40} ${y + at * 5 - 6}`, stroke(night, night, 3)),
			),
		),
		ellipse(0, -22, 19, 14, body('#2b2b33', '#0e0e12')),
		...both(circle(9, -25, 4, detail(paper))),
		ellipse(0, 10, between(random, 33, 37), 33, solid(ink)),
		box(-2.5, -22, 5, 64, 0, dark),
		...both(circle(16, -6, size, dark), circle(20, 16, size, dark)),
		...(chance(random, 0.5) ? both(circle(10, 31, 4.5, dark)) : []),
	];
}

function spider(ink: Ink, random: Random): Mark[] {
	const knee = short(between(random, -36, -28));
	const legs = [`M14 -6 L28 ${knee} L40 -30`, 'M20 0 L38 -14 L45 2', 'M20 8 L38 10 L43 28', 'M14 16 L26 26 L27 42'];
	return [
		...both(...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4)))),
		circle(0, -8, between(random, 25, 28), solid(ink)),
		...both(circle(10, -12, 8, surface(paper)), circle(9, -11, 4.5, detail(night))),
		...both(path('M1 6 L9 5 L5 14 Z', detail(paper))),
	];
}

function ant(ink: Ink, random: Random): Mark[] {
	const rear = between(random, -8, 8);
	const legs = ['M-8 8 L-18 22 L-28 32', 'M-2 10 L-4 24 L-10 34', 'M4 8 L16 22 L20 34'];
	return [
		...legs.map(leg => path(leg, stroke(ink.dark, ink.rim, 4))),
		path('M-30 -14 L-30 -28 L-42 -34', stroke(ink.dark, ink.rim, 3)),
		path('M-22 -16 L-18 -30 L-26 -38', stroke(ink.dark, ink.rim, 3)),
		...placed([ellipse(19, 0, 20, between(random, 14, 17), shaded(ink))], 6, 0, rear, 1),
		ellipse(-2, 2, 13, 10, solid(ink)),
		ellipse(-27, -4, 17, 15, solid(ink)),
		circle(-32, -6, 4.5, detail(seen(ink))),
	];
}
