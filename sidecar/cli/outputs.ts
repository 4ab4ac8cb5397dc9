// Where pictures of a command go: names, formats, and a look before the work whether they can be written.
import { access, constants, lstat, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { cannotWrite, codeOf } from '../files/trouble.ts';
import { formatOf as namedBy, pictureFormats, type PictureFormat } from '../protocol/picture.ts';
import { bad } from './values.ts';

/** `a.png` for one picture; `a-1.png`, `a-2.png` … for several. Throws `badRecipe` where `out` names no file. */
export function outputNames(out: string, count: number): string[] {
	if (out === '' || out.endsWith('/') || out.endsWith(sep)) throw bad('output', 'must be the name of a file');
	if (count === 1) return [out];
	const end = extname(out);
	const stem = join(dirname(out), basename(out, end));
	return Array.from({ length: count }, (_, i) => `${stem}-${i + 1}${end}`);
}

/** The format that was asked for, or that the name ends with. */
export function formatOf(asked: PictureFormat | undefined, out: string): PictureFormat {
	const format = asked ?? namedBy(out);
	if (!format)
		throw bad('format', `is unknown: name a file that ends in ${pictureFormats.join(', ')}, or give --format`);
	return format;
}

/** Throws `cannotWrite` when a file exists already or its folder cannot be written to: better now than after the work. */
export async function refuseUnwritable(files: readonly string[]): Promise<void> {
	for (const file of files) {
		try {
			const folder = await stat(dirname(file));
			if (!folder.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
			await access(dirname(file), constants.W_OK);
			await lstat(file);
		} catch (error) {
			const missing = codeOf(error) === 'ENOENT';
			if (missing && (await stat(dirname(file)).catch(() => undefined))) continue;
			throw cannotWrite(file, error);
		}
		throw cannotWrite(file, Object.assign(new Error('file exists'), { code: 'EEXIST' }));
	}
}
