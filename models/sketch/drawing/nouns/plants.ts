/** Plants: trees, flowers and what grows in woods and fields. */
import { cream, creamRim, gold, leaf as leafGreen, leafRim, paper, wood, woodRim, type Ink } from '../inks.ts';
import { around, body, box, circle, detail, ellipse, mirrored, path, placed, polygon } from '../marks.ts';
import { shine, short, stroke, surface, type Mark, type Point } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const plants: readonly Noun[] = [
	{ name: 'tree', also: ['oak', 'oak tree'], usual: 'green', draw: tree },
	{ name: 'pine', also: ['fir', 'pine tree', 'fir tree', 'spruce'], usual: 'green', draw: pine },
	{ name: 'palm', also: ['palm tree'], usual: 'green', draw: palm },
	{ name: 'cactus', also: ['saguaro', 'desert cactus'], plural: 'cacti', usual: 'green', draw: cactus },
	{ name: 'flower', also: ['blossom', 'bloom'], usual: 'purple', draw: flower },
	{ name: 'tulip', also: ['tulip flower'], usual: 'red', draw: tulip },
	{ name: 'rose', also: ['rose flower'], usual: 'red', draw: rose },
	{ name: 'sunflower', also: ['sun flower'], usual: 'yellow', draw: sunflower },
	{ name: 'leaf', also: ['tree leaf', 'single leaf'], plural: 'leaves', usual: 'green', draw: leaf },
	{ name: 'clover', also: ['four-leaf clover', 'lucky clover', 'shamrock'], usual: 'green', draw: clover },
	{ name: 'bush', also: ['shrub', 'hedge'], plural: 'bushes', usual: 'green', draw: bush },
	{ name: 'mushroom', also: ['toadstool', 'fungus'], usual: 'red', draw: mushroom },
	{ name: 'acorn', also: ['oak nut'], usual: 'brown', draw: acorn },
	{ name: 'bamboo', also: ['bamboo stalk'], plural: 'bamboo stalks', usual: 'lime', draw: bamboo },
	{ name: 'seedling', also: ['sprout', 'sapling', 'young plant'], usual: 'lime', draw: seedling },
	{ name: 'log', also: ['wooden log', 'firewood', 'timber'], usual: 'brown', draw: log },
	{ name: 'stump', also: ['tree stump'], usual: 'brown', draw: stump },
	{ name: 'wheat', also: ['ear of wheat', 'grain'], plural: 'ears of wheat', usual: 'yellow', draw: wheat },
];

function tree(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 28, 33);
	const crown = around(pick(random, [7, 8, 9]), [1]).map(([x, y]): Point => [x * wide, y * 27 - 10]);
	return [
		path('M-7 8 L-11 44 L11 44 L7 8 Z', body(wood, woodRim)),
		path(bumpy(ring(crown)), body(ink.middle, ink.rim)),
		path('M-26 -10 Q-22 -32 -4 -34 Q-16 -26 -19 -10 Q-22 -4 -26 -10 Z', detail(ink.light)),
		path('M24 -12 Q22 8 6 11 Q16 2 18 -10 Q21 -16 24 -12 Z', detail(ink.dark)),
	];
}

function pine(ink: Ink, random: Random): Mark[] {
	const half = between(random, 31, 38);
	const tier = (top: number, foot: number, wide: number, fill: string) =>
		path(`M0 ${top} L${short(wide)} ${foot} Q0 ${foot + 8} ${short(-wide)} ${foot} Z`, body(fill, ink.rim));
	return [
		box(-7, 26, 14, 19, 2, body(wood, woodRim)),
		tier(-16, 30, half, ink.dark),
		tier(-31, 10, half - 6, ink.middle),
		tier(-46, -10, half - 13, ink.light),
	];
}

function palm(ink: Ink, random: Random): Mark[] {
	const foot = short(between(random, -16, 4));
	const fronds = [-41, 12, 40, 12, -45, -14, 44, -14, -22, -38, 24, -38];
	return [
		path(`M${foot} 42 Q-8 14 1 -12`, stroke(wood, woodRim, 9)),
		...points(fronds).map(([x, y]) => frond(x, y + between(random, -4, 4), ink)),
		circle(-5, -6, 5, body('#6b3f1d', woodRim)),
		circle(7, -5, 5, body('#6b3f1d', woodRim)),
	];
}

function frond(x: number, y: number, ink: Ink): Mark {
	const over = `Q${short(x * 0.6)} ${short(y - 24)} ${x} ${short(y)}`;
	return path(`M1 -14 ${over} Q${short(x * 0.55)} ${short(y + 1)} 1 -6 Z`, body(ink.middle, ink.rim));
}

