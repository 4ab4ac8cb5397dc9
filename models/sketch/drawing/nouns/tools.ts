/** Tools of the workshop, the house and the mine. */
import { gold, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, ellipse, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { lit, shaded, solid } from './paints.ts';
import { both } from './parts.ts';

export const tools: readonly Noun[] = [
	{ name: 'pickaxe', also: ['pick', 'mining pick'], usual: 'gray', draw: pickaxe },
	{ name: 'shovel', also: ['spade', 'garden shovel'], usual: 'gray', draw: shovel },
	{ name: 'saw', also: ['handsaw', 'hand saw'], usual: 'gray', draw: saw },
	{ name: 'wrench', also: ['spanner'], plural: 'wrenches', usual: 'gray', draw: wrench },
	{ name: 'screwdriver', also: ['screw driver'], usual: 'red', draw: screwdriver },
	{ name: 'pliers', also: ['pincers', 'tongs'], plural: 'pliers', usual: 'blue', draw: pliers },
	{ name: 'scissors', also: ['shears'], plural: 'scissors', usual: 'red', draw: scissors },
	{ name: 'anvil', also: ['blacksmith anvil'], usual: 'gray', draw: anvil },
	{ name: 'drill', also: ['power drill', 'electric drill'], usual: 'orange', draw: drill },
	{
		name: 'paintbrush',
		also: ['paint brush', 'artist brush'],
		plural: 'paintbrushes',
		usual: 'blue',
		draw: paintbrush,
	},
	{ name: 'broom', also: ['broomstick'], usual: 'yellow', draw: broom },
	{ name: 'bucket', also: ['pail'], usual: 'blue', draw: bucket },
	{ name: 'ladder', also: ['stepladder'], usual: 'brown', draw: ladder },
	{ name: 'rope', also: ['coil of rope', 'coiled rope'], usual: 'beige', draw: rope },
	{ name: 'magnet', also: ['horseshoe magnet'], usual: 'red', draw: magnet },
	{ name: 'fishing rod', also: ['fishing pole'], usual: 'brown', draw: fishingRod },
	{ name: 'toolbox', also: ['tool box', 'tool chest'], plural: 'toolboxes', usual: 'red', draw: toolbox },
];

function pickaxe(ink: Ink, random: Random): Mark[] {
	const tip = short(between(random, -12, -2));
	const marks = [
		path('M0 -30 V56', stroke(wood, woodRim, 10)),
		path(`M-50 ${tip} Q-30 -52 0 -52 Q30 -52 50 ${tip} Q24 -28 0 -28 Q-24 -28 -50 ${tip}Z`, solid(ink)),
		box(-10, -56, 20, 32, 4, shaded(ink)),
	];
	return placed(marks, -4, 3, 38, 0.92);
}

function shovel(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 20, 25));
	const marks = [
		path('M0 -42 V10', stroke(wood, woodRim, 9)),
		path('M-13 -58 H13 L5 -42 H-5Z', stroke(ink.dark, ink.rim, 7)),
		path(`M-${half} 4 H${half} V26 Q${half} 46 0 62 Q-${half} 46 -${half} 26Z`, solid(ink)),
		box(-5, -4, 10, 34, 4, shaded(ink)),
	];
	return placed(marks, -2, 4, 30, 0.92);
}

function saw(ink: Ink, random: Random): Mark[] {
	const nose = short(between(random, -10, -2));
	const handle = 'M-50 -14 Q-50 -22 -42 -22 H-20 V20 H-32 Q-46 20 -46 8Z M-38 -9 V8 H-29 V-9Z';
	const marks = [
		path(`M-24 -20 L50 ${nose} V10 ${'l-6 9 l-6 -9 '.repeat(6)}H-24Z`, solid(ink)),
		path(handle, body(wood, woodRim)),
	];
	return placed(marks, 0, 0, -28, 0.95);
}

function wrench(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 8, 11));
	const jaws = 'M-9 -45 V-26 L0 -20 L9 -26 V-45 A23 23 0 0 1 11 -4';
	const eye = `L${half} 20 A18 18 0 1 1 -${half} 20 L-11 -4 A23 23 0 0 1 -9 -45Z`;
	const hole = 'M7.5 36 A7.5 7.5 0 1 0 -7.5 36 A7.5 7.5 0 1 0 7.5 36Z';
	return placed([path(`${jaws} ${eye} ${hole}`, solid(ink))], 3, -3, 42, 1.08);
}

