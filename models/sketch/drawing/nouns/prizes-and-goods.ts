/** What is won, rung, thrown, stored or worn. */
import { gold, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	mirrored,
	path,
	placed,
	polygon,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { groove, isPale, lit, shaded, solid } from './paints.ts';
import { both, points } from './parts.ts';

export const prizesAndGoods: readonly Noun[] = [
	{ name: 'orb', also: ['crystal ball', 'magic orb'], usual: 'purple', draw: orb },
	{ name: 'trophy', also: ['trophy cup', 'winners cup'], plural: 'trophies', usual: 'yellow', draw: trophy },
	{ name: 'medal', also: ['medallion'], usual: 'yellow', draw: medal },
	{ name: 'flag', also: ['banner'], usual: 'red', draw: flag },
	{ name: 'bell', also: ['hand bell', 'notification bell'], usual: 'yellow', draw: bell },
	{ name: 'dice', also: ['die', 'game dice'], plural: 'dice', usual: 'white', draw: dice },
	{ name: 'barrel', also: ['cask', 'keg'], usual: 'brown', draw: barrel },
	{ name: 'crate', also: ['wooden crate', 'wooden box'], usual: 'brown', draw: crate },
	{ name: 'necklace', also: ['pendant', 'amulet'], usual: 'blue', draw: necklace },
	{ name: 'mask', also: ['theatre mask', 'theater mask'], usual: 'white', draw: mask },
	{ name: 'gem', also: ['jewel', 'gemstone', 'cut gem'], usual: 'blue', draw: gem },
	{ name: 'ticket', also: ['admission ticket', 'raffle ticket'], usual: 'orange', draw: ticket },
];

function orb(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 32, 36);
	const glint = polygon(around(8, [11, 3.5]), detail(paper));
	return [
		path('M-22 24 H22 L32 44 H-32Z', body(gold, goldRim)),
		circle(0, -8, radius, solid(ink)),
		path('M-26 0 Q-12 14 4 4 T28 4 Q22 20 0 22 Q-20 20 -26 0Z', surface(ink.dark)),
		ellipse(-13, -24, 8, 6, shine(ink.light)),
		...placed([glint], between(random, 6, 14), -14, 0, 1),
	];
}

function trophy(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 25, 29);
	const edge = short(wide);
	const star = polygon(around(10, [13, 5.5]), detail(ink.name === 'white' ? gold : paper));
	return [
		path(`M-${edge} -32 H-40 Q-42 -4 -18 -2 M${edge} -32 H40 Q42 -4 18 -2`, stroke(ink.dark, ink.rim, 7)),
		path('M-6 4 H6 L9 30 H-9Z', shaded(ink)),
		path(`M-${edge} -42 H${edge} Q${edge} 10 0 14 Q-${edge} 10 -${edge} -42Z`, solid(ink)),
		...placed([star], 0, -18, 0, 1),
		box(-24, 28, 48, 16, 3, solid(ink)),
	];
}

function medal(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 25, 29);
	const strap = path('M-30 -46 H-8 L10 -8 H-8Z', shaded(ink));
	const star = polygon(around(10, [14, 6]), detail(ink.name === 'white' ? gold : paper));
	return [
		...mirrored([strap]),
		strap,
		circle(0, 16, radius, solid(ink)),
		circle(0, 16, radius - 7, surface(ink.light)),
		...placed([star], 0, 16, 0, 1),
	];
}

function flag(ink: Ink, random: Random): Mark[] {
	const wave = between(random, 8, 15);
	const up = short(-34 - wave);
	const down = short(-34 + wave);
	return [
		path(`M-30 -36 C-12 ${up} 6 ${down} 42 -36 V8 C6 ${short(8 + wave)} -12 ${short(8 - wave)} -30 8Z`, solid(ink)),
		path(`M6 -32 C16 -30 28 -32 39 -34 V6 C28 9 16 11 6 9Z`, surface(ink.light)),
		path('M-32 -38 V44', stroke(wood, woodRim, 7)),
		circle(-32, -41, 6, body(gold, goldRim)),
	];
}

function bell(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 22, 27));
	return [
		circle(0, -38, 6, stroke(ink.dark, ink.rim, 6)),
		circle(0, 34, 10, shaded(ink)),
		path(
			`M0 -34 C${wide} -34 ${wide} -8 ${wide} 4 Q${wide} 16 38 24 V30 H-38 V24 Q-${wide} 16 -${wide} 4 C-${wide} -8 -${wide} -34 0 -34Z`,
			solid(ink),
		),
		path('M-12 -20 Q-17 -8 -15 10 H-8 Q-10 -8 -5 -24Z', shine(ink.light)),
		box(-38, 22, 76, 9, 4, surface(ink.dark)),
	];
}

