/** What stands, hangs or is given in a home: chairs, lamps, clocks, gifts. */
import {
	cream,
	glass,
	glassRim,
	gold,
	goldRim,
	type Ink,
	lamplight,
	night,
	paper,
	steel,
	steelRim,
	wood,
	woodRim,
} from '../inks.ts';
import {
	body,
	box,
	circle,
	detail,
	ellipse,
	mirrored,
	type Paint,
	path,
	placed,
	shine,
	short,
	stroke,
	surface,
} from '../marks.ts';
import { between, chance, pick } from '../random.ts';
import type { Noun } from './noun.ts';

export const furniture: readonly Noun[] = [
	{
		name: 'chair',
		also: ['dining chair', 'wooden chair'],
		usual: 'brown',
		draw: (ink, random) => {
			const top = between(random, -46, -38);
			return [
				...[-24, 16].map(x => box(x, 0, 8, 34, 1, body(ink.dark, ink.rim))),
				...[-28, 18].map(x => box(x, top, 10, 50, 2, paintOf(ink))),
				...[top + 3, top + 20].map(y => box(-22, y, 44, 11, 2, body(ink.light, ink.rim))),
				path('M-26 2H26L34 14H-34Z', body(ink.light, ink.rim)),
				box(-35, 13, 70, 10, 2, paintOf(ink)),
				...[-33, 23].map(x => box(x, 20, 10, 25, 1, paintOf(ink))),
			];
		},
	},
	{
		name: 'table',
		also: ['dining table', 'coffee table', 'wooden table'],
		usual: 'brown',
		draw: (ink, random) => {
			const back = between(random, 28, 36);
			const top = between(random, -26, -18);
			return [
				...[-26, 18].map(x => box(x, -4, 8, 32, 1, body(ink.dark, ink.rim))),
				...[-42, 32].map(x => box(x, 2, 10, 36, 1, paintOf(ink))),
				path(`M${short(-back)} ${short(top)}H${short(back)}L46 -3H-46Z`, body(ink.light, ink.rim)),
				box(-46, -4, 92, 10, 2, paintOf(ink)),
			];
		},
	},
	{
		name: 'bed',
		also: ['double bed', 'single bed'],
		usual: 'blue',
		draw: (ink, random) => {
			const head = between(random, -32, -24);
			const fold = between(random, -14, -8);
			const sheet = ink.name === 'white' ? cream : paper;
			return [
				...[-42, 34].map(x => box(x, 20, 8, 18, 1, body(ink.rim, ink.rim))),
				box(-46, head, 12, 54, 4, body(ink.dark, ink.rim)),
				box(-36, -2, 76, 16, 4, body(sheet, ink.rim)),
				box(-35, -14, 26, 15, 6, body(sheet, ink.rim)),
				path(
					`M${short(fold)} 14V4Q${short(fold)} -8 ${short(fold + 12)} -8H36Q42 -8 42 0V14Z`,
					body(ink.light, ink.rim),
				),
				box(-40, 10, 80, 14, 2, paintOf(ink)),
				box(36, -14, 10, 40, 4, body(ink.dark, ink.rim)),
			];
		},
	},
	{
		name: 'sofa',
		also: ['couch', 'settee', 'loveseat'],
		usual: 'teal',
		draw: (ink, random) => {
			const top = between(random, -32, -25);
			const seats = chance(random, 0.5) ? [-28, 0] : [-28];
			const wide = 56 / seats.length;
			return [
				...[-36, 28].map(x => box(x, 26, 8, 13, 1, body(ink.name === 'brown' ? cream : wood, woodRim))),
				...seats.map(x => box(x - 1, top, wide + 2, 44, 8, paintOf(ink))),
				...seats.map(x => box(x, 2, wide, 18, 5, body(ink.light, ink.rim))),
				box(-34, 18, 68, 12, 0, body(ink.dark, ink.rim)),
				...[-46, 28].map(x => box(x, -10, 18, 41, 8, paintOf(ink))),
			];
		},
	},
	{
		name: 'lamp',
		also: ['table lamp', 'bedside lamp', 'lampshade'],
		usual: 'orange',
		draw: (ink, random) => {
			const low = between(random, 33, 40);
			const high = between(random, 17, 22);
			return [
				ellipse(0, 8, low - 6, 13, surface(ink.name === 'yellow' ? '#fff3c4' : lamplight)),
				box(-5, 0, 10, 40, 0, body(ink.dark, ink.rim)),
				ellipse(0, 24, 12, 10, paintOf(ink)),
				path('M-24 44Q-22 34 0 34Q22 34 24 44Z', body(ink.dark, ink.rim)),
				path(`M${short(-high)} -44H${short(high)}L${short(low)} 6H${short(-low)}Z`, paintOf(ink)),
				path(`M${short(3 - high)} -39H${short(10 - high)}L${short(14 - low)} 0H${short(6 - low)}Z`, shine(ink.light)),
			];
		},
	},
	{
		name: 'desk',
		also: ['writing desk', 'office desk'],
		usual: 'brown',
		draw: (ink, random) => {
			const wide = between(random, 24, 28);
			const drawers = [-9, 8, 25].flatMap(y => [
				box(44 - wide, y, wide - 5, 13, 1, surface(ink.light)),
				circle(44 - wide / 2 - 2.5, y + 6.5, 3, knob(ink)),
			]);
			return [
				box(-30, -10, 66, 26, 0, body(ink.dark, ink.rim)),
				box(-42, -14, 11, 56, 0, paintOf(ink)),
				box(41 - wide, -14, wide + 1, 56, 0, paintOf(ink)),
				...drawers,
				box(-34, -28, 22, 6, 1, body('#4a78c8', '#2c4a85')),
				box(-32, -34, 20, 6, 1, body('#d8574e', '#8f2f2a')),
				box(-46, -23, 92, 11, 2, body(ink.light, ink.rim)),
			];
		},
	},
	{
		name: 'wardrobe',
		also: ['closet', 'armoire', 'cupboard'],
		usual: 'brown',
		draw: (ink, random) => {
			const half = between(random, 30, 36);
			const panel = (x: number) => box(x, -28, half - 12, between(random, 40, 46), 1, surface(ink.light));
			return [
				...[-half + 2, half - 12].map(x => box(x, 36, 10, 10, 1, body(ink.dark, ink.rim))),
				box(-half, -38, 2 * half, 78, 0, paintOf(ink)),
				...[5 - half, 7].map(panel),
				box(-half, 26, 2 * half, 14, 0, body(ink.dark, ink.rim)),
				box(-half - 6, -46, 2 * half + 12, 11, 3, body(ink.dark, ink.rim)),
				box(-2, -34, 4, 60, 0, detail(ink.rim)),
				...[-8, 8].map(x => box(x - 2.5, -6, 5, 13, 2, knob(ink))),
			];
		},
	},
	{
		name: 'bookshelf',
		also: ['bookcase', 'book shelf', 'shelf'],
		plural: 'bookshelves',
		usual: 'brown',
		draw: (ink, random) => {
			const covers = ['#d8574e', '#f0c24a', '#4a78c8', cream, '#58a55c'];
			const row = (floor: number) => {
				const from = pick(random, [0, 1, 2, 3]);
				return [-27, -17, -7, 3, 13].slice(0, pick(random, [4, 5])).map((x, at) => {
					const high = between(random, 15, 19);
					return box(x, floor - high, 9, high, 0, surface(covers[(from + at) % 5] as string));
				});
			};
			return [
				box(-38, -45, 76, 90, 2, paintOf(ink)),
				...[-35, -7, 21].map(y => box(-29, y, 58, 20, 0, surface(ink.name === 'black' ? '#5d626c' : ink.rim))),
				...[-15, 13, 41].flatMap(row),
			];
		},
	},
	{
		name: 'clock',
		also: ['alarm clock', 'table clock'],
		usual: 'red',
		draw: (ink, random) => {
			const hour = between(random, 0, 360);
			const minute = pick(random, [0, 90, 180, 270]);
			const bell = placed([path('M-15 0A15 13 0 0 1 15 0Z', body(ink.dark, ink.rim))], 25, -29, 40, 1);
			const foot = [path('M18 32L28 45L34 41L26 28Z', body(ink.dark, ink.rim))];
			return [
				...foot,
				...mirrored(foot),
				box(-4, -45, 8, 14, 2, body(ink.dark, ink.rim)),
				...bell,
				...mirrored(bell),
				circle(0, 4, 38, paintOf(ink)),
				circle(0, 4, 26, body(paper, ink.rim)),
				...placed([box(-3, -15, 6, 18, 2, detail(night))], 0, 4, hour, 1),
				...placed([box(-2.5, -22, 5, 24, 2, detail(night))], 0, 4, minute, 1),
				circle(0, 4, 4, detail(ink.name === 'white' ? night : ink.dark)),
			];
		},
	},
	{
		name: 'mirror',
		also: ['vanity mirror', 'looking glass', 'standing mirror'],
		usual: 'purple',
		draw: (ink, random) => {
			const wide = between(random, 31, 37);
			return [
				box(-6, 20, 12, 20, 0, body(ink.dark, ink.rim)),
				path('M-28 45Q-26 34 0 34Q26 34 28 45Z', body(ink.dark, ink.rim)),
				circle(0, -40, 6, body(ink.light, ink.rim)),
				ellipse(0, -8, wide, 33, paintOf(ink)),
				ellipse(
					0,
					-8,
					wide - 10,
					23,
					body(ink.name === 'white' ? '#a9cde2' : glass, ink.name === 'white' ? glassRim : ink.rim),
				),
				path('M-11 -4L3 -22M-3 7L11 -10', stroke(paper, paper, 4)),
			];
		},
	},
	{
		name: 'bathtub',
		also: ['bath', 'tub', 'bath tub'],
		usual: 'white',
		draw: (ink, random) => {
			const foam = body(ink.name === 'white' ? '#bfe0f2' : '#eaf6fc', '#7fa9c4');
			const size = between(random, 7, 10);
			return [
				path('M34 0V-28Q34 -36 26 -36H20V-26', stroke(steel, steelRim, 6)),
				...[-30, -16, -2, 11].map((x, at) => circle(x, -6 - (at % 2) * 5, size, foam)),
				circle(-18, -26, size - 3, foam),
				...[-26, 18].map(x =>
					path(`M${x} 26H${x + 10}L${x + 8} 41H${x - 1}Z`, body(ink.name === 'yellow' ? steel : gold, goldRim)),
				),
				path('M-42 0H42Q42 32 22 32H-22Q-42 32 -42 0Z', paintOf(ink)),
				box(-46, -6, 92, 11, 5, body(ink.light, ink.rim)),
				path('M-34 10Q-32 24 -20 25L-22 26Q-36 24 -38 10Z', shine(ink.light)),
			];
		},
	},
	{
		name: 'fridge',
		also: ['refrigerator', 'freezer'],
		usual: 'cyan',
		draw: (ink, random) => {
			const half = between(random, 26, 30);
			const split = between(random, -16, -10);
			const grip = body(ink.name === 'white' || ink.name === 'gray' ? '#5d626c' : steel, steelRim);
			return [
				...[-half + 4, half - 12].map(x => box(x, 38, 8, 8, 1, body(night, night))),
				box(-half, -45, 2 * half, 87, 8, paintOf(ink)),
				path(`M${short(6 - half)} ${short(split - 8)}V-38H${short(12 - half)}V${short(split - 8)}Z`, shine(ink.light)),
				box(-half, split - 2, 2 * half, 5, 0, detail(ink.rim)),
				box(half - 15, split - 21, 7, 14, 3, grip),
				box(half - 15, split + 9, 7, 24, 3, grip),
			];
		},
	},
	{
		name: 'fireplace',
		also: ['hearth', 'fireside', 'chimneypiece'],
		usual: 'red',
		draw: (ink, random) => {
			const joint = detail(ink.name === 'black' ? steelRim : ink.rim);
			const tip = short(between(random, -8, 0));
			return [
				box(-40, -28, 80, 72, 0, paintOf(ink)),
				...[-12, 4, 20].flatMap(y => [-40, 27].map(x => box(x, y, 13, 4, 0, joint))),
				...[-14, 10].map(x => box(x, -27, 4, 12, 0, joint)),
				path('M-23 44V4Q-23 -12 0 -12Q23 -12 23 4V44Z', body(ink.name === 'black' ? '#4a4a55' : night, ink.rim)),
				path(`M-16 36Q-20 18 -8 10Q-6 16 -3 16Q-4 4 3 ${tip}Q4 8 10 12Q20 22 16 36Z`, detail('#ff8a24')),
				path('M-8 36Q-10 26 0 18Q10 26 8 36Z', surface('#ffdf5e')),
				box(-19, 34, 38, 9, 4, body(wood, woodRim)),
				box(-46, -42, 92, 15, 2, body(ink.light, ink.rim)),
			];
		},
	},
	{
		name: 'vase',
		also: ['urn', 'flower vase', 'amphora'],
		usual: 'teal',
		draw: (ink, random) => {
			const wide = between(random, 34, 44);
			const neck = between(random, 9, 12);
			const left = `M${short(-neck - 8)} -44Q${short(-neck)} -36 ${short(-neck)} -26C${short(-wide)} -18 ${short(-wide)} 22 -16 44`;
			const right = `H16C${short(wide)} 22 ${short(wide)} -18 ${short(neck)} -26Q${short(neck)} -36 ${short(neck + 8)} -44Z`;
			const reach = wide * 0.77;
			return [
				path(left + right, paintOf(ink)),
				path(`M${short(-reach)} -6L${short(reach)} -6L${short(reach - 1)} 8L${short(1 - reach)} 8Z`, surface(ink.dark)),
				...[-16, 0, 16].map(x =>
					path(`M${x - 7} 1L${x} -5L${x + 7} 1L${x} 7Z`, detail(ink.name === 'white' ? '#4a78c8' : cream)),
				),
				ellipse(0, -43, neck + 9, 4.5, body(ink.rim, ink.rim)),
			];
		},
	},
	{
		name: 'picture frame',
		also: ['painting', 'photo frame', 'framed picture'],
		usual: 'brown',
		draw: (ink, random) => {
			const hill = between(random, 0, 8);
			return [
				path('M-22 -30L0 -44L22 -30', stroke(ink.dark, ink.dark, 3)),
				circle(0, -43, 4, detail(ink.rim)),
				box(-46, -32, 92, 74, 2, paintOf(ink)),
				box(-38, -24, 76, 58, 0, surface(ink.light)),
				box(-32, -18, 64, 46, 0, body('#a9dcf5', ink.rim)),
				circle(17, -7, 6.5, detail('#f8c93a')),
				path(`M-30 26V14L-12 ${short(hill - 12)}L6 14L16 ${short(hill)}L30 14V26Z`, surface('#58a55c')),
			];
		},
	},
	{
		name: 'umbrella',
		also: ['parasol', 'brolly'],
		usual: 'red',
		draw: (ink, random) => {
			const top = between(random, -40, -34);
			const lean = between(random, -16, 16);
			const marks = [
				path('M0 0V32Q0 42 9 42Q18 42 18 32', stroke(ink.name === 'brown' ? steel : wood, woodRim, 6)),
				box(-3, top - 8, 6, 12, 2, body(wood, woodRim)),
				path(
					`M-45 6C-42 ${short(top - 12)} 42 ${short(top - 12)} 45 6Q38 -2 30 -2Q20 -2 15 6Q8 -1 0 -1Q-8 -1 -15 6Q-20 -2 -30 -2Q-38 -2 -45 6Z`,
					paintOf(ink),
				),
				path(`M-15 6Q-14 -20 0 ${short(top + 4)}Q14 -20 15 6Q8 -1 0 -1Q-8 -1 -15 6Z`, surface(ink.light)),
			];
			return placed(marks, 0, 0, lean, 1);
		},
	},
	{
		name: 'gift',
		also: ['present', 'gift box', 'birthday present'],
		usual: 'red',
		draw: (ink, random) => {
			const half = between(random, 31, 36);
			const tied = body(ribbon(ink), ribbonRim(ink));
			const loop = [path(`M0 -18C6 -46 30 -48 30 -32C30 -22 12 -18 0 -18Z`, tied)];
			return [
				box(-half, -4, 2 * half, 48, 2, paintOf(ink)),
				box(-half - 7, -18, 2 * half + 14, 18, 3, body(ink.light, ink.rim)),
				box(-7, -18, 14, 62, 0, tied),
				...loop,
				...mirrored(loop),
				circle(0, -20, 7, tied),
			];
		},
	},
	{
		name: 'balloon',
		also: ['party balloon', 'toy balloon'],
		usual: 'red',
		draw: (ink, random) => {
			const wide = between(random, 38, 44);
			const bend = short(between(random, -12, 12));
			const side = short(wide * 1.34);
			return [
				path(`M0 20Q${bend} 32 0 45`, stroke(ink.dark, ink.dark, 4)),
				path('M0 14L-8 25H8Z', body(ink.dark, ink.rim)),
				path(
					`M0 18C-${short(wide * 0.7)} 10 -${side} -45 0 -46C${side} -45 ${short(wide * 0.7)} 10 0 18Z`,
					paintOf(ink),
				),
				ellipse(-11, -27, 5, 9, shine(ink.name === 'white' ? paper : ink.light)),
			];
		},
	},
	{
		name: 'pillow',
		also: ['cushion', 'throw pillow'],
		usual: 'purple',
		draw: (ink, random) => {
			const wide = between(random, 40, 45);
			const high = between(random, 28, 34);
			const at = (across: number, down: number) => `${short(across * wide)} ${short(down * high)}`;
			const top = `M${at(-1, -1)}C${at(-0.7, -0.7)} ${at(-0.6, -1)} ${at(0, -1)}C${at(0.6, -1)} ${at(0.7, -0.7)} ${at(1, -1)}`;
			const right = `C${at(0.8, -0.6)} ${at(1, -0.5)} ${at(1, 0)}C${at(1, 0.5)} ${at(0.8, 0.6)} ${at(1, 1)}`;
			const bottom = `C${at(0.7, 0.7)} ${at(0.6, 1)} ${at(0, 1)}C${at(-0.6, 1)} ${at(-0.7, 0.7)} ${at(-1, 1)}`;
			const left = `C${at(-0.8, 0.6)} ${at(-1, 0.5)} ${at(-1, 0)}C${at(-1, -0.5)} ${at(-0.8, -0.6)} ${at(-1, -1)}Z`;
			const crease = [path(`M${at(0.86, 0.82)}L${at(0.45, 0.55)}L${at(0.56, 0.38)}Z`, detail(ink.dark))];
			const pair = [...crease, ...mirrored(crease)];
			const marks = [
				path(top + right + bottom + left, paintOf(ink)),
				ellipse(-wide * 0.3, -high * 0.45, 13, 6, shine(ink.light)),
				...pair,
				...placed(pair, 0, 0, 180, 1),
				circle(0, 0, 5.5, detail(ink.rim)),
			];
			return placed(marks, 0, 0, between(random, -12, 12), 1);
		},
	},
];

function paintOf(ink: Ink): Paint {
	return body(ink.middle, ink.rim);
}

/** Paints a knob so that it is seen on every ink. */
function knob(ink: Ink): Paint {
	return detail(['yellow', 'beige'].includes(ink.name) ? ink.rim : gold);
}

function ribbon(ink: Ink): string {
	return ['yellow', 'orange', 'beige', 'lime'].includes(ink.name) ? '#d8423e' : '#ffd34d';
}

function ribbonRim(ink: Ink): string {
	return ['yellow', 'orange', 'beige', 'lime'].includes(ink.name) ? '#8a1f20' : goldRim;
}
