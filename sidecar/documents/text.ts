// Small acts on text that the languages share; all of them keep offsets as they are.
import type { Asked, Span } from './reference.ts';

/** The text with every match made blank, so that nothing in it counts and everything else stays where it is. */
export function blanked(text: string, pattern: RegExp): string {
	return text.replace(pattern, blank);
}

/** As many blanks, line ends kept. */
export function blank(text: string): string {
	return text.replace(/[^\n\r]/g, ' ');
}

/** The text in one line. */
export function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** A size of those sides that are numbers; no picture has more than six digits. */
export function asked(width: string | undefined, height: string | undefined): Asked {
	const [wide, high] = [width, height].map(pixels);
	return { ...(wide && { width: wide }), ...(high && { height: high }) };
}

/** `480`, `480px`, `480.0`. */
function pixels(written: string | undefined): number | undefined {
	const [, digits] = /^\s*(\d{1,6})(?:\.\d+)?(?:px)?\s*$/i.exec(written ?? '') ?? [];
	return digits === undefined ? undefined : Number(digits);
}

/** What stands above a place: the words of the last of these before it. */
export interface Heading {
	readonly at: number;
	readonly words: string;
}

/** Every match of a pattern as a heading; its last group that matched holds the words. */
export function headingsBy(text: string, pattern: RegExp): readonly Heading[] {
	return [...text.matchAll(pattern)].map(match => ({
		at: match.index,
		words: oneLine(match.slice(1).findLast(group => group !== undefined) ?? ''),
	}));
}

/** The heading above `offset`; headings are in order. */
export function headingAbove(headings: readonly Heading[], offset: number): string {
	return headings.findLast(({ at }) => at < offset)?.words ?? '';
}

export function spanOf(match: RegExpExecArray): Span {
	return { start: match.index, end: match.index + match[0].length };
}

/** References in the order of the text. */
export function inOrder<Found extends { readonly range: Span }>(found: readonly Found[]): readonly Found[] {
	return [...found].sort((one, other) => one.range.start - other.range.start);
}
