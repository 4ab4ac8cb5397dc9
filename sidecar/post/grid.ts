/**
 * The grid that enlarged pixel art lies on: how large its cells are and where the first one begins.
 *
 * Colours change between cells and stay within them, so the changes from one column to the next make a comb. The grid
 * is the comb whose teeth go best with the changes: the highest correlation between both. A comb of half the period
 * has teeth where nothing changes, one of twice the period misses changes, so both correlate less.
 */
import type { Rgba } from './rgba.ts';

export interface Grid {
	/** Pixels along one cell. */
	readonly cell: number;
	/** Where the first whole cell begins, below `cell`. */
	readonly left: number;
	readonly top: number;
	/** How well it fits: the mean correlation along both sides, 1 at most. */
	readonly fit: number;
}

/** The smallest and largest cells that are looked for. */
export const cells = { least: 2, most: 32 } as const;

/** Finds the grid; undefined where none fits. */
export function detectGrid(picture: Rgba): Grid | undefined {
	const across = changes(picture, 'across');
	const down = changes(picture, 'down');
	const most = Math.min(cells.most, Math.floor(Math.min(picture.width, picture.height) / 4));
	let best: Grid | undefined;
	for (let cell = cells.least; cell <= most; cell++) {
		const [x, y] = [bestComb(across, cell), bestComb(down, cell)];
		const fit = (x.fit + y.fit) / 2;
		if (!best || fit > best.fit) best = { cell, left: x.first, top: y.first, fit };
	}
	return best && best.fit >= worstFit ? best : undefined;
}

/** Noise and smooth pictures stay below 0.45, enlarged pixel art with JPEG noise lies above 0.75. */
const worstFit = 0.5;

/**
 * How much changes between each line of pixels and the one before; index 0 is the border. Each pixel counts what it
 * changes more than its neighbours do: an edge between cells is one pixel wide, a shaded edge is not. The root keeps
 * one strong outline from outshouting many weak ones.
 */
function changes(picture: Rgba, along: 'across' | 'down'): Float64Array {
	const { data, width, height } = picture;
	const [length, lines] = along === 'across' ? [width, height] : [height, width];
	const [step, stride] = along === 'across' ? [4, width * 4] : [width * 4, 4];
	const sums = new Float64Array(length);
	const line = new Float64Array(length + 1);
	for (let each = 0; each < lines; each++) {
		for (let i = 1; i < length; i++) line[i] = change(data, each * stride + i * step, step);
		for (let i = 1; i < length; i++) sums[i] += Math.max(0, line[i] - (line[i - 1] + line[i + 1]) / 2);
	}
	return sums.map(Math.sqrt);
}

/** The difference to the pixel before; colours under full transparency do not count. */
function change(data: Uint8Array, at: number, step: number): number {
	const [alpha, before] = [data[at + 3], data[at - step + 3]];
	if (alpha === 0 && before === 0) return 0;
	let sum = Math.abs(alpha - before);
	for (let c = 0; c < 3; c++) sum += Math.abs(data[at + c] * alpha - data[at - step + c] * before) / 255;
	return sum;
}

function bestComb(sums: Float64Array, cell: number): { first: number; fit: number } {
	const combs = Array.from({ length: cell }, (_, first) => ({ first, fit: correlation(sums, cell, first) }));
	return combs.reduce((best, each) => (each.fit > best.fit ? each : best));
}

/** Pearson's, between the changes and a comb of ones at `first`, `first + cell` … */
function correlation(sums: Float64Array, cell: number, first: number): number {
	const count = sums.length - 1;
	let [teeth, onTeeth, all, squares] = [0, 0, 0, 0];
	for (let i = 1; i <= count; i++) {
		all += sums[i];
		squares += sums[i] ** 2;
		if (i % cell !== first % cell) continue;
		teeth++;
		onTeeth += sums[i];
	}
	const covariance = onTeeth / count - (all / count) * (teeth / count);
	const spread = Math.sqrt(squares / count - (all / count) ** 2) * Math.sqrt((teeth / count) * (1 - teeth / count));
	return spread > 0 ? covariance / spread : 0;
}
