/** What people ride in or on: over land, over water, through the air and beyond. */
import { cream, glass, gold, goldRim, type Ink, night, paper, steel, steelRim, wood, woodRim } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	type Mark,
	mirrored,
	type Paint,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
} from '../marks.ts';
import { between, chance, pick } from '../random.ts';
import type { Noun } from './noun.ts';

export const vehicles: readonly Noun[] = [
	{
		name: 'car',
		also: ['automobile', 'sedan', 'auto'],
		usual: 'red',
		draw: (ink, random) => {
			const top = between(random, -34, -28);
			const back = between(random, -30, -22);
			const roof = `L${short(back + 12)} ${short(top)}H16L34 -8Q46 -6 46 8V24H-46V4Q-46 -8 ${short(back)} -8Z`;
			return [
				path(`M${short(back)} -8${roof}`, body(ink.middle, ink.rim)),
				path(`M${short(back + 9)} -8L${short(back + 16)} ${short(top + 7)}H-2V-8Z`, pane(ink)),
				path(`M4 -8V${short(top + 7)}H13L24 -8Z`, pane(ink)),
				box(-44, 10, 88, 6, 0, surface(ink.dark)),
				...[-25, 25].flatMap(x => wheel(x, 24, 13, ink)),
				circle(40, 3, 4.5, detail(ink.name === 'yellow' ? paper : '#ffe27a')),
			];
		},
	},
	{
		name: 'truck',
		also: ['lorry', 'delivery truck', 'delivery van'],
		usual: 'blue',
		draw: (ink, random) => {
			const top = between(random, -40, -34);
			const split = between(random, 8, 13);
			return [
				box(-46, 18, 90, 9, 2, body(ink.rim, ink.rim)),
				box(-46, top, split + 43, 22 - top, 2, body(ink.middle, ink.rim)),
				path(`M${short(split)} 22V-20H30Q34 -20 37 -14L44 0Q46 3 46 8V22Z`, body(ink.dark, ink.rim)),
				path(`M${short(split + 7)} -12H29L36 2H${short(split + 7)}Z`, pane(ink)),
				box(-39, top + 7, split + 29, 7, 0, surface(ink.light)),
				...[-26, 27].flatMap(x => wheel(x, 27, 12.5, ink)),
			];
		},
	},
	{
		name: 'bus',
		also: ['school bus', 'minibus', 'city bus'],
		plural: 'buses',
		usual: 'yellow',
		draw: (ink, random) => {
			const top = between(random, -40, -34);
			return [
				box(-46, top, 92, 28 - top, 8, body(ink.middle, ink.rim)),
				...[-39, -20, -1].map(x => box(x, top + 9, 15, 19, 2, pane(ink))),
				box(20, top + 9, 17, 48, 2, pane(ink)),
				box(-45, 6, 62, 6, 0, surface(ink.name === 'black' ? steelRim : ink.rim)),
				...[-26, 15].flatMap(x => wheel(x, 28, 12, ink)),
				circle(41.5, 16, 4, detail(ink.name === 'yellow' ? paper : '#ffe27a')),
			];
		},
	},
	{
		name: 'bicycle',
		also: ['bike', 'pushbike'],
		usual: 'red',
		draw: (ink, random) => {
			const radius = between(random, 18, 21);
			const seat = between(random, -22, -16);
			const tube = detail(ink.middle);
			const grip = detail(ink.name === 'black' ? steelRim : '#4a4a55');
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
		},
	},
	{
		name: 'motorcycle',
		also: ['motorbike', 'motor bike'],
		usual: 'black',
		draw: (ink, random) => {
			const tail = between(random, -22, -14);
			return [
				path('M-2 22H-40', stroke(steel, steelRim, 6)),
				...[-28, 29].flatMap(x => wheel(x, 21, 17, ink)),
				path('M29 21L13 -26', stroke(steel, steelRim, 6)),
				circle(0, 14, 11, body(steel, steelRim)),
				path(
					`M-46 ${short(tail)}Q-28 -2 -12 -8Q-8 -26 12 -24L24 -14L12 12H-14L-24 0Q-40 2 -46 ${short(tail)}Z`,
					paintOf(ink),
				),
				path('M12 14A20 20 0 0 1 46 12L40 16A14 14 0 0 0 18 18Z', paintOf(ink)),
				path('M-30 -9Q-18 -3 -11 -10Q-14 -16 -30 -15Z', body(ink.name === 'black' ? '#7a4a2a' : night, night)),
				path('M13 -26L8 -36H-2', stroke(ink.name === 'black' ? steel : '#4a4a55', ink.rim, 5)),
				circle(25, -22, 7, body('#ffe27a', ink.rim)),
			];
		},
	},
	{
		name: 'train',
		also: ['locomotive', 'steam train', 'steam engine'],
		usual: 'green',
		draw: (ink, random) => {
			const chimney = between(random, -42, -34);
			const boiler = between(random, -18, -13);
			return [
				path(
					`M16 ${short(boiler + 4)}V-24L10 ${short(chimney)}H36L30 -24V${short(boiler + 4)}Z`,
					body(ink.dark, ink.rim),
				),
				circle(-2, boiler, 9, body(ink.name === 'yellow' ? steel : gold, goldRim)),
				box(-24, boiler, 64, 34, 8, paintOf(ink)),
				path('M32 14L46 37H28Z', body(ink.dark, ink.rim)),
				box(-43, -34, 30, 52, 0, paintOf(ink)),
				box(-46, -43, 36, 10, 3, body(ink.dark, ink.rim)),
				box(-36, -26, 16, 18, 2, pane(ink)),
				box(-44, 14, 80, 10, 0, body(ink.rim, ink.rim)),
				...[-30, -2].flatMap(x => wheel(x, 28, 14, ink)),
				...wheel(22, 32, 9.5, ink),
			];
		},
	},
	{
		name: 'tractor',
		also: ['farm tractor'],
		usual: 'green',
		draw: (ink, random) => {
			const nose = between(random, 40, 45);
			const roof = between(random, -46, -42);
			return [
				box(26, -30, 6, 24, 0, body(ink.rim, ink.rim)),
				box(-30, roof + 4, 32, 44, 0, body(ink.name === 'white' ? '#8fb3c9' : glass, ink.rim)),
				box(-36, roof, 44, 9, 3, paintOf(ink)),
				path(`M-30 -6H${short(nose - 6)}Q${short(nose)} -6 ${short(nose)} 0V24H-30Z`, paintOf(ink)),
				path('M-46 14A26 26 0 0 1 6 14Z', body(ink.dark, ink.rim)),
				...[8, 18].map(x => box(x + 6, 1, 4, 14, 0, detail(ink.rim))),
				...wheel(-20, 20, 22, ink),
				circle(-20, 20, 12, body(ink.light, ink.rim)),
				circle(-20, 20, 4, detail(ink.rim)),
				...wheel(29, 29, 13, ink),
			];
		},
	},
	{
		name: 'airplane',
		also: ['plane', 'aeroplane', 'jet', 'aircraft'],
		usual: 'blue',
		draw: (ink, random) => {
			const swept = between(random, 10, 20);
			const side = [
				box(18, -6, 8, 18, 4, body(ink.dark, ink.rim)),
				path(`M4 -14L50 ${short(swept)}V${short(swept + 11)}L4 14Z`, paintOf(ink)),
				path('M3 26L22 39V48L3 42Z', paintOf(ink)),
			];
			const marks = [
				...side,
				...mirrored(side),
				path('M0 -52C9 -50 10 -34 10 -26L8 34L0 50L-8 34L-10 -26C-10 -34 -9 -50 0 -52Z', body(ink.light, ink.rim)),
				path('M-7 -30Q-6 -42 0 -43Q6 -42 7 -30Q0 -34 -7 -30Z', detail(ink.name === 'black' ? steel : night)),
			];
			return placed(marks, 0, 0, pick(random, [-1, 1]) * between(random, 35, 55), 0.94);
		},
	},
	{
		name: 'helicopter',
		also: ['copter'],
		usual: 'orange',
		draw: (ink, random) => {
			const rotor = between(random, 36, 45);
			const skid = stroke(ink.name === 'black' ? steelRim : '#4a4a55', ink.rim, 5);
			const marks = [
				path('M0 26V38M24 26V38M-14 38H38', skid),
				path('M-46 -24H-38L-34 -10L4 -8V14L-38 2Z', body(ink.dark, ink.rim)),
				box(8, -34, 7, 18, 0, body(steel, steelRim)),
				path('M-10 6C-10 -22 14 -22 22 -20C38 -18 46 0 46 12C46 28 34 30 18 30C0 30 -10 22 -10 6Z', paintOf(ink)),
				path('M20 -14C34 -12 40 0 41 10H20Z', pane(ink)),
				box(0, -10, 13, 17, 3, pane(ink)),
				box(11 - rotor, -38, 2 * rotor, 6, 3, body(ink.rim, ink.rim)),
				circle(-40, -12, 8, body(steel, steelRim)),
				circle(-40, -12, 4, detail(ink.rim)),
			];
			return placed(marks, -3, 0, between(random, -6, 6), 0.95);
		},
	},
	{
		name: 'rocket',
		also: ['rocket ship', 'spaceship', 'spacecraft'],
		usual: 'red',
		draw: (ink, random) => {
			const fin = [path(`M12 0L32 24L28 ${short(between(random, 30, 38))}L11 24Z`, body(ink.dark, ink.rim))];
			const flame = short(between(random, 50, 62));
			const marks = [
				path(`M-11 24Q-12 38 0 ${flame}Q12 38 11 24Z`, body('#ff9d2e', '#c4561a')),
				path('M-5 26Q-5 36 0 42Q5 36 5 26Z', surface('#ffe27a')),
				...fin,
				...mirrored(fin),
				path('M0 -48C24 -30 20 8 14 28H-14C-20 8 -24 -30 0 -48Z', paintOf(ink)),
				path('M0 -48C9 -41 14 -32 16 -22H-16C-14 -32 -9 -41 0 -48Z', body(ink.dark, ink.rim)),
				circle(0, -6, 9, body(ink.name === 'white' ? '#8fc3e4' : glass, ink.rim)),
			];
			return placed(marks, 0, -2, between(random, 0, 45), 0.95);
		},
	},
	{
		name: 'ship',
		also: ['steamship', 'cruise ship', 'ocean liner', 'ferry'],
		usual: 'red',
		draw: (ink, random) => {
			const high = between(random, -42, -36);
			const white = body(ink.name === 'white' ? '#b9c7d8' : paper, ink.rim);
			return [
				...pick(random, [[-21, 1], [-24, -7, 10], [-10]]).map(x => box(x, high, 13, 30, 1, body(ink.dark, ink.rim))),
				box(-28, -16, 54, 18, 2, white),
				box(-36, -4, 70, 14, 2, white),
				...[-26, -12, 2, 16].map(x => circle(x + 4, 2.5, 3.2, detail(ink.name === 'white' ? night : ink.rim))),
				path('M-46 8H46Q42 32 28 42H-34Q-44 30 -46 8Z', paintOf(ink)),
				path('M-41 26H38Q34 36 27 40H-33Q-38 36 -41 26Z', surface(ink.dark)),
				...[-28, -10, 8].map(x => circle(x, 17, 4, detail(ink.name === 'white' ? ink.rim : ink.light))),
			];
		},
	},
	{
		name: 'sailboat',
		also: ['sailing boat', 'boat', 'yacht'],
		usual: 'white',
		draw: (ink, random) => {
			const belly = between(random, 34, 44);
			const marks = [
				box(-5, -46, 5, 70, 0, body(wood, woodRim)),
				path(`M2 -44Q${short(belly)} -16 40 16H2Z`, paintOf(ink)),
				path(`M-8 -36Q-14 -4 ${short(6 - belly)} 16H-8Z`, body(ink.dark, ink.rim)),
				path('M-44 22H46Q38 44 24 44H-26Q-38 44 -44 22Z', body(ink.name === 'brown' ? cream : wood, woodRim)),
				path('M-42 22H45L43 29H-40Z', surface(ink.middle)),
			];
			return chance(random, 0.5) ? marks : mirrored(marks);
		},
	},
	{
		name: 'submarine',
		also: ['u-boat', 'submersible'],
		usual: 'yellow',
		draw: (ink, random) => {
			const high = between(random, 20, 25);
			const port = [-12, 8, 28];
			return [
				path('M2 -20V-40H16', stroke(ink.dark, ink.rim, 7)),
				...[-1, 1].map(side => ellipse(-41, 10 + side * 10, 5, 10, body(ink.dark, ink.rim))),
				path('M-16 -4L-10 -26H18L24 -4Z', body(ink.dark, ink.rim)),
				ellipse(4, 12, 42, high, paintOf(ink)),
				...port.map(x => circle(x, 8, 7, body(ink.name === 'white' ? '#8fb3c9' : glass, ink.rim))),
				path('M-34 22Q4 42 42 22Q34 30 24 33Q4 39 -16 33Q-28 30 -34 22Z', shine(ink.dark)),
			];
		},
	},
	{
		name: 'hot air balloon',
		also: ['hot-air balloon', 'air balloon'],
		usual: 'red',
		draw: (ink, random) => {
			const wide = between(random, 33, 38);
			const gore = (half: number) =>
				`M0 -46C${short(-half * 1.35)} -46 ${short(-half * 1.3)} -4 ${short(-half / 3)} 20H${short(half / 3)}C${short(half * 1.3)} -4 ${short(half * 1.35)} -46 0 -46Z`;
			return [
				path('M-9 18L-7 32M9 18L7 32', stroke(wood, woodRim, 4)),
				box(-11, 30, 22, 15, 3, body(ink.name === 'brown' ? cream : wood, woodRim)),
				path(gore(wide), paintOf(ink)),
				path(gore(wide * 0.6), surface(ink.light)),
				path(gore(wide * 0.24), surface(ink.dark)),
			];
		},
	},
	{
		name: 'ufo',
		also: ['flying saucer', 'alien ship', 'alien spaceship'],
		usual: 'gray',
		draw: (ink, random) => {
			const dome = between(random, -38, -32);
			const light = ink.name === 'yellow' ? '#e0483e' : '#ffe27a';
			const marks = [
				...(chance(random, 0.5) ? [path('M-12 8L-26 44H26L12 8Z', surface('#f3efa0'))] : []),
				path(`M-22 -4C-22 ${short(dome)} 22 ${short(dome)} 22 -4Z`, body('#9be3df', ink.rim)),
				ellipse(0, 4, 46, 17, paintOf(ink)),
				ellipse(0, -3, 30, 9, surface(ink.light)),
				...[-30, -11, 11, 30].map(x => circle(x, 11 - (x / 30) ** 2 * 5, 4.5, detail(light))),
			];
			return placed(marks, 0, -2, between(random, -10, 10), 1);
		},
	},
	{
		name: 'wagon',
		also: ['cart', 'handcart', 'pull wagon'],
		usual: 'red',
		draw: (ink, random) => {
			const top = between(random, -18, -10);
			const marks = [
				path('M30 14L40 -22', stroke(ink.dark, ink.rim, 4)),
				path('M34 -25L45 -21', stroke(ink.dark, ink.rim, 4)),
				path(`M-44 ${short(top)}H32L28 16H-40Z`, paintOf(ink)),
				box(-46, top - 5, 80, 10, 3, body(ink.light, ink.rim)),
				box(-40, 12, 70, 9, 2, body(ink.dark, ink.rim)),
				...[-25, 16].flatMap(x => wheel(x, 25, 14, ink)),
			];
			return placed(marks, 0, -4, 0, 1.05);
		},
	},
	{
		name: 'tank',
		also: ['army tank', 'battle tank', 'panzer'],
		usual: 'green',
		draw: (ink, random) => {
			const lift = between(random, 0, 7);
			return [
				path(`M8 -16L44 ${short(-16 - lift)}`, stroke(ink.dark, ink.rim, 7)),
				path('M-26 -4L-20 -26Q-18 -30 -12 -30H8Q13 -30 15 -26L22 -4Z', paintOf(ink)),
				box(-14, -37, 16, 8, 2, body(ink.dark, ink.rim)),
				path('M-44 12L-38 -8H36L46 6V14Z', body(ink.light, ink.rim)),
				box(-46, 8, 92, 28, 14, body(tyre(ink), ink.rim)),
				...[-31, -10.5, 10.5, 31].map(x => circle(x, 22, 8.5, body(ink.light, ink.rim))),
			];
		},
	},
	{
		name: 'sled',
		also: ['sleigh', 'sledge', 'santa sleigh'],
		usual: 'red',
		draw: (ink, random) => {
			const back = between(random, -36, -28);
			const runner = stroke(ink.name === 'yellow' ? steel : gold, goldRim, 6);
			const marks = [
				path('M-22 18V34M16 18V34', runner),
				path('M-42 35H28Q44 35 42 18', runner),
				path(
					`M-46 ${short(back)}Q-32 ${short(back - 8)} -24 ${short(back + 6)}Q-16 0 2 0Q24 0 24 -20Q28 -34 40 -30Q48 -22 36 -20Q36 24 6 24H-18Q-40 24 -46 ${short(back)}Z`,
					paintOf(ink),
				),
				path('M-34 -10Q-26 10 0 11Q20 11 29 0Q26 16 6 17H-16Q-32 16 -34 -10Z', surface(ink.light)),
			];
			return chance(random, 0.5) ? marks : mirrored(marks);
		},
	},
	{
		name: 'skateboard',
		also: ['longboard', 'skate board'],
		usual: 'purple',
		draw: (ink, random) => {
			const kick = between(random, 8, 13);
			const marks = [
				...[-24, 24].map(x => path(`M${x - 9} 4H${x + 9}L${x} 18Z`, body(steel, steelRim))),
				path(`M-44 ${short(-kick)}L-32 0H32L44 ${short(-kick)}`, stroke(ink.middle, ink.rim, 14)),
				...[-24, 24].flatMap(x => [circle(x, 21, 12, body(ink.light, ink.rim)), circle(x, 21, 4.5, detail(ink.rim))]),
			];
			return placed(marks, 0, -4, between(random, -26, -6), 0.97);
		},
	},
];

