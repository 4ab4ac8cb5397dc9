// A Markdown picture: alt text that cannot break out, and a link path written as VS Code writes its own.
import { posix } from 'node:path';

/** What screen readers take in one go. */
const longest = 125;

/** A prompt as alt text, not yet escaped: one line, nothing that controls or reverses text, cut at a word. */
export function altText(words: string): string {
	const line = words
		.toWellFormed()
		.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
		.trim();
	const characters = [...line];
	if (characters.length <= longest) return line;
	const cut = characters.slice(0, longest).join('');
	const lastSpace = cut.lastIndexOf(' ');
	return `${lastSpace > 0 ? cut.slice(0, lastSpace) : cut}…`;
}

/** `![alt](path)`. The path is relative to the document or a whole URI. */
export function pictureLink(alt: string, path: string): string {
	return `![${escapeAlt(alt)}](${linkPath(path)})`;
}

/** The way from a document to a file, both as URI paths. */
export function relativePath(document: string, file: string): string {
	const path = posix.relative(posix.dirname(document), file);
	// A colon in the first folder's name would make it a scheme.
	return /^[^/]*:/.test(path) ? `./${path}` : path;
}

/**
 * Escapes what would end the alt text, or take its words for code, HTML, a formula, a table's cell or an entity. Signs
 * of emphasis stay: alt text has none, and VS Code's preview drops every sign that is escaped there.
 */
function escapeAlt(alt: string): string {
	return alt.replace(/[\\`[\]<|$]|&(?=#?\w+;)/g, '\\$&');
}

/**
 * Percent-encodes a relative path; one with spaces or lone brackets stands in angle brackets instead, as VS Code does.
 * Unlike VS Code's, `%`, `#` and `?` are always encoded: a file may be named so.
 */
function linkPath(path: string): string {
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
