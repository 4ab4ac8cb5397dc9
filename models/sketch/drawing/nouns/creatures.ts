/** Beings of tales and games. */
import { cream, creamRim, gold, goldRim, night, paper, wood, woodRim, type Ink } from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { glow, lit, orange, orangeRim, pale, scarlet, scarletRim, seen, shaded, solid, straw } from './paints.ts';
import { both, eyes, points } from './parts.ts';

export const creatures: readonly Noun[] = [
	{ name: 'dragon', also: ['wyvern', 'baby dragon'], usual: 'green', draw: dragon },
	{ name: 'dinosaur', also: ['dino', 'brontosaurus'], usual: 'lime', draw: dinosaur },
	{ name: 'unicorn', also: ['unicorn head'], usual: 'white', draw: unicorn },
	{ name: 'slime', also: ['slime monster', 'jelly blob'], usual: 'lime', draw: slime },
	{ name: 'ghost', also: ['spook', 'phantom'], usual: 'white', draw: ghost },
	{ name: 'skull', also: ['death head'], usual: 'white', draw: skull },
	{ name: 'robot', also: ['android', 'droid'], usual: 'gray', draw: robot },
	{ name: 'alien', also: ['martian', 'extraterrestrial'], usual: 'green', draw: alien },
	{ name: 'monster', also: ['beast', 'cyclops'], usual: 'purple', draw: monster },
	{ name: 'snowman', also: ['snow man'], plural: 'snowmen', usual: 'white', draw: snowman },
	{ name: 'scarecrow', also: ['straw man'], usual: 'blue', draw: scarecrow },
];

function dragon(ink: Ink, random: Random): Mark[] {
	const hide = solid(ink);
	const horn = body(cream, creamRim);
	const wing = path('M12 14 C18 -8 26 -20 43 -26 C46 -12 46 0 44 12 Q38 8 33 14 Q27 12 22 22 Z', shaded(ink));
	return [
		path('M12 36 C32 42 42 36 40 26', stroke(ink.middle, ink.rim, 9)),
		path('M40 14 L46 26 L34 27 Z', shaded(ink)),
		...both(...placed([wing], 0, 0, between(random, -8, 6), 1)),
		...both(ellipse(14, 39, 12, 6, hide)),
		ellipse(0, 22, 21, 20, hide),
		ellipse(0, 25, 12, 15, surface(pale(ink))),
		...both(path('M8 -30 C10 -40 16 -46 24 -46 C22 -38 22 -32 20 -24 Z', horn)),
		path('M-7 -34 L0 -46 L7 -34 Z', shaded(ink)),
		ellipse(0, -18, between(random, 23, 27), 19, hide),
		ellipse(0, -6, between(random, 18, 21), 11, lit(ink)),
		...both(circle(7, -8, 3, detail(ink.rim)), circle(11, -23, 5.5, detail(seen(ink)))),
		...both(path('M8 2 L15 0 L12 8 Z', surface(paper))),
	];
}

function dinosaur(ink: Ink, random: Random): Mark[] {
	const hide = solid(ink);
	const neck = 'M-44 -30 C-42 -46 -18 -46 -16 -28 C-14 -16 -12 -10 -4 -10 C16 -18 26 -2 30 10 ';
	const back = `C34 20 40 18 46 ${short(between(random, 4, 14))} C48 26 40 32 28 30 `;
	const belly = 'L10 30 L-10 30 C-28 28 -24 4 -28 -14 C-30 -20 -44 -16 -44 -30 Z';
	const spots = points([-2, 4, 11, 0, 4, 15, 20, 15]).slice(0, chance(random, 0.5) ? 4 : 3);
	return [
		...[-6, 10].map(x => box(x, 16, 11, 26, 4, shaded(ink))),
		...[-19, 19].map(x => box(x, 20, 12, 24, 4, hide)),
		path(neck + back + belly, hide),
		...spots.map(([x, y]) => circle(x, y, 5, surface(ink.dark))),
		circle(-32, -31, 4.2, detail(seen(ink))),
		path('M-43 -24 Q-36 -20 -28 -24 Q-34 -16 -43 -24 Z', detail(ink.rim)),
	];
}

