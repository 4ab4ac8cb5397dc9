// PNG's chunks and the words in them: what sharp cannot write, and reads only in part.
import { crc32, inflateSync } from 'node:zlib';
import { ascii, concat, utf8, viewOf } from './bytes.ts';

/** A chunk of a PNG file. */
export interface Chunk {
	readonly type: string;
	readonly data: Uint8Array;
}

/** One text of a PNG, whichever of the three chunk types holds it. */
export interface PngText {
	readonly keyword: string;
	readonly text: string;
}

export const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** The most that one compressed text may unpack to, against bombs. */
const longestText = 1 << 20;

export function isPng(bytes: Uint8Array): boolean {
	return signature.every((byte, i) => bytes[i] === byte);
}

/** The chunks in order; a chunk that is cut off or fails its checksum ends the list. */
export function* chunks(png: Uint8Array): Generator<Chunk> {
	const view = viewOf(png);
	for (let at = signature.length; at + 12 <= png.length;) {
		const length = view.getUint32(at);
		const end = at + 12 + length;
		if (end > png.length || crc32(png.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return;
		yield { type: latin1(png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, end - 4) };
		at = end;
	}
}

/** The same picture with `added` right after its header, where readers look first. */
export function insertChunks(png: Uint8Array, added: readonly Chunk[]): Uint8Array {
	const header = signature.length + 12 + viewOf(png).getUint32(signature.length);
	return concat([png.subarray(0, header), ...added.map(chunkBytes), png.subarray(header)]);
}

/** A text as PIL and A1111 write it: `tEXt` where Latin-1 holds it, else `iTXt`. */
export function textChunk(keyword: string, text: string): Chunk {
	const isLatin1 = /^[\n\x20-\x7e\xa0-\xff]*$/.test(text);
	return isLatin1
		? { type: 'tEXt', data: concat([ascii(keyword), zero, ascii(text)]) }
		: internationalTextChunk(keyword, text);
}

/** A text in UTF-8. */
export function internationalTextChunk(keyword: string, text: string): Chunk {
	// After the keyword: not compressed, method 0, no language, no translated keyword.
	return { type: 'iTXt', data: concat([ascii(keyword), zero, Uint8Array.of(0, 0), zero, zero, utf8(text)]) };
}

/** Every text in the file that can be read; a text that cannot is passed over. */
export function texts(png: Uint8Array): PngText[] {
	return [...chunks(png)].flatMap(({ type, data }) => {
		const text = textReaders[type]?.(data);
		return text ? [text] : [];
	});
}

const zero = Uint8Array.of(0);

const textReaders: Readonly<Record<string, (data: Uint8Array) => PngText | undefined>> = {
	tEXt(data) {
		const [keyword, rest] = cut(data);
		return { keyword, text: latin1(rest) };
	},
	zTXt(data) {
		const [keyword, rest] = cut(data);
		const bytes = inflated(rest.subarray(1));
		return bytes && { keyword, text: latin1(bytes) };
	},
	iTXt(data) {
		const [keyword, rest] = cut(data);
		const [, afterLanguage] = cut(rest.subarray(2));
		const [, body] = cut(afterLanguage);
		const bytes = rest[0] === 1 ? inflated(body) : body;
		return bytes && { keyword, text: new TextDecoder().decode(bytes) };
	},
};

/** Splits at the first zero byte: the words before it, the bytes after it. */
function cut(data: Uint8Array): [string, Uint8Array] {
	const end = data.indexOf(0);
	return end < 0 ? [latin1(data), new Uint8Array()] : [latin1(data.subarray(0, end)), data.subarray(end + 1)];
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
	try {
		return inflateSync(bytes, { maxOutputLength: longestText });
	} catch {
		// Damaged or larger than any recipe: whatever it is, it is not a text to read.
		return undefined;
	}
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function chunkBytes({ type, data }: Chunk): Uint8Array {
	const typed = concat([ascii(type), data]);
	const framed = new Uint8Array(typed.length + 8);
	viewOf(framed).setUint32(0, data.length);
	framed.set(typed, 4);
	viewOf(framed).setUint32(framed.length - 4, crc32(typed));
	return framed;
}
