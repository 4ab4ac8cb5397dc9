/** What else grows, or has grown, in woods and fields. */
import { cream, creamRim, paper, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, shaded, solid } from './paints.ts';
import { both, bumpy, points, tipped } from './parts.ts';

export const woodsAndFields: readonly Noun[] = [
	{ name: 'leaf', also: ['tree leaf', 'single leaf'], plural: 'leaves', usual: 'green', draw: leaf },
	{ name: 'clover', also: ['four-leaf clover', 'lucky clover', 'shamrock'], usual: 'green', draw: clover },
	{ name: 'bush', also: ['shrub', 'hedge'], plural: 'bushes', usual: 'green', draw: bush },
	{ name: 'mushroom', also: ['toadstool', 'fungus'], usual: 'red', draw: mushroom },
	{ name: 'acorn', also: ['oak nut'], usual: 'brown', draw: acorn },
	{ name: 'bamboo', also: ['bamboo stalk'], plural: 'bamboo stalks', usual: 'lime', draw: bamboo },
	{ name: 'seedling', also: ['sprout', 'sapling', 'young plant'], usual: 'lime', draw: seedling },
	{ name: 'log', also: ['wooden log', 'firewood', 'timber'], usual: 'brown', draw: log },
	{ name: 'stump', also: ['tree stump'], usual: 'brown', draw: stump },
	{ name: 'wheat', also: ['ear of wheat', 'grain'], plural: 'ears of wheat', usual: 'yellow', draw: wheat },
];

function leaf(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 44, 54));
	const blades = `M0 36 C-${wide} 18 -30 -26 0 -47 C30 -26 ${wide} 18 0 36 Z`;
	const vein = path('M0 24 L-22 8 L-19 4 L0 18 Z M0 6 L-19 -9 L-16 -13 L0 0 Z', detail(ink.dark));
	const marks = [
		path('M0 28 L0 47', stroke(ink.dark, ink.rim, 6)),
		path(blades, solid(ink)),
		path('M-2.5 36 L0 -36 L2.5 36 Z', detail(ink.dark)),
		...both(vein),
	];
	return placed(marks, 0, 0, between(random, 18, 42), 1);
}

function clover(ink: Ink, random: Random): Mark[] {
	const heart = 'M0 1 C-10 -8 -26 -18 -25 -30 C-24 -43 -4 -44 0 -31 C4 -44 24 -43 25 -30 C26 -18 10 -8 0 1 Z';
	const vein = path('M-2.3 -4 L0 -24 L2.3 -4 Z', detail(ink.dark));
	const lobe = [path(heart, solid(ink)), vein];
	const turn = between(random, 38, 52);
	return [
		path(`M0 -6 Q2 22 ${short(between(random, 6, 16))} 44`, stroke(ink.dark, ink.rim, 6)),
		...[0, 90, 180, 270].flatMap(at => placed(lobe, 0, -6, at + turn, 1)),
	];
}

function bush(ink: Ink, random: Random): Mark[] {
	const high = between(random, -16, -8);
	const crown = points([-36, 34, -37, 10, -22, high, 0, high - 9, 22, high, 37, 10, 36, 34]);
	const berry = chance(random, 0.5) && ink.name !== 'red' ? '#d8333b' : ink.light;
	return [
		path(bumpy(crown, 0.54), solid(ink)),
		path('M-34 12 Q-24 -6 -10 2 Q-22 4 -26 14 Q-30 20 -34 12 Z', detail(ink.dark)),
		path('M6 16 Q16 -4 30 6 Q18 8 14 18 Q10 24 6 16 Z', detail(ink.dark)),
		...points([0, -12, -14, 22, 28, 22, 20, -6]).map(([x, y]) => circle(x, y, 4.5, detail(berry))),
	];
}

function mushroom(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 38, 45));
	const size = between(random, 5.5, 7.5);
	const dots = ink.name === 'white' ? '#b9c0d0' : paper;
	return [
		path('M-13 2 L-16 38 Q0 48 16 38 L13 2 Z', body(cream, creamRim)),
		path(`M-${wide} 8 C-${wide} -60 ${wide} -60 ${wide} 8 Q0 18 -${wide} 8 Z`, solid(ink)),
		circle(-19, -12, size, detail(dots)),
		circle(7, -27, size, detail(dots)),
		circle(22, -5, size - 1, detail(dots)),
	];
}

