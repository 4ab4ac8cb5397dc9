// A picture's cells as single pixels.
import { painted, type Rgba } from './rgba.ts';

/** A cell's edges in pixels: where it begins and where the next one does. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** One pixel for each cell: its median colour, opaque or not at all. */
export function cellsAsPixels(picture: Rgba, columns: readonly Span[], rows: readonly Span[]): Rgba {
	return painted(columns.length, rows.length, (data, at, x, y) => {
		const pixels = pixelsIn(picture, inner(columns[x]), inner(rows[y]));
		const visible = pixels.filter(from => picture.data[from + 3] >= 128);
		if (visible.length * 2 < pixels.length) return;
		for (let c = 0; c < 3; c++) data[at + c] = median(visible.map(from => picture.data[from + c]));
		data[at + 3] = 255;
	});
}

/** The whole cells of a grid along one side; what is cut off at the edges counts from half a cell. */
export function spansOf(length: number, cell: number, first: number): Span[] {
	const begin = first >= cell / 2 ? first - cell : first;
	const count = Math.round((length - begin) / cell);
	return Array.from({ length: count }, (_, i) => ({
		from: Math.max(0, begin + i * cell),
		to: Math.min(length, begin + (i + 1) * cell),
	}));
}

/** A side in equal cells, whose edges may fall between pixels. */
export function equalSpans(length: number, count: number): Span[] {
	return Array.from({ length: count }, (_, i) => {
		const from = Math.min(length - 1, Math.round((i * length) / count));
		return { from, to: Math.max(from + 1, Math.round(((i + 1) * length) / count)) };
	});
}

/** Without the outermost pixels where there are enough: they are mixed with the neighbours'. */
function inner({ from, to }: Span): Span {
	const edge = to - from >= 4 ? Math.floor((to - from) / 4) : 0;
	return { from: from + edge, to: to - edge };
}

function pixelsIn({ width }: Rgba, columns: Span, rows: Span): number[] {
	const places: number[] = [];
	for (let y = rows.from; y < rows.to; y++) {
		for (let x = columns.from; x < columns.to; x++) places.push((y * width + x) * 4);
	}
	return places;
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1];
}
