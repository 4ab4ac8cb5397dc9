// Takes a flat background away: real alpha along the edges, and no colour of the background left in them.
import { z } from 'zod';
import { detectKey, namedKey, type Key } from '../key.ts';
import { matte } from '../matte.ts';
import { hexOf, rgbOfHex } from '../rgba.ts';
import { Colour, noted, repainted, step } from '../step.ts';

export const cutOut = step({
	name: 'cut-out',
	summary: 'takes a flat background away, edges and all',
	options: z.strictObject({
		key: Colour.optional().meta({ description: 'The background’s colour; without it, what most of the border has.' }),
		reach: z
			.number()
			.min(0)
			.max(255)
			.optional()
			.meta({ description: 'How far from the key, in bytes, is still background; without it, as the border strays.' }),
		holes: z
			.boolean()
			.default(true)
			.meta({ description: 'Also cut what the subject encloses; false keeps what does not touch the border.' }),
		hard: z.boolean().default(false).meta({ description: 'Alpha is 0 or 255 and nothing between.' }),
	}),
	act(work, { key, reach, holes, hard }) {
		const { picture } = work;
		const found = key === undefined ? detectKey(picture) : namedKey(picture, rgbOfHex(key));
		const used: Key = reach === undefined ? found : { ...found, reach };
		const cleared = matte(picture, used, { holes, hard });
		const done = { ...repainted(work, cleared.picture), facts: { ...work.facts, key: hexOf(used.colour) } };
		if (cleared.share > 0.02) return done;
		return noted(done, `hardly anything of the picture is ${hexOf(used.colour)}: is its background flat?`);
	},
});
