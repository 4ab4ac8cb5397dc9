// Pictures that a Markdown text shows: where each lies, its words, and the size it asks for.

/** A picture as a document names it. */
export interface PictureLink {
	/** The path as written, unescaped and without query. */
	readonly path: string;
	/** The alternative text: the words to draw. */
	readonly alt: string;
	readonly width?: number;
	readonly height?: number;
}

/** Every picture of a text in order: `![alt](path){w=64 h=64}` and `<img src alt width height>`; code is passed over. */
export function pictureLinks(markdown: string): PictureLink[] {
	const text = withoutCode(markdown);
	return [...text.matchAll(picture)].map(({ groups = {} }) =>
		groups['tag'] === undefined ? fromMarkdown(groups) : fromTag(groups['tag']),
	);
}

/** Whether a path names a picture file that can lie beside the document: no address, no absolute path. */
export function isLocalPicture({ path }: PictureLink): boolean {
	return !/^([a-z][a-z0-9+.-]*:|[/\\#]|$)/i.test(path) && /\.(png|webp|avif|jpe?g)$/i.test(path);
}

const alt = String.raw`(?<alt>(?:\\.|[^\\[\]]|\[[^\[\]]*\])*)`;
const path = String.raw`(?:<(?<bracketed>[^<>\n]*)>|(?<path>(?:\\.|[^\s()\\]|\([^\s()]*\))*))`;
// Bounds keep the time for a text that only begins things from growing with the square of its length.
const title = String.raw`(?:\s+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^)]{0,1000}\)))?`;
const attributes = String.raw`(?:\{(?<attributes>[^}\n]{0,1000})\})?`;
const picture = new RegExp(
	String.raw`(?<!\\)!\[${alt}\]\(\s*${path}${title}\s*\)${attributes}|(?<tag><img\b(?:"[^"]*"|'[^']*'|[^<>"'])*>)`,
	'gi',
);

function fromMarkdown(groups: Record<string, string | undefined>): PictureLink {
	const words = (groups['alt'] ?? '').replace(/\s+/g, ' ').replace(/\\([!-/:-@[-`{-~])/g, '$1');
	const named = groups['bracketed'] ?? (groups['path'] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
	return {
		path: decoded(named),
		alt: words.trim(),
		...sizes(groups['attributes'] ?? '', /\b(w|h|width|height)=["']?(\d{1,6})\b/g),
	};
}

function fromTag(tag: string): PictureLink {
	const said = new Map<string, string>();
	for (const [, name, double, single, bare] of tag.matchAll(attribute)) {
		// Of an attribute that is named twice, HTML takes the first.
		if (!said.has(name.toLowerCase())) said.set(name.toLowerCase(), unescaped(double ?? single ?? bare ?? ''));
	}
	const value = (name: string): string => said.get(name) ?? '';
	const size = ['width', 'height'].map(name => `${name}=${value(name)}`).join(' ');
	const words = value('alt').replace(/\s+/g, ' ').trim();
	return { path: decoded(value('src')), alt: words, ...sizes(size, /\b(width|height)=(\d{1,6})(?:px)?(?=\s|$)/g) };
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

function sizes(text: string, pattern: RegExp): { width?: number; height?: number } {
	const found = [...text.matchAll(pattern)].map(([, name, value]) => [
		name.startsWith('w') ? 'width' : 'height',
		Number(value),
	]);
	return Object.fromEntries(found) as { width?: number; height?: number };
}

/** The file's name in a link: percent signs resolved, query and anchor left off. */
function decoded(link: string): string {
	const [name] = link.split(/[?#]/);
	try {
		return decodeURIComponent(name);
	} catch {
		// A lone percent sign is part of the name.
		return name;
	}
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]);
}

/** The same text without code and comments, so that nothing in them counts. */
function withoutCode(markdown: string): string {
	return withoutIndented(markdown.replace(fenced, '\n')).replace(spanOrComment, '');
}

/** A fence, in a list or a quote too, up to the like fence or the end; backticks after it on its line make it a span. */
const fenced =
	/^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?!`)(?=[^`\n]*$)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|$(?![\s\S]))/gm;

/** A comment up to its end or the text's; a code span up to the end of its paragraph. Whichever begins first holds the other. */
const spanOrComment = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)\1(?!`)/g;

/** Leaves out code that is marked by four blanks after an empty line; below a list item such lines are its paragraphs. */
function withoutIndented(markdown: string): string {
	let inList = false;
	let open = true;
	const kept = markdown.split('\n').filter(line => {
		if (line.trim() === '') return (open = true);
		const deep = /^(?: {4}| {0,3}\t)/.test(line);
		if (deep && open && !inList) return false;
		if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(line)) inList = true;
		else if (open && !/^\s/.test(line)) inList = false;
		open = false;
		return true;
	});
	return kept.join('\n');
}
