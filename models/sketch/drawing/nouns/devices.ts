/** Electric and electronic devices. */
import { cream, glass, lamplight, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	polyline,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { contrast, groove, lit, shaded, solid } from './paints.ts';
import { points } from './parts.ts';

export const devices: readonly Noun[] = [
	{ name: 'computer', also: ['desktop computer', 'monitor', 'pc'], usual: 'gray', draw: computer },
	{ name: 'laptop', also: ['notebook computer', 'laptop computer'], usual: 'gray', draw: laptop },
	{ name: 'phone', also: ['smartphone', 'mobile phone', 'cell phone'], usual: 'black', draw: phone },
	{ name: 'camera', also: ['photo camera', 'digital camera'], usual: 'black', draw: camera },
	{ name: 'microphone', also: ['mic'], usual: 'gray', draw: microphone },
	{ name: 'speaker', also: ['loudspeaker', 'speaker box'], usual: 'black', draw: speaker },
	{ name: 'headphones', also: ['headset', 'earphones'], plural: 'headphones', usual: 'black', draw: headphones },
	{ name: 'gamepad', also: ['game controller', 'controller', 'joypad'], usual: 'purple', draw: gamepad },
	{ name: 'television', also: ['tv', 'television set', 'telly'], usual: 'brown', draw: television },
	{ name: 'radio', also: ['radio set', 'transistor radio'], usual: 'red', draw: radio },
	{ name: 'battery', also: ['battery cell'], plural: 'batteries', usual: 'green', draw: battery },
	{ name: 'light bulb', also: ['lightbulb', 'bulb', 'idea'], usual: 'yellow', draw: lightBulb },
	{ name: 'chip', also: ['microchip', 'processor', 'cpu'], usual: 'green', draw: chip },
	{ name: 'server', also: ['server rack', 'database server'], usual: 'blue', draw: server },
	{ name: 'keyboard', also: ['computer keyboard'], usual: 'gray', draw: keyboard },
	{ name: 'printer', also: ['printing machine'], usual: 'gray', draw: printer },
];

function computer(ink: Ink, random: Random): Mark[] {
	const half = between(random, 39, 44);
	const foot = short(between(random, 22, 30));
	return [
		path('M-11 16 H11 L14 38 H-14 Z', shaded(ink)),
		path(`M-${foot} 44 Q-${foot} 34 -14 34 H14 Q${foot} 34 ${foot} 44 Z`, solid(ink)),
		box(-half, -42, 2 * half, 64, 6, solid(ink)),
		box(11 - half, -32, 2 * half - 22, 36, 2, surface(screen(ink, random))),
		path(`M${short(17 - half)} -27 h22 l-16 24 h-6 Z`, shine(paper)),
		circle(0, 13, 4, detail(contrast(ink))),
	];
}

function laptop(ink: Ink, random: Random): Mark[] {
	const top = between(random, -38, -32);
	return [
		box(-35, top, 70, 20 - top, 6, solid(ink)),
		box(-25, top + 9, 50, -2 - top, 2, surface(screen(ink, random))),
		path('M-35 16 H35 L45 33 Q45 38 40 38 H-40 Q-45 38 -45 33 Z', lit(ink)),
		path('M-11 26 H11 L13 33 H-13 Z', detail(ink.dark)),
	];
}

function phone(ink: Ink, random: Random): Mark[] {
	const half = between(random, 24, 28);
	return [
		box(-half, -45, 2 * half, 90, 10, solid(ink)),
		box(9 - half, -31, 2 * half - 18, 54, 2, surface(screen(ink, random))),
		box(-8, -41, 16, 5, 2, detail(contrast(ink))),
		circle(0, 34, 5.5, detail(contrast(ink))),
	];
}

function camera(ink: Ink, random: Random): Mark[] {
	const lens = between(random, 19, 23);
	return [
		path('M-20 -20 L-13 -38 H13 L20 -20 Z', shaded(ink)),
		box(-39, -29, 16, 12, 3, shaded(ink)),
		box(-44, -23, 88, 60, 9, solid(ink)),
		circle(0, 8, lens, body(steel, ink.rim)),
		circle(0, 8, lens - 8, detail(night)),
		circle(-4, 3, 4, shine(paper)),
		box(25, -15, 12, 9, 2, surface(lamplight)),
	];
}

function microphone(ink: Ink, random: Random): Mark[] {
	const half = between(random, 16, 20);
	const bar = (y: number) => box(6 - half, y, 2 * half - 12, 5, 2, groove(ink));
	return [
		path('M-29 -12 V-4 A29 29 0 0 0 29 -4 V-12 M0 25 V40 M-18 40 H18', stroke(ink.dark, ink.rim, 7)),
		box(-half, -46, 2 * half, 60, half, solid(ink)),
		...[-30, -18, -6].map(bar),
	];
}

function speaker(ink: Ink, random: Random): Mark[] {
	const half = between(random, 28, 33);
	const cone = (y: number, radius: number) => [
		circle(0, y, radius, body(ink.name === 'black' ? steelRim : night, ink.rim)),
		circle(0, y, radius * 0.42, detail(steel)),
	];
	return [box(-half, -45, 2 * half, 90, 7, solid(ink)), ...cone(16, half - 10), ...cone(-25, 11.5)];
}

function headphones(ink: Ink, random: Random): Mark[] {
	const high = between(random, 32, 38);
	const band = `M-33 12 V0 A33 ${short(high)} 0 0 1 33 0 V12`;
	return [
		path(band, stroke(ink.middle, ink.rim, 9)),
		...[-27, 15].map(x => box(x, 7, 12, 30, 5, shaded(ink))),
		...[-45, 23].map(x => box(x, 2, 22, 40, 9, solid(ink))),
	];
}

function gamepad(ink: Ink, random: Random): Mark[] {
	const low = short(between(random, 32, 40));
	const right = `H24 C40 -27 48 10 45 24 C43 ${low} 30 ${low} 23 23 C19 15 16 13 10 13`;
	const left = `H-10 C-16 13 -19 15 -23 23 C-30 ${low} -43 ${low} -45 24 C-48 10 -40 -27 -24 -27`;
	const paint = detail(contrast(ink));
	const buttons = chance(random, 0.5) ? points([22, -14, 22, 4, 13, -5, 31, -5]) : points([16, 1, 29, -9]);
	return [
		path(`M-24 -27 ${right} ${left} Z`, solid(ink)),
		path('M-26 -17 h8 v8 h8 v8 h-8 v8 h-8 v-8 h-8 v-8 h8 Z', paint),
		...buttons.map(([x, y]) => circle(x, y, buttons.length > 2 ? 4.5 : 6, paint)),
	];
}

function television(ink: Ink, random: Random): Mark[] {
	const spread = between(random, 16, 26);
	return [
		polyline(points([-spread, -43, 0, -22, spread, -43]), stroke(steel, steelRim, 4)),
		path('M-26 32 L-30 42 M26 32 L30 42', stroke(wood, woodRim, 5)),
		box(-45, -25, 90, 60, 9, solid(ink)),
		box(-35, -15, 50, 40, 10, surface(screen(ink, random))),
		path('M-26 -8 h18 l-14 20 h-4 Z', shine(paper)),
		...[-8, 9].map(y => circle(30, y, 5.5, detail(contrast(ink)))),
	];
}

function radio(ink: Ink, random: Random): Mark[] {
	const needle = between(random, 10, 28);
	return [
		path('M28 -18 L40 -44', stroke(steel, steelRim, 4)),
		box(-44, -20, 88, 60, 9, solid(ink)),
		circle(-19, 10, 20, shaded(ink)),
		...[-1, 10, 21].map(y => box(-29, y - 3, 20, 5, 2, detail(contrast(ink)))),
		box(7, -11, 30, 17, 2, surface(cream)),
		box(needle, -11, 5, 17, 0, detail(ink.rim)),
		...[14, 31].map(x => circle(x, 24, 6.5, detail(contrast(ink)))),
	];
}

function battery(ink: Ink, random: Random): Mark[] {
	const half = between(random, 23, 29);
	return [
		box(-11, -46, 22, 16, 3, body(steel, steelRim)),
		box(-half, -37, 2 * half, 82, 7, solid(ink)),
		box(2 - half, -35, 2 * half - 4, 20, 4, surface(ink.dark)),
		path('M-5 -3 h10 v11 h11 v10 h-11 v11 h-10 v-11 h-11 v-10 h11 Z', detail(contrast(ink))),
	];
}

function lightBulb(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 30, 35));
	const bulb = `M-14 20 C-14 8 -${wide} 2 -${wide} -15 A${wide} 30 0 0 1 ${wide} -15 C${wide} 2 14 8 14 20 Z`;
	return [
		path('M-8 34 H8 L4 45 H-4 Z', body(steelRim, steelRim)),
		path(bulb, solid(ink)),
		polyline(points([-7, 18, -11, -8, 0, 0, 11, -8, 7, 18]), stroke(contrast(ink), ink.dark, 4)),
		ellipse(-18, -24, 5, 7, shine(ink.light)),
		...[19, 28].map(y => box(-14, y, 28, 10, 4, body(steel, steelRim))),
	];
}

