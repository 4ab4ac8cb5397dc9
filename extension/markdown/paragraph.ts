// The paragraph of a Markdown text that is to be illustrated: its place, and what it says without its marks. Pure.
import type { Span } from './span.ts';

const fence = /^ {0,3}(```+|~~~+)/;

/** The lines between two blank ones that hold the offset; undefined on a blank line, and in a block of code. */
export function paragraphAt(text: string, offset: number): Span | undefined {
	const lines = linesOf(text);
	const here = lines.findIndex(({ end }) => offset <= end);
	if (here < 0 || isBlank(lines[here]) || inFence(lines, here)) return undefined;
	const parts = (line: Line | undefined) => !line || isBlank(line) || fence.test(line.text);
	let [first, last] = [here, here];
	while (!parts(lines[first - 1])) first--;
	while (!parts(lines[last + 1])) last++;
	return { start: lines[first]!.start, end: lines[last]!.end };
}

/** What the text says: links are their words, pictures and HTML nothing, marks of emphasis and lists are gone. */
export function wordsIn(markdown: string): string {
	return markdown
		.replace(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?/g, ' ')
		.replace(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
		.replace(/<(https?:[^>\s]*)>|<\/?[a-z][^>]*>|<!--[^]*?-->/gi, ' ')
		.replace(/^[ \t]*(>[ \t]?|#{1,6}[ \t]+|[-+*][ \t]+(\[[ xX]\][ \t]+)?|\d+[.)][ \t]+)+/gm, '')
		.replace(/\\([!-/:-@[-`{-~])|(\*\*|__|~~|[*`])/g, '$1')
		.replace(/(^|\s)_(\S[^_]*)_(?=\s|[.,;:!?]|$)/g, '$1$2')
		.replace(/\s+/g, ' ')
		.trim();
}

interface Line extends Span {
	readonly text: string;
}

/** Without their ends, be they LF or CRLF. */
function linesOf(text: string): readonly Line[] {
	return [...text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ 1: line = '', index }) => ({
		...{ text: line, start: index, end: index + line.length },
	}));
}

const isBlank = (line: Line | undefined): boolean => line?.text.trim() === '';

function inFence(lines: readonly Line[], line: number): boolean {
	let open = '';
	for (const { text } of lines.slice(0, line)) {
		const [, mark = ''] = fence.exec(text) ?? [];
		if (open === '') open = mark;
		else if (mark.startsWith(open)) open = '';
	}
	return open !== '' || fence.test(lines[line]?.text ?? '');
}
