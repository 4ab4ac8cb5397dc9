// AsciiDoc: `image::path[alt, width, height]` and `image:path[…]`, below the `imagesdir` that holds there.
import type { Language, Reference } from '../reference.ts';
import { decodedPath, encodedPath } from '../paths.ts';
import { asked, blanked, headingAbove, headingsBy, oneLine, spanOf } from '../text.ts';

export const asciidoc: Language = {
	ids: ['asciidoc'],
	endings: ['.adoc', '.asciidoc'],
	find: text => picturesIn(blanked(text, code)),
	write: (alt, path) => `image::${encodedPath(path).replace(/[[\]{}]/g, encodeURIComponent)}["${guarded(alt)}"]`,
};

/** Blocks of comments, listings, literals and passthroughs, and lines of comment. */
const code =
	/^(\/{4,}|-{4,}|\.{4,}|\+{4,}|`{3,})[^\n]*\n[\s\S]*?(?:^\1[ \t\r]*$|$(?![\s\S]))|^\/\/(?!\/)[^\n]*|`[^`\n]{1,500}`|\+\+[^\n]{1,500}?\+\+/gm;

const picture =
	/(?<![\w\\:])image::?([^\s[\]:][^\n[\]]{0,1000})\[((?:[^\]"\n\\]|\\.|"(?:[^"\n\\]|\\.){0,500}"){0,500})\]/g;

function picturesIn(text: string): Reference[] {
	const headings = headingsBy(text, /^[=#]{1,6}[ \t]+(.+?)[ \t\r]*$|^\.([^\s.][^\n]*?)[ \t\r]*$/gm);
	const folders = headingsBy(text, /^:imagesdir:[ \t]*([^\n]*)$/gm);
	return [...text.matchAll(picture)].map(match => {
		const { named, listed } = attributesOf(match[2] ?? '');
		const folder = headingAbove(folders, match.index).replace(/\/?$/, '/').replace(/^\//, '');
		return {
			path: folder + decodedPath(match[1] ?? ''),
			alt: oneLine(named.get('alt') ?? listed[0] ?? ''),
			...asked(named.get('width') ?? listed[1], named.get('height') ?? listed[2]),
			near: headingAbove(headings, match.index),
			range: spanOf(match),
		};
	});
}

/** `alt, 300, 200, link="…"`: values by their place and by name. */
function attributesOf(text: string): {
	readonly named: ReadonlyMap<string, string>;
	readonly listed: readonly string[];
} {
	const named = new Map<string, string>();
	const listed: string[] = [];
	for (const [, name, quoted, bare] of text.matchAll(/(?:^|,)\s*(?:([\w-]+)=)?(?:"((?:\\"|[^"])*)"|([^,]*))/g)) {
		const value = unguarded((quoted ?? bare ?? '').replaceAll('\\"', '"').replaceAll('\\]', ']')).trim();
		if (name === undefined) listed.push(value);
		else named.set(name, value);
	}
	return { named, listed };
}

/** What AsciiDoc would take for the end, for an attribute, for markup or for signs to replace, as numbers of characters. */
function guarded(alt: string): string {
	return alt.replace(
		/["&<>'[\]{}`*_#^~+\\|]|-(?=-)|\.(?=\.\.)|\((?=(?:C|R|TM)\))|:(?=\/\/)/g,
		sign => `&#${sign.charCodeAt(0)};`,
	);
}

function unguarded(text: string): string {
	return text.replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
