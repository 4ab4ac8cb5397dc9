/** What an adventurer carries: bags, lights, maps and the like. */
import { cream, glass, glassRim, gold, goldRim, lamplight, night, paper, steel, type Ink } from '../inks.ts';
import { body, box, circle, detail, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { groove, lit, orange, orangeRim, shaded, solid } from './paints.ts';
import { both, points } from './parts.ts';

export const travelGear: readonly Noun[] = [
	{ name: 'backpack', also: ['rucksack', 'knapsack', 'school bag'], usual: 'green', draw: backpack },
	{ name: 'lantern', also: ['oil lamp', 'oil lantern'], usual: 'black', draw: lantern },
	{ name: 'torch', also: ['flaming torch'], plural: 'torches', usual: 'brown', draw: torch },
	{ name: 'candle', also: ['candlestick'], usual: 'white', draw: candle },
	{ name: 'map', also: ['treasure map', 'folded map'], usual: 'beige', draw: map },
	{ name: 'compass', also: ['navigation compass'], plural: 'compasses', usual: 'yellow', draw: compass },
	{ name: 'hourglass', also: ['sand timer', 'sandglass'], plural: 'hourglasses', usual: 'brown', draw: hourglass },
	{ name: 'feather', also: ['quill', 'plume'], usual: 'cyan', draw: feather },
];

const red = '#e02f35';

function backpack(ink: Ink, random: Random): Mark[] {
	const flap = short(between(random, -4, 4));
	const pocket = box(-44, 2, 18, 32, 8, shaded(ink));
	return [
		path('M-11 -34 V-38 Q-11 -44 0 -44 Q11 -44 11 -38 V-34', stroke(ink.dark, ink.rim, 7)),
		...both(pocket),
		path('M-34 40 V-10 Q-34 -36 0 -36 Q34 -36 34 -10 V40 Q34 44 28 44 H-28 Q-34 44 -34 40Z', solid(ink)),
		path(`M-34 ${flap} V-10 Q-34 -36 0 -36 Q34 -36 34 -10 V${flap} Q0 14 -34 ${flap}Z`, lit(ink)),
		box(-23, 16, 46, 22, 6, shaded(ink)),
		box(-5, -2, 10, 17, 3, body(gold, goldRim)),
	];
}

function lantern(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 25, 30);
	const post = box(wide - 5, -14, 9, 44, 0, solid(ink));
	const edge = short(wide + 7);
	return [
		circle(0, -33, 11, stroke(ink.dark, ink.rim, 6)),
		box(-wide, -14, 2 * wide, 44, 0, body(lamplight, goldRim)),
		path('M0 -10 C17 6 14 25 0 26 C-14 25 -17 6 0 -10Z', surface(orange)),
		...both(post),
		path(`M-10 -30 H10 Q${short(wide - 6)} -28 ${edge} -10 H-${edge} Q-${short(wide - 6)} -28 -10 -30Z`, solid(ink)),
		path(`M-${edge} 28 H${edge} V35 L${short(wide)} 45 H-${short(wide)} L-${edge} 35Z`, solid(ink)),
	];
}

function torch(ink: Ink, random: Random): Mark[] {
	const lean = short(between(random, -6, 6));
	const marks = [
		path(`M-17 -8 C-30 -26 -12 -32 ${lean} -54 C6 -40 32 -28 17 -8Z`, body(orange, orangeRim)),
		path('M-9 -8 C-13 -20 -2 -24 1 -36 C5 -26 13 -20 9 -8Z', surface(lamplight)),
		path('M-9 4 H9 L7 58 H-7Z', solid(ink)),
		box(-16, -14, 32, 26, 5, solid(ink)),
		path('M-16 -6 L16 -12 V-4 L-16 2Z', surface(ink.dark)),
		box(-11, 44, 22, 12, 4, shaded(ink)),
	];
	return placed(marks, 0, -1, 30, 0.96);
}

