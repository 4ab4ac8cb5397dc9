/** What else rolls or slides along the ground. */
import { goldRim, steel, steelRim, type Ink } from '../inks.ts';
import { body, box, circle, detail, mirrored, path, placed, short, stroke, surface, type Mark } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';
import { brass, lit, shaded, solid, tyre } from './paints.ts';
import { wheel } from './parts.ts';

export const wheelsAndRunners: readonly Noun[] = [
	{ name: 'wagon', also: ['cart', 'handcart', 'pull wagon'], usual: 'red', draw: wagon },
	{ name: 'tank', also: ['army tank', 'battle tank', 'panzer'], usual: 'green', draw: tank },
	{ name: 'sled', also: ['sleigh', 'sledge', 'santa sleigh'], usual: 'red', draw: sled },
	{ name: 'skateboard', also: ['longboard', 'skate board'], usual: 'purple', draw: skateboard },
];

function wagon(ink: Ink, random: Random): Mark[] {
	const top = between(random, -18, -10);
	const marks = [
		path('M30 14L40 -22', stroke(ink.dark, ink.rim, 4)),
		path('M34 -25L45 -21', stroke(ink.dark, ink.rim, 4)),
		path(`M-44 ${short(top)}H32L28 16H-40Z`, solid(ink)),
		box(-46, top - 5, 80, 10, 3, lit(ink)),
		box(-40, 12, 70, 9, 2, shaded(ink)),
		...[-25, 16].flatMap(x => wheel(x, 25, 14, ink)),
	];
	return placed(marks, 0, -4, 0, 1.05);
}

function tank(ink: Ink, random: Random): Mark[] {
	const lift = between(random, 0, 7);
	return [
		path(`M8 -16L44 ${short(-16 - lift)}`, stroke(ink.dark, ink.rim, 7)),
		path('M-26 -4L-20 -26Q-18 -30 -12 -30H8Q13 -30 15 -26L22 -4Z', solid(ink)),
		box(-14, -37, 16, 8, 2, shaded(ink)),
		path('M-44 12L-38 -8H36L46 6V14Z', lit(ink)),
		box(-46, 8, 92, 28, 14, body(tyre(ink), ink.rim)),
		...[-31, -10.5, 10.5, 31].map(x => circle(x, 22, 8.5, lit(ink))),
	];
}

function sled(ink: Ink, random: Random): Mark[] {
	const back = between(random, -36, -28);
	const runner = stroke(brass(ink), goldRim, 6);
	const marks = [
		path('M-22 18V34M16 18V34', runner),
		path('M-42 35H28Q44 35 42 18', runner),
		path(
			`M-46 ${short(back)}Q-32 ${short(back - 8)} -24 ${short(back + 6)}Q-16 0 2 0Q24 0 24 -20Q28 -34 40 -30Q48 -22 36 -20Q36 24 6 24H-18Q-40 24 -46 ${short(back)}Z`,
			solid(ink),
		),
		path('M-34 -10Q-26 10 0 11Q20 11 29 0Q26 16 6 17H-16Q-32 16 -34 -10Z', surface(ink.light)),
	];
	return chance(random, 0.5) ? marks : mirrored(marks);
}

function skateboard(ink: Ink, random: Random): Mark[] {
	const kick = between(random, 8, 13);
	const marks = [
		...[-24, 24].map(x => path(`M${x - 9} 4H${x + 9}L${x} 18Z`, body(steel, steelRim))),
		path(`M-44 ${short(-kick)}L-32 0H32L44 ${short(-kick)}`, stroke(ink.middle, ink.rim, 14)),
		...[-24, 24].flatMap(x => [circle(x, 21, 12, lit(ink)), circle(x, 21, 4.5, detail(ink.rim))]),
	];
	return placed(marks, 0, -4, between(random, -26, -6), 0.97);
}
