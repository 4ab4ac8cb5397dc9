// A prompt in chunks as wide as the text encoder's window, so that none of it is lost: A1111's way.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { Piece } from './attention.ts';

/** What the text encoder reads at once: begin, words, end and padding, each with its weight. */
export interface Chunk {
	readonly ids: readonly number[];
	readonly weights: readonly number[];
	/** How many of them are words. */
	readonly tokens: number;
}

/** How words become tokens, and the tokens that frame them. */
export interface TokenReader {
	/** Ids of a text, without begin and end. */
	read(text: string): readonly number[];
	readonly begin: number;
	readonly end: number;
	readonly pad: number;
	/** The token of a comma that ends a word, where the vocabulary has one. */
	readonly comma: number | undefined;
	/** Tokens of a chunk, begin and end included. */
	readonly window: number;
}

/** More than anyone writes, fewer than a network chokes on. */
export const mostChunks = 32;
/** The largest weight: far beyond it float32 overflows, and long before it pictures are noise. */
export const largestWeight = 100;
/** Tokens after a comma that move to the next chunk together (A1111's `comma_padding_backtrack`). */
const backOff = 20;

/**
 * The pieces as chunks (`tokenize_line` of A1111's `modules/sd_hijack_clip.py`): a full chunk ends after its last comma if
 * that is at most 20 tokens back, and `break` ends one at once. There is at least one. Throws `badRecipe` where there would
 * be more than `mostChunks`, or where a weight is beyond `largestWeight`.
 */
export function chunksOf(pieces: readonly Piece[], reader: TokenReader): readonly Chunk[] {
	const room = reader.window - 2;
	const chunks: Token[][] = [];
	let chunk: Token[] = [];
	let comma = -1;
	const next = (from: number) => {
		chunks.push(chunk.slice(0, from));
		if (chunks.length > mostChunks) throw tooLong(room);
		chunk = chunk.slice(from);
		comma = -1;
	};
	for (const piece of pieces) {
		if (piece === 'break') {
			next(chunk.length);
			continue;
		}
		for (const id of reader.read(piece.text)) {
			if (id === reader.comma) comma = chunk.length;
			else if (chunk.length === room && comma !== -1 && room - comma <= backOff) next(comma + 1);
			if (chunk.length === room) next(room);
			chunk.push({ id, weight: piece.weight });
		}
	}
	if (chunk.length > 0 || chunks.length === 0) next(chunk.length);
	return chunks.map(tokens => framed(tokens, reader));
}

interface Token {
	readonly id: number;
	readonly weight: number;
}

function framed(tokens: readonly Token[], { begin, end, pad, window }: TokenReader): Chunk {
	const far = tokens.find(({ weight }) => !(Math.abs(weight) <= largestWeight));
	if (far) throw tooHeavy(far.weight);
	const padding = window - 2 - tokens.length;
	return {
		tokens: tokens.length,
		ids: [begin, ...tokens.map(({ id }) => id), end, ...Array<number>(padding).fill(pad)],
		weights: [1, ...tokens.map(({ weight }) => weight), 1, ...Array<number>(padding).fill(1)],
	};
}

const tooLong = (room: number) =>
	fail({
		kind: 'badRecipe',
		field: 'words',
		why: `fill more than ${mostChunks} chunks of ${room} tokens, which is the most`,
	});

const tooHeavy = (weight: number) =>
	fail({
		kind: 'badRecipe',
		field: 'words',
		why: `have a weight of ${Number(weight.toPrecision(3))}; ${largestWeight} is the most`,
	});
