// Small acts on bytes that the picture formats share.

/** Joins byte runs into one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
