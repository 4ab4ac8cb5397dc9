/** Meals, sweets and drinks, and what holds them. */
import { cream, creamRim, glass, glassRim, gold, goldRim, leaf, leafRim, paper, steel } from '../inks.ts';
import { steelRim, wood, woodRim, type Ink } from '../inks.ts';
import { around, body, box, circle, detail, ellipse, mirrored, path, placed, polygon, polyline } from '../marks.ts';
import { shine, short, stroke, surface, type Mark, type Point } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const meals: readonly Noun[] = [
	{ name: 'bread', also: ['loaf', 'loaf of bread'], plural: 'loaves of bread', usual: 'beige', draw: bread },
	{ name: 'cheese', also: ['cheese wedge', 'piece of cheese'], usual: 'yellow', draw: cheese },
	{ name: 'egg', also: ['hen egg', 'speckled egg'], usual: 'beige', draw: egg },
	{ name: 'cake', also: ['birthday cake'], usual: 'pink', draw: cake },
	{ name: 'cupcake', also: ['muffin', 'fairy cake'], usual: 'pink', draw: cupcake },
	{ name: 'donut', also: ['doughnut'], usual: 'pink', draw: donut },
	{ name: 'cookie', also: ['biscuit', 'chocolate chip cookie'], usual: 'brown', draw: cookie },
	{ name: 'ice cream', also: ['ice cream cone', 'gelato', 'icecream'], usual: 'pink', draw: iceCream },
	{ name: 'pizza', also: ['slice of pizza', 'pizza slice'], usual: 'yellow', draw: pizza },
	{ name: 'burger', also: ['hamburger', 'cheeseburger'], usual: 'orange', draw: burger },
	{ name: 'hot dog', also: ['hotdog'], usual: 'orange', draw: hotDog },
	{ name: 'sandwich', also: ['sub sandwich'], plural: 'sandwiches', usual: 'beige', draw: sandwich },
	{ name: 'candy', also: ['bonbon', 'wrapped candy'], plural: 'candies', usual: 'red', draw: candy },
	{ name: 'lollipop', also: ['lolly', 'sucker'], usual: 'magenta', draw: lollipop },
	{ name: 'chocolate', also: ['chocolate bar', 'bar of chocolate'], usual: 'brown', draw: chocolate },
	{ name: 'cup', also: ['mug', 'teacup', 'coffee cup'], usual: 'blue', draw: cup },
	{ name: 'teapot', also: ['tea pot', 'kettle'], usual: 'teal', draw: teapot },
	{ name: 'bottle', also: ['wine bottle', 'glass bottle'], usual: 'green', draw: bottle },
	{ name: 'wine glass', also: ['glass of wine', 'wineglass'], plural: 'wine glasses', usual: 'red', draw: wineGlass },
	{ name: 'jar', also: ['jam jar', 'jar of jam'], usual: 'red', draw: jar },
	{ name: 'potion', also: ['flask', 'elixir', 'magic potion'], usual: 'purple', draw: potion },
	{ name: 'meat', also: ['drumstick', 'chicken leg'], plural: 'pieces of meat', usual: 'brown', draw: meat },
	{ name: 'soup', also: ['bowl of soup', 'stew'], usual: 'orange', draw: soup },
	{
		name: 'popcorn',
		also: ['bucket of popcorn', 'pop corn'],
		plural: 'buckets of popcorn',
		usual: 'red',
		draw: popcorn,
	},
];

const dough = '#dba766';
const doughRim = '#94642f';
const pale = ['white', 'beige', 'yellow'];

function bread(ink: Ink, random: Random): Mark[] {
	const left = short(-between(random, 36, 41));
	const loaf = `M${left} 36 L${left} 6 C-50 -4 -46 -32 -22 -32 L20 -32 L20 36 Z`;
	const slice = (half: number, top: number, foot: number) =>
		`M${20 - half} ${foot} L${20 - half} 4 C${8 - half} -8 ${18 - half} ${top} 20 ${top} ` +
		`C${22 + half} ${top} ${32 + half} -8 ${20 + half} 4 L${20 + half} ${foot} Z`;
	return [
		path(loaf, body(ink.middle, ink.rim)),
		...[-32, -17].map(x => bar(x, -22, x + 4, 4, 5, ink.dark)),
		path(slice(18, -34, 38), body(ink.dark, ink.rim)),
		path(slice(12, -26, 32), surface(ink.light)),
	];
}

