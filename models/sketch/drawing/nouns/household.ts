/** What else stands, hangs or lies about in a home. */
import { cream, glass, glassRim, goldRim, night, paper, steel, steelRim, wood, woodRim, type Ink } from '../inks.ts';
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
	type Paint,
} from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { brass, hole, iron, lit, shaded, slate, solid } from './paints.ts';
import { both } from './parts.ts';

export const household: readonly Noun[] = [
	{ name: 'clock', also: ['alarm clock', 'table clock'], usual: 'red', draw: clock },
	{ name: 'mirror', also: ['vanity mirror', 'looking glass', 'standing mirror'], usual: 'purple', draw: mirror },
	{ name: 'bathtub', also: ['bath', 'tub', 'bath tub'], usual: 'white', draw: bathtub },
	{ name: 'fridge', also: ['refrigerator', 'freezer'], usual: 'cyan', draw: fridge },
	{ name: 'fireplace', also: ['hearth', 'fireside', 'chimneypiece'], usual: 'red', draw: fireplace },
	{ name: 'vase', also: ['urn', 'flower vase', 'amphora'], usual: 'teal', draw: vase },
	{ name: 'picture frame', also: ['painting', 'photo frame', 'framed picture'], usual: 'brown', draw: pictureFrame },
	{ name: 'umbrella', also: ['parasol', 'brolly'], usual: 'red', draw: umbrella },
	{ name: 'gift', also: ['present', 'gift box', 'birthday present'], usual: 'red', draw: gift },
	{ name: 'balloon', also: ['party balloon', 'toy balloon'], usual: 'red', draw: balloon },
	{ name: 'pillow', also: ['cushion', 'throw pillow'], usual: 'purple', draw: pillow },
];

function clock(ink: Ink, random: Random): Mark[] {
	const hour = between(random, 0, 360);
	const minute = pick(random, [0, 90, 180, 270]);
	const bell = placed([path('M-15 0A15 13 0 0 1 15 0Z', shaded(ink))], 25, -29, 40, 1);
	const foot = [path('M18 32L28 45L34 41L26 28Z', shaded(ink))];
	return [
		...both(...foot),
		box(-4, -45, 8, 14, 2, shaded(ink)),
		...both(...bell),
		circle(0, 4, 38, solid(ink)),
		circle(0, 4, 26, body(paper, ink.rim)),
		...placed([box(-3, -15, 6, 18, 2, detail(night))], 0, 4, hour, 1),
		...placed([box(-2.5, -22, 5, 24, 2, detail(night))], 0, 4, minute, 1),
		circle(0, 4, 4, detail(ink.name === 'white' ? night : ink.dark)),
	];
}

function mirror(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 31, 37);
	return [
		box(-6, 20, 12, 20, 0, shaded(ink)),
		path('M-28 45Q-26 34 0 34Q26 34 28 45Z', shaded(ink)),
		circle(0, -40, 6, lit(ink)),
		ellipse(0, -8, wide, 33, solid(ink)),
		ellipse(
			0,
			-8,
			wide - 10,
			23,
			body(ink.name === 'white' ? '#a9cde2' : glass, ink.name === 'white' ? glassRim : ink.rim),
		),
		path('M-11 -4L3 -22M-3 7L11 -10', stroke(paper, paper, 4)),
	];
}

function bathtub(ink: Ink, random: Random): Mark[] {
	const foam = body(ink.name === 'white' ? '#bfe0f2' : '#eaf6fc', '#7fa9c4');
	const size = between(random, 7, 10);
	return [
		path('M34 0V-28Q34 -36 26 -36H20V-26', stroke(steel, steelRim, 6)),
		...[-30, -16, -2, 11].map((x, at) => circle(x, -6 - (at % 2) * 5, size, foam)),
		circle(-18, -26, size - 3, foam),
		...[-26, 18].map(x => path(`M${x} 26H${x + 10}L${x + 8} 41H${x - 1}Z`, body(brass(ink), goldRim))),
		path('M-42 0H42Q42 32 22 32H-22Q-42 32 -42 0Z', solid(ink)),
		box(-46, -6, 92, 11, 5, lit(ink)),
		path('M-34 10Q-32 24 -20 25L-22 26Q-36 24 -38 10Z', shine(ink.light)),
	];
}

