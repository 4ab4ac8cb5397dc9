// Cuts away the transparent border.
import { z } from 'zod';
import { boundsOf, cut } from '../rgba.ts';
import { noted, reshaped, step } from '../step.ts';

export const trim = step({
	name: 'trim',
	summary: 'cuts the transparent border away',
	options: z.strictObject({
		margin: z.int().min(0).max(1024).default(0).meta({ description: 'Transparent pixels that stay on every side.' }),
		threshold: z.int().min(0).max(254).default(0).meta({ description: 'Alpha up to this counts as transparent.' }),
	}),
	act(work, { margin, threshold }) {
		const found = boundsOf(work.picture, threshold);
		if (!found) return noted(work, 'the whole picture is transparent, so nothing was trimmed');
		const { left, top, width, height } = found;
		return reshaped(work, cut(work.picture, left - margin, top - margin, width + 2 * margin, height + 2 * margin));
	},
});
