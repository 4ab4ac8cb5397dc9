/** Plain shapes: circle, square, triangle, star, heart. */
import { around, body, box, circle, ellipse, outlined, path, plain, polygon, short } from '../marks.ts';
import { between } from '../random.ts';
import type { Noun } from './noun.ts';

export const shapes: readonly Noun[] = [
	{
		name: 'circle',
		also: ['disc', 'ball', 'round'],
		usual: 'red',
		draw: (ink, random) => {
			const radius = between(random, 35, 43);
			return circle(0, 0, radius, outlined(body, ink.rim));
		},
	},
	{
		name: 'square',
		also: ['block', 'box'],
		usual: 'blue',
		draw: (ink, random) => {
			const half = between(random, 32, 38);
			return box(-half, -half, 2 * half, 2 * half, between(random, 0, 8), outlined(body, ink.rim));
		},
	},
	{
		name: 'triangle',
		also: ['pyramid'],
		usual: 'green',
		draw: (ink, random) => {
			const half = between(random, 36, 45);
			const top = between(random, -44, -36);
			return polygon(
				[
					[0, top],
					[half, 34],
					[-half, 34],
				],
				outlined(body, ink.rim),
			);
		},
	},
	{
		name: 'star',
		also: ['starlet'],
		usual: 'yellow',
		draw: (ink, random) => {
			const inner = between(random, 18, 23);
			return polygon(around(10, [46, inner]), outlined(body, ink.rim));
		},
	},
	{
		name: 'heart',
		also: ['love heart'],
		usual: 'red',
		draw: (ink, random) => {
			const dip = short(between(random, -24, -16));
			const left = `C-58 2 -46 -46 -20 -40 C-8 -38 0 -30 0 ${dip}`;
			const right = `C0 -30 8 -38 20 -40 C46 -46 58 2 0 42`;
			return path(`M0 42 ${left} ${right} Z`, outlined(body, ink.rim)) + ellipse(-21, -22, 6, 8, plain(ink.light));
		},
	},
];
