// Draws a line round what is visible.
import { z } from 'zod';
import { alphaSpread } from '../alpha.ts';
import { rgbOfHex, type Rgb, type Rgba } from '../rgba.ts';
import { Colour, noted, repainted, step } from '../step.ts';

export const outline = step({
	name: 'outline',
	summary: 'draws a line round what is visible, inside the frame (pad first)',
	options: z.strictObject({
		colour: Colour.default('#000000'),
		width: z.int().min(1).max(64).default(1).meta({ description: 'Pixels.' }),
		corners: z
			.boolean()
			.default(false)
			.meta({ description: 'Also where pixels touch at a corner only: a thicker, square line.' }),
	}),
	act(work, { colour, width, corners }) {
		const grown = alphaSpread(work.picture, width, corners);
		const drawn = repainted(work, behind(work.picture, grown, rgbOfHex(colour)));
		if (!touchesFrame(work.picture)) return drawn;
		return noted(drawn, 'the outline is cut off where the subject touches the frame; use pad first');
	},
});

/** A colour behind the picture, as opaque as `alpha` says. */
export function behind({ data, width, height }: Rgba, alpha: Float32Array, colour: Rgb): Rgba {
	const to = Uint8Array.from(data);
	for (let place = 0; place < alpha.length; place++) {
		const at = place * 4;
		const [over, under] = [data[at + 3] / 255, alpha[place] / 255];
		const all = over + under * (1 - over);
		if (all === 0) continue;
		for (let c = 0; c < 3; c++) {
			to[at + c] = Math.round((data[at + c] * over + colour[c] * under * (1 - over)) / all);
		}
		to[at + 3] = Math.round(all * 255);
	}
	return { data: to, width, height };
}

function touchesFrame({ data, width, height }: Rgba): boolean {
	const visible = (x: number, y: number) => data[(y * width + x) * 4 + 3] > 0;
	const across = Array.from({ length: width }, (_, x) => visible(x, 0) || visible(x, height - 1));
	const down = Array.from({ length: height }, (_, y) => visible(0, y) || visible(width - 1, y));
	return [...across, ...down].some(Boolean);
}
