// Wildcards on disk: NAME.txt below a folder of the user's, a choice in every line.
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { readWhole } from './files/read.ts';
import { codeOf } from './files/trouble.ts';

/** The lines of a wildcard; undefined where no folder has it. */
export type Wildcards = (name: string) => Promise<readonly string[] | undefined>;

/** Bytes of the longest wildcard file. */
const longestFile = 4 << 20;

/** Looks through `folders` in their order. A name comes from a prompt, and never leads out of a folder. */
export function wildcardsIn(folders: readonly string[]): Wildcards {
	return async name => {
		for (const folder of folders) {
			const file = await within(folder, `${name}.txt`);
			if (file !== undefined) return linesOf(await readWhole(file, longestFile));
		}
		return undefined;
	};
}

async function within(folder: string, name: string): Promise<string | undefined> {
	try {
		const root = await realpath(folder);
		const file = await realpath(join(root, name));
		const way = relative(root, file);
		return way.startsWith('..') || isAbsolute(way) ? undefined : file;
	} catch (error) {
		// No such file, or a name that no file can have: another folder may know it.
		if (codeOf(error) !== undefined) return undefined;
		throw error;
	}
}

/** Without blank lines and those that are comments. */
function linesOf(bytes: Uint8Array): readonly string[] {
	const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
	return lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
}
