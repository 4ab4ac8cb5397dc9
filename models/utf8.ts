// Text as UTF-8 bytes and back, by the Encoding Standard's globals that every JavaScript runtime has.

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** The UTF-8 bytes of a text. */
export function toUtf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The text of UTF-8 bytes; throws TypeError where they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
