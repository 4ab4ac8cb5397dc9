/** What drives over roads, rails and fields. */
import { goldRim, night, paper, steel, steelRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, path, short, stroke, surface, type Mark, type Paint } from '../marks.ts';
import { between, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { brass, glazed, headlight, iron, lit, shaded, solid, windscreen } from './paints.ts';
import { wheel } from './parts.ts';

export const roadAndRail: readonly Noun[] = [
	{ name: 'car', also: ['automobile', 'sedan', 'auto'], usual: 'red', draw: car },
	{ name: 'truck', also: ['lorry', 'delivery truck', 'delivery van'], usual: 'blue', draw: truck },
	{ name: 'bus', also: ['school bus', 'minibus', 'city bus'], plural: 'buses', usual: 'yellow', draw: bus },
	{ name: 'bicycle', also: ['bike', 'pushbike'], usual: 'red', draw: bicycle },
	{ name: 'motorcycle', also: ['motorbike', 'motor bike'], usual: 'black', draw: motorcycle },
	{ name: 'train', also: ['locomotive', 'steam train', 'steam engine'], usual: 'green', draw: train },
	{ name: 'tractor', also: ['farm tractor'], usual: 'green', draw: tractor },
];

function car(ink: Ink, random: Random): Mark[] {
	const top = between(random, -34, -28);
	const back = between(random, -30, -22);
	const roof = `L${short(back + 12)} ${short(top)}H16L34 -8Q46 -6 46 8V24H-46V4Q-46 -8 ${short(back)} -8Z`;
	return [
		path(`M${short(back)} -8${roof}`, solid(ink)),
		path(`M${short(back + 9)} -8L${short(back + 16)} ${short(top + 7)}H-2V-8Z`, windscreen(ink)),
		path(`M4 -8V${short(top + 7)}H13L24 -8Z`, windscreen(ink)),
		box(-44, 10, 88, 6, 0, surface(ink.dark)),
		...[-25, 25].flatMap(x => wheel(x, 24, 13, ink)),
		circle(40, 3, 4.5, detail(ink.name === 'yellow' ? paper : headlight)),
	];
}

function truck(ink: Ink, random: Random): Mark[] {
	const top = between(random, -40, -34);
	const split = between(random, 8, 13);
	return [
		box(-46, 18, 90, 9, 2, body(ink.rim, ink.rim)),
		box(-46, top, split + 43, 22 - top, 2, solid(ink)),
		path(`M${short(split)} 22V-20H30Q34 -20 37 -14L44 0Q46 3 46 8V22Z`, shaded(ink)),
		path(`M${short(split + 7)} -12H29L36 2H${short(split + 7)}Z`, windscreen(ink)),
		box(-39, top + 7, split + 29, 7, 0, surface(ink.light)),
		...[-26, 27].flatMap(x => wheel(x, 27, 12.5, ink)),
	];
}

function bus(ink: Ink, random: Random): Mark[] {
	const top = between(random, -40, -34);
	return [
		box(-46, top, 92, 28 - top, 8, solid(ink)),
		...[-39, -20, -1].map(x => box(x, top + 9, 15, 19, 2, windscreen(ink))),
		box(20, top + 9, 17, 48, 2, windscreen(ink)),
		box(-45, 6, 62, 6, 0, surface(ink.name === 'black' ? steelRim : ink.rim)),
		...[-26, 15].flatMap(x => wheel(x, 28, 12, ink)),
		circle(41.5, 16, 4, detail(ink.name === 'yellow' ? paper : headlight)),
	];
}

function bicycle(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 18, 21);
	const seat = between(random, -22, -16);
	const tube = detail(ink.middle);
	const grip = detail(ink.name === 'black' ? steelRim : iron);
	return [
		...[-26, 26].map(x => ring(x, 17, radius, radius - 5, body(ink.middle, ink.dark))),
		bar(-26, 17, -4, 17, tube),
		bar(-26, 17, -11, seat + 4, tube),
		bar(-4, 17, -14, seat - 6, tube),
		bar(-11, seat + 4, 17, seat + 4, tube),
		bar(-4, 17, 17, seat + 4, tube),
		bar(26, 17, 13, seat - 12, tube),
		box(-25, seat - 10, 22, 7, 3, grip),
		path(`M10 ${short(seat - 17)}H26V${short(seat - 11)}H10Z`, grip),
		circle(-4, 17, 6, detail(ink.dark)),
	];
}

