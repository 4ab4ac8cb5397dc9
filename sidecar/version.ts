// Limn's own version, from the package.json above this program: in a checkout and in the package alike.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `here`: the folder that the program runs in. */
export function limnVersion(here: string): string {
	const file = ['..', '../..'].map(up => join(here, up, 'package.json')).find(path => existsSync(path));
	const { version } = file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }) : { version: 'unknown' };
	return version;
}
