// Documents on the disk, and whether a picture that one of them shows can be made.
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readWhole } from '../files/read.ts';
import { cannotRead, codeOf } from '../files/trouble.ts';
import { languageOfFile } from '../documents/languages/index.ts';
import { markdown } from '../documents/languages/markdown.ts';
import { planFor, type Files, type Page, type Plan } from '../documents/plan.ts';

/** Looks through the documents at `path`, one or a folder of them. Throws `cannotRead`. */
export async function findMissing(path: string): Promise<Plan<string>> {
	const isFolder = await reading(path, async () => (await stat(path)).isDirectory());
	const root = await reading(path, () => realpath(isFolder ? path : dirname(resolve(path))));
	return await planFor(pagesOf(isFolder ? await documentsBelow(path) : [path]), filesBelow(root));
}

/** Bytes of the longest document that is read. */
const longestDocument = 4 << 20;

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
	return await read().catch((error: unknown) => {
		throw cannotRead(path, error);
	});
}

async function* pagesOf(documents: readonly string[]): AsyncGenerator<Page<string>> {
	for (const document of documents) {
		const text = new TextDecoder().decode(await readWhole(document, longestDocument));
		// A document that someone names is read, whatever its name ends with.
		yield { document, language: languageOfFile(document) ?? markdown, text };
	}
}

function filesBelow(root: string): Files<string> {
	return {
		at: (document, path) => join(dirname(document), path),
		keyOf: file => resolve(file),
		exists: async file => (await stat(file).catch(() => undefined)) !== undefined,
		async reasonToLeave(file) {
			if (!(await liesBelow(root, resolve(file)))) return 'it lies outside the folder';
			const trouble = await lstat(file).then(() => 'a link that leads nowhere', codeOf);
			return trouble === 'ENOENT' ? undefined : `there can be no file of this name (${trouble})`;
		},
	};
}

/** Folders of other people's work, and of what programs make. */
const passedFolders = /^(\..*|node_modules|bower_components|vendor|dist|build|out|target|__pycache__)$/;

async function documentsBelow(folder: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await reading(folder, () => readdir(folder, { withFileTypes: true }))) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !passedFolders.test(entry.name)) found.push(...(await documentsBelow(path)));
		else if (entry.isFile() && languageOfFile(entry.name) && (await stat(path)).size <= longestDocument)
			found.push(path);
	}
	return found.sort();
}

/** Whether the nearest folder that exists above `file`, links resolved, lies in `root`. */
async function liesBelow(root: string, file: string): Promise<boolean> {
	for (let folder = dirname(file); ; folder = dirname(folder)) {
		const real = await realpath(folder).catch(() => undefined);
		if (real === undefined && folder !== dirname(folder)) continue;
		const way = relative(root, join(real ?? folder, relative(folder, file)));
		return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) !== way;
	}
}
