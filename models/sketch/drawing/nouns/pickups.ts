/** Things to find, win and carry. */
import { cream, glass, glassRim, gold, goldRim, lamplight, night, paper, steel, steelRim, wood } from '../inks.ts';
import { woodRim, type Ink } from '../inks.ts';
import { around, body, box, circle, detail, ellipse, mirrored, path, placed, polygon, shine } from '../marks.ts';
import { short, stroke, surface, type Mark } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const pickups: readonly Noun[] = [
	{ name: 'coin', also: ['token', 'penny'], usual: 'yellow', draw: coin },
	{ name: 'key', also: ['door key'], usual: 'yellow', draw: key },
	{ name: 'chest', also: ['treasure chest', 'treasure box'], usual: 'brown', draw: chest },
	{ name: 'scroll', also: ['parchment', 'papyrus'], usual: 'beige', draw: scroll },
	{ name: 'ring', also: ['finger ring', 'wedding ring', 'engagement ring'], usual: 'yellow', draw: ring },
	{ name: 'crown', also: ['royal crown'], usual: 'yellow', draw: crown },
	{ name: 'backpack', also: ['rucksack', 'knapsack', 'school bag'], usual: 'green', draw: backpack },
	{ name: 'lantern', also: ['oil lamp', 'oil lantern'], usual: 'black', draw: lantern },
	{ name: 'torch', also: ['flaming torch'], plural: 'torches', usual: 'brown', draw: torch },
	{ name: 'candle', also: ['candlestick'], usual: 'white', draw: candle },
	{ name: 'map', also: ['treasure map', 'folded map'], usual: 'beige', draw: map },
	{ name: 'compass', also: ['navigation compass'], plural: 'compasses', usual: 'yellow', draw: compass },
	{ name: 'hourglass', also: ['sand timer', 'sandglass'], plural: 'hourglasses', usual: 'brown', draw: hourglass },
	{ name: 'feather', also: ['quill', 'plume'], usual: 'cyan', draw: feather },
	{ name: 'orb', also: ['crystal ball', 'magic orb'], usual: 'purple', draw: orb },
	{ name: 'trophy', also: ['trophy cup', 'winners cup'], plural: 'trophies', usual: 'yellow', draw: trophy },
	{ name: 'medal', also: ['medallion'], usual: 'yellow', draw: medal },
	{ name: 'flag', also: ['banner'], usual: 'red', draw: flag },
	{ name: 'bell', also: ['hand bell', 'notification bell'], usual: 'yellow', draw: bell },
	{ name: 'dice', also: ['die', 'game dice'], plural: 'dice', usual: 'white', draw: dice },
	{ name: 'barrel', also: ['cask', 'keg'], usual: 'brown', draw: barrel },
	{ name: 'crate', also: ['wooden crate', 'wooden box'], usual: 'brown', draw: crate },
	{ name: 'necklace', also: ['pendant', 'amulet'], usual: 'blue', draw: necklace },
	{ name: 'mask', also: ['theatre mask', 'theater mask'], usual: 'white', draw: mask },
	{ name: 'gem', also: ['jewel', 'gemstone', 'cut gem'], usual: 'blue', draw: gem },
	{ name: 'ticket', also: ['admission ticket', 'raffle ticket'], usual: 'orange', draw: ticket },
];

/** What is written or cut into a body, so that it is seen on black too. */
function mark(ink: Ink): string {
	return ink.name === 'black' ? steel : ink.rim;
}

function coin(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 33, 38);
	const sign = pick(random, [
		box(-6, -20, 12, 40, 4, detail(ink.dark)),
		polygon(around(10, [19, 8.5]), detail(ink.dark)),
		polygon(around(4, [21, 14]), detail(ink.dark)),
	]);
	return [
		ellipse(5, 0, wide, 42, body(ink.dark, ink.rim)),
		ellipse(-4, 0, wide, 42, body(ink.middle, ink.rim)),
		ellipse(-4, 0, wide - 9, 32, surface(ink.light)),
		...placed([sign], -4, 0, 0, 1),
	];
}

