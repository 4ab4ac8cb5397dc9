// Pictures that documents show and that are not there: found below a folder, or in one document.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { cannotRead } from '../files/trouble.ts';
import { isLocalPicture, pictureLinks, type PictureLink } from './links.ts';

/** A picture to make. */
export interface Missing extends PictureLink {
	/** Where it must lie. */
	readonly file: string;
	readonly document: string;
}

export interface Plan {
	readonly missing: readonly Missing[];
	/** Pictures that are not there either, and why they are left alone. */
	readonly passedOver: readonly { readonly link: string; readonly document: string; readonly why: string }[];
}

/** Looks through the Markdown at `path`, a document or a folder. Throws `cannotRead`. */
export async function findMissing(path: string): Promise<Plan> {
	try {
		const isFolder = (await stat(path)).isDirectory();
		const root = await realpath(isFolder ? path : dirname(resolve(path)));
		const documents = isFolder ? await documentsBelow(path) : [path];
		return await plan(root, documents);
	} catch (error) {
		throw cannotRead(path, error);
	}
}

async function plan(root: string, documents: readonly string[]): Promise<Plan> {
	const missing = new Map<string, Missing>();
	const passedOver: Plan['passedOver'][number][] = [];
	for (const document of documents) {
		for (const link of pictureLinks(await readFile(document, 'utf8')).filter(isLocalPicture)) {
			const file = join(dirname(document), link.path);
			if (await exists(file)) continue;
			const leave = (why: string) => passedOver.push({ link: link.path, document, why });
			if (!(await liesBelow(root, resolve(file)))) leave('it lies outside the folder');
			else if (link.alt === '') leave('it has no alternative text to draw from');
			else if (!missing.has(resolve(file))) missing.set(resolve(file), { ...link, file, document });
		}
	}
	return { missing: [...missing.values()], passedOver };
}

async function documentsBelow(folder: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name)) found.push(...(await documentsBelow(path)));
		else if (entry.isFile() && ['.md', '.markdown', '.mdx'].includes(extname(entry.name).toLowerCase()))
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

async function exists(file: string): Promise<boolean> {
	return (await stat(file).catch(() => undefined)) !== undefined;
}