function unicorn(ink: Ink, random: Random): Mark[] {
	const flow = short(between(random, 36, 44));
	const [front, back] = ink.name === 'pink' || ink.name === 'magenta' ? ['#8fd3f2', '#b98af0'] : ['#f58ac0', '#a98af0'];
	const head =
		'M2 -30 C-12 -28 -26 -8 -40 8 C-44 20 -36 26 -26 22 L-8 14 C-10 26 -18 34 -20 44 L36 44 C40 14 34 -26 2 -30 Z';
	return [
		path('M-16 -24 L-32 -46 L-4 -30 Z', body(gold, goldRim)),
		path(`M6 -34 C34 -36 50 -8 ${flow} 44 L22 44 C26 16 18 -12 2 -24 Z`, body(back, '#5f45a0')),
		path(head, solid(ink)),
		path('M4 -28 L10 -45 L18 -24 Z', lit(ink)),
		path(
			'M-14 -24 C2 -40 26 -28 28 -2 C30 12 26 24 26 36 C18 28 16 14 16 4 C14 -10 4 -16 -14 -24 Z',
			body(front, '#a8447c'),
		),
		ellipse(-10, -4, 4.5, between(random, 5, 6.5), detail(seen(ink))),
		circle(-33, 14, 3, detail(ink.name === 'black' ? ink.light : ink.rim)),
	];
}

function slime(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -36, -26));
	const wide = short(between(random, 30, 36));
	const left = `C-46 36 -50 26 -40 20 C-34 14 -${wide} ${top} 0 ${top}`;
	const right = `C${wide} ${top} 34 14 40 20 C50 26 46 36 34 36`;
	return [
		path(`M-34 36 ${left} ${right} Z`, solid(ink)),
		...both(ellipse(13, 4, 6, between(random, 7, 9), detail(seen(ink)))),
		path('M-9 16 Q0 19 9 16 Q8 26 0 26 Q-8 26 -9 16 Z', detail(seen(ink))),
		ellipse(-15, -15, 7, 4.5, shine(ink.name === 'white' ? paper : ink.light)),
		circle(-25, -3, 3.5, shine(ink.light)),
		ellipse(33, 28, 6, 3, shine(ink.light)),
	];
}

function ghost(ink: Ink, random: Random): Mark[] {
	const hem = short(between(random, 22, 30));
	const waves = `Q27 50 19 38 Q10 ${hem} 0 40 Q-10 ${hem} -19 38 Q-27 50 -34 42`;
	const arm = [ellipse(9, 0, 13, 7.5, solid(ink))];
	return [
		...both(...placed(arm, 26, 2, between(random, -50, 10), 1)),
		path(`M-34 42 L-32 -10 C-30 -56 30 -56 32 -10 L34 42 ${waves} Z`, solid(ink)),
		...both(ellipse(12, -14, 6, 8.5, detail(seen(ink)))),
		ellipse(0, 6, between(random, 6, 9), between(random, 7, 9), detail(seen(ink))),
	];
}

function skull(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 46, 54));
	const hole = detail(ink.name === 'black' ? '#f3e9d6' : night);
	return [
		path('M-22 16 L22 16 L20 42 Q0 47 -20 42 Z', lit(ink)),
		path(
			`M-26 22 C-${wide} 14 -46 -44 0 -44 C46 -44 ${wide} 14 26 22 Q20 26 18 30 L-18 30 Q-20 26 -26 22 Z`,
			solid(ink),
		),
		...both(ellipse(16, -6, 11, between(random, 11, 13), hole)),
		path('M0 8 L8 20 L-8 20 Z', hole),
		...[-10, 0, 10].map(x => box(x - 2, 30, 4, 13, 1, hole)),
	];
}

function robot(ink: Ink, random: Random): Mark[] {
	const metal = solid(ink);
	const limb = stroke(ink.dark, ink.rim, 7);
	const wide = between(random, 25, 31);
	const lamp = ink.name === 'yellow' ? '#e0483e' : glow;
	return [
		path('M0 -34 L0 -42', stroke(ink.dark, ink.rim, 4)),
		circle(0, -41, 5, body(lamp, ink.rim)),
		...both(path(`M20 12 L36 14 L36 ${short(between(random, 22, 30))}`, limb), box(5, 30, 15, 14, 3, shaded(ink))),
		...both(box(wide - 4, -24, 10, 14, 3, shaded(ink))),
		box(-23, 2, 46, 32, 6, metal),
		box(-14, 11, 28, 15, 3, surface(ink.light)),
		...[-7, 7].map((x, at) => circle(x, 18.5, 4, detail(at ? '#e0483e' : '#36b37e'))),
		box(-wide, -34, 2 * wide, 36, 8, metal),
		...both(circle(13, -20, 8, surface(lamp)), circle(13, -20, 4, detail(night))),
		box(-13, -8, 26, 5, 2, detail(seen(ink))),
	];
}

