/** Things that grow or hang in the sky: tree, mushroom, flower, apple, fish, moon, cloud. */
import { cream, gold, leaf, night, paper, wood, type Ink } from '../inks.ts';
import { around, body, box, circle, ellipse, outlined, path, plain, polygon, short } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const nature: readonly Noun[] = [
	{ name: 'tree', also: ['oak', 'fir'], usual: 'green', draw: tree },
	{ name: 'mushroom', also: ['toadstool'], usual: 'red', draw: mushroom },
	{ name: 'flower', also: ['blossom'], usual: 'purple', draw: flower },
	{ name: 'apple', also: ['fruit'], usual: 'red', draw: apple },
	{ name: 'fish', also: ['goldfish'], usual: 'orange', draw: fish },
	{ name: 'moon', also: ['crescent', 'crescent moon'], usual: 'yellow', draw: moon },
	{ name: 'cloud', also: ['rain cloud'], usual: 'white', draw: cloud },
];

function tree(ink: Ink, random: Random): string {
	return chance(random, 0.5) ? roundTree(ink, random) : firTree(ink, random);
}

function roundTree(ink: Ink, random: Random): string {
	const trunk = box(-6, 10, 12, 36, 2, outlined(wood, '#57361c'));
	const rim = outlined(ink.rim, ink.rim);
	const high = between(random, -24, -18);
	const crown: readonly [number, number, number][] = [
		[-19, 2, 19],
		[19, 2, 19],
		[0, high, 23],
	];
	const back = crown.map(([x, y, radius]) => circle(x, y, radius, rim)).join('');
	const leaves = crown.map(([x, y, radius]) => circle(x, y, radius, plain(ink.middle))).join('');
	return trunk + back + leaves + circle(-7, high - 3, 11, plain(ink.light));
}

function firTree(ink: Ink, random: Random): string {
	const half = between(random, 30, 38);
	const trunk = box(-6, 28, 12, 18, 2, outlined(wood, '#57361c'));
	const tier = (top: number, bottom: number, width: number, fill: string) =>
		polygon(
			[
				[0, top],
				[width, bottom],
				[-width, bottom],
			],
			outlined(fill, ink.rim),
		);
	return (
		trunk + tier(-14, 32, half, ink.dark) + tier(-30, 12, half - 6, ink.middle) + tier(-46, -8, half - 13, ink.light)
	);
}

function mushroom(ink: Ink, random: Random): string {
	const wide = between(random, 38, 45);
	const stem = path('M-12 2 L-15 38 Q0 46 15 38 L12 2 Z', outlined(cream, '#9c8661'));
	const dome = `M${short(-wide)} 8 C${short(-wide)} -56 ${short(wide)} -56 ${short(wide)} 8 Q0 17 ${short(-wide)} 8 Z`;
	const dots = ink.name === 'white' ? '#b9c0d0' : paper;
	const size = between(random, 5.5, 7.5);
	const spots =
		circle(-19, -12, size, plain(dots)) + circle(9, -24, size, plain(dots)) + circle(24, -5, size - 1, plain(dots));
	return stem + path(dome, outlined(body, ink.rim)) + spots;
}

function flower(ink: Ink, random: Random): string {
	const bend = between(random, -7, 7);
	const stalk = `<path d="M0 0 Q${short(bend)} 24 0 46" stroke="${leaf}" stroke-width="6" fill="none"/>`;
	const leaves = ellipse(13, 30, 12, 5.5, plain(leaf));
	const centres = around(5, [19]).map(([x, y]) => [x, y - 14] as const);
	const back = centres.map(([x, y]) => circle(x, y, 14.5, outlined(ink.rim, ink.rim))).join('');
	const petals = centres.map(([x, y]) => circle(x, y, 14.5, plain(ink.middle))).join('');
	const heart = ink.name === 'yellow' || ink.name === 'orange' ? wood : gold;
	return stalk + leaves + back + petals + circle(0, -14, between(random, 9, 12), plain(heart));
}

function apple(ink: Ink, random: Random): string {
	const lean = short(between(random, 4, 11));
	const stalk = `<path d="M0 -22 Q1 -36 ${lean} -44" stroke="${wood}" stroke-width="6" fill="none"/>`;
	const fruit = 'M0 -22 C-20 -36 -44 -20 -39 10 C-33 42 -12 46 0 39 C12 46 33 42 39 10 C44 -20 20 -36 0 -22 Z';
	const leaves = ellipse(20, -36, 12, 6, plain(leaf));
	return stalk + path(fruit, outlined(body, ink.rim)) + leaves + ellipse(-20, -6, 6, 10, plain(ink.light));
}

function fish(ink: Ink, random: Random): string {
	const high = between(random, 21, 28);
	const tail = polygon(
		[
			[16, 0],
			[44, -24],
			[44, 24],
		],
		outlined(ink.dark, ink.rim),
	);
	const fin = path(
		`M-8 ${short(4 - high)} Q6 ${short(-high - 20)} 18 ${short(8 - high)} Z`,
		outlined(ink.dark, ink.rim),
	);
	const eye = circle(-24, -5, 6.5, plain(paper)) + circle(-25, -5, 3.5, plain(night));
	return tail + fin + ellipse(-8, 0, 36, high, outlined(body, ink.rim)) + eye;
}

function moon(ink: Ink, random: Random): string {
	const bite = short(between(random, 31, 37));
	return path(`M12 -42 A42 42 0 1 0 41 20 A${bite} ${bite} 0 0 1 12 -42 Z`, outlined(body, ink.rim));
}

function cloud(ink: Ink, random: Random): string {
	const puff = between(random, 17, 21);
	const top = between(random, 23, 27);
	const puffs = (paint: (x: number, y: number, radius: number) => string) =>
		paint(-25, 8, puff) + paint(25, 8, puff) + paint(-3, -7, top);
	const base = (grow: number, fill: string) =>
		box(-25 - grow, 8 - grow, 50 + 2 * grow, puff + 2 * grow, 4, plain(fill));
	const back = puffs((x, y, radius) => circle(x, y, radius + 2.5, plain(ink.rim))) + base(2.5, ink.rim);
	const front = puffs((x, y, radius) => circle(x, y, radius, plain(ink.middle))) + base(0, ink.middle);
	return back + front + ellipse(-9, -15, 10, 6, plain(ink.light));
}