function key(ink: Ink, random: Random): readonly Mark[] {
	const r = short(between(random, 14, 17));
	const teeth = chance(random, 0.5) ? 'M0 24 H17 M0 42 H17' : 'M0 40 H18 M0 22 H12';
	const bow = `M-${r} -28 A${r} ${r} 0 1 1 ${r} -28 A${r} ${r} 0 1 1 -${r} -28`;
	return placed([path(`${bow} M0 -12 V48 ${teeth}`, stroke(ink.middle, ink.rim, 12))], -1, -1, 28, 0.98);
}

function chest(ink: Ink, random: Random): readonly Mark[] {
	const top = short(between(random, -44, -36));
	const bands = [-30, 21].map(x => box(x, -4, 9, 42, 0, surface(gold)));
	return [
		path(`M-42 -4 V-10 Q-42 ${top} -22 ${top} H22 Q42 ${top} 42 -10 V-4Z`, body(ink.dark, ink.rim)),
		box(-42, -4, 84, 44, 3, body(ink.middle, ink.rim)),
		...bands,
		box(-44, -9, 88, 9, 2, body(ink.light, ink.rim)),
		box(-10, -13, 20, 24, 4, body(gold, goldRim)),
		circle(0, -1, 4, detail(night)),
	];
}

function scroll(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 26, 31);
	const lines = [-16, -3, 10].map((y, at) => {
		const length = at === 2 ? between(random, 18, 28) : 36;
		return box(-18, y, length, 5, 2, detail(mark(ink)));
	});
	const roll = box(-wide - 10, -44, 2 * wide + 20, 17, 8, body(ink.dark, ink.rim));
	return [box(-wide, -34, 2 * wide, 68, 0, body(ink.middle, ink.rim)), ...lines, roll, ...placed([roll], 0, 71, 0, 1)];
}

function ring(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 20, 25);
	const w = short(wide);
	const flat = short(wide - 10);
	return [
		circle(0, 18, 22, stroke(ink.middle, ink.rim, 13)),
		path('M-14 -14 H14 L8 2 H-8Z', body(ink.dark, ink.rim)),
		path(`M-${flat} -46 H${flat} L${w} -32 L0 -6 L-${w} -32Z`, body(glass, glassRim)),
		path('M-8 -32 H8 L0 -8Z', surface(paper)),
	];
}

function crown(ink: Ink, random: Random): readonly Mark[] {
	const tall = between(random, -38, -30);
	const t = short(tall);
	const balls = [
		[-40, -18],
		[0, tall],
		[40, -18],
	] as const;
	return [
		path(`M-34 34 L-40 -16 L-18 6 L0 ${t} L18 6 L40 -16 L34 34Z`, body(ink.middle, ink.rim)),
		...balls.map(([x, y]) => circle(x, y, 7, body(ink.light, ink.rim))),
		box(-36, 22, 72, 18, 4, body(ink.dark, ink.rim)),
		...[-20, 0, 20].map(x => circle(x, 31, 4.5, detail(ink.name === 'white' ? gold : paper))),
	];
}

function backpack(ink: Ink, random: Random): readonly Mark[] {
	const flap = short(between(random, -4, 4));
	const pocket = box(-44, 2, 18, 32, 8, body(ink.dark, ink.rim));
	return [
		path('M-11 -34 V-38 Q-11 -44 0 -44 Q11 -44 11 -38 V-34', stroke(ink.dark, ink.rim, 7)),
		pocket,
		...mirrored([pocket]),
		path('M-34 40 V-10 Q-34 -36 0 -36 Q34 -36 34 -10 V40 Q34 44 28 44 H-28 Q-34 44 -34 40Z', body(ink.middle, ink.rim)),
		path(`M-34 ${flap} V-10 Q-34 -36 0 -36 Q34 -36 34 -10 V${flap} Q0 14 -34 ${flap}Z`, body(ink.light, ink.rim)),
		box(-23, 16, 46, 22, 6, body(ink.dark, ink.rim)),
		box(-5, -2, 10, 17, 3, body(gold, goldRim)),
	];
}