function cactus(ink: Ink, random: Random): Mark[] {
	const [left, right] = [short(between(random, -18, -6)), short(between(random, -28, -16))];
	const arms = `M-33 ${left} L-33 6 Q-33 18 -21 18 L0 18 M33 ${right} L33 -2 Q33 10 21 10 L0 10`;
	const bloom = chance(random, 0.5) && ink.name !== 'pink' ? '#f77fb0' : gold;
	return [
		path(arms, stroke(ink.middle, ink.rim, 15)),
		box(-16, -35, 32, 80, 16, body(ink.middle, ink.rim)),
		...points([-5, -20, 6, -4, -5, 12, 6, 28]).map(([x, y]) => box(x - 2.3, y - 5, 4.6, 10, 2.3, detail(ink.dark))),
		polygon(
			around(10, [12, 6]).map(([x, y]): Point => [x, y - 34]),
			body(bloom, '#8a4a3a'),
		),
	];
}

function flower(ink: Ink, random: Random): Mark[] {
	const petals = around(pick(random, [5, 6]), [25]).map(([x, y]): Point => [x, y - 12]);
	const heart = ink.name === 'yellow' || ink.name === 'orange' ? wood : gold;
	return [
		path(`M0 0 Q${short(between(random, -7, 7))} 24 0 44`, stroke(leafGreen, leafRim, 6)),
		...blade(1, 40, -38, 28, 13),
		...blade(-1, 40, -142, 28, 13),
		path(bumpy(ring(petals)), body(ink.middle, ink.rim)),
		circle(0, -12, between(random, 9, 12), detail(heart)),
	];
}

function tulip(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 28, 34));
	const cup = `M-26 -42 Q-14 -36 -11 -28 L0 -45 L11 -28 Q14 -36 26 -42 C${wide} -8 22 8 0 8 C-22 8 -${wide} -8 -26 -42 Z`;
	const blades = path('M1 44 C-10 34 -32 30 -34 6 C-20 8 -2 20 1 44 Z', body(leafGreen, leafRim));
	return [
		path('M0 4 L0 43', stroke(leafGreen, leafRim, 6)),
		blades,
		...mirrored([blades]),
		path(cup, body(ink.middle, ink.rim)),
		path('M0 -45 C18 -28 16 -4 0 8 C-16 -4 -18 -28 0 -45 Z', body(ink.light, ink.rim)),
	];
}

function rose(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 29, 33));
	return [
		path(`M0 10 Q${short(between(random, -5, 5))} 28 0 44`, stroke(leafGreen, leafRim, 6)),
		...blade(1, 38, -32, 34, 15),
		...blade(-1, 32, -148, 30, 14),
		path(`M-${wide} -28 C-36 4 -16 15 0 15 C16 15 36 4 ${wide} -28 Z`, body(ink.dark, ink.rim)),
		ellipse(0, -26, 28, 18, body(ink.middle, ink.rim)),
		ellipse(1, -27, 17, 11, body(ink.light, ink.rim)),
		ellipse(0, -27, 7, 4.5, detail(ink.dark)),
		path(`M-${wide} -28 C-38 8 -14 16 2 15 C12 8 14 -2 10 -8 C-8 -4 -24 -12 -${wide} -28 Z`, body(ink.middle, ink.rim)),
		path(`M${wide} -28 C38 6 18 16 0 15 C-8 6 0 -6 10 -8 C18 -10 26 -16 ${wide} -28 Z`, body(ink.light, ink.rim)),
	];
}

function sunflower(ink: Ink, random: Random): Mark[] {
	const count = pick(random, [11, 12, 13]);
	const petals = around(2 * count, [37, 25]).map(([x, y]): Point => [x, y - 8]);
	return [
		path('M0 10 L0 44', stroke(leafGreen, leafRim, 6)),
		...blade(1, 42, -30, 28, 13),
		...blade(-1, 42, -150, 28, 13),
		polygon(petals, body(ink.middle, ink.rim)),
		circle(0, -8, between(random, 13, 15), body('#5e3719', '#38200d')),
		...around(6, [8]).map(([x, y]) => circle(x, y - 8, 2.2, detail('#a8713c'))),
	];
}

function leaf(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 44, 54));
	const blades = `M0 36 C-${wide} 18 -30 -26 0 -47 C30 -26 ${wide} 18 0 36 Z`;
	const vein = path('M0 24 L-22 8 L-19 4 L0 18 Z M0 6 L-19 -9 L-16 -13 L0 0 Z', detail(ink.dark));
	const marks = [
		path('M0 28 L0 47', stroke(ink.dark, ink.rim, 6)),
		path(blades, body(ink.middle, ink.rim)),
		path('M-2.5 36 L0 -36 L2.5 36 Z', detail(ink.dark)),
		vein,
		...mirrored([vein]),
	];
	return placed(marks, 0, 0, between(random, 18, 42), 1);
}

