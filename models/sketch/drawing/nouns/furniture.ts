/** Furniture. */
import { cream, lamplight, paper, wood, woodRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, ellipse, path, shine, short, surface, type Mark } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { gilded, lit, shaded, slate, solid } from './paints.ts';

export const furniture: readonly Noun[] = [
	{ name: 'chair', also: ['dining chair', 'wooden chair'], usual: 'brown', draw: chair },
	{ name: 'table', also: ['dining table', 'coffee table', 'wooden table'], usual: 'brown', draw: table },
	{ name: 'bed', also: ['double bed', 'single bed'], usual: 'blue', draw: bed },
	{ name: 'sofa', also: ['couch', 'settee', 'loveseat'], usual: 'teal', draw: sofa },
	{ name: 'lamp', also: ['table lamp', 'bedside lamp', 'lampshade'], usual: 'orange', draw: lamp },
	{ name: 'desk', also: ['writing desk', 'office desk'], usual: 'brown', draw: desk },
	{ name: 'wardrobe', also: ['closet', 'armoire', 'cupboard'], usual: 'brown', draw: wardrobe },
	{
		name: 'bookshelf',
		also: ['bookcase', 'book shelf', 'shelf'],
		plural: 'bookshelves',
		usual: 'brown',
		draw: bookshelf,
	},
];

function chair(ink: Ink, random: Random): Mark[] {
	const top = between(random, -46, -38);
	return [
		...[-24, 16].map(x => box(x, 0, 8, 34, 1, shaded(ink))),
		...[-28, 18].map(x => box(x, top, 10, 50, 2, solid(ink))),
		...[top + 3, top + 20].map(y => box(-22, y, 44, 11, 2, lit(ink))),
		path('M-26 2H26L34 14H-34Z', lit(ink)),
		box(-35, 13, 70, 10, 2, solid(ink)),
		...[-33, 23].map(x => box(x, 20, 10, 25, 1, solid(ink))),
	];
}

function table(ink: Ink, random: Random): Mark[] {
	const back = between(random, 28, 36);
	const top = between(random, -26, -18);
	return [
		...[-26, 18].map(x => box(x, -4, 8, 32, 1, shaded(ink))),
		...[-42, 32].map(x => box(x, 2, 10, 36, 1, solid(ink))),
		path(`M${short(-back)} ${short(top)}H${short(back)}L46 -3H-46Z`, lit(ink)),
		box(-46, -4, 92, 10, 2, solid(ink)),
	];
}

function bed(ink: Ink, random: Random): Mark[] {
	const head = between(random, -32, -24);
	const fold = between(random, -14, -8);
	const sheet = ink.name === 'white' ? cream : paper;
	return [
		...[-42, 34].map(x => box(x, 20, 8, 18, 1, body(ink.rim, ink.rim))),
		box(-46, head, 12, 54, 4, shaded(ink)),
		box(-36, -2, 76, 16, 4, body(sheet, ink.rim)),
		box(-35, -14, 26, 15, 6, body(sheet, ink.rim)),
		path(`M${short(fold)} 14V4Q${short(fold)} -8 ${short(fold + 12)} -8H36Q42 -8 42 0V14Z`, lit(ink)),
		box(-40, 10, 80, 14, 2, solid(ink)),
		box(36, -14, 10, 40, 4, shaded(ink)),
	];
}

function sofa(ink: Ink, random: Random): Mark[] {
	const top = between(random, -32, -25);
	const seats = chance(random, 0.5) ? [-28, 0] : [-28];
	const wide = 56 / seats.length;
	return [
		...[-36, 28].map(x => box(x, 26, 8, 13, 1, body(ink.name === 'brown' ? cream : wood, woodRim))),
		...seats.map(x => box(x - 1, top, wide + 2, 44, 8, solid(ink))),
		...seats.map(x => box(x, 2, wide, 18, 5, lit(ink))),
		box(-34, 18, 68, 12, 0, shaded(ink)),
		...[-46, 28].map(x => box(x, -10, 18, 41, 8, solid(ink))),
	];
}

function lamp(ink: Ink, random: Random): Mark[] {
	const low = between(random, 33, 40);
	const high = between(random, 17, 22);
	return [
		ellipse(0, 8, low - 6, 13, surface(ink.name === 'yellow' ? '#fff3c4' : lamplight)),
		box(-5, 0, 10, 40, 0, shaded(ink)),
		ellipse(0, 24, 12, 10, solid(ink)),
		path('M-24 44Q-22 34 0 34Q22 34 24 44Z', shaded(ink)),
		path(`M${short(-high)} -44H${short(high)}L${short(low)} 6H${short(-low)}Z`, solid(ink)),
		path(`M${short(3 - high)} -39H${short(10 - high)}L${short(14 - low)} 0H${short(6 - low)}Z`, shine(ink.light)),
	];
}

function desk(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 24, 28);
	const drawers = [-9, 8, 25].flatMap(y => [
		box(44 - wide, y, wide - 5, 13, 1, surface(ink.light)),
		circle(44 - wide / 2 - 2.5, y + 6.5, 3, gilded(ink)),
	]);
	return [
		box(-30, -10, 66, 26, 0, shaded(ink)),
		box(-42, -14, 11, 56, 0, solid(ink)),
		box(41 - wide, -14, wide + 1, 56, 0, solid(ink)),
		...drawers,
		box(-34, -28, 22, 6, 1, body('#4a78c8', '#2c4a85')),
		box(-32, -34, 20, 6, 1, body('#d8574e', '#8f2f2a')),
		box(-46, -23, 92, 11, 2, lit(ink)),
	];
}

function wardrobe(ink: Ink, random: Random): Mark[] {
	const half = between(random, 30, 36);
	const panel = (x: number) => box(x, -28, half - 12, between(random, 40, 46), 1, surface(ink.light));
	return [
		...[-half + 2, half - 12].map(x => box(x, 36, 10, 10, 1, shaded(ink))),
		box(-half, -38, 2 * half, 78, 0, solid(ink)),
		...[5 - half, 7].map(panel),
		box(-half, 26, 2 * half, 14, 0, shaded(ink)),
		box(-half - 6, -46, 2 * half + 12, 11, 3, shaded(ink)),
		box(-2, -34, 4, 60, 0, detail(ink.rim)),
		...[-8, 8].map(x => box(x - 2.5, -6, 5, 13, 2, gilded(ink))),
	];
}

function bookshelf(ink: Ink, random: Random): Mark[] {
	const covers = ['#d8574e', '#f0c24a', '#4a78c8', cream, '#58a55c'];
	const row = (floor: number) => {
		const from = pick(random, [0, 1, 2, 3]);
		return [-27, -17, -7, 3, 13].slice(0, pick(random, [4, 5])).map((x, at) => {
			const high = between(random, 15, 19);
			return box(x, floor - high, 9, high, 0, surface(covers[(from + at) % 5] as string));
		});
	};
	return [
		box(-38, -45, 76, 90, 2, solid(ink)),
		...[-35, -7, 21].map(y => box(-29, y, 58, 20, 0, surface(ink.name === 'black' ? slate : ink.rim))),
		...[-15, 13, 41].flatMap(row),
	];
}