function lantern(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 25, 30);
	const post = box(wide - 5, -14, 9, 44, 0, body(ink.middle, ink.rim));
	const w = short(wide + 7);
	return [
		circle(0, -33, 11, stroke(ink.dark, ink.rim, 6)),
		box(-wide, -14, 2 * wide, 44, 0, body(lamplight, goldRim)),
		path('M0 -10 C17 6 14 25 0 26 C-14 25 -17 6 0 -10Z', surface('#f5861f')),
		post,
		...mirrored([post]),
		path(
			`M-10 -30 H10 Q${short(wide - 6)} -28 ${w} -10 H-${w} Q-${short(wide - 6)} -28 -10 -30Z`,
			body(ink.middle, ink.rim),
		),
		path(`M-${w} 28 H${w} V35 L${short(wide)} 45 H-${short(wide)} L-${w} 35Z`, body(ink.middle, ink.rim)),
	];
}

function torch(ink: Ink, random: Random): readonly Mark[] {
	const lean = short(between(random, -6, 6));
	const marks = [
		path(`M-17 -8 C-30 -26 -12 -32 ${lean} -54 C6 -40 32 -28 17 -8Z`, body('#f5861f', '#a04a08')),
		path('M-9 -8 C-13 -20 -2 -24 1 -36 C5 -26 13 -20 9 -8Z', surface(lamplight)),
		path('M-9 4 H9 L7 58 H-7Z', body(ink.middle, ink.rim)),
		box(-16, -14, 32, 26, 5, body(ink.middle, ink.rim)),
		path('M-16 -6 L16 -12 V-4 L-16 2Z', surface(ink.dark)),
		box(-11, 44, 22, 12, 4, body(ink.dark, ink.rim)),
	];
	return placed(marks, 0, -1, 30, 0.96);
}

function candle(ink: Ink, random: Random): readonly Mark[] {
	const half = between(random, 14, 18);
	const w = short(half);
	const drip = short(between(random, 2, 14));
	const wax = `M-${w} 34 V-12 Q0 -20 ${w} -12 V34Z`;
	return [
		path('M30 31 A7 7 0 1 1 33 38', stroke(ink.dark, ink.rim, 6)),
		path(wax, body(ink.middle, ink.rim)),
		path(
			`M-${w} -11 Q0 -19 ${w} -11 V${drip} Q${short(half - 4)} 14 ${short(half - 8)} ${drip} V2 Q-6 6 -${w} -2Z`,
			surface(ink.light),
		),
		path('M0 -14 V-22', stroke(night, night, 4)),
		path('M0 -48 C16 -30 10 -20 0 -20 C-10 -20 -16 -30 0 -48Z', body(gold, goldRim)),
		path('M-36 28 H36 Q32 44 18 44 H-18 Q-32 44 -36 28Z', body(ink.dark, ink.rim)),
	];
}

function map(ink: Ink, random: Random): readonly Mark[] {
	const cross = 'M-9 -5 L-5 -9 L0 -4 L5 -9 L9 -5 L4 0 L9 5 L5 9 L0 4 L-5 9 L-9 5 L-4 0Z';
	const warm = ['red', 'brown', 'orange', 'magenta'].includes(ink.name);
	const aim = between(random, -14, -4);
	const way = [
		[-36, 14],
		[-23, 4],
		[-8, 10],
		[5, 2],
	] as const;
	return [
		path('M-44 -36 L-15 -26 V38 L-44 28Z', body(ink.middle, ink.rim)),
		path('M-15 -26 L15 -36 V28 L-15 38Z', body(ink.light, ink.rim)),
		path('M15 -36 L44 -26 V38 L15 28Z', body(ink.middle, ink.rim)),
		...way.map(([x, y]) => box(x, y, 9, 7, 3, detail(mark(ink)))),
		...placed([path(cross, detail(warm ? paper : '#e02f35'))], 28, aim, 0, 1.3),
	];
}

