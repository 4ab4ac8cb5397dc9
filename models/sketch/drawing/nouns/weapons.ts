/** Weapons and armour of adventures. */
import { cream, creamRim, gold, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import {
	around,
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	polygon,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, shaded, solid } from './paints.ts';
import { both } from './parts.ts';

export const weapons: readonly Noun[] = [
	{ name: 'sword', also: ['longsword', 'broadsword'], usual: 'white', draw: sword },
	{ name: 'dagger', also: ['dirk'], usual: 'gray', draw: dagger },
	{ name: 'axe', also: ['battle axe', 'hatchet', 'ax'], usual: 'gray', draw: axe },
	{ name: 'bow', also: ['bow and arrow', 'longbow', 'archery bow'], usual: 'brown', draw: bow },
	{ name: 'arrow', also: ['archery arrow', 'feathered arrow'], usual: 'red', draw: arrow },
	{ name: 'crossbow', also: ['arbalest'], usual: 'brown', draw: crossbow },
	{ name: 'spear', also: ['lance', 'javelin'], usual: 'brown', draw: spear },
	{ name: 'mace', also: ['spiked mace', 'morning star'], usual: 'gray', draw: mace },
	{ name: 'hammer', also: ['war hammer', 'warhammer', 'claw hammer'], usual: 'gray', draw: hammer },
	{ name: 'staff', also: ['wizard staff', 'magic staff'], usual: 'purple', draw: staff },
	{ name: 'wand', also: ['magic wand', 'fairy wand'], usual: 'yellow', draw: wand },
	{ name: 'shield', also: ['knight shield'], usual: 'blue', draw: shield },
	{ name: 'helmet', also: ['knight helmet', 'helm'], usual: 'gray', draw: helmet },
	{ name: 'armor', also: ['armour', 'breastplate', 'chestplate'], usual: 'gray', draw: armor },
	{ name: 'bomb', also: ['explosive'], usual: 'black', draw: bomb },
	{ name: 'cannon', also: ['artillery'], usual: 'black', draw: cannon },
	{ name: 'trident', also: [], usual: 'yellow', draw: trident },
	{ name: 'slingshot', also: ['catapult'], usual: 'brown', draw: slingshot },
];

function sword(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 9, 11.5));
	const marks = [
		path(`M0 -62 L${half} -47 V20 H-${half} V-47Z`, solid(ink)),
		path(`M0 -59 V18 H-${half} V-47Z`, surface(ink.light)),
		box(-5.5, 24, 11, 24, 3, body(wood, woodRim)),
		box(-23, 17, 46, 10, 4, body(gold, goldRim)),
		circle(0, 51, 7.5, body(gold, goldRim)),
	];
	return placed(marks, -2, 2, 45, 1);
}

function dagger(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 13, 16));
	const marks = [
		path(`M-${half} -8 H${half} Q${half} 24 0 50 Q-${half} 24 -${half} -8Z`, solid(ink)),
		path(`M0 -8 H${half} Q${half} 24 0 48Z`, surface(ink.dark)),
		box(-7, -38, 14, 28, 3, shaded(ink)),
		box(-23, -15, 46, 9, 4, body(gold, goldRim)),
		circle(0, -41, 7.5, body(gold, goldRim)),
	];
	return placed(marks, -3, -1, 22, 1);
}

function axe(ink: Ink, random: Random): Mark[] {
	const edge = between(random, 44, 52);
	const head = `M-22 -36 L-2 -36 Q14 -38 32 -48 Q${short(edge)} -20 32 10 Q14 -4 -2 -6 L-22 -6Z`;
	const marks = [
		path('M-10 -42 V46', stroke(wood, woodRim, 9)),
		path(head, solid(ink)),
		path(`M32 -46 Q${short(edge)} -20 32 8 Q${short(edge - 20)} -20 32 -46Z`, surface(ink.light)),
	];
	return placed(marks, -9, 1, 16, 1);
}

function bow(ink: Ink, random: Random): Mark[] {
	const belly = short(between(random, 22, 29));
	const limbs = `M-20 -50 C14 -46 ${belly} -20 ${belly} 0 C${belly} 20 14 46 -20 50`;
	const marks = [
		path('M-20 -50 L-34 0 L-20 50', stroke(steel, steelRim, 4)),
		path('M-34 0 H40', stroke(wood, woodRim, 5)),
		path('M38 -10 L54 0 L38 10Z', body(steel, steelRim)),
		path(limbs, stroke(ink.middle, ink.rim, 12)),
		path(`M${belly} -9 V9`, stroke(ink.dark, ink.rim, 13)),
	];
	return placed(marks, 6, -6, -45, 0.94);
}

