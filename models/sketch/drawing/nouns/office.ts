/** Things on a desk, in a school bag and in an office. */
import { cream, creamRim, glass, gold, goldRim, night, paper, steel, steelRim, type Ink } from '../inks.ts';
import { body, box, detail, path, placed, stroke, surface, type Mark } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { contrast, hole, lit, orange, shaded, solid } from './paints.ts';

export const office: readonly Noun[] = [
	{ name: 'book', also: ['novel', 'closed book'], usual: 'red', draw: book },
	{ name: 'notebook', also: ['spiral notebook', 'notepad', 'exercise book'], usual: 'blue', draw: notebook },
	{ name: 'pencil', also: ['lead pencil'], usual: 'yellow', draw: pencil },
	{ name: 'pen', also: ['fountain pen', 'ink pen'], usual: 'blue', draw: pen },
	{ name: 'ruler', also: ['measuring ruler'], usual: 'yellow', draw: ruler },
	{ name: 'folder', also: ['file folder', 'directory'], usual: 'yellow', draw: folder },
	{ name: 'document', also: ['text document', 'file', 'text file'], usual: 'blue', draw: document },
	{ name: 'calendar', also: ['schedule', 'calendar page'], usual: 'red', draw: calendar },
	{ name: 'chart', also: ['bar chart', 'graph', 'bar graph'], usual: 'blue', draw: chart },
	{ name: 'trash can', also: ['trash', 'garbage can', 'dustbin', 'rubbish bin'], usual: 'gray', draw: trashCan },
	{ name: 'briefcase', also: ['business case', 'office bag'], usual: 'brown', draw: briefcase },
	{ name: 'paperclip', also: ['paper clip', 'attachment'], usual: 'gray', draw: paperclip },
	{ name: 'calculator', also: ['pocket calculator'], usual: 'gray', draw: calculator },
	{ name: 'newspaper', also: ['newspaper page', 'news'], usual: 'white', draw: newspaper },
];

function book(ink: Ink, random: Random): Mark[] {
	const half = between(random, 31, 36);
	const gilt = detail(metal(ink));
	const titles = [box(-8, -26, 30, 8, 2, gilt), box(-3, -12, 20, 6, 2, gilt)];
	return [
		box(-half, -44, 2 * half, 88, 8, shaded(ink)),
		box(8 - half, 26, 2 * half - 9, 11, 2, body(cream, creamRim)),
		box(-half, -44, 2 * half, 72, 6, solid(ink)),
		box(1.5 - half, -42, 13, 70, 4, surface(ink.dark)),
		...(chance(random, 0.5) ? titles : [path('M7 -29 L22 -9 L7 11 L-8 -9 Z', gilt)]),
	];
}

function notebook(ink: Ink, random: Random): Mark[] {
	const half = between(random, 30, 34);
	const label = between(random, 14, 20);
	return [
		box(6 - half, -44, 2 * half, 88, 7, solid(ink)),
		box(16 - label, -30, 2 * label - 8, 20, 2, surface(ink.name === 'white' ? ink.dark : paper)),
		...[-34, -15, 4, 23].map(y => box(-half - 5, y, 24, 10, 5, body(steel, steelRim))),
	];
}

function pencil(ink: Ink, random: Random): Mark[] {
	const half = near(random, 11, 14);
	const tip = `M${-half} 24 H${half} L0 56 Z`;
	const parts = [
		box(-half, -55, 2 * half, 18, 5, body('#f39ab0', '#a8546c')),
		box(-half, -44, 2 * half, 10, 0, body(steel, steelRim)),
		path(tip, body(cream, creamRim)),
		path('M-5.5 43 H5.5 L0 56 Z', detail(night)),
		box(-half, -34, 2 * half, 60, 0, solid(ink)),
		box(-half / 3, -32, (2 * half) / 3, 56, 0, surface(ink.light)),
	];
	return placed(parts, 0, 0, 45, 1);
}

function pen(ink: Ink, random: Random): Mark[] {
	const ring = between(random, -14, -4);
	const barrel = 'M-14 -46 Q-14 -56 0 -56 Q14 -56 14 -46 V16 L9 32 H-9 L-14 16 Z';
	const parts = [
		path('M-9 31 H9 L0 58 Z', body(steel, steelRim)),
		path(barrel, solid(ink)),
		box(-14, ring, 28, 7, 0, surface(metal(ink))),
		box(7, -46, 9, 32, 4, body(metal(ink), goldRim)),
		box(-9, 28, 18, 7, 0, surface(ink.dark)),
	];
	return placed(parts, 0, 0, 45, 1);
}

function ruler(ink: Ink, random: Random): Mark[] {
	const half = between(random, 15, 19);
	const ticks = [-36, -24, -12, 0, 12, 24, 36];
	const tick = (x: number, at: number) => box(x - 2.5, -half, 5, at % 2 ? 9 : 16, 0, detail(contrast(ink)));
	return placed([box(-48, -half, 96, 2 * half, 3, solid(ink)), ...ticks.map(tick)], 0, 0, -42, 1);
}

function folder(ink: Ink, random: Random): Mark[] {
	const tab = near(random, -14, 0);
	const top = near(random, -14, -6);
	return [
		path(`M-42 -32 Q-42 -37 -37 -37 H${tab - 8} L${tab} -27 H42 V34 H-42 Z`, shaded(ink)),
		box(-34, -22, 68, 40, 2, body(paper, ink.rim)),
		path(`M-44 ${top} H44 L41 34 Q40 38 36 38 H-36 Q-40 38 -41 34 Z`, solid(ink)),
	];
}

