// Paths that a manifest names: only plain ones, and only inside its own folder, links resolved.
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fail } from '../protocol/failure.ts';

/** Throws `badRecipe` unless the path is plain: names with slashes between, none hidden, none that a system reserves. */
export function refuseUnsafe(path: string): void {
	const why = trouble(path);
	if (why !== undefined) throw fail({ kind: 'badRecipe', field: 'path', why: `“${path}” ${why}` });
}

function trouble(path: string): string | undefined {
	const names = path.split('/');
	if (path.length > 300) return 'is longer than 300 characters';
	if (names.some(name => name === '')) return 'must be relative, without an empty name';
	if (names.some(name => name.startsWith('.'))) return 'must not lead upwards or into a hidden folder';
	if (names.some(name => !/^[\p{L}\p{N}_ ()+,@=~-][\p{L}\p{N}\p{M}_ ().+,@=~-]*$/u.test(name)))
		return 'must be made of letters, digits, blanks and -_.()+,@=~ with slashes between';
	if (names.some(name => /[. ]$/.test(name))) return 'has a name that ends in a dot or a blank';
	if (names.some(name => /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *(\.|$)/i.test(name)))
		return 'has a name that Windows keeps for itself';
	if (names.some(name => name.toLowerCase() === 'node_modules')) return 'lies in a folder that is not yours';
	return undefined;
}

/** The same for two paths that some file system takes for one: capitals and the two ways to write an accent are alike. */
export function folded(path: string): string {
	return path.normalize('NFC').toLowerCase();
}

/** Gives where a safe path lies on disk. Throws `badRecipe` where a link on the way leads out of the folder. */
export type Inside = (path: string) => Promise<string>;

/** Paths inside of `root`. Folders are looked at once, so it is made anew for each run. */
export function insideOf(root: string): Inside {
	const realRoot = realpath(root);
	const folders = new Map<string, Promise<string>>();
	return async path => {
		refuseUnsafe(path);
		const file = join(root, path);
		const folder = dirname(file);
		const known = folders.get(folder) ?? realFolder(folder);
		folders.set(folder, known);
		const isLink = await lstat(file).then(
			found => found.isSymbolicLink(),
			() => false,
		);
		const real = isLink ? await realpath(file).catch(() => sep) : join(await known, basename(file));
		if (liesIn(await realRoot, real)) return file;
		throw fail({ kind: 'badRecipe', field: 'path', why: `“${path}” leads out of the manifest’s folder by a link` });
	};
}

function liesIn(root: string, path: string): boolean {
	return resolve(path).startsWith(root + (root.endsWith(sep) ? '' : sep));
}

/** The folder with links resolved, as far as it exists. */
async function realFolder(folder: string): Promise<string> {
	const real = await realpath(folder).catch(() => undefined);
	if (real !== undefined || dirname(folder) === folder) return real ?? folder;
	return join(await realFolder(dirname(folder)), basename(folder));
}
