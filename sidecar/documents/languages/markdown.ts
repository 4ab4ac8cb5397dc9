// Markdown: `![alt](path){w=64 h=64}`, `![alt][label]`, and HTML's tags.
import type { Language, Reference } from '../reference.ts';
import { decodedPath } from '../paths.ts';
import { asked, blank, blanked, headingAbove, headingsBy, inOrder, oneLine, spanOf } from '../text.ts';
import { inTags } from './html.ts';

export const markdown: Language = {
	ids: ['markdown'],
	endings: ['.md', '.markdown'],
	find: text => picturesIn(withoutCode(text)),
	write: (alt, path) => `![${alt.replace(active, '\\$&')}](${linkPath(path)})`,
};

/** Every picture of a text whose code is blanked already. */
export function picturesIn(text: string): readonly Reference[] {
	const headings = headingsBy(
		text,
		/^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$|^(?![ \t]*$)(.{1,500})\n {0,3}(?:=+|-{2,})[ \t\r]*$/gm,
	);
	const labels = new Map(
		[...text.matchAll(definition)].map(([, label = '', bracketed, bare]) => [named(label), bracketed ?? bare ?? '']),
	);
	const found = [...text.matchAll(picture)].flatMap(match => {
		const { alt = '', bracketed, path, label, attributes = '', wide, high } = match.groups ?? {};
		const link = label === undefined ? (bracketed ?? path) : labels.get(named(label || alt));
		if (link === undefined) return [];
		const side = (name: RegExp) => name.exec(attributes)?.[1];
		return {
			path: decodedPath(unescaped(link)),
			alt: oneLine(unescaped(alt)),
			...asked(
				wide ?? side(/\b(?:w|width)=["']?(\d{1,6}(?:px)?)\b/),
				high ?? side(/\b(?:h|height)=["']?(\d{1,6}(?:px)?)\b/),
			),
			near: unescaped(headingAbove(headings, match.index)),
			range: spanOf(match),
		};
	});
	return inOrder([
		...found,
		...inTags(text.replace(/\\</g, '  ')).map(each => ({
			...each,
			near: unescaped(headingAbove(headings, each.range.start)) || each.near,
		})),
	]);
}

const alt = String.raw`(?<alt>(?:\\.|[^\\[\]]|\[[^\[\]]*\])*)`;
const path = String.raw`(?:<(?<bracketed>[^<>\n]*)>|(?<path>(?:\\.|[^\s()\\]|\([^\s()]*\))*))`;
// Bounds keep the time for a text that only begins things from growing with the square of its length.
const title = String.raw`(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^)]{0,1000}\)))?`;
/** Several processors write a size so: `![alt](path =300x200)`. */
const equals = String.raw`(?:\s+=(?<wide>\d{1,6})?x(?<high>\d{1,6})?)?`;
const attributes = String.raw`(?:\{(?<attributes>[^}\n]{0,1000})\})?`;
const picture = new RegExp(
	String.raw`(?<!\\)!\[${alt}\](?:\(\s*${path}${title}${equals}\s*\)|\[(?<label>[^\[\]\n]{0,999})\])${attributes}`,
	'gi',
);

/** `[label]: path`, at the beginning of a line. */
const definition = /^ {0,3}\[([^\[\]\n]{1,999})\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))/gm;

/** Labels are the same whatever their case and blanks. */
const named = (label: string): string => oneLine(label).toLowerCase();

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * What would end the alt text, or take its words for code, HTML, a formula, a table's cell or an entity. Signs of
 * emphasis stay: alt text has none, and VS Code's preview drops every sign that is escaped there.
 */
const active = /[\\`[\]<|$]|&(?=#?\w+;)/g;

/**
 * Percent-encodes a relative path; one with spaces or lone brackets stands in angle brackets instead, as VS Code does.
 * Unlike VS Code's, `%`, `#` and `?` are always encoded: a file may be named so.
 */
export function linkPath(path: string): string {
	const literal = path.toWellFormed().replace(/[%#?\\\p{Cc}]/gu, encodeURIComponent);
	if (/\s/.test(literal) || literal.startsWith('<') || !balanced(literal)) {
		return `<${literal.replace(/[<>]/g, '\\$&')}>`;
	}
	return encodeURI(literal).replaceAll('%25', '%');
}

function balanced(path: string): boolean {
	let open = 0;
	for (const character of path) {
		if (character === '(') open++;
		if (character === ')' && --open < 0) return false;
	}
	return open === 0;
}

/** The same text with code, comments and front matter blank. */
export function withoutCode(text: string): string {
	return blanked(
		withoutIndented(blanked(blanked(text, /^\ufeff?---[ \t\r]*\n[\s\S]*?\n---[ \t\r]*(?=\n|$)/), fenced)),
		spanOrComment,
	);
}

/** A fence, in a list or a quote too, up to the like fence or the end; backticks after it on its line make it a span. */
export const fenced =
	/^\ufeff?(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?!`)(?=[^`\n]*$)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*\r?$|$(?![\s\S]))/gm;

/** A comment up to its end or the text's; a code span up to the end of its paragraph. Whichever begins first holds the other. */
export const spanOrComment =
	/(?<!(?<!\\)(?:\\\\){0,9}\\)(?:<!--[\s\S]*?(?:-->|$(?![\s\S]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)\1(?!`))/g;

/** Leaves blank what is marked as code by four blanks after an empty line; below a list item such lines are its paragraphs. */
function withoutIndented(text: string): string {
	let inList = false;
	let open = true;
	const lines = text.split('\n').map(line => {
		if (line.trim() === '') {
			open = true;
			return line;
		}
		const deep = /^(?: {4}| {0,3}\t)/.test(line);
		if (deep && open && !inList) return blank(line);
		if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(line)) inList = true;
		else if (open && !/^\s/.test(line)) inList = false;
		open = false;
		return line;
	});
	return lines.join('\n');
}