function fridge(ink: Ink, random: Random): Mark[] {
	const half = between(random, 26, 30);
	const split = between(random, -16, -10);
	const grip = body(ink.name === 'white' || ink.name === 'gray' ? slate : steel, steelRim);
	return [
		...[-half + 4, half - 12].map(x => box(x, 38, 8, 8, 1, body(night, night))),
		box(-half, -45, 2 * half, 87, 8, solid(ink)),
		path(`M${short(6 - half)} ${short(split - 8)}V-38H${short(12 - half)}V${short(split - 8)}Z`, shine(ink.light)),
		box(-half, split - 2, 2 * half, 5, 0, detail(ink.rim)),
		box(half - 15, split - 21, 7, 14, 3, grip),
		box(half - 15, split + 9, 7, 24, 3, grip),
	];
}

function fireplace(ink: Ink, random: Random): Mark[] {
	const joint = hole(ink);
	const tip = short(between(random, -8, 0));
	return [
		box(-40, -28, 80, 72, 0, solid(ink)),
		...[-12, 4, 20].flatMap(y => [-40, 27].map(x => box(x, y, 13, 4, 0, joint))),
		...[-14, 10].map(x => box(x, -27, 4, 12, 0, joint)),
		path('M-23 44V4Q-23 -12 0 -12Q23 -12 23 4V44Z', body(ink.name === 'black' ? iron : night, ink.rim)),
		path(`M-16 36Q-20 18 -8 10Q-6 16 -3 16Q-4 4 3 ${tip}Q4 8 10 12Q20 22 16 36Z`, detail('#ff8a24')),
		path('M-8 36Q-10 26 0 18Q10 26 8 36Z', surface('#ffdf5e')),
		box(-19, 34, 38, 9, 4, body(wood, woodRim)),
		box(-46, -42, 92, 15, 2, lit(ink)),
	];
}

function vase(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 34, 44);
	const neck = between(random, 9, 12);
	const left = `M${short(-neck - 8)} -44Q${short(-neck)} -36 ${short(-neck)} -26C${short(-wide)} -18 ${short(-wide)} 22 -16 44`;
	const right = `H16C${short(wide)} 22 ${short(wide)} -18 ${short(neck)} -26Q${short(neck)} -36 ${short(neck + 8)} -44Z`;
	const reach = wide * 0.77;
	return [
		path(left + right, solid(ink)),
		path(`M${short(-reach)} -6L${short(reach)} -6L${short(reach - 1)} 8L${short(1 - reach)} 8Z`, surface(ink.dark)),
		...[-16, 0, 16].map(x =>
			path(`M${x - 7} 1L${x} -5L${x + 7} 1L${x} 7Z`, detail(ink.name === 'white' ? '#4a78c8' : cream)),
		),
		ellipse(0, -43, neck + 9, 4.5, body(ink.rim, ink.rim)),
	];
}

function pictureFrame(ink: Ink, random: Random): Mark[] {
	const hill = between(random, 0, 8);
	return [
		path('M-22 -30L0 -44L22 -30', stroke(ink.dark, ink.dark, 3)),
		circle(0, -43, 4, detail(ink.rim)),
		box(-46, -32, 92, 74, 2, solid(ink)),
		box(-38, -24, 76, 58, 0, surface(ink.light)),
		box(-32, -18, 64, 46, 0, body('#a9dcf5', ink.rim)),
		circle(17, -7, 6.5, detail('#f8c93a')),
		path(`M-30 26V14L-12 ${short(hill - 12)}L6 14L16 ${short(hill)}L30 14V26Z`, surface('#58a55c')),
	];
}

