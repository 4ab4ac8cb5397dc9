/** Houses and towers of towns, farms and shores. */
import { cream, creamRim, lamplight, paper, steelRim, wood, woodRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, mirrored, path, placed, short, surface, type Mark, type Paint } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { gilded, headlight, hole, lit, shaded, solid, windowPane, wooden } from './paints.ts';
import { arch, both } from './parts.ts';

export const housesAndTowers: readonly Noun[] = [
	{ name: 'house', also: ['home', 'hut', 'cottage'], usual: 'orange', draw: house },
	{ name: 'castle', also: ['fortress', 'fort', 'stronghold'], usual: 'gray', draw: castle },
	{ name: 'tower', also: ['watchtower', 'wizard tower', 'castle tower'], usual: 'purple', draw: tower },
	{ name: 'church', also: ['chapel', 'cathedral'], usual: 'white', draw: church },
	{ name: 'tent', also: ['camping tent', 'camp'], usual: 'green', draw: tent },
	{ name: 'barn', also: ['stable', 'farm'], usual: 'red', draw: barn },
	{ name: 'windmill', also: ['mill', 'dutch windmill'], usual: 'blue', draw: windmill },
	{ name: 'lighthouse', also: ['beacon', 'light tower'], usual: 'red', draw: lighthouse },
];

function house(ink: Ink, random: Random): Mark[] {
	const half = between(random, 29, 35);
	const top = short(between(random, -46, -40));
	return [
		...(chance(random, 0.6) ? [box(half - 19, -40, 12, 28, 0, solid(ink))] : []),
		box(-half, -8, 2 * half, 51, 0, solid(ink)),
		path(`M${short(-half - 9)} -4L0 ${top}L${short(half + 9)} -4Z`, shaded(ink)),
		box(8 - half, 13, 17, 30, 0, wooden(ink)),
		box(half - 25, 8, 17, 17, 0, windowPane(ink)),
	];
}

function castle(ink: Ink, random: Random): Mark[] {
	const keep = between(random, -44, -38);
	const towers = between(random, -24, -16);
	const tower = [battlement(-44, towers, 26, 42 - towers, 2, solid(ink)), arch(-31, 14, 4, 18, hole(ink))];
	return [
		battlement(-19, keep, 38, 60, 3, shaded(ink)),
		arch(0, -12, 4.5, 14, detail(ink.name === 'black' ? steelRim : ink.light)),
		battlement(-26, -8, 52, 50, 4, lit(ink)),
		...both(...tower),
		arch(0, 42, 12, 30, wooden(ink)),
	];
}

function tower(ink: Ink, random: Random): Mark[] {
	const half = between(random, 14, 17);
	const flag = chance(random, 0.5) ? 19 : -19;
	return [
		box(-2.5, -46, 5, 14, 0, body(wood, woodRim)),
		path(`M0 -46L${flag} -40L0 -34Z`, lit(ink)),
		path(`M${short(-half)} -8H${short(half)}L${short(half + 4)} 44H${short(-half - 4)}Z`, solid(ink)),
		box(-half - 6, -13, 2 * half + 12, 11, 2, lit(ink)),
		path(`M${short(-half - 11)} -11L0 -37L${short(half + 11)} -11Z`, shaded(ink)),
		arch(0, 19, 5.5, 15, windowPane(ink)),
		arch(0, 44, 8, 17, wooden(ink)),
	];
}

function church(ink: Ink, random: Random): Mark[] {
	const half = between(random, 34, 40);
	const cross = gilded(ink);
	return [
		box(-half, 12, 2 * half, 32, 0, solid(ink)),
		path(`M${short(-half - 6)} 14L-12 -6H12L${short(half + 6)} 14Z`, shaded(ink)),
		box(-15, -12, 30, 56, 0, lit(ink)),
		path('M-20 -10L0 -34L20 -10Z', shaded(ink)),
		box(-2.5, -47, 5, 17, 0, cross),
		box(-7.5, -43, 15, 5, 0, cross),
		circle(0, 3, between(random, 5.5, 7), windowPane(ink)),
		arch(0, 44, 8, 22, wooden(ink)),
		arch(-half + 10, 36, 4.5, 15, windowPane(ink)),
		arch(half - 10, 36, 4.5, 15, windowPane(ink)),
	];
}