function acorn(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 36, 40));
	const scales = points([-22, -14, -8, -21, 8, -12, 20, -18, -6, -7]);
	const marks = [
		path('M0 -28 Q0 -38 6 -44', stroke(ink.dark, ink.rim, 7)),
		path('M-30 -6 C-32 22 -10 34 0 46 C10 34 32 22 30 -6 Z', lit(ink)),
		path(`M-${wide} -4 C-${wide} -44 ${wide} -44 ${wide} -4 Q0 8 -${wide} -4 Z`, shaded(ink)),
		...scales.map(([x, y]) => ellipse(x, y, 4, 2.8, detail(ink.middle))),
		ellipse(-15, 12, 4, 8, shine(paper)),
	];
	return placed(marks, 0, 0, between(random, -6, 22), 1);
}

function bamboo(ink: Ink, random: Random): Mark[] {
	const joint = between(random, -18, -8);
	const piece = (x: number, top: number, foot: number, fill: string) =>
		box(x - 9, top, 18, foot - top, 4, body(fill, ink.rim));
	const twig = (x: number, y: number, turn: number) => tipped(x, y, turn, 25, 13, lit(ink));
	return [
		...twig(22, -6, -30),
		...twig(-25, joint, -150),
		piece(16, -26, joint + 12, ink.dark),
		piece(16, joint + 12, 24, ink.dark),
		piece(16, 24, 45, ink.dark),
		...twig(18, -26, -62),
		...twig(16, -26, -110),
		piece(-16, -45, joint - 4, ink.middle),
		piece(-16, joint - 4, 17, ink.middle),
		piece(-16, 17, 45, ink.middle),
	];
}

function seedling(ink: Ink, random: Random): Mark[] {
	const [left, right] = [short(between(random, -34, -24)), short(between(random, -46, -38))];
	return [
		path('M-26 45 Q-22 30 0 30 Q22 30 26 45 Z', body('#7a4a26', '#472811')),
		path('M0 2 Q2 18 0 33', stroke(ink.dark, ink.rim, 7)),
		path(`M1 6 C-8 ${left} -30 ${left} -45 -22 C-42 4 -22 16 1 6 Z`, solid(ink)),
		path(`M-1 4 C2 ${right} 28 ${right} 44 -38 C46 -8 26 10 -1 4 Z`, lit(ink)),
		path('M-6 3 Q-20 -10 -30 -14 Q-22 -4 -6 3 Z M5 -1 Q18 -20 31 -26 Q22 -10 5 -1 Z', detail(ink.dark)),
	];
}

function log(ink: Ink, random: Random): Mark[] {
	const high = between(random, 20, 25);
	const [top, foot] = [short(-high), short(high)];
	const marks = [
		path(`M6 ${top} L10 -36 L24 -38 L26 ${top} Z`, solid(ink)),
		path(`M-28 ${top} L32 ${top} C48 ${top} 48 ${foot} 32 ${foot} L-28 ${foot} Z`, solid(ink)),
		...points([-2, -9, 12, 2, -4, 12]).map(([x, y]) => box(x, y - 2.3, 22, 4.6, 2.3, detail(ink.dark))),
		ellipse(-28, 0, 16, high, lit(ink)),
		ellipse(-28, 0, 10, high * 0.62, detail(ink.dark)),
		ellipse(-28, 0, 6, high * 0.38, surface(ink.light)),
	];
	return placed(marks, 0, 4, between(random, -16, 4), 1);
}

function stump(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, -24, -16));
	const bark = `M-28 ${high} L-28 16 Q-31 34 -45 38 Q-24 44 -12 37 Q0 48 14 38 Q28 44 45 36 Q31 32 28 14 L28 ${high} Z`;
	return [
		path(bark, solid(ink)),
		...[-17, -2, 14].map((x, at) => box(x - 2.4, at * 4 - 2, 4.8, 22 - at * 2, 2.4, detail(ink.dark))),
		ellipse(0, Number(high), 28, 13, lit(ink)),
		ellipse(0, Number(high), 18, 8, detail(ink.dark)),
		ellipse(0, Number(high), 11.5, 4.5, surface(ink.light)),
	];
}

function wheat(ink: Ink, random: Random): Mark[] {
	const spread = between(random, 38, 48);
	const grain = (x: number, y: number, turn: number, fill: string) =>
		tipped(x, y, turn - 90, 33, 17, body(fill, ink.rim));
	const pairs = [28, 10, -8].flatMap(y => [...grain(-2, y, -spread, ink.middle), ...grain(2, y, spread, ink.light)]);
	const marks = [path('M0 -18 L0 45', stroke(ink.dark, ink.rim, 5)), ...grain(0, -13, 0, ink.middle), ...pairs];
	return placed(marks, 0, 0, between(random, -14, 16), 1);
}