function arrow(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 14, 18));
	const marks = [
		path('M0 -40 V46', stroke(ink.dark, ink.rim, 8)),
		path('M0 -62 L16 -34 L0 -40 L-16 -34Z', body(steel, steelRim)),
		path(`M0 14 L${wide} 28 V60 L0 46Z`, solid(ink)),
		path(`M0 14 L-${wide} 28 V60 L0 46Z`, lit(ink)),
	];
	return placed(marks, 6, -6, 45, 0.96);
}

function crossbow(ink: Ink, random: Random): Mark[] {
	const tips = short(between(random, -14, -6));
	return [
		path('M0 10 L14 24', stroke(ink.dark, ink.rim, 8)),
		path('M-9 -26 H9 L7 20 L12 44 H-12 L-7 20Z', solid(ink)),
		path(`M-42 ${tips} Q-26 -36 0 -34 Q26 -36 42 ${tips}`, stroke(ink.dark, ink.rim, 10)),
		path(`M-42 ${tips} L0 8 L42 ${tips}`, stroke(steel, steelRim, 4)),
		path('M0 6 V-36', stroke(steel, steelRim, 5)),
		path('M0 -48 L9 -32 H-9Z', body(steel, steelRim)),
	];
}

function spear(ink: Ink, random: Random): Mark[] {
	const fringe = short(between(random, 13, 18));
	const marks = [
		path('M0 -24 V60', stroke(ink.middle, ink.rim, 10)),
		path(`M-6 -22 L-${fringe} 4 L0 -2 L${fringe} 4 L6 -22Z`, lit(ink)),
		path('M0 -66 L15 -36 L6 -20 H-6 L-15 -36Z', body(steel, steelRim)),
	];
	return placed(marks, 0, 0, 45, 1);
}

function mace(ink: Ink, random: Random): Mark[] {
	const spikes = polygon(around(pick(random, [16, 18]), [between(random, 33, 37), 22]), solid(ink));
	const marks = [
		path('M0 0 V52', stroke(wood, woodRim, 9)),
		box(-8, 6, 16, 9, 2, body(gold, goldRim)),
		...placed([spikes], 0, -20, 0, 1),
		circle(0, -20, 17, surface(ink.dark)),
		circle(-6, -26, 5, shine(ink.light)),
	];
	return placed(marks, -4, 2, 40, 1);
}

function hammer(ink: Ink, random: Random): Mark[] {
	const claw = short(between(random, 40, 46));
	const marks = [
		box(-7, -22, 14, 70, 5, body(wood, woodRim)),
		path(`M-16 -42 H14 Q36 -42 ${claw} -14 Q30 -24 14 -8 H-16Z`, solid(ink)),
		box(-40, -46, 22, 42, 4, shaded(ink)),
	];
	return placed(marks, -5, 3, 14, 0.96);
}

function staff(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 15, 18);
	const marks = [
		path('M0 -10 V58', stroke(ink.dark, ink.rim, 10)),
		circle(0, -38, radius, solid(ink)),
		circle(-5, -43, 5, shine(paper)),
		path('M-21 -44 Q-22 -14 0 -13 Q22 -14 21 -44', stroke(gold, goldRim, 6)),
	];
	return placed(marks, -3, -1, 30, 0.92);
}

function wand(ink: Ink, random: Random): Mark[] {
	const star = polygon(around(10, [32, between(random, 13, 17)]), solid(ink));
	const sparkle = polygon(around(8, [9, 3]), detail(ink.middle));
	const marks = [
		path('M0 -10 V58', stroke(ink.dark, ink.rim, 9)),
		path('M0 46 V58', stroke(paper, steelRim, 9)),
		...placed([star], 0, -28, -30, 1),
		...placed([sparkle], 28, 8, 0, 1),
		...placed([sparkle], -26, 14, 0, 1),
	];
	return placed(marks, -2, 2, 40, 0.96);
}

function shield(ink: Ink, random: Random): Mark[] {
	const edge = short(between(random, 35, 41));
	const emblem = pick(random, [
		polygon(around(10, [18, 8]), body(gold, goldRim)),
		circle(0, 0, 13, body(gold, goldRim)),
		path('M-5 -20 H5 V-8 H16 V2 H5 V24 H-5 V2 H-16 V-8 H-5Z', body(gold, goldRim)),
	]);
	return [
		path(`M0 -46 Q18 -35 ${edge} -36 V-4 Q${edge} 28 0 47 Q-${edge} 28 -${edge} -4 V-36 Q-18 -35 0 -46Z`, solid(ink)),
		path(`M0 -42 Q18 -31 ${edge} -33 V-4 Q${edge} 26 0 44Z`, surface(ink.dark)),
		...placed([emblem], 0, -4, 0, 1),
	];
}

