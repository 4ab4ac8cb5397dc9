// Manifests below a folder.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readWhole } from '../files/read.ts';
import { cannotRead } from '../files/trouble.ts';
import { longestManifest } from './manifest.ts';

/** The manifest that `path` is, or those below it, in order. Throws `cannotRead`. */
export async function findManifests(path: string): Promise<string[]> {
	try {
		if (!(await stat(path)).isDirectory()) return [path];
		return await below(path);
	} catch (error) {
		throw cannotRead(path, error);
	}
}

async function below(folder: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name)) found.push(...(await below(path)));
		else if (entry.isFile() && entry.name.endsWith('.limn.json') && (await hasAssets(path))) found.push(path);
	}
	return found.sort();
}

/** A checkpoint's settings have the same ending; only a manifest speaks of assets. */
async function hasAssets(path: string): Promise<boolean> {
	return /"assets"\s*:/.test(new TextDecoder().decode(await readWhole(path, longestManifest)));
}