function umbrella(ink: Ink, random: Random): Mark[] {
	const top = between(random, -40, -34);
	const lean = between(random, -16, 16);
	const marks = [
		path('M0 0V32Q0 42 9 42Q18 42 18 32', stroke(ink.name === 'brown' ? steel : wood, woodRim, 6)),
		box(-3, top - 8, 6, 12, 2, body(wood, woodRim)),
		path(
			`M-45 6C-42 ${short(top - 12)} 42 ${short(top - 12)} 45 6Q38 -2 30 -2Q20 -2 15 6Q8 -1 0 -1Q-8 -1 -15 6Q-20 -2 -30 -2Q-38 -2 -45 6Z`,
			solid(ink),
		),
		path(`M-15 6Q-14 -20 0 ${short(top + 4)}Q14 -20 15 6Q8 -1 0 -1Q-8 -1 -15 6Z`, surface(ink.light)),
	];
	return placed(marks, 0, 0, lean, 1);
}

function gift(ink: Ink, random: Random): Mark[] {
	const half = between(random, 31, 36);
	const tied = ribbon(ink);
	const loop = [path(`M0 -18C6 -46 30 -48 30 -32C30 -22 12 -18 0 -18Z`, tied)];
	return [
		box(-half, -4, 2 * half, 48, 2, solid(ink)),
		box(-half - 7, -18, 2 * half + 14, 18, 3, lit(ink)),
		box(-7, -18, 14, 62, 0, tied),
		...both(...loop),
		circle(0, -20, 7, tied),
	];
}

function balloon(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 38, 44);
	const bend = short(between(random, -12, 12));
	const side = short(wide * 1.34);
	return [
		path(`M0 20Q${bend} 32 0 45`, stroke(ink.dark, ink.dark, 4)),
		path('M0 14L-8 25H8Z', shaded(ink)),
		path(`M0 18C-${short(wide * 0.7)} 10 -${side} -45 0 -46C${side} -45 ${short(wide * 0.7)} 10 0 18Z`, solid(ink)),
		ellipse(-11, -27, 5, 9, shine(ink.name === 'white' ? paper : ink.light)),
	];
}

function pillow(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 40, 45);
	const high = between(random, 28, 34);
	const at = (across: number, down: number) => `${short(across * wide)} ${short(down * high)}`;
	const top = `M${at(-1, -1)}C${at(-0.7, -0.7)} ${at(-0.6, -1)} ${at(0, -1)}C${at(0.6, -1)} ${at(0.7, -0.7)} ${at(1, -1)}`;
	const right = `C${at(0.8, -0.6)} ${at(1, -0.5)} ${at(1, 0)}C${at(1, 0.5)} ${at(0.8, 0.6)} ${at(1, 1)}`;
	const bottom = `C${at(0.7, 0.7)} ${at(0.6, 1)} ${at(0, 1)}C${at(-0.6, 1)} ${at(-0.7, 0.7)} ${at(-1, 1)}`;
	const left = `C${at(-0.8, 0.6)} ${at(-1, 0.5)} ${at(-1, 0)}C${at(-1, -0.5)} ${at(-0.8, -0.6)} ${at(-1, -1)}Z`;
	const crease = [path(`M${at(0.86, 0.82)}L${at(0.45, 0.55)}L${at(0.56, 0.38)}Z`, detail(ink.dark))];
	const pair = [...both(...crease)];
	const marks = [
		path(top + right + bottom + left, solid(ink)),
		ellipse(-wide * 0.3, -high * 0.45, 13, 6, shine(ink.light)),
		...pair,
		...placed(pair, 0, 0, 180, 1),
		circle(0, 0, 5.5, detail(ink.rim)),
	];
	return placed(marks, 0, 0, between(random, -12, 12), 1);
}

/** Paints a ribbon that is seen on this ink. */
function ribbon(ink: Ink): Paint {
	return ['yellow', 'orange', 'beige', 'lime'].includes(ink.name)
		? body('#d8423e', '#8a1f20')
		: body('#ffd34d', goldRim);
}