function cheese(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -36, -28));
	return [
		path(`M-44 -2 L18 ${top} Q40 -26 44 -4 Z`, body(ink.light, ink.rim)),
		path('M-44 -2 L44 -4 L44 34 L-44 34 Z', body(ink.middle, ink.rim)),
		circle(-21, between(random, 12, 20), 8, detail(ink.dark)),
		circle(between(random, 2, 8), 22, 6, detail(ink.dark)),
		circle(28, between(random, 8, 14), 9, detail(ink.dark)),
		ellipse(14, -17, 8, 4, detail(ink.dark)),
	];
}

function egg(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 32, 37));
	const shell = `M0 -44 C20 -44 ${wide} -10 ${wide} 11 C${wide} 54 -${wide} 54 -${wide} 11 C-${wide} -10 -20 -44 0 -44 Z`;
	const speckles = points([-14, -8, 8, -22, 16, 4, -4, 12, 12, 26, -18, 22]);
	return [
		path(shell, body(ink.middle, ink.rim)),
		...speckles.map(([x, y]) => circle(x, y, between(random, 2.2, 4), detail(ink.dark))),
		ellipse(-15, -20, 5, 9, shine(ink.light)),
	];
}

function cake(ink: Ink, random: Random): Mark[] {
	const candles = pick(random, [[0], [-14, 14], [-19, 0, 19]]);
	const drips = 'L40 2 Q37 16 28 10 Q20 4 14 12 Q6 24 -2 12 Q-8 4 -14 12 Q-24 22 -28 10 Q-36 14 -40 2 Z';
	return [
		ellipse(0, 34, 45, 9, body(steel, steelRim)),
		path('M-38 -4 L-38 30 Q0 44 38 30 L38 -4 Z', body(ink.middle, ink.rim)),
		path(`M-40 2 L-40 -4 C-40 -20 40 -20 40 -4 ${drips}`, body(ink.light, ink.rim)),
		...candles.flatMap(x => [
			box(x - 3.5, -31, 7, 24, 1, body(cream, creamRim)),
			ellipse(x, -39, 4.5, 6.5, detail('#ff9d1e')),
		]),
	];
}

function cupcake(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 33, 39);
	const fruit = ink.name === 'red' ? gold : '#d8333b';
	const pleats = [-13, 0, 13].map(x => bar(x, 14, x * 0.8, 38, 4.5, ink.rim));
	const tier = (half: number, y: number, turn: number, fill: string) =>
		placed([box(-half, -11, 2 * half, 22, 11, body(fill, ink.rim))], 0, y, turn, 1);
	return [
		path('M-27 4 L27 4 L20 44 L-20 44 Z', body(ink.dark, ink.rim)),
		...pleats,
		...tier(wide, 3, -4, ink.middle),
		...tier(wide * 0.7, -13, -4, ink.light),
		...tier(wide * 0.4, -27, -4, ink.middle),
		circle(2, -39, 6.5, body(fruit, '#6e1520')),
	];
}

function donut(ink: Ink, random: Random): Mark[] {
	const hole = between(random, 10, 13);
	const ring = (radius: number) =>
		`M-${short(radius)} 0 a${short(radius)} ${short(radius)} 0 1 0 ${short(2 * radius)} 0`;
	const inside = (radius: number) =>
		`${ring(radius)} ${short(radius)} ${short(radius)} 0 1 0 -${short(2 * radius)} 0 Z`;
	const outside = `M-44 0 A44 44 0 0 1 44 0 A44 44 0 0 1 -44 0 Z`;
	const colours = pale.includes(ink.name) ? ['#e0507a', '#3f8fd0', leaf] : [paper, '#ffe36b', '#8fe0ff'];
	const sprinkles = around(9, [25, 31, 28]).map(([x, y], index) =>
		placed([box(-2.3, -5, 4.6, 10, 2.3, detail(colours[index % 3] as string))], x, y, index * 73, 1),
	);
	return [
		path(`${outside} ${inside(hole)}`, body(dough, doughRim)),
		path(`${bumpy(around(9, [37]))} ${inside(hole + 4)}`, body(ink.middle, ink.rim)),
		...sprinkles.flat(),
	];
}

