// reStructuredText: `.. image:: path` and `.. figure:: path` with their options.
import type { Language, Reference } from '../reference.ts';
import { asked, blank, headingAbove, headingsBy, oneLine, spanOf } from '../text.ts';

export const restructuredtext: Language = {
	ids: ['restructuredtext'],
	endings: ['.rst', '.rest'],
	find: text => picturesIn(withoutCode(text)),
	write: (alt, path) => `.. image:: ${path.toWellFormed().replace(/[\\ ]/g, '\\$&')}\n   :alt: ${alt}`,
};

const picture =
	/^([ \t]*)(?:-[ \t]+)?\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?(?:image|figure)::[ \t]*([^\n]*)((?:\n\1[ \t]+:[^\n]*|\n\1[ \t]{3,}[^:\s][^\n]*)*)/gm;

function picturesIn(text: string): Reference[] {
	const headings = headingsBy(text, /^(\S[^\n]{0,500})\n([=\-~^"'`#*+:.])\2{2,}[ \t\r]*$/gm).map(({ at }) => ({
		at,
		words: oneLine(/[^\n]*/.exec(text.slice(at))?.[0] ?? ''),
	}));
	return [...text.matchAll(picture)].map(match => {
		const options = new Map(
			[...(match[3] ?? '').matchAll(/\n[ \t]+:([\w-]+):([^\n]*(?:\n[ \t]{4,}[^:\s][^\n]*)*)/g)].map(
				([, name = '', value = '']) => [name, value],
			),
		);
		return {
			path: (match[2] ?? '').trim().replace(/\\(.)/g, '$1'),
			alt: oneLine(options.get('alt') ?? ''),
			...asked(options.get('width'), options.get('height')),
			near: headingAbove(headings, match.index),
			range: spanOf(match),
		};
	});
}

/** Comments, code blocks and literal blocks: a line that begins one, and all that is indented deeper. */
function withoutCode(text: string): string {
	let depth: number | undefined;
	const lines = text.split('\n').map(line => {
		if (line.trim() === '') return line;
		const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
		if (depth !== undefined && indent > depth) return blank(line);
		depth = undefined;
		if (
			/^\s*\.\.(?:[ \t]+(?:code|code-block|sourcecode|literalinclude|raw|parsed-literal|math)::|[ \t]*$|[ \t]+(?![\w:.-]+::|[_[|]))/.test(
				line,
			)
		)
			depth = indent;
		else if (/::[ \t\r]*$/.test(line) && !/^\s*\.\.[ \t]/.test(line)) depth = indent;
		return depth !== undefined && /^\s*\.\./.test(line) ? blank(line) : line;
	});
	return lines.join('\n');
}
