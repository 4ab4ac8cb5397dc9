// Adds transparent pixels round a picture.
import { z } from 'zod';
import { cut } from '../rgba.ts';
import { reshaped, step } from '../step.ts';

const edge = z.int().min(0).max(1024);

export const pad = step({
	name: 'pad',
	summary: 'adds transparent pixels round the picture',
	options: z.strictObject({
		pixels: edge.default(0).meta({ description: 'On every side.' }),
		left: edge.optional(),
		top: edge.optional(),
		right: edge.optional(),
		bottom: edge.optional(),
		square: z
			.boolean()
			.default(false)
			.meta({ description: 'Then as much as makes it square, the picture in the middle.' }),
	}),
	act(work, { pixels, left = pixels, top = pixels, right = pixels, bottom = pixels, square }) {
		const { picture } = work;
		const [width, height] = [picture.width + left + right, picture.height + top + bottom];
		const padded = cut(picture, -left, -top, width, height);
		if (!square) return reshaped(work, padded);
		const side = Math.max(width, height);
		return reshaped(work, cut(padded, -((side - width) >> 1), -((side - height) >> 1), side, side));
	},
});
