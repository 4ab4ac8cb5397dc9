/** Signs of user interfaces. */
import { glass, paper, type Ink } from '../inks.ts';
import {
	around,
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
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { contrast, lit, seen, shaded, solid } from './paints.ts';

export const symbols: readonly Noun[] = [
	{ name: 'play button', also: ['play icon', 'play symbol'], usual: 'green', draw: playButton },
	{ name: 'pause button', also: ['pause icon', 'pause symbol'], usual: 'orange', draw: pauseButton },
	{ name: 'gear', also: ['cog', 'cogwheel', 'settings icon'], usual: 'gray', draw: gear },
	{
		name: 'magnifying glass',
		also: ['magnifier', 'search icon', 'loupe'],
		plural: 'magnifying glasses',
		usual: 'blue',
		draw: magnifyingGlass,
	},
	{ name: 'lock', also: ['padlock'], usual: 'yellow', draw: lock },
	{ name: 'speech bubble', also: ['chat bubble', 'speech balloon', 'comment'], usual: 'cyan', draw: speechBubble },
	{ name: 'envelope', also: ['letter', 'mail', 'email'], usual: 'beige', draw: envelope },
	{ name: 'location pin', also: ['map pin', 'map marker', 'place marker'], usual: 'red', draw: locationPin },
	{ name: 'bookmark', also: ['bookmark ribbon'], usual: 'red', draw: bookmark },
	{ name: 'eye', also: ['eyeball'], usual: 'blue', draw: eye },
	{ name: 'thumbs up', also: ['like button', 'thumb up'], plural: 'thumbs up', usual: 'blue', draw: thumbsUp },
	{ name: 'smiley', also: ['smiley face', 'happy face', 'smiling face'], usual: 'yellow', draw: smiley },
	{ name: 'sad face', also: ['frowny face', 'sad smiley', 'unhappy face'], usual: 'yellow', draw: sadFace },
	{
		name: 'lightning',
		also: ['lightning bolt', 'thunderbolt'],
		plural: 'lightning bolts',
		usual: 'yellow',
		draw: lightning,
	},
	{ name: 'music note', also: ['musical note', 'quaver'], usual: 'black', draw: musicNote },
	{ name: 'warning sign', also: ['alert', 'caution sign', 'danger sign'], usual: 'yellow', draw: warningSign },
	{ name: 'question mark', also: ['help icon'], usual: 'blue', draw: questionMark },
	{ name: 'exclamation mark', also: ['exclamation point'], usual: 'red', draw: exclamationMark },
	{ name: 'shopping cart', also: ['shopping trolley', 'cart icon'], usual: 'red', draw: shoppingCart },
];

function playButton(ink: Ink, random: Random): Mark[] {
	const sign = path('M-14 -24 L27 0 L-14 24 Z', detail(contrast(ink)));
	return [button(ink, random), ...placed([sign], 0, 0, 0, between(random, 0.85, 1.05))];
}

function pauseButton(ink: Ink, random: Random): Mark[] {
	const high = between(random, 19, 24);
	const bar = (x: number) => box(x, -high, 12, 2 * high, 2, detail(contrast(ink)));
	return [button(ink, random), bar(-18), bar(6)];
}

function gear(ink: Ink, random: Random): Mark[] {
	const teeth = pick(random, [6, 7, 8]);
	const hole = short(between(random, 12, 16));
	// The hole runs against the teeth, so that it stays open.
	const inner = `M${hole} 0 A${hole} ${hole} 0 1 0 -${hole} 0 A${hole} ${hole} 0 1 0 ${hole} 0 Z`;
	const edge = around(teeth * 4, [45, 45, 32, 32]).map(([x, y]) => `${short(x)} ${short(y)}`);
	return [path(`M${edge.join('L')}Z${inner}`, solid(ink))];
}

function magnifyingGlass(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 27, 31);
	return [
		...placed([box(-8, 20, 16, 42, 6, shaded(ink))], -10, -10, -45, 1),
		circle(-10, -10, radius, solid(ink)),
		circle(-10, -10, radius - 10, surface(glass)),
		ellipse(-16, -17, 6, 4, shine(paper)),
	];
}

function lock(ink: Ink, random: Random): Mark[] {
	const half = between(random, 30, 36);
	const hole = seen(ink);
	return [
		path('M-19 0 V-18 A19 19 0 0 1 19 -18 V0', stroke(ink.dark, ink.rim, 10)),
		box(-half, -8, 2 * half, 50, 8, solid(ink)),
		circle(0, 11, 7, detail(hole)),
		path('M-3 12 H3 L6 30 H-6 Z', detail(hole)),
	];
}

function speechBubble(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, -30, -14));
	const round = 'V8 Q44 24 28 24 H2';
	const bubble = `M-28 -38 H28 Q44 -38 44 -22 ${round} L${foot} 43 L-18 24 H-28 Q-44 24 -44 8 V-22 Q-44 -38 -28 -38 Z`;
	const dots = [-21, 0, 21].map(x => circle(x, -7, 6, detail(contrast(ink))));
	const lines = [box(-28, -20, 56, 8, 4, detail(contrast(ink))), box(-28, -2, 36, 8, 4, detail(contrast(ink)))];
	return [path(bubble, solid(ink)), ...(chance(random, 0.7) ? dots : lines)];
}

function envelope(ink: Ink, random: Random): Mark[] {
	const half = between(random, 28, 33);
	const flap = `M-44 ${short(-half)} H44 L4 ${short(between(random, 4, 12))} H-4 Z`;
	return [box(-44, -half, 88, 2 * half, 4, solid(ink)), path(flap, lit(ink))];
}