function clover(ink: Ink, random: Random): Mark[] {
	const heart = 'M0 1 C-10 -8 -26 -18 -25 -30 C-24 -43 -4 -44 0 -31 C4 -44 24 -43 25 -30 C26 -18 10 -8 0 1 Z';
	const vein = path('M-2.3 -4 L0 -24 L2.3 -4 Z', detail(ink.dark));
	const lobe = [path(heart, body(ink.middle, ink.rim)), vein];
	const turn = between(random, 38, 52);
	return [
		path(`M0 -6 Q2 22 ${short(between(random, 6, 16))} 44`, stroke(ink.dark, ink.rim, 6)),
		...[0, 90, 180, 270].flatMap(at => placed(lobe, 0, -6, at + turn, 1)),
	];
}

function bush(ink: Ink, random: Random): Mark[] {
	const high = between(random, -16, -8);
	const crown = points([-36, 34, -37, 10, -22, high, 0, high - 9, 22, high, 37, 10, 36, 34]);
	const berry = chance(random, 0.5) && ink.name !== 'red' ? '#d8333b' : ink.light;
	return [
		path(bumpy(crown), body(ink.middle, ink.rim)),
		path('M-34 12 Q-24 -6 -10 2 Q-22 4 -26 14 Q-30 20 -34 12 Z', detail(ink.dark)),
		path('M6 16 Q16 -4 30 6 Q18 8 14 18 Q10 24 6 16 Z', detail(ink.dark)),
		...points([0, -12, -14, 22, 28, 22, 20, -6]).map(([x, y]) => circle(x, y, 4.5, detail(berry))),
	];
}

function mushroom(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 38, 45));
	const size = between(random, 5.5, 7.5);
	const dots = ink.name === 'white' ? '#b9c0d0' : paper;
	return [
		path('M-13 2 L-16 38 Q0 48 16 38 L13 2 Z', body(cream, creamRim)),
		path(`M-${wide} 8 C-${wide} -60 ${wide} -60 ${wide} 8 Q0 18 -${wide} 8 Z`, body(ink.middle, ink.rim)),
		circle(-19, -12, size, detail(dots)),
		circle(7, -27, size, detail(dots)),
		circle(22, -5, size - 1, detail(dots)),
	];
}

function acorn(ink: Ink, random: Random): Mark[] {
	const wide = short(between(random, 36, 40));
	const scales = points([-22, -14, -8, -21, 8, -12, 20, -18, -6, -7]);
	const marks = [
		path('M0 -28 Q0 -38 6 -44', stroke(ink.dark, ink.rim, 7)),
		path('M-30 -6 C-32 22 -10 34 0 46 C10 34 32 22 30 -6 Z', body(ink.light, ink.rim)),
		path(`M-${wide} -4 C-${wide} -44 ${wide} -44 ${wide} -4 Q0 8 -${wide} -4 Z`, body(ink.dark, ink.rim)),
		...scales.map(([x, y]) => ellipse(x, y, 4, 2.8, detail(ink.middle))),
		ellipse(-15, 12, 4, 8, shine(paper)),
	];
	return placed(marks, 0, 0, between(random, -6, 22), 1);
}

function bamboo(ink: Ink, random: Random): Mark[] {
	const joint = between(random, -18, -8);
	const piece = (x: number, top: number, foot: number, fill: string) =>
		box(x - 9, top, 18, foot - top, 4, body(fill, ink.rim));
	const twig = (x: number, y: number, turn: number) => tipped(x, y, turn, 25, 13, body(ink.light, ink.rim));
	return [
		...twig(22, -6, -30),
		...twig(-25, joint, -150),
		piece(16, -26, joint + 12, ink.dark),
		piece(16, joint + 12, 24, ink.dark),
		piece(16, 24, 45, ink.dark),
		...twig(18, -26, -62),
		...twig(16, -26, -110),
		piece(-16, -45, joint - 4, ink.middle),
		piece(-16, joint - 4, 17, ink.middle),
		piece(-16, 17, 45, ink.middle),
	];
}