function chip(ink: Ink, random: Random): Mark[] {
	const half = between(random, 28, 32);
	const core = between(random, 11, 15);
	const pins = [-20, -4.5, 11];
	return [
		...pins.map(y => box(-45, y, 90, 9, 2, body(steel, steelRim))),
		...pins.map(x => box(x, -45, 9, 90, 2, body(steel, steelRim))),
		box(-half, -half, 2 * half, 2 * half, 5, solid(ink)),
		box(-core, -core, 2 * core, 2 * core, 3, surface(ink.light)),
		circle(9 - half, 9 - half, 4, detail(contrast(ink))),
	];
}

function server(ink: Ink, random: Random): Mark[] {
	const half = between(random, 35, 42);
	const unit = (y: number) => [
		box(-half, y, 2 * half, 27, 6, solid(ink)),
		...[14, 27].map(x => circle(x - half, y + 13.5, 5, detail(x === 14 ? light(ink) : lamplight))),
		box(half - 34, y + 10, 24, 7, 3, groove(ink)),
	];
	return [-44, -13.5, 17].flatMap(unit);
}

function keyboard(ink: Ink, random: Random): Mark[] {
	const high = between(random, 26, 29);
	const key = (x: number, y: number, width: number) => box(x, y, width, 12, 2, surface(ink.light));
	const row = (y: number) => [-38, -22.4, -6.8, 8.8, 24.4].map(x => key(x, y, 13));
	return [
		box(-45, -high, 90, 2 * high, 6, shaded(ink)),
		...row(6 - high),
		...row(-6),
		key(-38, high - 18, 13),
		key(-22, high - 18, 44),
		key(25, high - 18, 13),
	];
}

function printer(ink: Ink, random: Random): Mark[] {
	const sheet = body(cream, ink.name === 'white' ? steelRim : ink.rim);
	const half = between(random, 18, 23);
	return [
		box(-half, -44, 2 * half, 30, 2, sheet),
		box(-44, -24, 88, 50, 8, solid(ink)),
		box(-32, 6, 64, 8, 3, surface(ink.dark)),
		box(-half - 3, 10, 2 * half + 6, 32, 2, sheet),
		...[20, 30].map(y => box(-half + 4, y, 2 * half - 8, 5, 0, groove(ink))),
		circle(31, -10, 5, detail(pick(random, ['#59e05f', '#ff5a4d']))),
	];
}

function light(ink: Ink): string {
	return ['green', 'lime'].includes(ink.name) ? '#e23b34' : '#6fe04a';
}

function screen(ink: Ink, random: Random): string {
	const dark = chance(random, 0.4);
	return dark && ink.name !== 'black' ? '#33415c' : glass;
}
