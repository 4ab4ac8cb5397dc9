// Reads a small file whole, or says why not.
import { constants, open, type FileHandle } from 'node:fs/promises';
import { fail, FailureError } from '../protocol/failure.ts';
import { cannotRead } from './trouble.ts';

/** The file's bytes; throws `cannotRead` when there is none, or more than `most` bytes of it. */
export async function readWhole(path: string, most: number): Promise<Uint8Array> {
	const file = await opened(path);
	try {
		const found = await file.stat();
		if (!found.isFile()) throw fail({ kind: 'cannotRead', path, why: 'notAFile', detail: '' });
		if (found.size > most) throw fail({ kind: 'cannotRead', path, why: 'tooLarge', detail: `${found.size} bytes` });
		return Uint8Array.from(await file.readFile());
	} catch (error) {
		throw error instanceof FailureError ? error : cannotRead(path, error);
	} finally {
		await file.close();
	}
}

async function opened(path: string): Promise<FileHandle> {
	try {
		// A named pipe without a writer would be waited for for ever; Windows has neither the pipe nor the flag.
		return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		throw cannotRead(path, error);
	}
}