function cookie(ink: Ink, random: Random): Mark[] {
	const bitten = chance(random, 0.5);
	const chip = ink.name === 'black' ? '#a0714a' : '#3a2213';
	const bite = 'M10 -41 A42 42 0 1 0 42 -8 A9 9 0 0 1 28 -10 A10 10 0 0 1 16 -22 A10 10 0 0 1 10 -41 Z';
	const chips = points([-20, -18, 4, -12, -26, 8, -4, 12, 22, 10, 8, 30, -14, 28]);
	return [
		bitten ? path(bite, body(ink.middle, ink.rim)) : circle(0, 0, 42, body(ink.middle, ink.rim)),
		...chips.map(([x, y]) => circle(x, y, between(random, 4, 5.8), detail(chip))),
		...(bitten ? [] : [circle(22, -20, 5, detail(chip))]),
	];
}

function iceCream(ink: Ink, random: Random): Mark[] {
	const two = chance(random, 0.5);
	const high = two ? 22 : 29;
	const side = two ? 12 : -5;
	const drips = 'Q28 20 20 16 Q14 8 8 14 Q0 26 -8 14 Q-14 8 -20 16 Q-28 20';
	return [
		path('M-22 8 L22 8 L0 46 Z', body(dough, doughRim)),
		bar(-10, 14, 6, 34, 4, doughRim),
		bar(10, 14, -6, 34, 4, doughRim),
		...(two ? [circle(0, -20, between(random, 22, 25), body(ink.light, ink.rim))] : []),
		path(`M-28 ${side} A29 ${high} 0 1 1 28 ${side} ${drips} -28 ${side} Z`, body(ink.middle, ink.rim)),
		ellipse(-13, side - 15, 5, 7, shine(ink.light)),
	];
}

function pizza(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 34, 40));
	const sausage = ['red', 'brown', 'orange'].includes(ink.name) ? ink.rim : '#c43a2c';
	const marks = [
		path(`M-${wide} -24 Q0 -42 ${wide} -24 L0 46 Z`, body(ink.middle, ink.rim)),
		circle(-14, -15, 7.5, detail(sausage)),
		circle(13, -11, 7.5, detail(sausage)),
		circle(-2, 10, 6.5, detail(sausage)),
		path(`M-${wide} -25 Q0 -45 ${wide} -25`, stroke(dough, doughRim, 11)),
	];
	return placed(marks, 0, 0, between(random, -16, 16), 1);
}

function burger(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -54, -46));
	const seed = pale.includes(ink.name) ? ink.rim : cream;
	const leaves =
		'M-43 -4 L43 -4 Q44 8 34 6 Q26 2 20 8 Q12 14 6 6 Q-2 2 -8 8 Q-16 14 -22 6 Q-28 2 -34 8 Q-44 8 -43 -4 Z';
	return [
		path('M-37 20 L37 20 Q40 42 24 42 L-24 42 Q-40 42 -37 20 Z', body(ink.middle, ink.rim)),
		box(-41, 6, 82, 16, 8, body('#6b3b1f', '#3a1d0c')),
		path(leaves, body('#6cbf4b', leafRim)),
		path(`M-40 -6 C-40 ${top} 40 ${top} 40 -6 Q40 -2 34 -2 L-34 -2 Q-40 -2 -40 -6 Z`, body(ink.middle, ink.rim)),
		...points([-20, -17, -7, -27, 8, -17, 14, -30, 25, -16]).map(([x, y]) => ellipse(x, y, 3.4, 2.6, detail(seed))),
	];
}

