/** Trees and flowers. */
import { gold, leaf, leafRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	polygon,
	short,
	stroke,
	type Mark,
	type Point,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, shaded, solid } from './paints.ts';
import { blade, both, bumpy, closed, points } from './parts.ts';

export const treesAndFlowers: readonly Noun[] = [
	{ name: 'tree', also: ['oak', 'oak tree'], usual: 'green', draw: tree },
	{ name: 'pine', also: ['fir', 'pine tree', 'fir tree', 'spruce'], usual: 'green', draw: pine },
	{ name: 'palm', also: ['palm tree'], usual: 'green', draw: palm },
	{ name: 'cactus', also: ['saguaro', 'desert cactus'], plural: 'cacti', usual: 'green', draw: cactus },
	{ name: 'flower', also: ['blossom', 'bloom'], usual: 'purple', draw: flower },
	{ name: 'tulip', also: ['tulip flower'], usual: 'red', draw: tulip },
	{ name: 'rose', also: ['rose flower'], usual: 'red', draw: rose },
	{ name: 'sunflower', also: ['sun flower'], usual: 'yellow', draw: sunflower },
];

function tree(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 28, 33);
	const crown = around(pick(random, [7, 8, 9]), [1]).map(([x, y]): Point => [x * wide, y * 27 - 10]);
	return [
		path('M-7 8 L-11 44 L11 44 L7 8 Z', body(wood, woodRim)),
		path(bumpy(closed(crown), 0.54), solid(ink)),
		path('M-26 -10 Q-22 -32 -4 -34 Q-16 -26 -19 -10 Q-22 -4 -26 -10 Z', detail(ink.light)),
		path('M24 -12 Q22 8 6 11 Q16 2 18 -10 Q21 -16 24 -12 Z', detail(ink.dark)),
	];
}

function pine(ink: Ink, random: Random): Mark[] {
	const half = between(random, 31, 38);
	const tier = (top: number, foot: number, wide: number, fill: string) =>
		path(`M0 ${top} L${short(wide)} ${foot} Q0 ${foot + 8} ${short(-wide)} ${foot} Z`, body(fill, ink.rim));
	return [
		box(-7, 26, 14, 19, 2, body(wood, woodRim)),
		tier(-16, 30, half, ink.dark),
		tier(-31, 10, half - 6, ink.middle),
		tier(-46, -10, half - 13, ink.light),
	];
}

function palm(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, -16, 4));
	const fronds = [-41, 12, 40, 12, -45, -14, 44, -14, -22, -38, 24, -38];
	const nut = body('#6b3f1d', woodRim);
	return [
		path(`M${foot} 42 Q-8 14 1 -12`, stroke(wood, woodRim, 9)),
		...points(fronds).map(([x, y]) => frond(x, y + between(random, -4, 4), ink)),
		circle(-5, -6, 5, nut),
		circle(7, -5, 5, nut),
	];
}

function cactus(ink: Ink, random: Random): Mark[] {
	const [left, right] = [short(between(random, -18, -6)), short(between(random, -28, -16))];
	const arms = `M-33 ${left} L-33 6 Q-33 18 -21 18 L0 18 M33 ${right} L33 -2 Q33 10 21 10 L0 10`;
	const bloom = chance(random, 0.5) && ink.name !== 'pink' ? '#f77fb0' : gold;
	return [
		path(arms, stroke(ink.middle, ink.rim, 15)),
		box(-16, -35, 32, 80, 16, solid(ink)),
		...points([-5, -20, 6, -4, -5, 12, 6, 28]).map(([x, y]) => box(x - 2.3, y - 5, 4.6, 10, 2.3, detail(ink.dark))),
		polygon(
			around(10, [12, 6]).map(([x, y]): Point => [x, y - 34]),
			body(bloom, '#8a4a3a'),
		),
	];
}

function flower(ink: Ink, random: Random): Mark[] {
	const petals = around(pick(random, [5, 6]), [25]).map(([x, y]): Point => [x, y - 12]);
	const heart = ink.name === 'yellow' || ink.name === 'orange' ? wood : gold;
	return [
		path(`M0 0 Q${short(between(random, -7, 7))} 24 0 44`, stroke(leaf, leafRim, 6)),
		...blade(1, 40, -38, 28, 13),
		...blade(-1, 40, -142, 28, 13),
		path(bumpy(closed(petals), 0.54), solid(ink)),
		circle(0, -12, between(random, 9, 12), detail(heart)),
	];
}

function tulip(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 28, 34));
	const cup = `M-26 -42 Q-14 -36 -11 -28 L0 -45 L11 -28 Q14 -36 26 -42 C${wide} -8 22 8 0 8 C-22 8 -${wide} -8 -26 -42 Z`;
	const blades = path('M1 44 C-10 34 -32 30 -34 6 C-20 8 -2 20 1 44 Z', body(leaf, leafRim));
	return [
		path('M0 4 L0 43', stroke(leaf, leafRim, 6)),
		...both(blades),
		path(cup, solid(ink)),
		path('M0 -45 C18 -28 16 -4 0 8 C-16 -4 -18 -28 0 -45 Z', lit(ink)),
	];
}

function rose(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 29, 33));
	return [
		path(`M0 10 Q${short(between(random, -5, 5))} 28 0 44`, stroke(leaf, leafRim, 6)),
		...blade(1, 38, -32, 34, 15),
		...blade(-1, 32, -148, 30, 14),
		path(`M-${wide} -28 C-36 4 -16 15 0 15 C16 15 36 4 ${wide} -28 Z`, shaded(ink)),
		ellipse(0, -26, 28, 18, solid(ink)),
		ellipse(1, -27, 17, 11, lit(ink)),
		ellipse(0, -27, 7, 4.5, detail(ink.dark)),
		path(`M-${wide} -28 C-38 8 -14 16 2 15 C12 8 14 -2 10 -8 C-8 -4 -24 -12 -${wide} -28 Z`, solid(ink)),
		path(`M${wide} -28 C38 6 18 16 0 15 C-8 6 0 -6 10 -8 C18 -10 26 -16 ${wide} -28 Z`, lit(ink)),
	];
}

function sunflower(ink: Ink, random: Random): Mark[] {
	const count = pick(random, [11, 12, 13]);
	const petals = around(2 * count, [37, 25]).map(([x, y]): Point => [x, y - 8]);
	return [
		path('M0 10 L0 44', stroke(leaf, leafRim, 6)),
		...blade(1, 42, -30, 28, 13),
		...blade(-1, 42, -150, 28, 13),
		polygon(petals, solid(ink)),
		circle(0, -8, between(random, 13, 15), body('#5e3719', '#38200d')),
		...around(6, [8]).map(([x, y]) => circle(x, y - 8, 2.2, detail('#a8713c'))),
	];
}

function frond(x: number, y: number, ink: Ink): Mark {
	const over = `Q${short(x * 0.6)} ${short(y - 24)} ${x} ${short(y)}`;
	return path(`M1 -14 ${over} Q${short(x * 0.55)} ${short(y + 1)} 1 -6 Z`, solid(ink));
}
