/** What flies or floats: craft of the air, of space and of the water. */
import { cream, glass, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	mirrored,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { glazed, headlight, iron, lit, shaded, solid, windscreen } from './paints.ts';
import { both } from './parts.ts';

export const craft: readonly Noun[] = [
	{ name: 'airplane', also: ['plane', 'aeroplane', 'jet', 'aircraft'], usual: 'blue', draw: airplane },
	{ name: 'helicopter', also: ['copter'], usual: 'orange', draw: helicopter },
	{ name: 'rocket', also: ['rocket ship', 'spaceship', 'spacecraft'], usual: 'red', draw: rocket },
	{ name: 'ship', also: ['steamship', 'cruise ship', 'ocean liner', 'ferry'], usual: 'red', draw: ship },
	{ name: 'sailboat', also: ['sailing boat', 'boat', 'yacht'], usual: 'white', draw: sailboat },
	{ name: 'submarine', also: ['u-boat', 'submersible'], usual: 'yellow', draw: submarine },
	{ name: 'hot air balloon', also: ['hot-air balloon', 'air balloon'], usual: 'red', draw: hotAirBalloon },
	{ name: 'ufo', also: ['flying saucer', 'alien ship', 'alien spaceship'], usual: 'gray', draw: ufo },
];

function airplane(ink: Ink, random: Random): Mark[] {
	const swept = between(random, 10, 20);
	const side = [
		box(18, -6, 8, 18, 4, shaded(ink)),
		path(`M4 -14L50 ${short(swept)}V${short(swept + 11)}L4 14Z`, solid(ink)),
		path('M3 26L22 39V48L3 42Z', solid(ink)),
	];
	const marks = [
		...both(...side),
		path('M0 -52C9 -50 10 -34 10 -26L8 34L0 50L-8 34L-10 -26C-10 -34 -9 -50 0 -52Z', lit(ink)),
		path('M-7 -30Q-6 -42 0 -43Q6 -42 7 -30Q0 -34 -7 -30Z', detail(ink.name === 'black' ? steel : night)),
	];
	return placed(marks, 0, 0, pick(random, [-1, 1]) * between(random, 35, 55), 0.94);
}

function helicopter(ink: Ink, random: Random): Mark[] {
	const rotor = between(random, 36, 45);
	const skid = stroke(ink.name === 'black' ? steelRim : iron, ink.rim, 5);
	const marks = [
		path('M0 26V38M24 26V38M-14 38H38', skid),
		path('M-46 -24H-38L-34 -10L4 -8V14L-38 2Z', shaded(ink)),
		box(8, -34, 7, 18, 0, body(steel, steelRim)),
		path('M-10 6C-10 -22 14 -22 22 -20C38 -18 46 0 46 12C46 28 34 30 18 30C0 30 -10 22 -10 6Z', solid(ink)),
		path('M20 -14C34 -12 40 0 41 10H20Z', windscreen(ink)),
		box(0, -10, 13, 17, 3, windscreen(ink)),
		box(11 - rotor, -38, 2 * rotor, 6, 3, body(ink.rim, ink.rim)),
		circle(-40, -12, 8, body(steel, steelRim)),
		circle(-40, -12, 4, detail(ink.rim)),
	];
	return placed(marks, -3, 0, between(random, -6, 6), 0.95);
}

function rocket(ink: Ink, random: Random): Mark[] {
	const fin = [path(`M12 0L32 24L28 ${short(between(random, 30, 38))}L11 24Z`, shaded(ink))];
	const flame = short(between(random, 50, 62));
	const marks = [
		path(`M-11 24Q-12 38 0 ${flame}Q12 38 11 24Z`, body('#ff9d2e', '#c4561a')),
		path('M-5 26Q-5 36 0 42Q5 36 5 26Z', surface(headlight)),
		...both(...fin),
		path('M0 -48C24 -30 20 8 14 28H-14C-20 8 -24 -30 0 -48Z', solid(ink)),
		path('M0 -48C9 -41 14 -32 16 -22H-16C-14 -32 -9 -41 0 -48Z', shaded(ink)),
		circle(0, -6, 9, body(ink.name === 'white' ? '#8fc3e4' : glass, ink.rim)),
	];
	return placed(marks, 0, -2, between(random, 0, 45), 0.95);
}

function ship(ink: Ink, random: Random): Mark[] {
	const high = between(random, -42, -36);
	const white = body(ink.name === 'white' ? '#b9c7d8' : paper, ink.rim);
	return [
		...pick(random, [[-21, 1], [-24, -7, 10], [-10]]).map(x => box(x, high, 13, 30, 1, shaded(ink))),
		box(-28, -16, 54, 18, 2, white),
		box(-36, -4, 70, 14, 2, white),
		...[-26, -12, 2, 16].map(x => circle(x + 4, 2.5, 3.2, detail(ink.name === 'white' ? night : ink.rim))),
		path('M-46 8H46Q42 32 28 42H-34Q-44 30 -46 8Z', solid(ink)),
		path('M-41 26H38Q34 36 27 40H-33Q-38 36 -41 26Z', surface(ink.dark)),
		...[-28, -10, 8].map(x => circle(x, 17, 4, detail(ink.name === 'white' ? ink.rim : ink.light))),
	];
}

function sailboat(ink: Ink, random: Random): Mark[] {
	const belly = between(random, 34, 44);
	const marks = [
		box(-5, -46, 5, 70, 0, body(wood, woodRim)),
		path(`M2 -44Q${short(belly)} -16 40 16H2Z`, solid(ink)),
		path(`M-8 -36Q-14 -4 ${short(6 - belly)} 16H-8Z`, shaded(ink)),
		path('M-44 22H46Q38 44 24 44H-26Q-38 44 -44 22Z', body(ink.name === 'brown' ? cream : wood, woodRim)),
		path('M-42 22H45L43 29H-40Z', surface(ink.middle)),
	];
	return chance(random, 0.5) ? marks : mirrored(marks);
}

function submarine(ink: Ink, random: Random): Mark[] {
	const high = between(random, 20, 25);
	const port = [-12, 8, 28];
	return [
		path('M2 -20V-40H16', stroke(ink.dark, ink.rim, 7)),
		...[-1, 1].map(side => ellipse(-41, 10 + side * 10, 5, 10, shaded(ink))),
		path('M-16 -4L-10 -26H18L24 -4Z', shaded(ink)),
		ellipse(4, 12, 42, high, solid(ink)),
		...port.map(x => circle(x, 8, 7, glazed(ink))),
		path('M-34 22Q4 42 42 22Q34 30 24 33Q4 39 -16 33Q-28 30 -34 22Z', shine(ink.dark)),
	];
}

function hotAirBalloon(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 33, 38);
	const gore = (half: number) =>
		`M0 -46C${short(-half * 1.35)} -46 ${short(-half * 1.3)} -4 ${short(-half / 3)} 20H${short(half / 3)}C${short(half * 1.3)} -4 ${short(half * 1.35)} -46 0 -46Z`;
	return [
		path('M-9 18L-7 32M9 18L7 32', stroke(wood, woodRim, 4)),
		box(-11, 30, 22, 15, 3, body(ink.name === 'brown' ? cream : wood, woodRim)),
		path(gore(wide), solid(ink)),
		path(gore(wide * 0.6), surface(ink.light)),
		path(gore(wide * 0.24), surface(ink.dark)),
	];
}

function ufo(ink: Ink, random: Random): Mark[] {
	const dome = between(random, -38, -32);
	const light = ink.name === 'yellow' ? '#e0483e' : headlight;
	const marks = [
		...(chance(random, 0.5) ? [path('M-12 8L-26 44H26L12 8Z', surface('#f3efa0'))] : []),
		path(`M-22 -4C-22 ${short(dome)} 22 ${short(dome)} 22 -4Z`, body('#9be3df', ink.rim)),
		ellipse(0, 4, 46, 17, solid(ink)),
		ellipse(0, -3, 30, 9, surface(ink.light)),
		...[-30, -11, 11, 30].map(x => circle(x, 11 - (x / 30) ** 2 * 5, 4.5, detail(light))),
	];
	return placed(marks, 0, -2, between(random, -10, 10), 1);
}