function helmet(ink: Ink, random: Random): Mark[] {
	const plume = short(between(random, 34, 44));
	const hollow = ink.name === 'black' ? steel : night;
	return [
		path(`M-6 -24 C-8 -54 28 -56 ${plume} -30 C32 -32 26 -26 22 -14Z`, shaded(ink)),
		path('M-33 42 V-2 C-33 -46 33 -46 33 -2 V42 L8 46 V30 H-8 V46Z', solid(ink)),
		path('M-29 -12 Q0 -22 29 -12 V-19 Q0 -30 -29 -19Z', surface(ink.light)),
		path('M-26 -4 Q0 -8 26 -4 V7 H5 V31 H-5 V7 H-26Z', detail(hollow)),
	];
}

function armor(ink: Ink, random: Random): Mark[] {
	const skirt = between(random, 32, 38);
	const side = [
		path('M5 -18 Q20 -26 24 -14 Q24 0 5 2Z', surface(ink.light)),
		path('M18 -36 Q46 -44 45 -4 Q32 -12 20 -14Z', shaded(ink)),
	];
	return [
		path(`M-26 26 H26 L${short(skirt)} 44 H6 L0 34 L-6 44 H-${short(skirt)}Z`, shaded(ink)),
		path('M-25 14 H25 L29 30 H-29Z', solid(ink)),
		path('M-18 -42 Q0 -22 18 -42 L30 -32 Q36 2 26 16 Q0 22 -26 16 Q-36 2 -30 -32Z', solid(ink)),
		...both(...side),
		circle(0, 24, 4, detail(gold)),
	];
}

function bomb(ink: Ink, random: Random): Mark[] {
	const spark = polygon(around(12, [between(random, 12, 15), 6.5]), body(gold, goldRim));
	return [
		path('M16 -18 Q22 -36 34 -34', stroke(cream, creamRim, 5)),
		...placed([box(-11, -38, 22, 16, 3, shaded(ink))], -6, 12, 36, 1),
		circle(-6, 12, between(random, 31, 34), solid(ink)),
		ellipse(-17, -1, 8, 7, shine(ink.light)),
		...placed([spark], 34, -34, 0, 1),
	];
}

function cannon(ink: Ink, random: Random): Mark[] {
	const barrel = [
		circle(-44, 0, 6, shaded(ink)),
		path('M-26 -19 L34 -14 V14 L-26 19 A19 19 0 0 1 -26 -19Z', solid(ink)),
		path('M-10 -17 L-3 -16.5 V16.5 L-10 17Z', surface(ink.dark)),
		box(30, -19, 14, 38, 4, shaded(ink)),
	];
	return [
		...placed(barrel, 1, -8, between(random, -26, -16), 0.98),
		path('M-14 14 V34 M-24 24 H-4', stroke(wood, woodRim, 4)),
		circle(-14, 24, 15, stroke(wood, woodRim, 7)),
		circle(-14, 24, 5, detail(gold)),
	];
}

function trident(ink: Ink, random: Random): Mark[] {
	const reach = between(random, 21, 25);
	const tip = path('M0 -16 L10 6 H-10Z', lit(ink));
	const x = short(reach);
	const marks = [
		path(`M0 58 V-44 M-${x} -34 V-24 Q-${x} -2 0 -2 Q${x} -2 ${x} -24 V-34`, stroke(ink.middle, ink.rim, 9)),
		...[-reach, reach].flatMap(at => placed([tip], at, -36, 0, 1)),
		...placed([tip], 0, -46, 0, 1),
	];
	return placed(marks, -4, 2, 38, 0.94);
}

function slingshot(ink: Ink, random: Random): Mark[] {
	const sag = short(between(random, 2, 14));
	return [
		path('M0 42 V12 M-27 -34 Q-28 10 0 12 Q28 10 27 -34', stroke(ink.middle, ink.rim, 14)),
		path('M0 28 V42', stroke(ink.dark, ink.rim, 15)),
		path(`M-27 -32 Q0 ${sag} 27 -32`, stroke(cream, creamRim, 5)),
		...placed([box(-10, -7, 20, 13, 5, body(wood, woodRim))], 0, (Number(sag) - 32) / 2, 0, 1),
	];
}
