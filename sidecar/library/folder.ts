// A model's folder on disk, as the families see it: links resolved, headers checked, weights never read.
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ModelFolder, WeightFile } from '../../models/family.ts';
import { headerLength, parseHeader, prefixLength } from '../../models/weights/safetensors.ts';
import { codeOf } from '../files/trouble.ts';
import { fail, FailureError } from '../protocol/failure.ts';

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

async function readText(path: string): Promise<string> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		if (size > longestText) throw fail({ kind: 'modelBroken', file: path, why: `it is ${size} bytes long, too long` });
		return await file.readFile('utf8');
	} finally {
		await file.close();
	}
}

async function readHeader(path: string): Promise<WeightFile> {
	const real = await realpath(path);
	const file = await open(real, 'r');
	try {
		const { size } = await file.stat();
		// One byte more than the length: what follows tells a foreign file from a sound one.
		const prefix = await readAt(0, Math.min(size, 64));
		const header = await readAt(prefixLength, headerLength(path, prefix, size));
		return { directory: dirname(real), file: basename(real), tensors: parseHeader(path, header, size) };
	} finally {
		await file.close();
	}

	async function readAt(position: number, length: number): Promise<Uint8Array> {
		const bytes = new Uint8Array(length);
		const { bytesRead } = await file.read(bytes, 0, length, position);
		return bytes.subarray(0, bytesRead);
	}
}

/** The system's own errors, as a broken model. */
async function reading<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof FailureError) throw error;
		throw fail({ kind: 'modelBroken', file, why: `it cannot be read (${codeOf(error) ?? String(error)})` });
	}
}
