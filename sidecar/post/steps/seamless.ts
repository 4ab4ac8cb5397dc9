// Makes a picture repeat without a seam.
import { z } from 'zod';
import { seamScore, withoutSeam } from '../repeat.ts';
import { step } from '../step.ts';

export const seamless = step({
	name: 'seamless',
	summary: 'makes the picture repeat without a seam',
	options: z.strictObject({
		overlap: z
			.number()
			.min(0.02)
			.max(0.5)
			.default(0.2)
			.meta({ description: 'How far in from each border the repair reaches, as a share of the side.' }),
		above: z.number().min(0).max(100).default(1).meta({
			description:
				'Only pictures whose seam scores above this are touched; up to 1 it is no stronger than the picture’s own lines.',
		}),
	}),
	act(work, { overlap, above }) {
		const before = seamScore(work.picture);
		const picture = before > above ? withoutSeam(work.picture, overlap) : work.picture;
		return { ...work, picture, facts: { ...work.facts, seam: seamScore(picture) } };
	},
});