function compass(ink: Ink, random: Random): readonly Mark[] {
	const pale = ink.name === 'white' || ink.name === 'beige';
	const needle = [
		path('M0 -23 L9 0 H-9Z', detail(ink.name === 'red' ? ink.dark : '#e02f35')),
		path('M0 23 L9 0 H-9Z', surface(steel)),
	];
	return [
		circle(0, -38, 6, stroke(ink.dark, ink.rim, 6)),
		circle(0, 5, 38, body(ink.middle, ink.rim)),
		circle(0, 5, 25, surface(pale ? night : cream)),
		...placed(needle, 0, 5, pick(random, [45, -45]) + between(random, -20, 20), 1),
		circle(0, 5, 4, detail(ink.rim)),
	];
}

function hourglass(ink: Ink, random: Random): readonly Mark[] {
	const level = short(between(random, -24, -16));
	const sides = 'M-24 -34 H24 C24 -12 6 -8 6 0 C6 8 24 12 24 34 H-24 C-24 12 -6 8 -6 0 C-6 -8 -24 -12 -24 -34Z';
	const post = box(26, -36, 8, 72, 0, body(ink.dark, ink.rim));
	return [
		post,
		...mirrored([post]),
		path(sides, body(glass, glassRim)),
		path(
			`M-20 ${level} H20 Q16 -10 3 -2 V18 Q18 22 21 34 H-21 Q-18 22 -3 18 V-2 Q-16 -10 -20 ${level}Z`,
			surface(ink.light),
		),
		box(-40, -46, 80, 15, 5, body(ink.middle, ink.rim)),
		box(-40, 31, 80, 15, 5, body(ink.middle, ink.rim)),
	];
}

function feather(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 21, 27);
	const w = short(wide);
	const n = short(wide - 5);
	const right = `C${w} -54 ${short(wide + 3)} -30 ${w} -14 L8 -6 L${w} -8 Q${w} 6 ${n} 10 L8 14 L${n} 15 Q14 30 0 34`;
	const left = `Q-12 32 -${n} 24 L-8 20 L-${w} 17 Q-${w} 2 -${w} -4 L-8 -2 L-${w} -12 C-${w} -34 -14 -50 0 -64Z`;
	const marks = [
		path('M0 30 V60', stroke(ink.dark, ink.rim, 6)),
		path(`M0 -64 ${right} ${left}`, body(ink.middle, ink.rim)),
		path('M-2.5 36 L0 -40 L2.5 36Z', detail(ink.light)),
	];
	return placed(marks, 0, 1, 38, 0.94);
}

function orb(ink: Ink, random: Random): readonly Mark[] {
	const radius = between(random, 32, 36);
	const glint = polygon(around(8, [11, 3.5]), detail(paper));
	return [
		path('M-22 24 H22 L32 44 H-32Z', body(gold, goldRim)),
		circle(0, -8, radius, body(ink.middle, ink.rim)),
		path('M-26 0 Q-12 14 4 4 T28 4 Q22 20 0 22 Q-20 20 -26 0Z', surface(ink.dark)),
		ellipse(-13, -24, 8, 6, shine(ink.light)),
		...placed([glint], between(random, 6, 14), -14, 0, 1),
	];
}

function trophy(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 25, 29);
	const w = short(wide);
	const star = polygon(around(10, [13, 5.5]), detail(ink.name === 'white' ? gold : paper));
	return [
		path(`M-${w} -32 H-40 Q-42 -4 -18 -2 M${w} -32 H40 Q42 -4 18 -2`, stroke(ink.dark, ink.rim, 7)),
		path('M-6 4 H6 L9 30 H-9Z', body(ink.dark, ink.rim)),
		path(`M-${w} -42 H${w} Q${w} 10 0 14 Q-${w} 10 -${w} -42Z`, body(ink.middle, ink.rim)),
		...placed([star], 0, -18, 0, 1),
		box(-24, 28, 48, 16, 3, body(ink.middle, ink.rim)),
	];
}

