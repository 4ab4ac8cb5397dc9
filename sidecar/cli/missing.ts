// Pictures that documents show and that are not there: found below a folder, or in one document.
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { readWhole } from '../files/read.ts';
import { cannotRead, codeOf } from '../files/trouble.ts';
import { Recipe } from '../protocol/recipe.ts';
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
	const isFolder = await reading(path, async () => (await stat(path)).isDirectory());
	const root = await reading(path, () => realpath(isFolder ? path : dirname(resolve(path))));
	return await plan(root, isFolder ? await documentsBelow(path) : [path]);
}

/** Bytes of the longest document that is read. */
const longestDocument = 4 << 20;

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
	return await read().catch((error: unknown) => {
		throw cannotRead(path, error);
	});
}

async function plan(root: string, documents: readonly string[]): Promise<Plan> {
	const missing = new Map<string, Missing>();
	const passedOver: Plan['passedOver'][number][] = [];
	for (const document of documents) {
		const text = new TextDecoder().decode(await readWhole(document, longestDocument));
		for (const link of pictureLinks(text).filter(isLocalPicture)) {
			const file = join(dirname(document), link.path);
			if (await exists(file)) continue;
			const why = await reasonToLeave(root, resolve(file), link);
			if (why !== undefined) passedOver.push({ link: link.path, document, why });
			else if (!missing.has(resolve(file))) missing.set(resolve(file), { ...link, file, document });
		}
	}
	return { missing: [...missing.values()], passedOver };
}

/** Why the picture is not drawn; undefined where it can be. */
async function reasonToLeave(root: string, file: string, { path, alt }: PictureLink): Promise<string | undefined> {
	if (/[\\\p{Cc}]/u.test(path)) return 'its path has a backslash or a control character';
	if (!(await liesBelow(root, file))) return 'it lies outside the folder';
	const trouble = await lstat(file).then(() => 'a link that leads nowhere', codeOf);
	if (trouble !== 'ENOENT') return `there can be no file of this name (${trouble})`;
	if (alt === '') return 'it has no alternative text to draw from';
	return Recipe.shape.prompt.safeParse(alt).success ? undefined : 'its alternative text is too long to draw from';
}

async function documentsBelow(folder: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await reading(folder, () => readdir(folder, { withFileTypes: true }))) {
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
