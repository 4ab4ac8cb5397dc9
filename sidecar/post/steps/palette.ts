// Locks a picture to the colours of a palette: every visible pixel becomes the nearest one in OKLab, dithered if asked.
import { z } from 'zod';
import { dithers, ditherNames } from '../dither.ts';
import { readPalette } from '../palettes/index.ts';
import { rgbOfHex } from '../rgba.ts';
import { Colour, repainted, step } from '../step.ts';

export const palette = step({
	name: 'palette',
	summary: 'keeps to the colours of a palette',
	options: z.strictObject({
		colours: z
			.union([z.array(Colour).min(1).max(256), z.string().min(1).max(300)])
			.meta({ description: 'A list of colours, or a palette file: .gpl .hex .pal .act .ase .png.' }),
		dither: z
			.enum(ditherNames)
			.default('none')
			.meta({ description: 'How colours between those of the palette are shown.' }),
		strength: z.number().min(0).max(1).default(0.5).meta({ description: 'How much of the difference is dithered.' }),
		hard: z
			.boolean()
			.default(true)
			.meta({ description: 'Alpha becomes 0 or 255, so that no screen mixes a foreign colour.' }),
	}),
	files: ({ colours }) => (typeof colours === 'string' ? [colours] : []),
	async act(work, { colours, dither, strength, hard }, read) {
		const chosen =
			typeof colours === 'string' ? await readPalette(colours, await read(colours)) : colours.map(rgbOfHex);
		return repainted(work, dithers[dither](work.picture, chosen, { strength, hard }));
	},
});
