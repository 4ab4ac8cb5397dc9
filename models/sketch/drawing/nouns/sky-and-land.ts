/** Things of the sky, the weather and the land. */
import { lamplight, leaf, leafRim, paper, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
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
	type Paint,
	type Point,
} from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { glow, lit, shaded, solid } from './paints.ts';
import { both } from './parts.ts';

export const skyAndLand: readonly Noun[] = [
	{ name: 'sun', also: ['sunshine'], usual: 'yellow', draw: sun },
	{ name: 'moon', also: ['crescent', 'crescent moon'], usual: 'yellow', draw: moon },
	{ name: 'cloud', also: ['fluffy cloud'], usual: 'white', draw: cloud },
	{ name: 'rain cloud', also: ['rain', 'rainy cloud', 'storm cloud'], usual: 'gray', draw: rainCloud },
	{ name: 'snowflake', also: ['snow', 'snow crystal', 'ice crystal'], usual: 'cyan', draw: snowflake },
	{ name: 'rainbow', also: ['rainbow arch'], usual: 'red', draw: rainbow },
	{ name: 'tornado', also: ['twister', 'whirlwind'], plural: 'tornadoes', usual: 'gray', draw: tornado },
	{ name: 'mountain', also: ['mountain peak', 'snowy mountain'], usual: 'gray', draw: mountain },
	{ name: 'volcano', also: ['erupting volcano'], plural: 'volcanoes', usual: 'brown', draw: volcano },
	{ name: 'island', also: ['desert island', 'tropical island'], usual: 'green', draw: island },
	{ name: 'planet', also: ['saturn', 'ringed planet'], usual: 'orange', draw: planet },
	{ name: 'comet', also: ['meteor', 'meteorite'], usual: 'orange', draw: comet },
	{ name: 'fire', also: ['flame', 'flames', 'blaze'], usual: 'orange', draw: fire },
	{ name: 'water drop', also: ['droplet', 'raindrop', 'drop of water'], usual: 'blue', draw: waterDrop },
	{ name: 'wave', also: ['ocean wave', 'sea wave'], usual: 'blue', draw: wave },
	{ name: 'rock', also: ['stone', 'boulder'], usual: 'gray', draw: rock },
	{ name: 'waterfall', also: ['cascade'], usual: 'blue', draw: waterfall },
];

function sun(ink: Ink, random: Random): Mark[] {
	const rays = pick(random, [8, 10, 12]);
	const disc = between(random, 24, 28);
	return [
		polygon(around(2 * rays, [46, disc + 4]), shaded(ink)),
		circle(0, 0, disc, solid(ink)),
		ellipse(-9, -10, 7, 5, shine(ink.light)),
	];
}

function moon(ink: Ink, random: Random): Mark[] {
	const bite = short(between(random, 31, 37));
	return [path(`M12 -42 A42 42 0 1 0 41 20 A${bite} ${bite} 0 0 1 12 -42 Z`, solid(ink))];
}

function cloud(ink: Ink, random: Random): Mark[] {
	return [...placed(puffs(ink, random), 0, 3, 0, 1.04), ellipse(-14, -16, 10, 6, shine(ink.light))];
}

function rainCloud(ink: Ink, random: Random): Mark[] {
	const low = between(random, 26, 32);
	const drop = path('M0 -10 C4 -3 7 1 7 5 A7 7 0 0 1 -7 5 C-7 1 -4 -3 0 -10 Z', body('#4aa3ea', '#1f5f9e'));
	const fallen = (x: number, y: number) => placed([drop], x, y, 12, 1);
	return [
		...placed(puffs(ink, random), 0, -16, 0, 0.95),
		...fallen(-24, low),
		...fallen(0, low + 5),
		...fallen(24, low),
	];
}

function snowflake(ink: Ink, random: Random): Mark[] {
	const at = between(random, 23, 28);
	const long = between(random, 13, 17);
	const arm = ([x, y]: Point) => {
		const twig = (side: number) => {
			const [across, along] = [0.77 * side * long, 0.64 * long];
			return `L${short(x * (at + along) - y * across)} ${short(y * (at + along) + x * across)}`;
		};
		const fork = `M${short(x * at)} ${short(y * at)}`;
		return `M0 0 L${short(x * 42)} ${short(y * 42)} ${fork} ${twig(1)} ${fork} ${twig(-1)}`;
	};
	return [path(around(6, [1]).map(arm).join(' '), stroke(ink.middle, ink.rim, 5.5))];
}