function paintOf(ink: Ink): Paint {
	return body(ink.middle, ink.rim);
}

function wheel(x: number, y: number, radius: number, ink: Ink): Mark[] {
	return [
		circle(x, y, radius, body(tyre(ink), ink.name === 'black' ? ink.rim : night)),
		circle(x, y, radius * 0.42, detail(steel)),
	];
}

/** A straight bar six units thick. */
function bar(x: number, y: number, toX: number, toY: number, paint: Paint): Mark {
	const long = Math.hypot(toX - x, toY - y);
	const [acrossX, acrossY] = [(-3 * (toY - y)) / long, (3 * (toX - x)) / long];
	const near = `M${short(x + acrossX)} ${short(y + acrossY)}L${short(x - acrossX)} ${short(y - acrossY)}`;
	return path(
		`${near}L${short(toX - acrossX)} ${short(toY - acrossY)}L${short(toX + acrossX)} ${short(toY + acrossY)}Z`,
		paint,
	);
}

/** A hoop, hollow so that the sheet is seen through it. */
function ring(x: number, y: number, outer: number, inner: number, paint: Paint): Mark {
	const turn = (radius: number, sweep: number) => {
		const half = (to: number) => `A${short(radius)} ${short(radius)} 0 0 ${sweep} ${short(to)} ${y}`;
		return `M${short(x - radius)} ${y}${half(x + radius)}${half(x - radius)}Z`;
	};
	return path(turn(outer, 1) + turn(inner, 0), paint);
}

function tyre(ink: Ink): string {
	return ink.name === 'black' ? '#5d626c' : '#34343d';
}

/** Paints a window of a vehicle. */
function pane(ink: Ink): Paint {
	return surface(ink.name === 'white' ? '#6f93ab' : glass);
}
