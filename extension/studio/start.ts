// Pictures to begin from: recognised by their first bytes, named by what is in them.
import { createHash } from 'node:crypto';

/** Whether these bytes begin like a PNG, JPEG, WebP or AVIF file. */
export function looksLikePicture(bytes: Uint8Array): boolean {
	const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
	return (
		text.startsWith('\x89PNG\r\n\x1a\n') ||
		text.startsWith('\xff\xd8\xff') ||
		(text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') ||
		/^.{4}ftyp(avif|avis|mif1)/s.test(text)
	);
}

/** The name of a picture in a recipe: the SHA-256 of its bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
