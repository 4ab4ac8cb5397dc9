// Words that a model was not taught and that a recipe brings along: read as tokens behind the model's own.
import type { TokenReader } from './chunks.ts';

export interface AddedWord {
	/** What stands for it in a prompt, in any case. */
	readonly names: readonly string[];
	/** Tokens that it is read as. */
	readonly tokens: number;
}

/** A reader that finds the words by their names, with or without ComfyUI's `embedding:`; their tokens count up from `first`. */
export function withAddedWords(reader: TokenReader, words: readonly AddedWord[], first: number): TokenReader {
	const ids = new Map<string, readonly number[]>();
	let next = first;
	for (const { names, tokens } of words) {
		const own = Array.from({ length: tokens }, () => next++);
		for (const name of names) ids.set(name.toLowerCase(), own);
	}
	const pattern = wordPattern([...ids.keys()]);
	return {
		...reader,
		read: text =>
			text.split(pattern).flatMap((piece, i) => (i % 2 === 0 ? reader.read(piece) : ids.get(piece.toLowerCase())!)),
	};
}

/** Finds whole words by their names, the longest first; the name is the only group. */
export function wordPattern(names: readonly string[]): RegExp {
	const literal = names
		.toSorted((a, b) => b.length - a.length)
		.map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
	return new RegExp(`(?<![\\p{L}\\p{N}_])(?:embedding:)?(${literal.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}
