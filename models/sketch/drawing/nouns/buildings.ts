/** What people build: houses, towers, bridges, and their doors and windows. */
import {
	cream,
	creamRim,
	glass,
	glassRim,
	gold,
	goldRim,
	type Ink,
	lamplight,
	paper,
	steel,
	steelRim,
	wood,
	woodRim,
} from '../inks.ts';
import { body, box, circle, detail, type Mark, mirrored, type Paint, path, placed, short, surface } from '../marks.ts';
import { between, chance, pick } from '../random.ts';
import type { Noun } from './noun.ts';

export const buildings: readonly Noun[] = [
	{
		name: 'house',
		also: ['home', 'hut', 'cottage'],
		usual: 'orange',
		draw: (ink, random) => {
			const half = between(random, 29, 35);
			const top = short(between(random, -46, -40));
			return [
				...(chance(random, 0.6) ? [box(half - 19, -40, 12, 28, 0, body(ink.middle, ink.rim))] : []),
				box(-half, -8, 2 * half, 51, 0, body(ink.middle, ink.rim)),
				path(`M${short(-half - 9)} -4L0 ${top}L${short(half + 9)} -4Z`, body(ink.dark, ink.rim)),
				box(8 - half, 13, 17, 30, 0, wooden(ink)),
				box(half - 25, 8, 17, 17, 0, pane(ink)),
			];
		},
	},
	{
		name: 'castle',
		also: ['fortress', 'fort', 'stronghold'],
		usual: 'gray',
		draw: (ink, random) => {
			const keep = between(random, -44, -38);
			const towers = between(random, -24, -16);
			const tower = [
				battlement(-44, towers, 26, 42 - towers, 2, body(ink.middle, ink.rim)),
				arch(-31, 14, 4, 18, hole(ink)),
			];
			return [
				battlement(-19, keep, 38, 60, 3, body(ink.dark, ink.rim)),
				arch(0, -12, 4.5, 14, hole({ ...ink, rim: ink.name === 'black' ? ink.rim : ink.light })),
				battlement(-26, -8, 52, 50, 4, body(ink.light, ink.rim)),
				...tower,
				...mirrored(tower),
				arch(0, 42, 12, 30, wooden(ink)),
			];
		},
	},
	{
		name: 'tower',
		also: ['watchtower', 'wizard tower', 'castle tower'],
		usual: 'purple',
		draw: (ink, random) => {
			const half = between(random, 14, 17);
			const flag = chance(random, 0.5) ? 19 : -19;
			return [
				box(-2.5, -46, 5, 14, 0, body(wood, woodRim)),
				path(`M0 -46L${flag} -40L0 -34Z`, body(ink.light, ink.rim)),
				path(
					`M${short(-half)} -8H${short(half)}L${short(half + 4)} 44H${short(-half - 4)}Z`,
					body(ink.middle, ink.rim),
				),
				box(-half - 6, -13, 2 * half + 12, 11, 2, body(ink.light, ink.rim)),
				path(`M${short(-half - 11)} -11L0 -37L${short(half + 11)} -11Z`, body(ink.dark, ink.rim)),
				arch(0, 19, 5.5, 15, pane(ink)),
				arch(0, 44, 8, 17, wooden(ink)),
			];
		},
	},
	{
		name: 'church',
		also: ['chapel', 'cathedral'],
		usual: 'white',
		draw: (ink, random) => {
			const half = between(random, 34, 40);
			const cross = detail(['yellow', 'beige'].includes(ink.name) ? ink.rim : gold);
			return [
				box(-half, 12, 2 * half, 32, 0, body(ink.middle, ink.rim)),
				path(`M${short(-half - 6)} 14L-12 -6H12L${short(half + 6)} 14Z`, body(ink.dark, ink.rim)),
				box(-15, -12, 30, 56, 0, body(ink.light, ink.rim)),
				path('M-20 -10L0 -34L20 -10Z', body(ink.dark, ink.rim)),
				box(-2.5, -47, 5, 17, 0, cross),
				box(-7.5, -43, 15, 5, 0, cross),
				circle(0, 3, between(random, 5.5, 7), pane(ink)),
				arch(0, 44, 8, 22, wooden(ink)),
				arch(-half + 10, 36, 4.5, 15, pane(ink)),
				arch(half - 10, 36, 4.5, 15, pane(ink)),
			];
		},
	},
	{
		name: 'tent',
		also: ['camping tent', 'camp'],
		usual: 'green',
		draw: (ink, random) => {
			const top = between(random, -38, -30);
			const flap = between(random, 6, 14);
			const marks = [
				path(`M-14 ${short(top)}L24 ${short(top + 6)}L46 32L22 40Z`, body(ink.dark, ink.rim)),
				path(`M-46 40L-14 ${short(top)}L22 40Z`, body(ink.middle, ink.rim)),
				path(`M-13 ${short(top + 18)}L4 40H-28Z`, hole(ink)),
				path(`M-13 ${short(top + 18)}L-28 40H${short(-28 - flap)}Z`, body(ink.light, ink.rim)),
			];
			return chance(random, 0.5) ? marks : mirrored(marks);
		},
	},
	{
		name: 'barn',
		also: ['stable', 'farm'],
		usual: 'red',
		draw: (ink, random) => {
			const top = short(between(random, -46, -40));
			const trim = ['white', 'beige'].includes(ink.name) ? wood : paper;
			const half = between(random, 16, 20);
			const [near, far] = [short(half - 2), short(2 - half)];
			return [
				path(`M-38 44V-8L-24 -32L0 ${top}L24 -32L38 -8V44Z`, body(ink.middle, ink.rim)),
				path(`M-45 -3L-29 -36L0 ${top}L29 -36L45 -3L38 0L23 -29L0 -36L-23 -29L-38 0Z`, body(ink.dark, ink.rim)),
				box(-8, -23, 16, 16, 0, body(trim, ink.rim)),
				box(-4, -19, 8, 8, 0, hole(ink)),
				box(-half - 4, 2, 2 * half + 8, 42, 0, body(trim, ink.rim)),
				...[`M${far} 6H${near}L0 20Z`, `M${far} 44H${near}L0 28Z`, `M${far} 10V40L-4 24Z`, `M${near} 10V40L4 24Z`].map(
					data => path(data, surface(ink.middle)),
				),
			];
		},
	},
	{
		name: 'windmill',
		also: ['mill', 'dutch windmill'],
		usual: 'blue',
		draw: (ink, random) => {
			const turn = between(random, 20, 70);
			const sail = ['white', 'beige'].includes(ink.name) ? wood : cream;
			const arm = [
				box(0, -39, 14, 29, 0, body(sail, sail === wood ? woodRim : creamRim)),
				box(-2.5, -40, 5, 40, 0, body(wood, woodRim)),
			];
			return [
				path('M-15 -10H15L26 45H-26Z', body(ink.middle, ink.rim)),
				path('M-19 -8Q-18 -34 0 -34Q18 -34 19 -8Z', body(ink.dark, ink.rim)),
				arch(0, 45, 8, between(random, 18, 22), wooden(ink)),
				...[0, 90, 180, 270].flatMap(quarter => placed(arm, 0, -9, turn + quarter, 1)),
				circle(0, -9, 6, body(ink.dark, ink.rim)),
			];
		},
	},
	{
		name: 'lighthouse',
		also: ['beacon', 'light tower'],
		usual: 'red',
		draw: (ink, random) => {
			const foot = between(random, 19, 23);
			const half = (y: number) => 13 + ((foot - 13) * (y + 18)) / 60;
			const ring = (top: number, bottom: number, paint: Paint) =>
				path(
					`M${short(-half(top))} ${top}H${short(half(top))}L${short(half(bottom))} ${bottom}H${short(-half(bottom))}Z`,
					paint,
				);
			const white = surface(ink.name === 'white' ? '#c8505a' : paper);
			const beam = [path('M-8 -31L-46 -42V-20Z', surface('#ffe27a'))];
			return [
				...(chance(random, 0.6) ? [...beam, ...mirrored(beam)] : []),
				ring(-18, 40, body(ink.middle, ink.rim)),
				ring(-6, 6, white),
				ring(19, 31, white),
				box(-foot - 6, 38, 2 * foot + 12, 8, 2, body(ink.dark, ink.rim)),
				box(-9, -37, 18, 16, 0, body(lamplight, ink.rim)),
				box(-19, -24, 38, 8, 2, body(ink.dark, ink.rim)),
				path('M-14 -35Q-9 -47 0 -47Q9 -47 14 -35Z', body(ink.dark, ink.rim)),
			];
		},
	},
	{
		name: 'bridge',
		also: ['stone bridge', 'arch bridge', 'footbridge'],
		usual: 'gray',
		draw: (ink, random) => {
			const rise = between(random, 26, 36);
			const top = `M-46 -8Q0 ${short(-8 - rise)} 46 -8`;
			const arches = pick(random, ['H30A30 28 0 0 0 -30 36', 'H36A15 24 0 0 0 6 36H-6A15 24 0 0 0 -36 36']);
			const marks = [
				box(-46, 30, 92, 13, 0, body('#6fb4ea', '#3f7fb5')),
				path(`${top}V36${arches}H-46Z`, body(ink.middle, ink.rim)),
				path(`${top}V2Q0 ${short(2 - rise)} -46 2Z`, body(ink.light, ink.rim)),
				...[-32, -16, 0, 16, 32].map(x => box(x - 2, -8 - (rise / 2) * (1 - (x / 46) ** 2) + 3, 4, 6, 0, hole(ink))),
			];
			return placed(marks, 0, -8, 0, 1);
		},
	},
	{
		name: 'factory',
		also: ['industrial plant', 'manufactory'],
		usual: 'brown',
		draw: (ink, random) => {
			const chimney = between(random, -28, -20);
			const puff = body('#dfe3ea', '#99a0ad');
			return [
				...[circle(34, chimney - 9, 8, puff), circle(24, chimney - 15, 7, puff)],
				box(20, chimney, 18, 40 - chimney, 0, body(ink.dark, ink.rim)),
				path('M-45 44V-2L-24 -20V-2L-3 -20V-2L18 -20V6H45V44Z', body(ink.middle, ink.rim)),
				...[-38, -18, 2].map(x => box(x, 10, 14, 13, 0, pane(ink))),
				box(22, 22, 15, 22, 0, hole(ink)),
			];
		},
	},
	{
		name: 'skyscraper',
		also: ['office building', 'apartment building', 'high-rise'],
		usual: 'blue',
		draw: (ink, random) => {
			const half = between(random, 20, 23);
			const low = between(random, -12, 4);
			const panes = [-30, -17, -4, 9, 22].flatMap(y => [-13.5, -4, 5.5].map(x => box(x, y, 8, 8, 0, lights(ink))));
			const marks = [
				box(8, low, 34, 45 - low, 0, body(ink.dark, ink.rim)),
				...[12, 26].map(y => box(half + 6, y, 8, 8, 0, lights(ink))),
				box(-3, -47, 6, 12, 0, body(ink.dark, ink.rim)),
				box(-half, -37, 2 * half, 82, 0, body(ink.middle, ink.rim)),
				...panes,
				box(-6, 34, 12, 11, 0, hole(ink)),
			];
			return placed(marks, -8, 0, 0, 1);
		},
	},
	{
		name: 'shop',
		also: ['store', 'market', 'boutique'],
		usual: 'green',
		draw: (ink, random) => {
			const count = pick(random, [5, 6, 7]);
			const wide = 90 / count;
			const cloth = (at: number) => (at % 2 === 0 ? ink.dark : ink.name === 'white' ? '#e9a13b' : paper);
			const scallop = `v20a${short(wide / 2)} ${short(wide / 2)} 0 0 1 ${short(-wide)} 0Z`;
			return [
				box(-38, -20, 76, 64, 0, body(ink.middle, ink.rim)),
				box(-31, 6, 36, 24, 0, body(ink.name === 'white' ? '#9cc3dc' : glass, ink.rim)),
				box(12, 4, 19, 40, 0, wooden(ink)),
				box(-41, -44, 82, 12, 2, body(ink.middle, ink.rim)),
				...Array.from({ length: count }, (_, at) =>
					path(`M${short(at * wide - 45)} -34h${short(wide)}${scallop}`, body(cloth(at), ink.rim)),
				),
			];
		},
	},
	{
		name: 'igloo',
		also: ['snow house', 'inuit house'],
		usual: 'white',
		draw: (ink, random) => {
			const joint = detail(ink.name === 'black' ? steelRim : ink.name === 'white' ? '#a9b8d0' : ink.rim);
			const shift = between(random, -4, 4);
			const marks = [
				path('M-45 36C-45 -62 38 -62 38 36Z', body(ink.middle, ink.rim)),
				...[box(-41, 13, 70, 4, 0, joint), box(-33, -11, 59, 4, 0, joint)],
				...[-30, -6].map(x => box(x + shift, 16, 4, 18, 0, joint)),
				...[-18, 8].map(x => box(x + shift, -9, 4, 22, 0, joint)),
				box(-6 + shift, -34, 4, 24, 0, joint),
				arch(23, 36, 22, between(random, 36, 42), body(ink.light, ink.rim)),
				arch(23, 36, 13, 26, hole(ink)),
			];
			return chance(random, 0.5) ? marks : mirrored(marks);
		},
	},
	{
		name: 'well',
		also: ['wishing well', 'water well'],
		usual: 'gray',
		draw: (ink, random) => {
			const drop = between(random, -10, -4);
			return [
				...[-29, 21].map(x => box(x, -24, 8, 36, 0, wooden(ink))),
				box(-2.5, -22, 5, drop + 24, 0, detail(ink.name === 'black' ? steel : woodRim)),
				path(`M-11 ${short(drop)}h22l-4 15h-14Z`, body(steel, steelRim)),
				path(`M-45 -16L0 ${short(between(random, -47, -42))}L45 -16Z`, body(ink.middle, ink.rim)),
				box(-32, 14, 64, 30, 3, body(ink.middle, ink.rim)),
				box(-38, 8, 76, 12, 4, body(ink.light, ink.rim)),
				...[-22, -2, 18].map(x => box(x, 23, 4, 8, 0, hole(ink))),
				...[-12, 8].map(x => box(x, 34, 4, 8, 0, hole(ink))),
				box(-30, 30, 60, 4, 0, hole(ink)),
			];
		},
	},
	{
		name: 'gate',
		also: ['iron gate', 'garden gate', 'gateway'],
		usual: 'black',
		draw: (ink, random) => {
			const arc = between(random, 14, 24);
			const bar = detail(ink.dark);
			const top = (x: number) => -16 - arc * (1 - (x / 30) ** 2);
			const pillar = [
				box(-45, -26, 17, 70, 1, body(ink.middle, ink.rim)),
				circle(-36.5, -35, 9, body(ink.middle, ink.rim)),
			];
			return [
				...[-21.5, -11.5, -3.5, 3.5, 11.5, 21.5].map(x => box(x - 2.5, top(x), 5, 42 - top(x), 0, bar)),
				path(`M-30 -18Q0 ${short(-18 - 2 * arc)} 30 -18V-11Q0 ${short(-10 - 2 * arc)} -30 -11Z`, bar),
				...[-4, 30].map(y => box(-30, y, 60, 6, 0, bar)),
				...pillar,
				...mirrored(pillar),
				circle(0, 13, 6.5, body(ink.name === 'yellow' ? steel : gold, goldRim)),
			];
		},
	},
	{
		name: 'fence',
		also: ['picket fence', 'garden fence', 'wooden fence'],
		usual: 'white',
		draw: (ink, random) => {
			const count = pick(random, [4, 5]);
			const wide = count === 4 ? 14 : 11;
			const top = between(random, -26, -20);
			const picket = `V${short(top)}l${wide / 2} -13l${wide / 2} 13V40Z`;
			return [
				...[-10, 18].map(y => box(-46, y, 92, 10, 1, body(ink.dark, ink.rim))),
				...Array.from({ length: count }, (_, at) =>
					path(`M${short(-41 + (at * (82 - wide)) / (count - 1))} 40${picket}`, body(ink.middle, ink.rim)),
				),
			];
		},
	},
	{
		name: 'door',
		also: ['front door', 'doorway', 'entrance'],
		usual: 'brown',
		draw: (ink, random) => {
			const half = between(random, 26, 30);
			const split = between(random, -2, 6);
			const panel = (x: number, y: number, high: number) => box(x, y, half - 14, high, 1, surface(ink.light));
			return [
				box(-half - 2, -46, 2 * half + 4, 91, 2, body(ink.dark, ink.rim)),
				box(-half + 4, -39, 2 * half - 8, 84, 0, body(ink.middle, ink.rim)),
				...[9 - half, 5].flatMap(x => [panel(x, -33, split + 28), panel(x, split + 8, 31 - split)]),
				circle(half - 9, split + 1, 4.5, detail(['yellow', 'beige'].includes(ink.name) ? ink.rim : gold)),
			];
		},
	},
	{
		name: 'window',
		also: ['window pane', 'shuttered window'],
		usual: 'green',
		draw: (ink, random) => {
			const high = between(random, 62, 72);
			const pane = (x: number, y: number) =>
				box(x, y, 17, high / 2 - 10, 0, body(glass, ink.name === 'white' ? glassRim : ink.rim));
			const shutter = [
				box(-46, -high / 2, 20, high, 1, body(ink.dark, ink.rim)),
				...[-0.3, -0.1, 0.1, 0.3].map(row => box(-42, row * high - 2, 12, 4, 0, detail(ink.light))),
			];
			return [
				...shutter,
				...mirrored(shutter),
				box(-27, -high / 2 - 5, 54, high + 8, 1, body(ink.middle, ink.rim)),
				...[-high / 2 + 2, 4].flatMap(y => [pane(-20, y), pane(3, y)]),
				box(-33, high / 2, 66, 10, 2, body(ink.middle, ink.rim)),
			];
		},
	},
	{
		name: 'temple',
		also: ['greek temple', 'museum', 'parthenon'],
		usual: 'beige',
		draw: (ink, random) => {
			const wide = between(random, 11, 14);
			return [
				box(-36, -12, 72, 44, 0, body(ink.name === 'black' ? steelRim : ink.rim, ink.rim)),
				...[-35, -35 + (70 - wide) / 3, -35 + ((70 - wide) * 2) / 3, 35 - wide].map(x =>
					box(x, -12, wide, 44, 0, body(ink.middle, ink.rim)),
				),
				path(`M-46 -18L0 ${short(between(random, -47, -42))}L46 -18Z`, body(ink.middle, ink.rim)),
				circle(0, -27, 5, hole(ink)),
				box(-42, -19, 84, 10, 0, body(ink.light, ink.rim)),
				box(-41, 28, 82, 9, 0, body(ink.light, ink.rim)),
				box(-46, 36, 92, 9, 0, body(ink.middle, ink.rim)),
			];
		},
	},
];

