// Lays a shadow behind what is visible.
import { z } from 'zod';
import { alphaShadow } from '../alpha.ts';
import { rgbOfHex } from '../rgba.ts';
import { Colour, repainted, step } from '../step.ts';
import { behind } from './outline.ts';

const shift = z.int().min(-256).max(256);

export const shadow = step({
	name: 'shadow',
	summary: 'lays a shadow behind what is visible, inside the frame (pad first)',
	options: z.strictObject({
		colour: Colour.default('#000000'),
		right: shift.default(2).meta({ description: 'Pixels to the right.' }),
		down: shift.default(2).meta({ description: 'Pixels down.' }),
		blur: z.int().min(0).max(64).default(2).meta({ description: 'Pixels that its edge is soft; 0: hard.' }),
		opacity: z.number().min(0).max(1).default(0.5),
	}),
	act(work, { colour, right, down, blur, opacity }) {
		const alpha = alphaShadow(work.picture, right, down, blur).map(value => value * opacity);
		return repainted(work, behind(work.picture, alpha, rgbOfHex(colour)));
	},
});