function medal(ink: Ink, random: Random): readonly Mark[] {
	const radius = between(random, 25, 29);
	const strap = path('M-30 -46 H-8 L10 -8 H-8Z', body(ink.dark, ink.rim));
	const star = polygon(around(10, [14, 6]), detail(ink.name === 'white' ? gold : paper));
	return [
		...mirrored([strap]),
		strap,
		circle(0, 16, radius, body(ink.middle, ink.rim)),
		circle(0, 16, radius - 7, surface(ink.light)),
		...placed([star], 0, 16, 0, 1),
	];
}

function flag(ink: Ink, random: Random): readonly Mark[] {
	const wave = between(random, 8, 15);
	const up = short(-34 - wave);
	const down = short(-34 + wave);
	return [
		path(
			`M-30 -36 C-12 ${up} 6 ${down} 42 -36 V8 C6 ${short(8 + wave)} -12 ${short(8 - wave)} -30 8Z`,
			body(ink.middle, ink.rim),
		),
		path(`M6 -32 C16 -30 28 -32 39 -34 V6 C28 9 16 11 6 9Z`, surface(ink.light)),
		path('M-32 -38 V44', stroke(wood, woodRim, 7)),
		circle(-32, -41, 6, body(gold, goldRim)),
	];
}

function bell(ink: Ink, random: Random): readonly Mark[] {
	const wide = short(between(random, 22, 27));
	return [
		circle(0, -38, 6, stroke(ink.dark, ink.rim, 6)),
		circle(0, 34, 10, body(ink.dark, ink.rim)),
		path(
			`M0 -34 C${wide} -34 ${wide} -8 ${wide} 4 Q${wide} 16 38 24 V30 H-38 V24 Q-${wide} 16 -${wide} 4 C-${wide} -8 -${wide} -34 0 -34Z`,
			body(ink.middle, ink.rim),
		),
		path('M-12 -20 Q-17 -8 -15 10 H-8 Q-10 -8 -5 -24Z', shine(ink.light)),
		box(-38, 22, 76, 9, 4, surface(ink.dark)),
	];
}

function dice(ink: Ink, random: Random): readonly Mark[] {
	const pale = ['white', 'yellow', 'beige', 'lime', 'cyan', 'pink'].includes(ink.name);
	const pip = detail(pale ? night : paper);
	const spots = pick(random, [1, 2, 3]);
	const left = [
		[-30, -6],
		[-20, 11],
		[-10, 28],
	] as const;
	const right = [
		[10, 6],
		[30, 18],
	] as const;
	const top = [
		[0, -22],
		[-17, -22],
		[17, -22],
	] as const;
	return [
		path('M0 -45 L41 -23 L0 -1 L-41 -23Z', body(ink.light, ink.rim)),
		path('M-41 -23 L0 -1 V46 L-41 24Z', body(ink.middle, ink.rim)),
		path('M41 -23 L0 -1 V46 L41 24Z', body(ink.dark, ink.rim)),
		...(spots === 2 ? top.slice(1) : top.slice(0, spots)).map(([x, y]) => ellipse(x, y, 6.5, 4.5, pip)),
		...left.map(([x, y]) => ellipse(x, y, 4.5, 6, pip)),
		...right.map(([x, y]) => ellipse(x, y, 5, 6.5, pip)),
	];
}

