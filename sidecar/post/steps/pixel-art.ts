// Finds the grid of pixel art that was drawn large, and gives one pixel for each of its cells.
import { z } from 'zod';
import { cellsAsPixels, equalSpans, spansOf } from '../cells.ts';
import { cells, detectGrid, type Grid } from '../grid.ts';
import { cleanOutlines } from '../outlines.ts';
import type { Rgba } from '../rgba.ts';
import { noted, reshaped, Side, step, type Work } from '../step.ts';
import { inFrame } from './size.ts';

export const pixelArt = step({
	name: 'pixel-art',
	summary: 'gives one pixel for each cell of pixel art that was drawn large',
	options: z.strictObject({
		size: Side.optional().meta({
			description: 'Pixels along the longer side of the result; without it, as many as the grid has cells.',
		}),
		cell: z
			.number()
			.min(1)
			.max(256)
			.optional()
			.meta({ description: 'Pixels along one cell, if you know; without it the grid is looked for.' }),
		clean: z.boolean().default(false).meta({ description: 'Clear lone pixels and the corners of outlines that turn.' }),
	}),
	act(work, { size, cell, clean }) {
		const grid = cell === undefined ? detectGrid(work.picture) : { cell, left: 0, top: 0, fit: 1 };
		const snapped = size === undefined ? onGrid(work, grid) : ofSize(work, grid, size);
		return clean ? { ...snapped, picture: cleanOutlines(snapped.picture) } : snapped;
	},
});

function onGrid(work: Work, grid: Grid | undefined): Work {
	if (!grid) return noted(work, `no grid of ${cells.least} to ${cells.most} pixels was found, so nothing was changed`);
	return { ...reshaped(work, gridPixels(work.picture, grid)), facts: { ...work.facts, grid: grid.cell } };
}

/** A grid of about as many cells is kept, and the few that are too many or missing are cut or added at the edges. */
function ofSize(work: Work, grid: Grid | undefined, size: number): Work {
	const { width, height } = work.picture;
	const longest = Math.max(width, height);
	const side = (length: number) => Math.max(1, Math.round((length * size) / longest));
	const [across, down] = [side(width), side(height)];
	if (grid && Math.abs(longest / grid.cell - size) <= size / 8) {
		const framed = inFrame(gridPixels(work.picture, grid), across, down, 'centre');
		return { ...reshaped(work, framed), facts: { ...work.facts, grid: grid.cell } };
	}
	return reshaped(work, cellsAsPixels(work.picture, equalSpans(width, across), equalSpans(height, down)));
}

function gridPixels(picture: Rgba, { cell, left, top }: Grid): Rgba {
	return cellsAsPixels(picture, spansOf(picture.width, cell, left), spansOf(picture.height, cell, top));
}