function hotDog(ink: Ink, random: Random): Mark[] {
	const sausage = ['red', 'brown'].includes(ink.name) ? ink.light : '#b5482e';
	const wave = short(between(random, 4, 8));
	const mustard = `M-34 -4 q6 -${wave} 11 0 t11 0 t11 0 t11 0 t11 0 t11 0`;
	const marks = [
		box(-38, -30, 76, 36, 18, body(ink.light, ink.rim)),
		box(-47, -16, 94, 24, 12, body(sausage, '#6b2414')),
		path('M-40 2 Q0 10 40 2 Q44 32 22 32 L-22 32 Q-44 32 -40 2 Z', body(ink.middle, ink.rim)),
		path(mustard, stroke(gold, goldRim, 4.5)),
	];
	return placed(marks, 0, 0, between(random, -28, -10), 1);
}

function sandwich(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 38, 43);
	const slab = (y: number) => box(-wide, y, 2 * wide, 20, 7, body(ink.middle, ink.rim));
	const salad =
		'M-43 2 L43 2 Q44 14 34 12 Q26 8 20 14 Q12 18 6 12 Q-2 8 -8 14 Q-16 18 -22 12 Q-28 8 -34 14 Q-44 14 -43 2 Z';
	return [
		slab(22),
		box(-wide + 2, 14, 2 * wide - 4, 10, 4, body('#d9534a', '#8d2a25')),
		path(salad, body('#6cbf4b', leafRim)),
		path('M-40 -2 L40 -2 L40 4 L20 4 L8 16 L-6 4 L-40 4 Z', body('#ffd451', goldRim)),
		polyline(points([4, -18, 4, -36]), stroke(wood, woodRim, 4)),
		slab(-20),
		ellipse(4, -37, 8, 6.5, body('#8fae3a', '#516717')),
	];
}

function candy(ink: Ink, random: Random): Mark[] {
	const radius = between(random, 24, 28);
	const fan = path('M-18 -3 L-41 -23 L-37 -9 L-47 0 L-37 9 L-41 23 L-18 3 Z', body(ink.dark, ink.rim));
	const band = path('M-9 -23 Q2 0 -9 23 L3 25 Q16 0 3 -25 Z', surface(ink.name === 'white' ? ink.dark : ink.light));
	const marks = [fan, ...mirrored([fan]), circle(0, 0, radius, body(ink.middle, ink.rim)), band];
	return placed([...marks, ellipse(-14, -9, 4, 6, shine(paper))], 0, 0, between(random, -40, 40), 1);
}

function lollipop(ink: Ink, random: Random): Mark[] {
	const turn = between(random, 0, 2 * Math.PI);
	const swirl = Array.from({ length: 26 }, (_, step): Point => {
		const [angle, far] = [turn + step * 0.48, step * 0.98];
		return [far * Math.cos(angle), far * Math.sin(angle) - 13];
	});
	const sugar = ink.name === 'white' ? '#b9c0d0' : paper;
	return [
		box(-3.5, 14, 7, 33, 3, body(cream, creamRim)),
		circle(0, -13, 32, body(ink.middle, ink.rim)),
		polyline(swirl, stroke(sugar, sugar, 2)),
	];
}

function chocolate(ink: Ink, random: Random): Mark[] {
	const fold = between(random, 6, 14);
	const squares = points([-24, -40, 2, -40, -24, -18, 2, -18]);
	const teeth = 'l8 -7 l8 7 l8 -7 l8 7 l8 -7 l8 7 l8 -7 l8 7';
	const foil = `M-32 ${short(fold)} ${teeth} v12 h-64 Z`;
	const marks = [
		box(-29, -45, 58, 84, 4, body(ink.middle, ink.rim)),
		...squares.map(([x, y]) => box(x, y, 22, 18, 2, surface(ink.light))),
		path(foil, body(steel, steelRim)),
		box(-32, fold + 6, 64, 39 - fold, 2, body(ink.dark, ink.rim)),
		box(-32, fold + 14, 64, 10, 0, surface(cream)),
	];
	return placed(marks, 0, 0, between(random, 4, 18), 1);
}

function cup(ink: Ink, random: Random): Mark[] {
	const half = between(random, 29, 33);
	const [left, right] = [short(-5 - half), short(half - 5)];
	const drink = ink.name === 'brown' || ink.name === 'black' ? '#b98a5e' : '#6b4226';
	return [
		path('M22 -4 C50 -8 50 28 18 24', stroke(ink.middle, ink.rim, 8)),
		path(`M${left} -16 L${right} -16 L21 36 Q-5 44 -31 36 Z`, body(ink.middle, ink.rim)),
		ellipse(-5, -16, half, 8, body(drink, ink.rim)),
		path('M-16 -29 q-5 -5 0 -9 t0 -8 M6 -29 q-5 -5 0 -9 t0 -8', stroke(steel, steel, 3)),
		box(-27, 0, 6, 24, 3, shine(ink.light)),
	];
}