function document(ink: Ink, random: Random): Mark[] {
	const half = near(random, 31, 36);
	const last = between(random, 20, 44);
	const line = (y: number, width: number) => box(-22, y, width, 7, 3, detail(contrast(ink)));
	return [
		path(`M${-half} -44 H${half - 23} L${half} -21 V44 H${-half} Z`, solid(ink)),
		path(`M${half - 23} -44 L${half} -21 H${half - 23} Z`, lit(ink)),
		line(-26, 20),
		line(-9, 44),
		line(8, 44),
		line(25, last),
	];
}

function calendar(ink: Ink, random: Random): Mark[] {
	const marked = pick(random, [2, 5, 6, 8]);
	const day = (at: number) => {
		const fill = at === marked ? ink.rim : contrast(ink);
		return box(-33 + 18.5 * (at % 4), -6 + 16 * Math.floor(at / 4), 11, 11, 2, detail(fill));
	};
	return [
		box(-42, -36, 84, 79, 8, solid(ink)),
		box(-40.5, -34.5, 81, 20, 6, surface(ink.dark)),
		...[-26, 16].map(x => box(x, -45, 10, 20, 5, body(steel, steelRim))),
		...Array.from({ length: between(random, 10, 13) }, (_, at) => day(at)),
	];
}

function chart(ink: Ink, random: Random): Mark[] {
	const bar = (x: number, high: number, fill: string) => box(x, 38 - high, 18, high, 2, body(fill, ink.rim));
	return [
		bar(-28, between(random, 20, 32), ink.light),
		bar(-4, between(random, 42, 54), ink.middle),
		bar(20, between(random, 64, 78), ink.dark),
		path('M-40 -42 V40 H42', stroke(ink.middle, ink.rim, 5)),
	];
}

function trashCan(ink: Ink, random: Random): Mark[] {
	const foot = near(random, 21, 27);
	return [
		path('M-11 -34 V-42 H11 V-34', stroke(ink.dark, ink.rim, 6)),
		path(
			`M-32 -24 H32 L${foot} 40 Q${foot - 1} 44 ${foot - 5} 44 H${5 - foot} Q${1 - foot} 44 ${-foot} 40 Z`,
			solid(ink),
		),
		...[-16, -2.5, 11].map(x => box(x, -12, 5, 44, 2, hole(ink))),
		box(-39, -35, 78, 14, 5, shaded(ink)),
	];
}

function briefcase(ink: Ink, random: Random): Mark[] {
	const half = near(random, 13, 18);
	const high = between(random, 56, 62);
	const handle = `M${-half} -20 V-34 Q${-half} -38 ${4 - half} -38 H${half - 4} Q${half} -38 ${half} -34 V-20`;
	return [
		path(handle, stroke(ink.dark, ink.rim, 6)),
		box(-44, -22, 88, high, 9, solid(ink)),
		box(-42.5, 0, 85, 8, 0, surface(ink.dark)),
		box(-9, -4, 18, 17, 3, body(metal(ink), goldRim)),
	];
}

function paperclip(ink: Ink, random: Random): Mark[] {
	const top = near(random, -26, -20);
	const wire = `M9 -16 V14 A9 9 0 0 1 -9 14 V${top} A18 18 0 0 1 27 ${top} V16 A27 27 0 0 1 -27 16 V-18`;
	return placed([path(wire, stroke(ink.middle, ink.rim, 7))], 0, 0, between(random, 24, 44), 0.98);
}

function calculator(ink: Ink, random: Random): Mark[] {
	const half = between(random, 31, 36);
	const step = (2 * half - 16) / 3;
	const key = (column: number, row: number) =>
		box(10 - half + step * column, -11 + 17 * row, step - 4, 12, 2, detail(column === 2 ? accent(ink) : contrast(ink)));
	return [
		box(-half, -45, 2 * half, 90, 8, solid(ink)),
		box(9 - half, -37, 2 * half - 18, 18, 3, surface(glass)),
		...[0, 1, 2].flatMap(row => [0, 1, 2].map(column => key(column, row))),
	];
}

function newspaper(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 24, 30);
	const print = detail(contrast(ink));
	return [
		path('M20 -20 H40 Q45 -20 45 -15 V32 Q45 41 36 41 H20 Z', shaded(ink)),
		path('M-45 -41 H30 V33 Q30 41 38 41 H-38 Q-45 41 -45 34 Z', solid(ink)),
		box(-36, -31, 57, 11, 1, print),
		box(-36, -12, wide, 26, 1, body(glass, ink.rim)),
		...[-11, -1, 9].map(y => box(wide - 29, y, 50 - wide, 5, 0, print)),
		...[20, 30].map(y => box(-36, y, 57, 5, 0, print)),
	];
}

/** Gives a number in halves, which stays short in a path. */
function near(random: Random, low: number, high: number): number {
	return Math.round(2 * between(random, low, high)) / 2;
}

function metal(ink: Ink): string {
	return ['yellow', 'orange', 'beige'].includes(ink.name) ? ink.rim : gold;
}

function accent(ink: Ink): string {
	return ink.name === 'orange' ? night : orange;
}
