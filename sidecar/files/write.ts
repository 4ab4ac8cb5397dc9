// Writes files whole or not at all: a new one never over another, an old one only where it is known to be Limn's own.
import { randomBytes } from 'node:crypto';
import { link, lstat, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cannotWrite, codeOf } from './trouble.ts';

/** Throws `cannotWrite` when the file exists, its folder does not, or the disk refuses; nothing is left behind then. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
	// Of its own length: the longest name that a folder takes must stay possible.
	const temporary = join(dirname(path), `.limn-${randomBytes(6).toString('hex')}.part`);
	try {
		await writeWhole(temporary, bytes);
		await giveName(temporary, path);
	} catch (error) {
		throw cannotWrite(path, error);
	} finally {
		// Gone already where it was renamed.
		await unlink(temporary).catch(() => {});
	}
}

/** Writes over a file that the caller knows to be Limn's own, or where none is. Throws `cannotWrite`. */
export async function replaceOwn(path: string, bytes: Uint8Array): Promise<void> {
	const temporary = join(dirname(path), `.limn-${randomBytes(6).toString('hex')}.part`);
	try {
		await writeWhole(temporary, bytes);
		await rename(temporary, path);
	} catch (error) {
		await unlink(temporary).catch(() => {});
		throw cannotWrite(path, error);
	}
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx');
	try {
		await file.writeFile(bytes);
		await file.sync();
		const { size } = await file.stat();
		if (size !== bytes.length) throw Object.assign(new Error(`${size} of ${bytes.length} bytes`), { code: 'ENOSPC' });
	} finally {
		await file.close();
	}
}

/** A hard link cannot replace a file, a rename can: the rename is for file systems that know no hard links. */
async function giveName(temporary: string, path: string): Promise<void> {
	try {
		await link(temporary, path);
	} catch (error) {
		if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
		if (await exists(path)) throw Object.assign(new Error('file exists'), { code: 'EEXIST' });
		await rename(temporary, path);
	}
}

async function exists(path: string): Promise<boolean> {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return false;
		throw error;
	}
}