function alien(ink: Ink, random: Random): Mark[] {
	const skin = solid(ink);
	const wide = short(between(random, 44, 52));
	const eye = placed([ellipse(0, 0, 8, 12.5, detail(seen(ink)))], 16, -14, 24, 1);
	return [
		...both(path('M8 16 Q22 20 24 38', stroke(ink.middle, ink.rim, 6))),
		path('M-11 12 L11 12 L15 44 L-15 44 Z', skin),
		path(`M0 18 C-14 18 -${wide} -8 -34 -30 C-24 -48 24 -48 34 -30 C${wide} -8 14 18 0 18 Z`, skin),
		...both(
			...eye,
			...placed([ellipse(0, 0, 2.5, 4, shine(ink.name === 'black' ? '#c9ccd6' : paper))], 18, -19, 24, 1),
		),
		path('M-6 7 L6 7 L4 11 L-4 11 Z', detail(seen(ink))),
	];
}

function monster(ink: Ink, random: Random): Mark[] {
	const eye = between(random, 13, 16);
	const fur =
		'L38 14 L46 22 L36 26 L42 36 L30 34 L26 44 L16 37 L8 45 L0 38 L-8 45 L-16 37 L-26 44 L-30 34 L-42 36 L-36 26 L-46 22 L-38 14';
	return [
		...both(path('M14 -28 C18 -32 20 -38 18 -46 C32 -42 36 -30 30 -18 Z', body(cream, creamRim))),
		path(`M-36 2 C-36 -48 36 -48 36 2 ${fur} Z`, solid(ink)),
		circle(0, -10, eye, body(paper, ink.rim)),
		circle(0, -9, eye - 7, detail(night)),
		path('M-22 10 Q0 16 22 10 Q20 29 0 29 Q-20 29 -22 10 Z', detail('#5c1a2c')),
		...both(path('M6 13 L16 12 L12 21 Z', surface(paper))),
	];
}

function snowman(ink: Ink, random: Random): Mark[] {
	const snow = solid(ink);
	const scarf = ink.name === 'red' ? body('#2f6fd0', '#173c78') : body(scarlet, scarletRim);
	const lift = short(between(random, -14, 6));
	const hat = body('#3a3640', '#17151b');
	return [
		...both(path(`M20 12 L38 ${lift} L44 ${lift}`, stroke(wood, woodRim, 3))),
		circle(0, 20, between(random, 24, 27), snow),
		...[18, 31].map(y => circle(0, y, 3.5, detail(seen(ink)))),
		circle(0, -13, 19, snow),
		path('M7 4 L16 2 L18 19 L10 20 Z', scarf),
		path('M-18 -2 Q0 7 18 -2 L19 4 Q0 13 -19 4 Z', scarf),
		box(-11, -45, 22, 16, 2, hat),
		box(-18, -32, 36, 5, 2.5, hat),
		...eyes(ink, 7, -17, 3),
		path('M-2 -14 L-22 -7 L-1 -6 Z', body(orange, orangeRim)),
	];
}

function scarecrow(ink: Ink, random: Random): Mark[] {
	const hem = short(between(random, 20, 26));
	return [
		box(-4, 20, 8, 25, 1, body(wood, woodRim)),
		...both(path('M36 0 L46 -3 L44 4 L46 11 L36 10 Z', straw), path(`M6 30 L${hem} 30 L20 40 L14 36 L8 41 Z`, straw)),
		path(`M-38 -4 L38 -4 L38 14 L18 13 L${hem} 33 L-${hem} 33 L-18 13 L-38 14 Z`, solid(ink)),
		box(4, 14, 12, 11, 1, surface(ink.light)),
		box(-28, 1, 9, 9, 1, surface(ink.dark)),
		circle(0, -17, 16, body(cream, creamRim)),
		...both(circle(6, -18, 3.2, detail(night)), box(-1, -9, 7, 3.5, 0, detail(wood))),
		path('M-14 -6 Q0 4 14 -6 L17 3 Q0 11 -17 3 Z', shaded(ink)),
		...placed(
			[
				path('M-28 0 Q0 -9 28 0 Q0 9 -28 0 Z', straw),
				path('M-15 -3 L-8 -19 L7 -17 L15 -3 Q0 2 -15 -3 Z', straw),
				path('M-15 -3 L-13 -8 Q0 -4 13 -8 L15 -3 Q0 2 -15 -3 Z', surface(ink.middle)),
			],
			0,
			-26,
			between(random, -8, 8),
			1,
		),
	];
}