function teapot(ink: Ink, random: Random): Mark[] {
	const round = between(random, 28, 32);
	return [
		path('M20 -4 C52 -14 50 32 20 26', stroke(ink.middle, ink.rim, 8)),
		path('M-20 26 C-38 22 -32 -4 -47 -10 L-38 -17 C-26 -14 -28 0 -16 0 Z', body(ink.middle, ink.rim)),
		box(-17, 33, 34, 9, 3, body(ink.dark, ink.rim)),
		ellipse(0, 11, round, 27, body(ink.middle, ink.rim)),
		path('M-20 -12 Q-16 -28 0 -28 Q16 -28 20 -12 Q0 -6 -20 -12 Z', body(ink.light, ink.rim)),
		circle(0, -33, 7, body(ink.dark, ink.rim)),
		ellipse(-15, 5, 4, 8, shine(ink.light)),
	];
}

function bottle(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 19, 24));
	const neck = short(between(random, -24, -16));
	const left = `M-8 -38 L-8 ${neck} C-8 -6 -${wide} -8 -${wide} 8 L-${wide} 38 Q-${wide} 46 -14 46`;
	return [
		path(
			`${left} L14 46 Q${wide} 46 ${wide} 38 L${wide} 8 C${wide} -8 8 -6 8 ${neck} L8 -38 Z`,
			body(ink.middle, ink.rim),
		),
		box(-10, -47, 20, 12, 3, body(gold, goldRim)),
		box(-Number(wide), 14, 2 * Number(wide), 19, 0, surface(cream)),
		circle(0, 23.5, 5, detail(ink.dark)),
		box(-13, -3, 5, 12, 2.5, shine(ink.light)),
	];
}

function wineGlass(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 27, 32);
	const level = between(random, -36, -28);
	const bowl = (half: number, top: number, foot: number) =>
		`M${short(-half)} ${short(top)} C${short(-half - 2)} ${foot} ${short(half + 2)} ${foot} ${short(half)} ${short(top)} Z`;
	return [
		ellipse(0, 41, 22, 5, body(glass, glassRim)),
		box(-3.5, 8, 7, 32, 2, body(glass, glassRim)),
		path(bowl(wide, -45, 29), body(glass, glassRim)),
		path(bowl(wide - 3, level, 25), body(ink.middle, ink.rim)),
		ellipse(0, level, wide - 3, 5, body(ink.light, ink.rim)),
	];
}

function jar(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 30, 35);
	return [
		box(-wide, -26, 2 * wide, 70, 13, body(glass, glassRim)),
		box(5 - wide, -14, 2 * wide - 10, 53, 9, body(ink.middle, ink.rim)),
		box(1 - wide, -44, 2 * wide - 2, 17, 4, body(ink.dark, ink.rim)),
		box(-16, 3, 32, 20, 3, surface(cream)),
		path('M0 19 C-13 11 -8 4 0 9 C8 4 13 11 0 19 Z', detail(ink.dark)),
		box(10 - wide, -8, 5, 20, 2.5, shine(ink.light)),
	];
}

function potion(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 31, 34);
	const level = between(random, -17, -7);
	const inner = wide - 3;
	const reach = Math.sqrt(inner ** 2 - (level - 12) ** 2);
	const arc = `A${short(inner)} ${short(inner)} 0 1 1 ${short(-reach)} ${short(level)}`;
	const foot = Math.sqrt(wide ** 2 - 100) - 12;
	const flask = `M-10 -34 L-10 ${short(-foot)} A${short(wide)} ${short(wide)} 0 1 0 10 ${short(-foot)} L10 -34 Z`;
	return [
		path(flask, body(glass, glassRim)),
		path(`M${short(reach)} ${short(level)} ${arc} Z`, body(ink.middle, ink.rim)),
		box(-14, -37, 28, 7, 3, body(glass, glassRim)),
		box(-8, -47, 16, 12, 3, body(wood, woodRim)),
		...points([-9, 12, 8, 6, 5, 24]).map(([x, y], index) => circle(x, y, 5.5 - index, detail(ink.light))),
	];
}