function candle(ink: Ink, random: Random): Mark[] {
	const half = between(random, 14, 18);
	const edge = short(half);
	const drip = short(between(random, 2, 14));
	const wax = `M-${edge} 34 V-12 Q0 -20 ${edge} -12 V34Z`;
	return [
		path('M30 31 A7 7 0 1 1 33 38', stroke(ink.dark, ink.rim, 6)),
		path(wax, solid(ink)),
		path(
			`M-${edge} -11 Q0 -19 ${edge} -11 V${drip} Q${short(half - 4)} 14 ${short(half - 8)} ${drip} V2 Q-6 6 -${edge} -2Z`,
			surface(ink.light),
		),
		path('M0 -14 V-22', stroke(night, night, 4)),
		path('M0 -48 C16 -30 10 -20 0 -20 C-10 -20 -16 -30 0 -48Z', body(gold, goldRim)),
		path('M-36 28 H36 Q32 44 18 44 H-18 Q-32 44 -36 28Z', shaded(ink)),
	];
}

function map(ink: Ink, random: Random): Mark[] {
	const cross = 'M-9 -5 L-5 -9 L0 -4 L5 -9 L9 -5 L4 0 L9 5 L5 9 L0 4 L-5 9 L-9 5 L-4 0Z';
	const warm = ['red', 'brown', 'orange', 'magenta'].includes(ink.name);
	const aim = between(random, -14, -4);
	const way = points([-36, 14, -23, 4, -8, 10, 5, 2]);
	return [
		path('M-44 -36 L-15 -26 V38 L-44 28Z', solid(ink)),
		path('M-15 -26 L15 -36 V28 L-15 38Z', lit(ink)),
		path('M15 -36 L44 -26 V38 L15 28Z', solid(ink)),
		...way.map(([x, y]) => box(x, y, 9, 7, 3, groove(ink))),
		...placed([path(cross, detail(warm ? paper : red))], 28, aim, 0, 1.3),
	];
}

function compass(ink: Ink, random: Random): Mark[] {
	const pale = ink.name === 'white' || ink.name === 'beige';
	const needle = [
		path('M0 -23 L9 0 H-9Z', detail(ink.name === 'red' ? ink.dark : red)),
		path('M0 23 L9 0 H-9Z', surface(steel)),
	];
	return [
		circle(0, -38, 6, stroke(ink.dark, ink.rim, 6)),
		circle(0, 5, 38, solid(ink)),
		circle(0, 5, 25, surface(pale ? night : cream)),
		...placed(needle, 0, 5, pick(random, [45, -45]) + between(random, -20, 20), 1),
		circle(0, 5, 4, detail(ink.rim)),
	];
}

function hourglass(ink: Ink, random: Random): Mark[] {
	const level = short(between(random, -24, -16));
	const sides = 'M-24 -34 H24 C24 -12 6 -8 6 0 C6 8 24 12 24 34 H-24 C-24 12 -6 8 -6 0 C-6 -8 -24 -12 -24 -34Z';
	const post = box(26, -36, 8, 72, 0, shaded(ink));
	return [
		...both(post),
		path(sides, body(glass, glassRim)),
		path(
			`M-20 ${level} H20 Q16 -10 3 -2 V18 Q18 22 21 34 H-21 Q-18 22 -3 18 V-2 Q-16 -10 -20 ${level}Z`,
			surface(ink.light),
		),
		box(-40, -46, 80, 15, 5, solid(ink)),
		box(-40, 31, 80, 15, 5, solid(ink)),
	];
}

function feather(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 21, 27);
	const edge = short(wide);
	const notch = short(wide - 5);
	const right = `C${edge} -54 ${short(wide + 3)} -30 ${edge} -14 L8 -6 L${edge} -8 Q${edge} 6 ${notch} 10 L8 14 L${notch} 15 Q14 30 0 34`;
	const left = `Q-12 32 -${notch} 24 L-8 20 L-${edge} 17 Q-${edge} 2 -${edge} -4 L-8 -2 L-${edge} -12 C-${edge} -34 -14 -50 0 -64Z`;
	const marks = [
		path('M0 30 V60', stroke(ink.dark, ink.rim, 6)),
		path(`M0 -64 ${right} ${left}`, solid(ink)),
		path('M-2.5 36 L0 -40 L2.5 36Z', detail(ink.light)),
	];
	return placed(marks, 0, 1, 38, 0.94);
}
