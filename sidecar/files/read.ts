// Reads a small file whole, or says why not.
import { open } from 'node:fs/promises';
import { fail } from '../protocol/failure.ts';
import { cannotRead } from './trouble.ts';

/** The file's bytes; throws `cannotRead` when there is none, or more than `most` bytes of it. */
export async function readWhole(path: string, most: number): Promise<Uint8Array> {
	let size: number;
	try {
		const file = await open(path, 'r');
		try {
			const found = await file.stat();
			if (!found.isFile()) throw fail({ kind: 'cannotRead', path, why: 'notAFile', detail: '' });
			size = found.size;
			if (size <= most) return Uint8Array.from(await file.readFile());
		} finally {
			await file.close();
		}
	} catch (error) {
		throw cannotRead(path, error);
	}
	throw fail({ kind: 'cannotRead', path, why: 'tooLarge', detail: `${size} bytes` });
}
