// A model's folder on disk, as the families see it: links resolved, headers checked, weights never read.
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFolder } from '../../models/family.ts';
import { codeOf } from '../files/trouble.ts';
import { fail, FailureError } from '../protocol/failure.ts';
import { readHeader } from './header.ts';

/** Bytes of the longest config or vocabulary that is read. */
const longestText = 20 << 20;
/** Folders below the model's own that are looked into. */
const deepest = 3;

/** Looks at a folder. Throws `modelBroken` when it cannot be listed. */
export async function openFolder(path: string): Promise<ModelFolder> {
	const files = await reading(path, () => filesBelow(path, '', []));
	const known = new Set(files);
	const at = (file: string): string => {
		if (!known.has(file)) throw fail({ kind: 'modelBroken', file: join(path, file), why: 'the file is missing' });
		return join(path, file);
	};
	return {
		path,
		files,
		text: file => reading(at(file), () => readText(at(file))),
		weights: file => reading(at(file), () => readHeader(at(file))),
	};
}

/** `above`: the folders on the way to `folder`, links resolved: a link to one of them is a circle. */
async function filesBelow(root: string, folder: string, above: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	const real = await realpath(join(root, folder));
	if (above.includes(real)) return found;
	for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
		const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
		// Hugging Face's cache links each file to its blob.
		const kind = entry.isSymbolicLink() ? await stat(join(root, path)).catch(() => entry) : entry;
		if (kind.isFile()) found.push(path);
		else if (kind.isDirectory() && above.length < deepest)
			found.push(...(await filesBelow(root, path, [...above, real])));
	}
	return found.sort();
}

/** A text file of reasonable length, whole. */
export async function readText(path: string): Promise<string> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		if (size > longestText) throw fail({ kind: 'modelBroken', file: path, why: `it is ${size} bytes long, too long` });
		return await file.readFile('utf8');
	} finally {
		await file.close();
	}
}

/** The system's own errors, as a broken model. */
export async function reading<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof FailureError) throw error;
		throw fail({ kind: 'modelBroken', file, why: `it cannot be read (${codeOf(error) ?? String(error)})` });
	}
}
