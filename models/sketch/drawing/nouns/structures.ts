/** What else is built, whole or in part: bridges, shops, wells, gates, doors. */
import { glass, glassRim, goldRim, lamplight, paper, steel, steelRim, woodRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, mirrored, path, placed, short, surface, type Mark, type Paint } from '../marks.ts';
import { between, chance, pick, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { brass, gilded, hole, isPale, lit, shaded, solid, windowPane, wooden } from './paints.ts';
import { arch, both } from './parts.ts';

export const structures: readonly Noun[] = [
	{ name: 'bridge', also: ['stone bridge', 'arch bridge', 'footbridge'], usual: 'gray', draw: bridge },
	{ name: 'factory', also: ['industrial plant', 'manufactory'], usual: 'brown', draw: factory },
	{ name: 'skyscraper', also: ['office building', 'apartment building', 'high-rise'], usual: 'blue', draw: skyscraper },
	{ name: 'shop', also: ['store', 'market', 'boutique'], usual: 'green', draw: shop },
	{ name: 'igloo', also: ['snow house', 'inuit house'], usual: 'white', draw: igloo },
	{ name: 'well', also: ['wishing well', 'water well'], usual: 'gray', draw: well },
	{ name: 'gate', also: ['iron gate', 'garden gate', 'gateway'], usual: 'black', draw: gate },
	{ name: 'fence', also: ['picket fence', 'garden fence', 'wooden fence'], usual: 'white', draw: fence },
	{ name: 'door', also: ['front door', 'doorway', 'entrance'], usual: 'brown', draw: door },
	{ name: 'window', also: ['window pane', 'shuttered window'], usual: 'green', draw: window },
	{ name: 'temple', also: ['greek temple', 'museum', 'parthenon'], usual: 'beige', draw: temple },
];

function bridge(ink: Ink, random: Random): Mark[] {
	const rise = between(random, 26, 36);
	const top = `M-46 -8Q0 ${short(-8 - rise)} 46 -8`;
	const arches = pick(random, ['H30A30 28 0 0 0 -30 36', 'H36A15 24 0 0 0 6 36H-6A15 24 0 0 0 -36 36']);
	const marks = [
		box(-46, 30, 92, 13, 0, body('#6fb4ea', '#3f7fb5')),
		path(`${top}V36${arches}H-46Z`, solid(ink)),
		path(`${top}V2Q0 ${short(2 - rise)} -46 2Z`, lit(ink)),
		...[-32, -16, 0, 16, 32].map(x => box(x - 2, -8 - (rise / 2) * (1 - (x / 46) ** 2) + 3, 4, 6, 0, hole(ink))),
	];
	return placed(marks, 0, -8, 0, 1);
}

function factory(ink: Ink, random: Random): Mark[] {
	const chimney = between(random, -28, -20);
	const puff = body('#dfe3ea', '#99a0ad');
	return [
		circle(34, chimney - 9, 8, puff),
		circle(24, chimney - 15, 7, puff),
		box(20, chimney, 18, 40 - chimney, 0, shaded(ink)),
		path('M-45 44V-2L-24 -20V-2L-3 -20V-2L18 -20V6H45V44Z', solid(ink)),
		...[-38, -18, 2].map(x => box(x, 10, 14, 13, 0, windowPane(ink))),
		box(22, 22, 15, 22, 0, hole(ink)),
	];
}

function skyscraper(ink: Ink, random: Random): Mark[] {
	const half = between(random, 20, 23);
	const low = between(random, -12, 4);
	const panes = [-30, -17, -4, 9, 22].flatMap(y => [-13.5, -4, 5.5].map(x => box(x, y, 8, 8, 0, lights(ink))));
	const marks = [
		box(8, low, 34, 45 - low, 0, shaded(ink)),
		...[12, 26].map(y => box(half + 6, y, 8, 8, 0, lights(ink))),
		box(-3, -47, 6, 12, 0, shaded(ink)),
		box(-half, -37, 2 * half, 82, 0, solid(ink)),
		...panes,
		box(-6, 34, 12, 11, 0, hole(ink)),
	];
	return placed(marks, -8, 0, 0, 1);
}

function shop(ink: Ink, random: Random): Mark[] {
	const count = pick(random, [5, 6, 7]);
	const wide = 90 / count;
	const cloth = (at: number) => (at % 2 === 0 ? ink.dark : ink.name === 'white' ? '#e9a13b' : paper);
	const scallop = `v20a${short(wide / 2)} ${short(wide / 2)} 0 0 1 ${short(-wide)} 0Z`;
	return [
		box(-38, -20, 76, 64, 0, solid(ink)),
		box(-31, 6, 36, 24, 0, body(ink.name === 'white' ? '#9cc3dc' : glass, ink.rim)),
		box(12, 4, 19, 40, 0, wooden(ink)),
		box(-41, -44, 82, 12, 2, solid(ink)),
		...Array.from({ length: count }, (_, at) =>
			path(`M${short(at * wide - 45)} -34h${short(wide)}${scallop}`, body(cloth(at), ink.rim)),
		),
	];
}

function igloo(ink: Ink, random: Random): Mark[] {
	const joint = detail(ink.name === 'black' ? steelRim : ink.name === 'white' ? '#a9b8d0' : ink.rim);
	const shift = between(random, -4, 4);
	const marks = [
		path('M-45 36C-45 -62 38 -62 38 36Z', solid(ink)),
		box(-41, 13, 70, 4, 0, joint),
		box(-33, -11, 59, 4, 0, joint),
		...[-30, -6].map(x => box(x + shift, 16, 4, 18, 0, joint)),
		...[-18, 8].map(x => box(x + shift, -9, 4, 22, 0, joint)),
		box(-6 + shift, -34, 4, 24, 0, joint),
		arch(23, 36, 22, between(random, 36, 42), lit(ink)),
		arch(23, 36, 13, 26, hole(ink)),
	];
	return chance(random, 0.5) ? marks : mirrored(marks);
}

function well(ink: Ink, random: Random): Mark[] {
	const drop = between(random, -10, -4);
	return [
		...[-29, 21].map(x => box(x, -24, 8, 36, 0, wooden(ink))),
		box(-2.5, -22, 5, drop + 24, 0, detail(ink.name === 'black' ? steel : woodRim)),
		path(`M-11 ${short(drop)}h22l-4 15h-14Z`, body(steel, steelRim)),
		path(`M-45 -16L0 ${short(between(random, -47, -42))}L45 -16Z`, solid(ink)),
		box(-32, 14, 64, 30, 3, solid(ink)),
		box(-38, 8, 76, 12, 4, lit(ink)),
		...[-22, -2, 18].map(x => box(x, 23, 4, 8, 0, hole(ink))),
		...[-12, 8].map(x => box(x, 34, 4, 8, 0, hole(ink))),
		box(-30, 30, 60, 4, 0, hole(ink)),
	];
}

function gate(ink: Ink, random: Random): Mark[] {
	const arc = between(random, 14, 24);
	const bar = detail(ink.dark);
	const top = (x: number) => -16 - arc * (1 - (x / 30) ** 2);
	const pillar = [box(-45, -26, 17, 70, 1, solid(ink)), circle(-36.5, -35, 9, solid(ink))];
	return [
		...[-21.5, -11.5, -3.5, 3.5, 11.5, 21.5].map(x => box(x - 2.5, top(x), 5, 42 - top(x), 0, bar)),
		path(`M-30 -18Q0 ${short(-18 - 2 * arc)} 30 -18V-11Q0 ${short(-10 - 2 * arc)} -30 -11Z`, bar),
		...[-4, 30].map(y => box(-30, y, 60, 6, 0, bar)),
		...both(...pillar),
		circle(0, 13, 6.5, body(brass(ink), goldRim)),
	];
}

function fence(ink: Ink, random: Random): Mark[] {
	const count = pick(random, [4, 5]);
	const wide = count === 4 ? 14 : 11;
	const top = between(random, -26, -20);
	const picket = `V${short(top)}l${wide / 2} -13l${wide / 2} 13V40Z`;
	return [
		...[-10, 18].map(y => box(-46, y, 92, 10, 1, shaded(ink))),
		...Array.from({ length: count }, (_, at) =>
			path(`M${short(-41 + (at * (82 - wide)) / (count - 1))} 40${picket}`, solid(ink)),
		),
	];
}

function door(ink: Ink, random: Random): Mark[] {
	const half = between(random, 26, 30);
	const split = between(random, -2, 6);
	const panel = (x: number, y: number, high: number) => box(x, y, half - 14, high, 1, surface(ink.light));
	return [
		box(-half - 2, -46, 2 * half + 4, 91, 2, shaded(ink)),
		box(-half + 4, -39, 2 * half - 8, 84, 0, solid(ink)),
		...[9 - half, 5].flatMap(x => [panel(x, -33, split + 28), panel(x, split + 8, 31 - split)]),
		circle(half - 9, split + 1, 4.5, gilded(ink)),
	];
}

function window(ink: Ink, random: Random): Mark[] {
	const high = between(random, 62, 72);
	const pane = (x: number, y: number) =>
		box(x, y, 17, high / 2 - 10, 0, body(glass, ink.name === 'white' ? glassRim : ink.rim));
	const shutter = [
		box(-46, -high / 2, 20, high, 1, shaded(ink)),
		...[-0.3, -0.1, 0.1, 0.3].map(row => box(-42, row * high - 2, 12, 4, 0, detail(ink.light))),
	];
	return [
		...both(...shutter),
		box(-27, -high / 2 - 5, 54, high + 8, 1, solid(ink)),
		...[-high / 2 + 2, 4].flatMap(y => [pane(-20, y), pane(3, y)]),
		box(-33, high / 2, 66, 10, 2, solid(ink)),
	];
}

function temple(ink: Ink, random: Random): Mark[] {
	const wide = between(random, 11, 14);
	return [
		box(-36, -12, 72, 44, 0, body(ink.name === 'black' ? steelRim : ink.rim, ink.rim)),
		...[-35, -35 + (70 - wide) / 3, -35 + ((70 - wide) * 2) / 3, 35 - wide].map(x =>
			box(x, -12, wide, 44, 0, solid(ink)),
		),
		path(`M-46 -18L0 ${short(between(random, -47, -42))}L46 -18Z`, solid(ink)),
		circle(0, -27, 5, hole(ink)),
		box(-42, -19, 84, 10, 0, lit(ink)),
		box(-41, 28, 82, 9, 0, lit(ink)),
		box(-46, 36, 92, 9, 0, solid(ink)),
	];
}

function lights(ink: Ink): Paint {
	return detail(isPale(ink) ? ink.rim : lamplight);
}