function rainbow(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, 26, 34));
	const band = (outer: number, inner: number, paint: Paint) =>
		path(
			`M-${outer} ${foot} V6 A${outer} ${outer} 0 0 1 ${outer} 6 V${foot} ` +
				`H${inner} V6 A${inner} ${inner} 0 0 0 -${inner} 6 V${foot} Z`,
			paint,
		);
	return [
		band(45, 31, solid(ink)),
		band(31, 24, surface('#f7c52e')),
		band(24, 17, surface('#3fae4e')),
		band(17, 10, surface('#3f7be0')),
	];
}

function tornado(ink: Ink, random: Random): Mark[] {
	const sway = between(random, 4, 9);
	const fills = [ink.middle, ink.light, ink.middle, ink.light, ink.middle];
	const ring = (at: number) => {
		const x = [1, -2, -sway, 0, sway][at] as number;
		const half = [44, 36, 27, 18, 11][at] as number;
		return box(x - half, 25 - 17 * (4 - at), 2 * half, 20, 10, body(fills[at] as string, ink.rim));
	};
	return [4, 3, 2, 1, 0].map(ring);
}

function mountain(ink: Ink, random: Random): Mark[] {
	const peak = between(random, -14, -4);
	const back = short(between(random, -22, -10));
	const left = short(peak - 0.34 * (46 + peak));
	const right = short(peak + 0.34 * (30 - peak));
	const x = short(peak);
	const zigzag = `L${right} -15 L${short(peak + 6)} -22 L${x} -11 L${short(peak - 7)} -22 L${left} -15`;
	return [
		path(`M-6 38 L24 ${back} L46 38 Z`, shaded(ink)),
		path(`M-46 38 L${x} -42 L30 38 Z`, solid(ink)),
		path(`M${x} -42 ${zigzag} Z`, surface(ink.name === 'white' ? ink.rim : paper)),
	];
}

function volcano(ink: Ink, random: Random): Mark[] {
	const hot = ['red', 'orange', 'pink'].includes(ink.name) ? glow : '#f25a26';
	const plume = short(between(random, -47, -40));
	const fall = 'C13 -31 20 -35 30 -36 C28 -20 12 -20 12 -6 Z';
	const low = short(between(random, 14, 24));
	return [
		path(`M-12 -6 C-12 -20 -28 -20 -30 -36 C-20 -35 -13 -31 -9 -24 L0 ${plume} L9 -24 ${fall}`, body(hot, ink.rim)),
		path('M-45 42 L-20 -12 Q0 -4 20 -12 L45 42 Z', solid(ink)),
		path(`M-19 -12 Q0 -4 19 -12 L25 1 Q18 10 13 2 L7 ${low} Q0 ${low} -4 14 L-9 4 Q-16 12 -25 2 Z`, surface(hot)),
	];
}

function island(ink: Ink, random: Random): Mark[] {
	const lean = between(random, 4, 12);
	const frond = [path('M-2 0 C8 -18 30 -16 35 9 C24 -2 12 -2 -2 5 Z', shaded(ink))];
	const fronds = [-42, 4].flatMap(turn => [
		...placed(frond, lean, -25, turn, 1),
		...placed(mirrored(frond), lean, -25, -turn, 1),
	]);
	return [
		ellipse(0, 33, 45, 11, body('#58b4ee', '#27699a')),
		path(`M0 20 Q-6 -4 ${short(lean)} -22`, stroke(wood, woodRim, 6)),
		path('M-37 33 C-30 -4 30 -4 37 33 Q0 41 -37 33 Z', solid(ink)),
		...fronds,
	];
}

function planet(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 26, 30);
	const ring = stroke(ink.light, ink.rim, 6);
	const marks = [
		path('M-43 0 A43 13 0 1 1 43 0', ring),
		circle(0, 0, radius, solid(ink)),
		path(
			`M${short(-radius + 4)} -13 Q0 -6 ${short(radius - 4)} -13 V-6 Q0 1 ${short(4 - radius)} -6 Z`,
			surface(ink.dark),
		),
		path('M-43 0 A43 13 0 0 0 43 0', ring),
	];
	return placed(marks, 0, 0, between(random, -28, -14), 1);
}