function screwdriver(ink: Ink, random: Random): Mark[] {
	const half = between(random, 14, 17);
	const edge = short(half);
	const marks = [
		path('M0 -48 V-4', stroke(steel, steelRim, 8)),
		path('M-8 -62 H8 L5 -44 H-5Z', body(steel, steelRim)),
		path(`M-9 -8 H9 L${edge} 4 V46 Q${edge} 60 0 60 Q-${edge} 60 -${edge} 46 V4Z`, solid(ink)),
		...[-half / 2, half / 2].map(x => box(x - 2.5, 10, 5, 36, 2.5, surface(ink.dark))),
	];
	return placed(marks, 0, 0, 45, 0.95);
}

function pliers(ink: Ink, random: Random): Mark[] {
	const gap = short(between(random, 1, 3));
	const foot = short(between(random, 19, 25));
	const half = [
		path(`M${gap} -46 H8 Q18 -28 14 -6 L4 0 L${gap} -12Z`, body(steel, steelRim)),
		path(`M2 -2 C26 4 28 22 ${foot} 44`, stroke(ink.middle, ink.rim, 14)),
	];
	return [...both(...half), circle(0, -4, 10, shaded(ink)), circle(0, -4, 4, detail(paper))];
}

function scissors(ink: Ink, random: Random): Mark[] {
	const open = between(random, 14, 21);
	const handle = 'M0 4 L-7 18 M-3 33 A15 15 0 1 1 -33 33 A15 15 0 1 1 -3 33';
	const marks = [path('M-6 6 L2 -52 Q10 -24 6 6Z', body(steel, steelRim))];
	const half = placed([...marks, path(handle, stroke(ink.middle, ink.rim, 9))], 0, 2, open, 1);
	return [...both(...half), circle(0, 1, 4, detail(night))];
}

function anvil(ink: Ink, random: Random): Mark[] {
	const waist = short(between(random, 13, 18));
	const right = `H44 V-12 Q${waist} -12 ${waist} 6 Q${waist} 18 34 22 V38`;
	const left = `H-34 V22 Q-${waist} 18 -${waist} 6 Q-${waist} -6 -46 -26 Q-34 -32 -18 -32Z`;
	return [
		path(`M-18 -32 ${right} ${left}`, solid(ink)),
		path('M-40 -27 Q-30 -29.5 -18 -29.5 H41.5 V-22 H-34Z', surface(ink.light)),
		path('M-31 25 H31 V35.5 H-31Z', surface(ink.dark)),
	];
}

function drill(ink: Ink, random: Random): Mark[] {
	const grip = short(between(random, 22, 28));
	return [
		path('M32 -24 H45', stroke(steel, steelRim, 5)),
		path('M14 -36 H26 L36 -28 V-20 L26 -12 H14Z', body(steel, steelRim)),
		path(`M-28 -14 H2 L-4 ${grip} H-30Z`, solid(ink)),
		box(-40, -42, 58, 34, 10, solid(ink)),
		box(-40, Number(grip) - 2, 44, 18, 4, shaded(ink)),
		box(3, -6, 7, 13, 3, detail(night)),
		...[-30, -20, -10].map(x => box(x, -32, 5, 14, 2, surface(ink.dark))),
	];
}

function paintbrush(ink: Ink, random: Random): Mark[] {
	const bulge = short(between(random, 16, 21));
	const marks = [
		path('M-8 2 H8 L10 22 Q8 44 0 62 Q-8 44 -10 22Z', solid(ink)),
		path(`M-12 -20 H12 Q${bulge} -44 0 -64 Q-${bulge} -44 -12 -20Z`, shaded(ink)),
		path('M-4 -24 Q-8 -40 0 -56 Q2 -40 4 -24Z', surface(ink.light)),
		path('M-13 -22 H13 L9 4 H-9Z', body(steel, steelRim)),
	];
	return placed(marks, 0, 0, 45, 1);
}