function locationPin(ink: Ink, random: Random): Mark[] {
	const pin = 'M0 45 C-8 26 -31 10 -31 -14 A31 31 0 0 1 31 -14 C31 10 8 26 0 45 Z';
	return [path(pin, solid(ink)), circle(0, -14, between(random, 10, 14), detail(contrast(ink)))];
}

function bookmark(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 24, 30));
	const notch = short(between(random, 18, 27));
	const ribbon = `M-${half} -40 Q-${half} -44 -20 -44 H20 Q${half} -44 ${half} -40 V44 L0 ${notch} L-${half} 44 Z`;
	return [path(ribbon, solid(ink)), box(-16, -35, 8, 40, 4, shine(ink.light))];
}

function eye(ink: Ink, random: Random): Mark[] {
	const open = between(random, 54, 64);
	const almond = (wide: number, high: number) =>
		`M${-wide} 0 Q0 ${short(-high)} ${wide} 0 Q0 ${short(high)} ${-wide} 0 Z`;
	return [
		path(almond(45, open), solid(ink)),
		path(almond(34, open * 0.64), surface(ink.name === 'white' ? ink.dark : paper)),
		circle(0, 0, 16, solid(ink)),
		circle(0, 0, 8, detail(seen(ink))),
		circle(-5, -6, 3.5, shine(paper)),
	];
}

function thumbsUp(ink: Ink, random: Random): Mark[] {
	const tip = short(between(random, -48, -42));
	const finger = (y: number, width: number) => box(2, y, width, 17, 8, solid(ink));
	return [
		path(`M-26 -4 C-12 -10 -8 -24 -8 -36 C-8 ${tip} 14 ${tip} 14 -28 L10 -4 H20 V41 H-26 Z`, solid(ink)),
		finger(-9, 42),
		finger(8, 40),
		finger(25, 35),
		box(-44, -6, 19, 49, 4, shaded(ink)),
	];
}

function smiley(ink: Ink, random: Random): Mark[] {
	const deep = chance(random, 0.4) ? 8 : 24;
	return face(ink, random, `M-25 8 Q0 46 25 8 Q0 ${deep} -25 8 Z`);
}

function sadFace(ink: Ink, random: Random): Mark[] {
	return face(ink, random, `M-24 31 Q0 ${short(between(random, -8, -2))} 24 31 Q0 14 -24 31 Z`);
}

function lightning(ink: Ink, random: Random): Mark[] {
	const top = between(random, 14, 22);
	return [path(`M${short(top - 22)} -46 H${short(top + 4)} L6 -12 H30 L-16 46 L-4 6 H-28 Z`, solid(ink))];
}

function musicNote(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 14, 18);
	const head = (x: number, y: number) => placed([ellipse(0, 0, wide, 12, solid(ink))], x, y, -20, 1);
	if (chance(random, 0.5))
		return [path('M-21 30 V-33 L40 -44 V20 H31 V-20 L-12 -12 V30 Z', solid(ink)), ...head(-26, 31), ...head(26, 22)];
	return [path('M0 30 V-44 H9 C11 -24 38 -22 30 8 C26 -6 18 -8 9 -10 V30 Z', solid(ink)), ...head(-7, 30)];
}

function warningSign(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 40, 45));
	const sign = detail(seen(ink));
	return [
		path(`M-7 -38 Q0 -46 7 -38 L${half} 30 Q${half} 40 35 40 H-35 Q-${half} 40 -${half} 30 Z`, solid(ink)),
		path('M-6 -17 Q0 -22 6 -17 L4 15 H-4 Z', sign),
		circle(0, 26, 6, sign),
	];
}

function questionMark(ink: Ink, random: Random): Mark[] {
	const hole = short(between(random, 8, 12));
	const inner = short(-17 + Number(hole));
	const hook = `M-27 -17 A27 27 0 1 1 9 8.5 V18 H-9 V${inner} H0 A${hole} ${hole} 0 1 0 -${hole} -17 Z`;
	return [path(hook, solid(ink)), circle(0, 34, 10.5, solid(ink))];
}

function exclamationMark(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 13, 17));
	return [
		path(`M-${half} -36 Q-${half} -45 0 -45 Q${half} -45 ${half} -36 L7 16 H-7 Z`, solid(ink)),
		circle(0, 34, 11, solid(ink)),
	];
}

function shoppingCart(ink: Ink, random: Random): Mark[] {
	const low = between(random, 8, 14);
	const bar = (x: number) => box(x, -14, 5, low + 6, 2, detail(ink.name === 'black' ? ink.light : ink.rim));
	return [
		path('M-44 -36 H-32 L-16 24 H34', stroke(ink.dark, ink.rim, 6)),
		path(`M-28 -24 H44 L35 ${short(low)} H-19 Z`, solid(ink)),
		...[-10, 6, 22].map(bar),
		...[-10, 28].map(x => circle(x, 36, 8, shaded(ink))),
	];
}

function button(ink: Ink, random: Random): Mark {
	return chance(random, 0.7) ? circle(0, 0, 42, solid(ink)) : box(-40, -40, 80, 80, 18, solid(ink));
}

function face(ink: Ink, random: Random, mouth: string): Mark[] {
	const high = between(random, 7, 10);
	const paint = detail(seen(ink));
	return [circle(0, 0, 43, solid(ink)), ...[-15, 15].map(x => ellipse(x, -11, 5.5, high, paint)), path(mouth, paint)];
}
