// Measures how visible the seam of a repeating picture is.
import { z } from 'zod';
import { seamScore } from '../repeat.ts';
import { noted, step } from '../step.ts';

export const seam = step({
	name: 'seam',
	summary: 'measures how visible the seam of a repeating picture is',
	options: z.strictObject({
		most: z.number().min(0).max(100).default(1).meta({ description: 'Above this score a note says so.' }),
	}),
	act(work, { most }) {
		const score = seamScore(work.picture);
		const measured = { ...work, facts: { ...work.facts, seam: score } };
		if (score <= most) return measured;
		return noted(
			measured,
			`its seam scores ${score.toFixed(2)}, more than ${most}: it will be seen when the picture repeats`,
		);
	},
});