function motorcycle(ink: Ink, random: Random): Mark[] {
	const tail = between(random, -22, -14);
	return [
		path('M-2 22H-40', stroke(steel, steelRim, 6)),
		...[-28, 29].flatMap(x => wheel(x, 21, 17, ink)),
		path('M29 21L13 -26', stroke(steel, steelRim, 6)),
		circle(0, 14, 11, body(steel, steelRim)),
		path(
			`M-46 ${short(tail)}Q-28 -2 -12 -8Q-8 -26 12 -24L24 -14L12 12H-14L-24 0Q-40 2 -46 ${short(tail)}Z`,
			solid(ink),
		),
		path('M12 14A20 20 0 0 1 46 12L40 16A14 14 0 0 0 18 18Z', solid(ink)),
		path('M-30 -9Q-18 -3 -11 -10Q-14 -16 -30 -15Z', body(ink.name === 'black' ? '#7a4a2a' : night, night)),
		path('M13 -26L8 -36H-2', stroke(ink.name === 'black' ? steel : iron, ink.rim, 5)),
		circle(25, -22, 7, body(headlight, ink.rim)),
	];
}

function train(ink: Ink, random: Random): Mark[] {
	const chimney = between(random, -42, -34);
	const boiler = between(random, -18, -13);
	return [
		path(`M16 ${short(boiler + 4)}V-24L10 ${short(chimney)}H36L30 -24V${short(boiler + 4)}Z`, shaded(ink)),
		circle(-2, boiler, 9, body(brass(ink), goldRim)),
		box(-24, boiler, 64, 34, 8, solid(ink)),
		path('M32 14L46 37H28Z', shaded(ink)),
		box(-43, -34, 30, 52, 0, solid(ink)),
		box(-46, -43, 36, 10, 3, shaded(ink)),
		box(-36, -26, 16, 18, 2, windscreen(ink)),
		box(-44, 14, 80, 10, 0, body(ink.rim, ink.rim)),
		...[-30, -2].flatMap(x => wheel(x, 28, 14, ink)),
		...wheel(22, 32, 9.5, ink),
	];
}

function tractor(ink: Ink, random: Random): Mark[] {
	const nose = between(random, 40, 45);
	const roof = between(random, -46, -42);
	return [
		box(26, -30, 6, 24, 0, body(ink.rim, ink.rim)),
		box(-30, roof + 4, 32, 44, 0, glazed(ink)),
		box(-36, roof, 44, 9, 3, solid(ink)),
		path(`M-30 -6H${short(nose - 6)}Q${short(nose)} -6 ${short(nose)} 0V24H-30Z`, solid(ink)),
		path('M-46 14A26 26 0 0 1 6 14Z', shaded(ink)),
		...[8, 18].map(x => box(x + 6, 1, 4, 14, 0, detail(ink.rim))),
		...wheel(-20, 20, 22, ink),
		circle(-20, 20, 12, lit(ink)),
		circle(-20, 20, 4, detail(ink.rim)),
		...wheel(29, 29, 13, ink),
	];
}

/** Draws a straight bar six units thick. */
function bar(x: number, y: number, toX: number, toY: number, paint: Paint): Mark {
	const long = Math.hypot(toX - x, toY - y);
	const [acrossX, acrossY] = [(-3 * (toY - y)) / long, (3 * (toX - x)) / long];
	const near = `M${short(x + acrossX)} ${short(y + acrossY)}L${short(x - acrossX)} ${short(y - acrossY)}`;
	return path(
		`${near}L${short(toX - acrossX)} ${short(toY - acrossY)}L${short(toX + acrossX)} ${short(toY + acrossY)}Z`,
		paint,
	);
}

/** Draws a hoop, hollow so that the sheet is seen through it. */
function ring(x: number, y: number, outer: number, inner: number, paint: Paint): Mark {
	const turn = (radius: number, sweep: number) => {
		const half = (to: number) => `A${short(radius)} ${short(radius)} 0 0 ${sweep} ${short(to)} ${y}`;
		return `M${short(x - radius)} ${y}${half(x + radius)}${half(x - radius)}Z`;
	};
	return path(turn(outer, 1) + turn(inner, 0), paint);
}