function broom(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, 25, 31));
	const marks = [
		path('M0 -60 V6', stroke(wood, woodRim, 8)),
		path(`M-10 4 H10 Q12 26 ${foot} 54 Q0 62 -${foot} 54 Q-12 26 -10 4Z`, solid(ink)),
		path('M-2 24 H2 L3 55 H-3Z M-9 30 L-5 30 L-11 54 H-17Z M9 30 L5 30 L11 54 H17Z', surface(ink.dark)),
		box(-14, 2, 28, 12, 4, shaded(ink)),
	];
	return placed(marks, 8, -3, 34, 0.9);
}

function bucket(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, 22, 27));
	return [
		path('M-34 -18 C-32 -54 32 -54 34 -18', stroke(steel, steelRim, 6)),
		path(`M-37 -18 L-${foot} 40 Q0 48 ${foot} 40 L37 -18Z`, solid(ink)),
		path('M-31 2 Q0 12 31 2 L29 11 Q0 21 -29 11Z', surface(ink.light)),
		ellipse(0, -18, 37, 10, shaded(ink)),
	];
}

function ladder(ink: Ink, random: Random): Mark[] {
	const foot = between(random, 20, 27);
	const rungs = [-28, -9, 10, 29];
	return [
		path(rungs.map(y => `M-${short(foot)} ${y} H${short(foot)}`).join(' '), stroke(ink.dark, ink.rim, 7)),
		path(`M-${short(foot + 2)} 42 L-${short(foot - 3)} -42`, stroke(ink.middle, ink.rim, 10)),
		path(`M${short(foot + 2)} 42 L${short(foot - 3)} -42`, stroke(ink.middle, ink.rim, 10)),
	];
}

function rope(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 30, 34);
	const twist = detail(ink.name === 'black' ? ink.light : ink.dark);
	const loops = [24, 8, -8].flatMap(y => [
		ellipse(0, y, wide, 13, stroke(ink.middle, ink.rim, 12)),
		...[-22, -8, 6, 20].map((x, at) => {
			const low = y + (at % 3 === 0 ? 15 : 18);
			return path(`M${x - 4} ${low} H${x + 1} L${x + 6} ${low - 10} H${x + 1}Z`, twist);
		}),
	]);
	return [
		...loops,
		path(`M${short(wide - 2)} -6 Q34 -36 6 -36`, stroke(ink.middle, ink.rim, 12)),
		path('M6 -36 H2', stroke(ink.dark, ink.rim, 14)),
	];
}

function magnet(ink: Ink, random: Random): Mark[] {
	const inner = short(between(random, 12, 16));
	const turn = chance(random, 0.5) ? 24 : -24;
	const arch = `M-38 -38 H-${inner} V4 A${inner} ${inner} 0 0 0 ${inner} 4 V-38 H38 V4 A38 38 0 0 1 -38 4Z`;
	const tip = path(`M-38 -42 H-${inner} V-22 H-38Z`, body(steel, steelRim));
	return placed([path(arch, solid(ink)), ...both(tip)], -turn / 8, 5, turn, 0.92);
}

function fishingRod(ink: Ink, random: Random): Mark[] {
	const x = between(random, 30, 36);
	const hook = `Q${short(x)} 42 ${short(x - 7)} 42 Q${short(x - 13)} 42 ${short(x - 13)} 36`;
	return [
		path(`M22 -42 Q${short(x)} -24 ${short(x)} 34 ${hook}`, stroke(steel, steelRim, 4)),
		circle(-18, 30, 12, shaded(ink)),
		path('M-36 40 L22 -42', stroke(ink.middle, ink.rim, 9)),
		path('M-38 42 L-26 25', stroke(ink.dark, ink.rim, 13)),
		circle(-16, 31, 4, detail(gold)),
		circle(x, 4, 11, solid(ink)),
	];
}

function toolbox(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -36, -30));
	const latch = box(17, -4, 12, 16, 2, body(gold, goldRim));
	return [
		path(`M-20 -10 V${top} H20 V-10`, stroke(ink.dark, ink.rim, 10)),
		box(-40, -10, 80, 50, 5, solid(ink)),
		box(-45, -16, 90, 18, 5, lit(ink)),
		...both(latch),
		box(-34, 24, 68, 6, 2, surface(ink.dark)),
	];
}