function tent(ink: Ink, random: Random): Mark[] {
	const top = between(random, -38, -30);
	const flap = between(random, 6, 14);
	const marks = [
		path(`M-14 ${short(top)}L24 ${short(top + 6)}L46 32L22 40Z`, shaded(ink)),
		path(`M-46 40L-14 ${short(top)}L22 40Z`, solid(ink)),
		path(`M-13 ${short(top + 18)}L4 40H-28Z`, hole(ink)),
		path(`M-13 ${short(top + 18)}L-28 40H${short(-28 - flap)}Z`, lit(ink)),
	];
	return chance(random, 0.5) ? marks : mirrored(marks);
}

function barn(ink: Ink, random: Random): Mark[] {
	const top = short(between(random, -46, -40));
	const trim = ['white', 'beige'].includes(ink.name) ? wood : paper;
	const half = between(random, 16, 20);
	const [near, far] = [short(half - 2), short(2 - half)];
	return [
		path(`M-38 44V-8L-24 -32L0 ${top}L24 -32L38 -8V44Z`, solid(ink)),
		path(`M-45 -3L-29 -36L0 ${top}L29 -36L45 -3L38 0L23 -29L0 -36L-23 -29L-38 0Z`, shaded(ink)),
		box(-8, -23, 16, 16, 0, body(trim, ink.rim)),
		box(-4, -19, 8, 8, 0, hole(ink)),
		box(-half - 4, 2, 2 * half + 8, 42, 0, body(trim, ink.rim)),
		...[`M${far} 6H${near}L0 20Z`, `M${far} 44H${near}L0 28Z`, `M${far} 10V40L-4 24Z`, `M${near} 10V40L4 24Z`].map(
			data => path(data, surface(ink.middle)),
		),
	];
}

function windmill(ink: Ink, random: Random): Mark[] {
	const turn = between(random, 20, 70);
	const sail = ['white', 'beige'].includes(ink.name) ? wood : cream;
	const arm = [
		box(0, -39, 14, 29, 0, body(sail, sail === wood ? woodRim : creamRim)),
		box(-2.5, -40, 5, 40, 0, body(wood, woodRim)),
	];
	return [
		path('M-15 -10H15L26 45H-26Z', solid(ink)),
		path('M-19 -8Q-18 -34 0 -34Q18 -34 19 -8Z', shaded(ink)),
		arch(0, 45, 8, between(random, 18, 22), wooden(ink)),
		...[0, 90, 180, 270].flatMap(quarter => placed(arm, 0, -9, turn + quarter, 1)),
		circle(0, -9, 6, shaded(ink)),
	];
}

function lighthouse(ink: Ink, random: Random): Mark[] {
	const foot = between(random, 19, 23);
	const half = (y: number) => 13 + ((foot - 13) * (y + 18)) / 60;
	const ring = (top: number, bottom: number, paint: Paint) =>
		path(
			`M${short(-half(top))} ${top}H${short(half(top))}L${short(half(bottom))} ${bottom}H${short(-half(bottom))}Z`,
			paint,
		);
	const white = surface(ink.name === 'white' ? '#c8505a' : paper);
	const beam = [path('M-8 -31L-46 -42V-20Z', surface(headlight))];
	return [
		...(chance(random, 0.6) ? [...both(...beam)] : []),
		ring(-18, 40, solid(ink)),
		ring(-6, 6, white),
		ring(19, 31, white),
		box(-foot - 6, 38, 2 * foot + 12, 8, 2, shaded(ink)),
		box(-9, -37, 18, 16, 0, body(lamplight, ink.rim)),
		box(-19, -24, 38, 8, 2, shaded(ink)),
		path('M-14 -35Q-9 -47 0 -47Q9 -47 14 -35Z', shaded(ink)),
	];
}

/** Draws a wall by its top left corner, with teeth along its top. */
function battlement(x: number, y: number, wide: number, high: number, teeth: number, paint: Paint): Mark {
	const step = short(wide / (2 * teeth - 1));
	const top = Array.from({ length: teeth }, () => `v-8h${step}v8`).join(`h${step}`);
	return path(`M${short(x)} ${short(y + high)}V${short(y + 8)}${top}V${short(y + high)}Z`, paint);
}
