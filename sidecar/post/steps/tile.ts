// Repeats a picture, to look at how it repeats.
import { z } from 'zod';
import { fail } from '../../protocol/failure.ts';
import { painted } from '../rgba.ts';
import { reshaped, step } from '../step.ts';

const times = z.int().min(1).max(16);

export const tile = step({
	name: 'tile',
	summary: 'repeats the picture, to look at its seams',
	options: z.strictObject({ across: times.default(3), down: times.default(3) }),
	act(work, { across, down }) {
		const { data, width, height } = work.picture;
		if (Math.max(width * across, height * down) > 4096) {
			throw fail({ kind: 'badRecipe', field: 'tile', why: 'would be larger than 4096 pixels' });
		}
		const repeated = painted(width * across, height * down, (to, at, x, y) => {
			const from = ((y % height) * width + (x % width)) * 4;
			to.set(data.subarray(from, from + 4), at);
		});
		return reshaped(work, repeated);
	},
});
