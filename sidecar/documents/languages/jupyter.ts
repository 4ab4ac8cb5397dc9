// Jupyter notebooks: the Markdown of their cells.
import type { Language, Reference } from '../reference.ts';
import { markdown } from './markdown.ts';

/** Whole notebooks as files; in the editor each cell is a Markdown document of its own. */
export const jupyter: Language = {
	ids: ['jupyter'],
	endings: ['.ipynb'],
	find: text => cellsOf(text).flatMap(source => locate(markdown.find(source), source, text)),
	write: markdown.write,
};

/** The Markdown cells of a notebook; none where the text is no notebook. */
function cellsOf(text: string): readonly string[] {
	const cells: unknown = bookOf(text)?.cells;
	if (!Array.isArray(cells)) return [];
	return cells.flatMap((cell: { readonly cell_type?: unknown; readonly source?: unknown } | null) => {
		if (cell?.cell_type !== 'markdown') return [];
		const { source } = cell;
		if (typeof source === 'string') return [source];
		return Array.isArray(source) ? [source.filter(line => typeof line === 'string').join('')] : [];
	});
}

function bookOf(text: string): { readonly cells?: unknown } | undefined {
	try {
		const book: unknown = JSON.parse(text);
		return typeof book === 'object' && book !== null ? book : undefined;
	} catch {
		// A text that is no JSON is no notebook, and holds no cells.
		return undefined;
	}
}

/** Where the references of a cell stand in the notebook's JSON: where their text is written as JSON writes it. */
function locate(found: readonly Reference[], source: string, text: string): readonly Reference[] {
	return found.map(each => {
		const written = JSON.stringify(source.slice(each.range.start, each.range.end)).slice(1, -1);
		const start = Math.max(0, text.indexOf(written));
		return { ...each, range: { start, end: start + written.length } };
	});
}