function dice(ink: Ink, random: Random): Mark[] {
	const pip = detail(isPale(ink) ? night : paper);
	const spots = pick(random, [1, 2, 3]);
	const left = points([-30, -6, -20, 11, -10, 28]);
	const right = points([10, 6, 30, 18]);
	const top = points([0, -22, -17, -22, 17, -22]);
	return [
		path('M0 -45 L41 -23 L0 -1 L-41 -23Z', lit(ink)),
		path('M-41 -23 L0 -1 V46 L-41 24Z', solid(ink)),
		path('M41 -23 L0 -1 V46 L41 24Z', shaded(ink)),
		...(spots === 2 ? top.slice(1) : top.slice(0, spots)).map(([x, y]) => ellipse(x, y, 6.5, 4.5, pip)),
		...left.map(([x, y]) => ellipse(x, y, 4.5, 6, pip)),
		...right.map(([x, y]) => ellipse(x, y, 5, 6.5, pip)),
	];
}

function barrel(ink: Ink, random: Random): Mark[] {
	const bulge = between(random, 48, 58);
	const hoop = box(-16 - bulge * 0.34, -5, 32 + bulge * 0.68, 10, 3, body(steel, steelRim));
	const belly = short(bulge);
	return [
		path(`M-26 -40 H26 Q${belly} 0 26 43 H-26 Q-${belly} 0 -26 -40Z`, solid(ink)),
		path('M-11 -38 H-7 V40 H-11Z M7 -38 H11 V40 H7Z', surface(ink.dark)),
		...placed([hoop], 0, -22, 0, 1),
		...placed([hoop], 0, 24, 0, 1),
		ellipse(0, -40, 26, 6, shaded(ink)),
	];
}

function crate(ink: Ink, random: Random): Mark[] {
	const half = between(random, 36, 41);
	const brace = chance(random, 0.5) ? [45] : [45, -45];
	return [
		box(-half, -half, 2 * half, 2 * half, 2, shaded(ink)),
		...brace.flatMap(turn => placed([box(-half - 8, -7, 2 * half + 16, 14, 0, lit(ink))], 0, 0, turn, 1)),
		...[-half, half - 14].map(x => box(x, -half, 14, 2 * half, 2, solid(ink))),
		...[-half, half - 14].map(y => box(-half, y, 2 * half, 14, 2, solid(ink))),
	];
}

function necklace(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 32, 37);
	const beads = Array.from({ length: 13 }, (_, at) => {
		const angle = ((at - 6) / 6) * 2.55;
		return circle(wide * Math.sin(angle), -14 + 27 * Math.cos(angle), 6.5, lit(ink));
	});
	return [
		...beads,
		path('M0 4 C18 18 20 46 0 46 C-20 46 -18 18 0 4Z', solid(ink)),
		ellipse(-4, 30, 4, 7, shine(paper)),
	];
}

function mask(ink: Ink, random: Random): Mark[] {
	const hole = detail(ink.name === 'black' ? steel : night);
	const grin = short(between(random, 26, 34));
	const eye = path('M8 -8 Q18 -20 28 -8 Q18 -2 8 -8Z', hole);
	const brow = path('M7 -19 Q18 -28 30 -18 L30 -23 Q18 -34 7 -24Z', surface(ink.dark));
	return [
		path('M-40 -36 Q0 -22 40 -36 Q44 18 20 38 Q0 50 -20 38 Q-44 18 -40 -36Z', solid(ink)),
		...both(eye, brow),
		path(`M-24 8 Q0 18 24 8 Q20 ${grin} 0 ${grin} Q-20 ${grin} -24 8Z`, hole),
	];
}

function gem(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 38, 44);
	const top = short(between(random, -38, -30));
	const edge = short(wide);
	return [
		path(`M${short(18 - wide)} ${top} H${short(wide - 18)} L${edge} -8 L0 43 L-${edge} -8Z`, solid(ink)),
		path('M-14 -8 H14 L0 40Z', surface(ink.light)),
		path(`M14 -8 H${short(wide - 3)} L0 40Z`, surface(ink.dark)),
		path(`M${short(21 - wide)} ${top} H-4 L-14 -8 H-${short(wide - 4)}Z`, shine(ink.light)),
	];
}

function ticket(ink: Ink, random: Random): Mark[] {
	const high = between(random, 22, 27);
	const edge = short(high);
	const star = polygon(around(10, [15, 6.5]), detail(ink.name === 'white' ? gold : paper));
	const stub = [-high + 5, -6, high - 14].map(y => box(16, y, 5, 10, 1, groove(ink)));
	const marks = [
		path(`M-45 -${edge} H45 V-9 A9 9 0 0 0 45 9 V${edge} H-45 V9 A9 9 0 0 0 -45 -9Z`, solid(ink)),
		...stub,
		...placed([star], -12, 1, 0, 1),
	];
	return placed(marks, 0, 0, -14, 1);
}
