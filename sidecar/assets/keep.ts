// Puts files where a manifest wants them, and never over one that someone else wrote.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cannotWrite } from '../files/trouble.ts';
import { replaceOwn, writeNew } from '../files/write.ts';
import { sha256 } from './hash.ts';
import type { Made } from './lock.ts';
import { insideOf } from './paths.ts';
import type { NewFile } from './sheets/draw.ts';
import { hashesIn } from './state.ts';

/**
 * Writes the files and gives their hashes. A file that is there is replaced only if it is as the lock says, or if
 * `overwrite` was asked for. All are looked at before the first is written. Throws `cannotWrite`.
 */
export async function keep(
	root: string,
	files: readonly NewFile[],
	before: Made | undefined,
	overwrite: boolean,
): Promise<Record<string, string>> {
	const inside = insideOf(root);
	const hashAt = hashesIn(inside);
	const there = await Promise.all(files.map(({ path }) => hashAt(path)));
	const foreign = files.find(({ path }, i) => there[i] !== undefined && there[i] !== before?.files[path]);
	if (foreign && !overwrite)
		throw cannotWrite(foreign.path, Object.assign(new Error('file exists'), { code: 'EEXIST' }));
	const hashes: Record<string, string> = {};
	for (const [i, { path, bytes }] of files.entries()) {
		hashes[path] = sha256(bytes);
		if (hashes[path] === there[i]) continue;
		const file = await inside(path);
		await folderFor(file);
		await (there[i] === undefined ? writeNew(file, bytes) : replaceOwn(file, bytes));
	}
	return hashes;
}

async function folderFor(file: string): Promise<void> {
	try {
		await mkdir(dirname(file), { recursive: true });
	} catch (error) {
		throw cannotWrite(file, error);
	}
}
