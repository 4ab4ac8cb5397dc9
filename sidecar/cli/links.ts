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
const title = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?`;
const attributes = String.raw`(?:\{(?<attributes>[^}\n]*)\})?`;
const picture = new RegExp(
	String.raw`(?<!\\)!\[${alt}\]\(\s*${path}${title}\s*\)${attributes}|(?<tag><img\b(?:"[^"]*"|'[^']*'|[^>"'])*>)`,
	'gi',
);

function fromMarkdown(groups: Record<string, string | undefined>): PictureLink {
	const words = (groups['alt'] ?? '').replace(/\s+/g, ' ').replace(/\\([!-/:-@[-`{-~])/g, '$1');
	const named = groups['bracketed'] ?? (groups['path'] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
	return {
		path: decoded(named),
		alt: words.trim(),
		...sizes(groups['attributes'] ?? '', /\b(w|h|width|height)=["']?(\d+)/g),
	};
}

function fromTag(tag: string): PictureLink {
	const value = (name: string): string => {
		const [, double, single, bare] =
			new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`, 'i').exec(tag) ?? [];
		return unescaped(double ?? single ?? bare ?? '');
	};
	const size = ['width', 'height'].map(name => `${name}=${value(name)}`).join(' ');
	const words = value('alt').replace(/\s+/g, ' ').trim();
	return { path: decoded(value('src')), alt: words, ...sizes(size, /\b(width|height)=(\d+)(?:px)?(?=\s|$)/g) };
}

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

/** The same text with blanks where code and comments are, so that nothing in them counts. */
function withoutCode(markdown: string): string {
	return markdown
		.replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|$(?![\s\S]))/gm, '')
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}
