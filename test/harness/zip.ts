// Reads a zip file, as far as a VSIX needs it: stored and deflated entries, no zip64, no encryption.
import { inflateRawSync } from 'node:zlib';

/** The files of a zip by name. Throws when the bytes are no zip of that plain kind. */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
	// APPNOTE.TXT 4.3.16: the end record lies last, behind at most 64 KiB of comment.
	const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	if (end < 0) throw new Error('no end of central directory');
	const files = new Map<string, Buffer>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
		const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
		if (!name.endsWith('/')) files.set(name, content(bytes, at));
		at += 46 + nameLength + extraLength + commentLength;
	}
	return files;
}

/** The content of the entry whose central header (APPNOTE.TXT 4.3.12) begins at `at`. */
function content(bytes: Buffer, at: number): Buffer {
	const method = bytes.readUInt16LE(at + 10);
	const size = bytes.readUInt32LE(at + 20);
	const local = bytes.readUInt32LE(at + 42);
	const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
	const packed = bytes.subarray(start, start + size);
	if (method === 0) return packed;
	if (method === 8) return inflateRawSync(packed);
	throw new Error(`compression method ${method}`);
}