function meat(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 34, 40));
	const bone = 'M-5 12 L-5 32 C-18 28 -18 44 -8 44 Q-4 50 0 43 Q4 50 8 44 C18 44 18 28 5 32 L5 12 Z';
	const marks = [
		path(bone, body(cream, creamRim)),
		path(
			`M-9 24 C-14 10 -38 4 -36 -18 C-${wide} -52 ${wide} -52 36 -18 C38 4 14 10 9 24 Q0 28 -9 24 Z`,
			body(ink.middle, ink.rim),
		),
		path('M-20 -22 Q-16 -35 0 -35 Q-10 -30 -11 -18 Q-16 -12 -20 -22 Z', detail(ink.light)),
		path('M26 -12 Q24 6 8 14 Q16 2 18 -10 Q22 -18 26 -12 Z', detail(ink.dark)),
	];
	return placed(marks, 0, 0, between(random, 32, 55), 1);
}

function soup(ink: Ink, random: Random): Mark[] {
	const deep = short(between(random, 30, 36));
	return [
		path('M-18 -22 q-6 -6 0 -11 t0 -11 M0 -22 q-6 -6 0 -11 t0 -11', stroke(steel, steel, 3.5)),
		box(-15, 34, 30, 9, 3, body(ink.dark, ink.rim)),
		path(`M-44 -3 C-44 ${deep} -24 38 -14 38 L14 38 C24 38 44 ${deep} 44 -3 Z`, body(ink.middle, ink.rim)),
		ellipse(0, -3, 44, 13, body(ink.light, ink.rim)),
		ellipse(0, -2, 36, 8.5, surface(ink.dark)),
		polyline(points([20, -4, 40, -38]), stroke(steel, steelRim, 6)),
		...points([-20, -2, -4, 1, 6, -5]).map(([x, y]) => circle(x, y, 3, detail(leaf))),
	];
}

function popcorn(ink: Ink, random: Random): Mark[] {
	const high = between(random, -39, -34);
	const stripe = ink.name === 'white' ? ink.dark : paper;
	const heap = [-34, -8, -34, -22, -18, high, 2, high - 3, 21, high, 35, -22, 34, -8];
	const stripes = [-1, 1].map(side =>
		polygon(points([side * 9, -14, side * 17, -14, side * 14, 44, side * 7, 44]), surface(stripe)),
	);
	return [
		path(bumpy(points(heap)), body('#fff0c4', '#a98a4c')),
		...points([-20, -25, 0, -31, 18, -25]).map(([x, y]) => circle(x, y, 3.5, detail(gold))),
		path('M-37 -15 L37 -15 L28 44 L-28 44 Z', body(ink.middle, ink.rim)),
		...stripes,
	];
}

/** A straight line drawn as a small feature, its ends round. */
function bar(x: number, y: number, endX: number, endY: number, width: number, fill: string): Mark {
	const turn = (Math.atan2(endY - y, endX - x) * 180) / Math.PI;
	const long = Math.hypot(endX - x, endY - y);
	return placed([box(0, -width / 2, long, width, width / 2, detail(fill))], x, y, turn, 1)[0] as Mark;
}

/** A closed outline of round bumps, clockwise through points. */
function bumpy(through: readonly Point[]): string {
	const bumps = through.map(([x, y], index) => {
		const [nextX, nextY] = through[(index + 1) % through.length] as Point;
		const radius = short(Math.hypot(nextX - x, nextY - y) * 0.6);
		return `A${radius} ${radius} 0 0 1 ${short(nextX)} ${short(nextY)}`;
	});
	const [x, y] = through[0] as Point;
	return `M${short(x)} ${short(y)} ${bumps.join(' ')} Z`;
}

/** Points from their numbers, x and y in turn. */
function points(numbers: readonly number[]): Point[] {
	return numbers.flatMap((x, index): Point[] => (index % 2 ? [] : [[x, numbers[index + 1] as number]]));
}
