// Words of a picture: from a prompt to alternative text, and from a reference to the words to draw.
import type { Reference } from './reference.ts';
import { oneLine } from './text.ts';

/** What screen readers take in one go. */
const longest = 125;

/** A prompt as alternative text, not yet escaped: one line, nothing that controls or reverses text, cut at a word. */
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

/** The words to draw: the alternative text, else what the file's name says and what stands near. */
export function wordsOf({ alt, near, path }: Pick<Reference, 'alt' | 'near' | 'path'>): string {
	if (alt !== '') return alt.toWellFormed();
	return [wordsOfName(path), near]
		.filter(words => words !== '')
		.join(', ')
		.toWellFormed();
}

/** `img/login-flow@2x.png` → `login flow`. */
function wordsOfName(path: string): string {
	const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
	const words = name.replace(/@\d+x$/i, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
	return oneLine(words.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')).toLowerCase();
}
