/** Plain shapes and signs of user interfaces. */
import { around, body, circle, ellipse, path, polygon, shine, short } from '../marks.ts';
import { between } from '../random.ts';
import type { Noun } from './noun.ts';

export const symbols: readonly Noun[] = [
	{
		name: 'circle',
		also: ['disc', 'dot'],
		usual: 'red',
		draw: (ink, random) => [circle(0, 0, between(random, 36, 43), body(ink.middle, ink.rim))],
	},
	{
		name: 'star',
		also: ['favourite', 'favorite'],
		usual: 'yellow',
		draw: (ink, random) => [polygon(around(10, [46, between(random, 18, 23)]), body(ink.middle, ink.rim))],
	},
	{
		name: 'heart',
		also: ['love heart', 'life'],
		usual: 'red',
		draw: (ink, random) => {
			const dip = short(between(random, -24, -16));
			const left = `C-58 2 -46 -46 -20 -40 C-8 -38 0 -30 0 ${dip}`;
			const right = `C0 -30 8 -38 20 -40 C46 -46 58 2 0 42`;
			return [
				path(`M0 42 ${left} ${right} Z`, body(ink.middle, ink.rim)),
				ellipse(-21, -22, 6, 8, shine(ink.light)),
			];
		},
	},
];
