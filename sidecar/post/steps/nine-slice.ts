// Finds or names the guides of a nine-slice: what stretches in the middle, and what stays at the corners.
import { z } from 'zod';
import type { Rgba } from '../rgba.ts';
import { noted, step, type Slices } from '../step.ts';

const edge = z.int().min(0).max(4096).optional();

export const nineSlice = step({
	name: 'nine-slice',
	summary: 'finds the guides between what stretches and what stays',
	options: z.strictObject({
		left: edge.meta({ description: 'Pixels from the left edge; what is not named is looked for.' }),
		top: edge,
		right: edge,
		bottom: edge,
		tolerance: z
			.int()
			.min(0)
			.max(255)
			.default(4)
			.meta({ description: 'Bytes by which lines may differ and still count as equal.' }),
	}),
	act(work, { tolerance, ...named }) {
		const [across, down] = [longestRun(work.picture, 'across', tolerance), longestRun(work.picture, 'down', tolerance)];
		const found: Slices = { left: across.before, right: across.after, top: down.before, bottom: down.after };
		const slices = {
			...found,
			...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
		};
		const done = { ...work, facts: { ...work.facts, slices } };
		const { width, height } = work.picture;
		if (slices.left + slices.right < width && slices.top + slices.bottom < height) return done;
		return noted(done, 'the guides of the nine-slice meet, so nothing is left to stretch');
	},
});

/** The longest run of equal lines: how many lines lie before and after it. */
function longestRun(picture: Rgba, along: 'across' | 'down', tolerance: number): { before: number; after: number } {
	const length = along === 'across' ? picture.width : picture.height;
	let [from, best] = [0, { from: 0, to: 1 }];
	for (let line = 1; line <= length; line++) {
		if (line < length && equal(picture, along, from, line, tolerance)) continue;
		if (line - from > best.to - best.from) best = { from, to: line };
		from = line;
	}
	return { before: best.from, after: length - best.to };
}

function equal(
	{ data, width, height }: Rgba,
	along: 'across' | 'down',
	one: number,
	other: number,
	tolerance: number,
): boolean {
	const lines = along === 'across' ? height : width;
	for (let line = 0; line < lines; line++) {
		const [a, b] = [one, other].map(i => (along === 'across' ? line * width + i : i * width + line) * 4);
		if (data[a + 3] === 0 && data[b + 3] === 0) continue;
		for (let c = 0; c < 4; c++) if (Math.abs(data[a + c] - data[b + c]) > tolerance) return false;
	}
	return true;
}
