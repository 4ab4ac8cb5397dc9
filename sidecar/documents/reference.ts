// A picture as a document names it, and what a document's language must tell of it.
import { formatOf } from '../protocol/picture.ts';

/** Offsets into a text: `start` to `end`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The size that a reference asks for, in pixels; what it leaves open is absent. */
export interface Asked {
	readonly width?: number;
	readonly height?: number;
}

export interface Reference extends Asked {
	/** The path as the file system has it: escapes resolved, without query and anchor. */
	readonly path: string;
	/** The alternative text, unescaped, in one line; empty where there is none. */
	readonly alt: string;
	/** Words that stand near: a caption, else the heading above; empty where there are none. */
	readonly near: string;
	/** The whole reference in the text. */
	readonly range: Span;
}

/** A language that documents are written in. */
export interface Language {
	/** Its ids in VS Code. */
	readonly ids: readonly string[];
	/** What its files' names end with, in lower case. */
	readonly endings: readonly string[];
	/** Every literal reference to a picture of the text, in order; code, comments and templates are passed over. */
	find(text: string): readonly Reference[];
	/** A reference to the file at a relative path that shows `alt` and nothing else, whatever both hold. */
	write(alt: string, path: string): string;
}

/**
 * Whether a path names a picture that can lie beside the document and that Limn can write: no address, no absolute path,
 * no alias of a bundler (`@/`, `~/`), no variable.
 */
export function isLocalPicture({ path }: Pick<Reference, 'path'>): boolean {
	if (formatOf(path) === undefined || /[{}*]|<[%?]|\$\(/.test(path)) return false;
	return !/^([a-z][a-z0-9+.-]*:|[/\\#]|[@~][^/]*\/)/i.test(path);
}
