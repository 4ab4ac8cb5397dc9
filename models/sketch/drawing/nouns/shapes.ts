/** Plain shapes, marks and arrows. */
import type { Ink } from '../inks.ts';
import { around, box, circle, ellipse, path, placed, polygon, shine, short, type Mark, type Paint } from '../marks.ts';
import { between, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { solid } from './paints.ts';

export const shapes: readonly Noun[] = [
	{ name: 'circle', also: ['disc', 'dot'], usual: 'red', draw: disc },
	{ name: 'square', also: ['square shape'], usual: 'blue', draw: square },
	{ name: 'triangle', also: ['triangle shape'], usual: 'green', draw: triangle },
	{ name: 'hexagon', also: ['hexagon shape', 'hex tile'], usual: 'orange', draw: hexagon },
	{ name: 'star', also: ['favourite', 'favorite'], usual: 'yellow', draw: star },
	{ name: 'heart', also: ['love heart', 'life'], usual: 'red', draw: heart },
	{ name: 'cross', also: ['x mark', 'cross mark', 'close button'], plural: 'crosses', usual: 'red', draw: cross },
	{ name: 'check mark', also: ['checkmark', 'tick', 'tick mark'], usual: 'green', draw: checkMark },
	{ name: 'plus sign', also: ['plus', 'plus symbol', 'add button'], usual: 'blue', draw: plusSign },
	{ name: 'right arrow', also: ['arrow right', 'arrow pointing right'], usual: 'blue', draw: arrow(0) },
	{ name: 'left arrow', also: ['arrow left', 'arrow pointing left'], usual: 'blue', draw: arrow(180) },
	{ name: 'up arrow', also: ['arrow up', 'arrow pointing up'], usual: 'blue', draw: arrow(-90) },
	{ name: 'down arrow', also: ['arrow down', 'arrow pointing down'], usual: 'blue', draw: arrow(90) },
];

function disc(ink: Ink, random: Random): Mark[] {
	return [circle(0, 0, between(random, 36, 43), solid(ink))];
}

function square(ink: Ink, random: Random): Mark[] {
	const half = between(random, 33, 39);
	return [box(-half, -half, 2 * half, 2 * half, between(random, 0, 8), solid(ink))];
}

function triangle(ink: Ink, random: Random): Mark[] {
	const half = short(between(random, 38, 46));
	return [path(`M0 ${short(between(random, -44, -36))} L${half} 36 H-${half} Z`, solid(ink))];
}

function hexagon(ink: Ink, random: Random): Mark[] {
	return placed([polygon(around(6, [between(random, 39, 45)]), solid(ink))], 0, 0, pick(random, [0, 30]), 1);
}

function star(ink: Ink, random: Random): Mark[] {
	return [polygon(around(10, [46, between(random, 18, 23)]), solid(ink))];
}

function heart(ink: Ink, random: Random): Mark[] {
	const dip = short(between(random, -24, -16));
	const left = `C-58 2 -46 -46 -20 -40 C-8 -38 0 -30 0 ${dip}`;
	const right = 'C0 -30 8 -38 20 -40 C46 -46 58 2 0 42';
	return [path(`M0 42 ${left} ${right} Z`, solid(ink)), ellipse(-21, -22, 6, 8, shine(ink.light))];
}

function cross(ink: Ink, random: Random): Mark[] {
	return placed([plus(50, between(random, 10, 14), solid(ink))], 0, 0, 45, 1);
}

function checkMark(ink: Ink, random: Random): Mark[] {
	const high = between(random, -38, -30);
	return [path(`M-44 4 L-29 -11 L-12 6 L29 ${short(high)} L44 ${short(high + 15)} L-12 38 Z`, solid(ink))];
}

function plusSign(ink: Ink, random: Random): Mark[] {
	return [plus(between(random, 39, 44), between(random, 11, 15), solid(ink))];
}

function arrow(turn: number): Noun['draw'] {
	return (ink, random) => {
		const half = short(between(random, 11, 16));
		const neck = short(between(random, -4, 6));
		const tip = `L${neck} -38 L44 0 L${neck} 38`;
		return placed([path(`M-42 -${half} H${neck} ${tip} V${half} H-42 Z`, solid(ink))], 0, 0, turn, 1);
	};
}

function plus(reach: number, half: number, paint: Paint): Mark {
	const [far, near] = [short(reach), short(half)];
	const right = `M-${near} -${far} H${near} V-${near} H${far} V${near} H${near} V${far}`;
	return path(`${right} H-${near} V${near} H-${far} V-${near} H-${near} Z`, paint);
}