function seedling(ink: Ink, random: Random): Mark[] {
	const [left, right] = [short(between(random, -34, -24)), short(between(random, -46, -38))];
	return [
		path('M-26 45 Q-22 30 0 30 Q22 30 26 45 Z', body('#7a4a26', '#472811')),
		path('M0 2 Q2 18 0 33', stroke(ink.dark, ink.rim, 7)),
		path(`M1 6 C-8 ${left} -30 ${left} -45 -22 C-42 4 -22 16 1 6 Z`, body(ink.middle, ink.rim)),
		path(`M-1 4 C2 ${right} 28 ${right} 44 -38 C46 -8 26 10 -1 4 Z`, body(ink.light, ink.rim)),
		path('M-6 3 Q-20 -10 -30 -14 Q-22 -4 -6 3 Z M5 -1 Q18 -20 31 -26 Q22 -10 5 -1 Z', detail(ink.dark)),
	];
}

function log(ink: Ink, random: Random): Mark[] {
	const high = between(random, 20, 25);
	const [top, foot] = [short(-high), short(high)];
	const marks = [
		path(`M6 ${top} L10 -36 L24 -38 L26 ${top} Z`, body(ink.middle, ink.rim)),
		path(`M-28 ${top} L32 ${top} C48 ${top} 48 ${foot} 32 ${foot} L-28 ${foot} Z`, body(ink.middle, ink.rim)),
		...points([-2, -9, 12, 2, -4, 12]).map(([x, y]) => box(x, y - 2.3, 22, 4.6, 2.3, detail(ink.dark))),
		ellipse(-28, 0, 16, high, body(ink.light, ink.rim)),
		ellipse(-28, 0, 10, high * 0.62, detail(ink.dark)),
		ellipse(-28, 0, 6, high * 0.38, surface(ink.light)),
	];
	return placed(marks, 0, 4, between(random, -16, 4), 1);
}

function stump(ink: Ink, random: Random): Mark[] {
	const high = short(between(random, -24, -16));
	const bark = `M-28 ${high} L-28 16 Q-31 34 -45 38 Q-24 44 -12 37 Q0 48 14 38 Q28 44 45 36 Q31 32 28 14 L28 ${high} Z`;
	return [
		path(bark, body(ink.middle, ink.rim)),
		...[-17, -2, 14].map((x, index) => box(x - 2.4, index * 4 - 2, 4.8, 22 - index * 2, 2.4, detail(ink.dark))),
		ellipse(0, Number(high), 28, 13, body(ink.light, ink.rim)),
		ellipse(0, Number(high), 18, 8, detail(ink.dark)),
		ellipse(0, Number(high), 11.5, 4.5, surface(ink.light)),
	];
}

function wheat(ink: Ink, random: Random): Mark[] {
	const spread = between(random, 38, 48);
	const grain = (x: number, y: number, turn: number, fill: string) =>
		tipped(x, y, turn - 90, 33, 17, body(fill, ink.rim));
	const pairs = [28, 10, -8].flatMap(y => [...grain(-2, y, -spread, ink.middle), ...grain(2, y, spread, ink.light)]);
	const marks = [path('M0 -18 L0 45', stroke(ink.dark, ink.rim, 5)), ...grain(0, -13, 0, ink.middle), ...pairs];
	return placed(marks, 0, 0, between(random, -14, 16), 1);
}

/** A green leaf that grows from a point; at turn 0 it points to the right. */
function blade(x: number, y: number, turn: number, length: number, width: number): Mark[] {
	return tipped(x, y, turn, length, width, body(leafGreen, leafRim));
}

/** A pointed oval that grows from a point; at turn 0 it points to the right. */
function tipped(x: number, y: number, turn: number, length: number, width: number, paint: Mark['paint']): Mark[] {
	const [half, tip] = [short(length / 2), short(length)];
	return placed([path(`M0 0 Q${half} -${width} ${tip} 0 Q${half} ${width} 0 0 Z`, paint)], x, y, turn, 1);
}

/** An outline of round bumps, clockwise through points, with a straight line from the last to the first. */
function bumpy(through: readonly Point[]): string {
	const bumps = through.slice(1).map(([x, y], index) => {
		const [lastX, lastY] = through[index] as Point;
		const radius = short(Math.hypot(x - lastX, y - lastY) * 0.54);
		return `A${radius} ${radius} 0 0 1 ${short(x)} ${short(y)}`;
	});
	const [x, y] = through[0] as Point;
	return `M${short(x)} ${short(y)} ${bumps.join(' ')} Z`;
}

/** Points with the first once more at the end. */
function ring(open: readonly Point[]): Point[] {
	return [...open, ...open.slice(0, 1)];
}

/** Points from their numbers, x and y in turn. */
function points(numbers: readonly number[]): Point[] {
	return numbers.flatMap((x, index): Point[] => (index % 2 ? [] : [[x, numbers[index + 1] as number]]));
}
