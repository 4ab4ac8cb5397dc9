/** Treasures, and what they are kept in. */
import { glass, glassRim, gold, goldRim, night, paper, type Ink } from '../inks.ts';
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
	short,
	stroke,
	surface,
	type Mark,
} from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { groove, lit, shaded, solid } from './paints.ts';
import { points } from './parts.ts';

export const treasures: readonly Noun[] = [
	{ name: 'coin', also: ['token', 'penny'], usual: 'yellow', draw: coin },
	{ name: 'key', also: ['door key'], usual: 'yellow', draw: key },
	{ name: 'chest', also: ['treasure chest', 'treasure box'], usual: 'brown', draw: chest },
	{ name: 'scroll', also: ['parchment', 'papyrus'], usual: 'beige', draw: scroll },
	{ name: 'ring', also: ['finger ring', 'wedding ring', 'engagement ring'], usual: 'yellow', draw: ring },
	{ name: 'crown', also: ['royal crown'], usual: 'yellow', draw: crown },
];

function coin(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 33, 38);
	const sign = pick(random, [
		box(-6, -20, 12, 40, 4, detail(ink.dark)),
		polygon(around(10, [19, 8.5]), detail(ink.dark)),
		polygon(around(4, [21, 14]), detail(ink.dark)),
	]);
	return [
		ellipse(5, 0, wide, 42, shaded(ink)),
		ellipse(-4, 0, wide, 42, solid(ink)),
		ellipse(-4, 0, wide - 9, 32, surface(ink.light)),
		...placed([sign], -4, 0, 0, 1),
	];
}

function key(ink: Ink, random: Random): Mark[] {
	const round = short(between(random, 14, 17));
	const teeth = chance(random, 0.5) ? 'M0 24 H17 M0 42 H17' : 'M0 40 H18 M0 22 H12';
	const bow = `M-${round} -28 A${round} ${round} 0 1 1 ${round} -28 A${round} ${round} 0 1 1 -${round} -28`;
	return placed([path(`${bow} M0 -12 V48 ${teeth}`, stroke(ink.middle, ink.rim, 12))], -1, -1, 28, 0.98);
}

function chest(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -44, -36));
	const bands = [-30, 21].map(x => box(x, -4, 9, 42, 0, surface(gold)));
	return [
		path(`M-42 -4 V-10 Q-42 ${top} -22 ${top} H22 Q42 ${top} 42 -10 V-4Z`, shaded(ink)),
		box(-42, -4, 84, 44, 3, solid(ink)),
		...bands,
		box(-44, -9, 88, 9, 2, lit(ink)),
		box(-10, -13, 20, 24, 4, body(gold, goldRim)),
		circle(0, -1, 4, detail(night)),
	];
}

function scroll(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 26, 31);
	const lines = [-16, -3, 10].map((y, at) => {
		const length = at === 2 ? between(random, 18, 28) : 36;
		return box(-18, y, length, 5, 2, groove(ink));
	});
	const roll = box(-wide - 10, -44, 2 * wide + 20, 17, 8, shaded(ink));
	return [box(-wide, -34, 2 * wide, 68, 0, solid(ink)), ...lines, roll, ...placed([roll], 0, 71, 0, 1)];
}

function ring(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 20, 25);
	const edge = short(wide);
	const flat = short(wide - 10);
	return [
		circle(0, 18, 22, stroke(ink.middle, ink.rim, 13)),
		path('M-14 -14 H14 L8 2 H-8Z', shaded(ink)),
		path(`M-${flat} -46 H${flat} L${edge} -32 L0 -6 L-${edge} -32Z`, body(glass, glassRim)),
		path('M-8 -32 H8 L0 -8Z', surface(paper)),
	];
}

function crown(ink: Ink, random: Random): Mark[] {
	const tall = between(random, -38, -30);
	const balls = points([-40, -18, 0, tall, 40, -18]);
	return [
		path(`M-34 34 L-40 -16 L-18 6 L0 ${short(tall)} L18 6 L40 -16 L34 34Z`, solid(ink)),
		...balls.map(([x, y]) => circle(x, y, 7, lit(ink))),
		box(-36, 22, 72, 18, 4, shaded(ink)),
		...[-20, 0, 20].map(x => circle(x, 31, 4.5, detail(ink.name === 'white' ? gold : paper))),
	];
}
