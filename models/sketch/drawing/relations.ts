/** How the first thing of a pair stands to the second. */
import type { Spot } from './layout.ts';
import { between, type Random } from './random.ts';

export type Relation = {
	name: string;
	/** Words between the two, such as `next to`. */
	phrases: readonly string[];
	/** Whether the first thing is painted before the second, which may then cover it. */
	firstBehind: boolean;
	spots: (random: Random) => readonly [Spot, Spot];
};

export const relations: readonly Relation[] = [
	{
		name: 'beside',
		phrases: ['next to', 'beside', 'and', 'with'],
		firstBehind: true,
		spots: random => [spot(34, 66, 0.62, random), spot(94, 66, 0.62, random)],
	},
	{
		name: 'under',
		phrases: ['under', 'below', 'beneath', 'underneath'],
		firstBehind: false,
		spots: random => [spot(64, 98, 0.52, random), spot(64, 40, 0.7, random)],
	},
	{
		name: 'above',
		phrases: ['above', 'over', 'on top of', 'on'],
		firstBehind: false,
		spots: random => [spot(64, 32, 0.56, random), spot(64, 90, 0.68, random)],
	},
	{
		name: 'in front of',
		phrases: ['in front of', 'before'],
		firstBehind: false,
		spots: random => [spot(44, 88, 0.58, random), spot(76, 54, 0.92, random)],
	},
];

function spot(x: number, y: number, scale: number, random: Random): Spot {
	return { x: x + between(random, -3, 3), y: y + between(random, -3, 3), scale: scale * between(random, 0.95, 1.05) };
}
