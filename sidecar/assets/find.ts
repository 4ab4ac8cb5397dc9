// Manifests below a folder.
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readWhole } from '../files/read.ts';
import { cannotRead } from '../files/trouble.ts';
import { fail } from '../protocol/failure.ts';
import { longestManifest } from './manifest.ts';

/** The manifest that `path` is, or those below it, in order. Throws `cannotRead`. */
export async function findManifests(path: string): Promise<string[]> {
	const isFolder = await stat(path).then(
		found => found.isDirectory(),
		(error: unknown) => {
			throw cannotRead(path, error);
		},
	);
	if (isFolder) return await below(path);
	if (path.endsWith('.limn.json')) return [path];
	throw fail({ kind: 'badRecipe', field: 'path', why: `“${path}” is no manifest: its name must end in .limn.json` });
}

async function below(folder: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await entriesOf(folder)) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name)) found.push(...(await below(path)));
		else if (entry.isFile() && entry.name.endsWith('.limn.json') && (await hasAssets(path))) found.push(path);
	}
	return found.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch (error) {
		throw cannotRead(folder, error);
	}
}

/** A checkpoint's settings have the same ending; only a manifest speaks of assets. */
async function hasAssets(path: string): Promise<boolean> {
	return /"assets"\s*:/.test(new TextDecoder().decode(await readWhole(path, longestManifest)));
}
