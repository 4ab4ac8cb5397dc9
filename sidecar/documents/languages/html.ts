// HTML: pictures of tags and of style sheets inside; what a program or a template computes is left alone.
import { escaped } from '../entities.ts';
import { srcset } from '../srcset.ts';
import type { Language, Reference } from '../reference.ts';
import { tagsIn, type Tag } from '../tags.ts';
import { decodedPath, encodedPath } from '../paths.ts';
import { asked, blanked, headingAbove, headingsBy, inOrder, oneLine } from '../text.ts';
import { unescaped } from '../entities.ts';
import { css } from './css.ts';

export const html: Language = {
	ids: ['html'],
	endings: ['.html', '.htm', '.xhtml'],
	find: text => inOrder([...inTags(withoutCode(text)), ...inStyles(text)]),
	write: writeTag,
};

/** `<img src="path" alt="alt">`. */
export function writeTag(alt: string, path: string): string {
	return `<img src="${escaped(encodedPath(path))}" alt="${escaped(alt)}">`;
}

/** Pictures of the tags of a text whose code is blanked already. */
export function inTags(text: string): readonly Reference[] {
	const headings = headingsBy(text, /<h[1-6]\b[^>]{0,500}>([^<]{1,500})<|<figcaption\b[^>]{0,500}>([^<]{1,500})</gi);
	return tagsIn(text).flatMap(tag => {
		const near = unescaped(headingAbove(headings, tag.range.start));
		return picturesOf(tag).map(found => ({ ...found, near, range: tag.range }));
	});
}

/** The style sheets of a page: `<style>` and `style="…"`. */
export function inStyles(text: string): readonly Reference[] {
	const sheets = [...text.matchAll(/<style\b[^>]{0,500}>([\s\S]*?)(?:<\/style|$(?![\s\S]))/gi)];
	return [...sheets, ...text.matchAll(/\sstyle\s*=\s*(?:"([^"]{0,4000})"|'([^']{0,4000})')/gi)].flatMap(match => {
		const sheet = match[1] ?? match[2] ?? '';
		const begin = match.index + match[0].indexOf(sheet);
		return css.find(sheet).map(found => moved(found, begin));
	});
}

/** The reference, found in a part of a text that begins at `by`. */
export function moved(found: Reference, by: number): Reference {
	return { ...found, range: { start: found.range.start + by, end: found.range.end + by } };
}

/** Where each tag names its picture. */
const sources: Readonly<Record<string, readonly string[]>> = {
	...{ input: ['src'], video: ['poster'], source: ['src'], link: ['href'], meta: ['content'], object: ['data'] },
	image: ['src', 'href', 'xlink:href'],
};

type Found = Omit<Reference, 'near' | 'range'>;

function picturesOf({ name, values }: Tag): readonly Found[] {
	const value = (key: string) => values.get(key) ?? '';
	const alt = oneLine(value('alt') || value('title') || value('aria-label'));
	const size = sizeOf(values);
	const own = (sources[name] ?? ['src']).filter(key => values.has(key));
	return [
		...own.map(key => ({ path: decodedPath(value(key).trim()), alt, ...size })),
		...srcset(value('srcset'), size).map(found => ({ ...found, alt })),
	];
}

/** `width` and `height`, as attributes or in the style; an icon's `sizes`. */
function sizeOf(values: ReadonlyMap<string, string>) {
	const styled = (side: string) =>
		new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*(\\d{1,6}(?:\\.\\d+)?px)`, 'i').exec(values.get('style') ?? '')?.[1];
	const [, wide, high] = /^(\d{1,4})x(\d{1,4})/i.exec(values.get('sizes') ?? '') ?? [];
	return asked(styled('width') ?? values.get('width') ?? wide, styled('height') ?? values.get('height') ?? high);
}

/** Comments and scripts show no pictures; neither does code that is shown. */
function withoutCode(text: string): string {
	return blanked(
		text,
		/<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(script|style|pre|code|textarea)\b[\s\S]*?(?:<\/\1\s*>|$(?![\s\S]))/gi,
	);
}
