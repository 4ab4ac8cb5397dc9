// Reads the header of a weight file on disk: links resolved, everything checked, no weights read.
import { open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { CheckpointFile } from '../../models/single-file/folder.ts';
import { headerLength, parseWholeHeader, prefixLength } from '../../models/weights/safetensors.ts';

/** Throws `modelBroken` or `modelRefused` for what is no sound safetensors file; the system's own errors pass. */
export async function readHeader(path: string): Promise<CheckpointFile> {
	const real = await realpath(path);
	const file = await open(real, 'r');
	try {
		const { size } = await file.stat();
		// More than the length: what follows tells a foreign file from a sound one.
		const prefix = await readAt(0, Math.min(size, 64));
		const header = await readAt(prefixLength, headerLength(path, prefix, size));
		return { directory: dirname(real), file: basename(real), ...parseWholeHeader(path, header, size) };
	} finally {
		await file.close();
	}

	async function readAt(position: number, length: number): Promise<Uint8Array> {
		const bytes = new Uint8Array(length);
		const { bytesRead } = await file.read(bytes, 0, length, position);
		return bytes.subarray(0, bytesRead);
	}
}