/** Paints an opening or a joint so that it is seen on every ink. */
function hole(ink: Ink): Paint {
	return detail(ink.name === 'black' ? steelRim : ink.rim);
}

/** Paints a lit window, or a dark one where the walls are pale. */
function pane(ink: Ink): Paint {
	return body(pale(ink) ? '#58758c' : lamplight, ink.rim);
}

function lights(ink: Ink): Paint {
	return detail(pale(ink) ? ink.rim : lamplight);
}

function pale(ink: Ink): boolean {
	return ['white', 'beige', 'yellow', 'lime', 'pink', 'cyan'].includes(ink.name);
}

function wooden(ink: Ink): Paint {
	return body(ink.name === 'brown' ? '#d9b98a' : wood, woodRim);
}

/** An upright opening with a round top, by the middle of its foot. */
function arch(x: number, foot: number, half: number, high: number, paint: Paint): Mark {
	const round = `A${short(half)} ${short(half)} 0 0 1 ${short(x + half)} ${short(foot - high + half)}`;
	return path(`M${short(x - half)} ${short(foot)}V${short(foot - high + half)}${round}V${short(foot)}Z`, paint);
}

/** A wall by its top left corner, with teeth along its top. */
function battlement(x: number, y: number, wide: number, high: number, teeth: number, paint: Paint): Mark {
	const step = short(wide / (2 * teeth - 1));
	const top = Array.from({ length: teeth }, () => `v-8h${step}v8`).join(`h${step}`);
	return path(`M${short(x)} ${short(y + high)}V${short(y + 8)}${top}V${short(y + high)}Z`, paint);
}