function comet(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 22, 26);
	return [
		path('M-36 2 L8 -43 L5 -26 L44 -45 L25 -5 L43 -8 L-2 36 Z', lit(ink)),
		circle(-18, 18, radius, solid(ink)),
		circle(-25, 12, 6, surface(ink.dark)),
		circle(-13, 27, 5, surface(ink.dark)),
	];
}

function fire(ink: Ink, random: Random): Mark[] {
	const tip = short(between(random, 0, 10));
	const left = `C-32 44 -40 16 -28 -6 C-24 4 -20 8 -14 8 C-18 -16 -6 -36 ${tip} -46`;
	const right = 'C4 -28 16 -22 21 -8 C25 -12 26 -16 25 -22 C42 2 38 44 0 44';
	return [
		path(`M0 44 ${left} ${right} Z`, solid(ink)),
		path('M0 42 C-23 42 -24 22 -8 4 C-6 12 0 12 4 2 C20 16 24 42 0 42 Z', surface(core(ink))),
	];
}

function waterDrop(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 28, 33));
	const drop = `M0 -45 C8 -22 ${wide} -6 ${wide} 14 A${wide} 30 0 0 1 -${wide} 14 C-${wide} -6 -8 -22 0 -45 Z`;
	return [path(drop, solid(ink)), ellipse(-12, 18, 6, 10, shine(ink.light))];
}

function wave(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, -44, -36));
	const crest = `C-38 -24 -12 ${high} 12 -36 C36 -32 44 -6 28 4 C30 -10 14 -18 5 -8 C-6 6 14 24 45 20`;
	const foam = `M-27 -14 C-14 -34 16 -36 28 -18 C33 -10 33 -2 28 4 C30 -12 14 -22 2 -14 C-8 -20 -18 -20 -27 -14 Z`;
	return [
		path(`M-45 38 V16 ${crest} V38 Z`, solid(ink)),
		path(foam, surface(ink.name === 'white' ? ink.dark : paper)),
		path('M-43 26 C-28 18 -12 34 4 28 C20 22 30 32 43 27 V36 H-43 Z', surface(ink.dark)),
	];
}

function rock(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -36, -28));
	const right = short(between(random, 12, 24));
	return [
		path(`M-44 34 L-40 2 L-18 ${top} L${right} -30 L40 -4 L45 34 Z`, solid(ink)),
		path(`M-16 ${top} L${right} -28 L10 -4 L-22 2 Z`, surface(ink.light)),
		path('M10 -4 L38 -3 L43 32 L18 32 Z', surface(ink.dark)),
	];
}

function waterfall(ink: Ink, random: Random): Mark[] {
	const half = between(random, 23, 28);
	const foam = surface(ink.name === 'white' ? ink.light : '#f4fbff');
	const spray = 'M-33 36 C-40 22 -24 16 -18 24 C-14 12 2 12 5 22 C12 14 24 16 25 24 C36 20 38 32 33 36 Q0 42 -33 36 Z';
	const cliff = [
		path('M-18 -38 H-36 L-34 -12 L-44 -6 V32 H-18 Z', body('#938a7d', '#574f45')),
		path('M-18 -32 H-36 Q-44 -36 -37 -43 Q-28 -48 -18 -44 Z', body(leaf, leafRim)),
	];
	return [
		...both(...cliff),
		path(`M${short(-half)} -40 Q0 -46 ${short(half)} -40 V32 H${short(-half)} Z`, solid(ink)),
		...[-16, -2, 12].map((x, at) => box(x, -32 + 7 * at, 5, 34, 2, surface(ink.light))),
		ellipse(0, 33, 45, 11, shaded(ink)),
		path(spray, foam),
	];
}

/** Gives the colour of a flame's heart. */
function core(ink: Ink): string {
	if (ink.name === 'white') return ink.dark;
	if (ink.name === 'yellow') return lamplight;
	return ['red', 'orange'].includes(ink.name) ? glow : ink.light;
}

/** Draws a cloud from -42 to 42, its flat foot at 26. */
function puffs(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, 23.5, 27));
	const right = short(between(random, 22.2, 26));
	return [
		path(`M-26 26 A19 19 0 0 1 -28 -11 A${top} ${top} 0 0 1 18 -17 A${right} ${right} 0 0 1 26 26 Z`, solid(ink)),
	];
}