function barrel(ink: Ink, random: Random): readonly Mark[] {
	const bulge = between(random, 48, 58);
	const hoop = box(-16 - bulge * 0.34, -5, 32 + bulge * 0.68, 10, 3, body(steel, steelRim));
	const b = short(bulge);
	return [
		path(`M-26 -40 H26 Q${b} 0 26 43 H-26 Q-${b} 0 -26 -40Z`, body(ink.middle, ink.rim)),
		path('M-11 -38 H-7 V40 H-11Z M7 -38 H11 V40 H7Z', surface(ink.dark)),
		...placed([hoop], 0, -22, 0, 1),
		...placed([hoop], 0, 24, 0, 1),
		ellipse(0, -40, 26, 6, body(ink.dark, ink.rim)),
	];
}

function crate(ink: Ink, random: Random): readonly Mark[] {
	const half = between(random, 36, 41);
	const brace = chance(random, 0.5) ? [45] : [45, -45];
	return [
		box(-half, -half, 2 * half, 2 * half, 2, body(ink.dark, ink.rim)),
		...brace.flatMap(turn =>
			placed([box(-half - 8, -7, 2 * half + 16, 14, 0, body(ink.light, ink.rim))], 0, 0, turn, 1),
		),
		...[-half, half - 14].map(x => box(x, -half, 14, 2 * half, 2, body(ink.middle, ink.rim))),
		...[-half, half - 14].map(y => box(-half, y, 2 * half, 14, 2, body(ink.middle, ink.rim))),
	];
}

function necklace(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 32, 37);
	const beads = Array.from({ length: 13 }, (_, at) => {
		const angle = ((at - 6) / 6) * 2.55;
		return circle(wide * Math.sin(angle), -14 + 27 * Math.cos(angle), 6.5, body(ink.light, ink.rim));
	});
	return [
		...beads,
		path('M0 4 C18 18 20 46 0 46 C-20 46 -18 18 0 4Z', body(ink.middle, ink.rim)),
		ellipse(-4, 30, 4, 7, shine(paper)),
	];
}

function mask(ink: Ink, random: Random): readonly Mark[] {
	const hole = detail(ink.name === 'black' ? steel : night);
	const grin = short(between(random, 26, 34));
	const eye = path('M8 -8 Q18 -20 28 -8 Q18 -2 8 -8Z', hole);
	const brow = path('M7 -19 Q18 -28 30 -18 L30 -23 Q18 -34 7 -24Z', surface(ink.dark));
	return [
		path('M-40 -36 Q0 -22 40 -36 Q44 18 20 38 Q0 50 -20 38 Q-44 18 -40 -36Z', body(ink.middle, ink.rim)),
		...[eye, brow],
		...mirrored([eye, brow]),
		path(`M-24 8 Q0 18 24 8 Q20 ${grin} 0 ${grin} Q-20 ${grin} -24 8Z`, hole),
	];
}

function gem(ink: Ink, random: Random): readonly Mark[] {
	const wide = between(random, 38, 44);
	const top = short(between(random, -38, -30));
	const w = short(wide);
	return [
		path(`M${short(18 - wide)} ${top} H${short(wide - 18)} L${w} -8 L0 43 L-${w} -8Z`, body(ink.middle, ink.rim)),
		path('M-14 -8 H14 L0 40Z', surface(ink.light)),
		path(`M14 -8 H${short(wide - 3)} L0 40Z`, surface(ink.dark)),
		path(`M${short(21 - wide)} ${top} H-4 L-14 -8 H-${short(wide - 4)}Z`, shine(ink.light)),
	];
}

function ticket(ink: Ink, random: Random): readonly Mark[] {
	const high = between(random, 22, 27);
	const h = short(high);
	const star = polygon(around(10, [15, 6.5]), detail(ink.name === 'white' ? gold : paper));
	const stub = [-high + 5, -6, high - 14].map(y => box(16, y, 5, 10, 1, detail(mark(ink))));
	const marks = [
		path(`M-45 -${h} H45 V-9 A9 9 0 0 0 45 9 V${h} H-45 V9 A9 9 0 0 0 -45 -9Z`, body(ink.middle, ink.rim)),
		...stub,
		...placed([star], -12, 1, 0, 1),
	];
	return placed(marks, 0, 0, -14, 1);
}
