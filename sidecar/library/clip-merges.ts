// CLIP's merges as Limn ships them: beside the bundle's folder, in a checkout and in the package alike.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codeOf } from '../files/trouble.ts';
import { fail } from '../protocol/failure.ts';

/** The text of the merges file, seen from the folder that this program runs in (`dist/` or `sidecar/library/`). */
export async function readMerges(here: string): Promise<string> {
	for (const up of ['..', '../..']) {
		const packed = await readFile(join(here, up, 'models', 'text', 'clip', 'merges.txt.gz')).catch((error: unknown) => {
			if (codeOf(error) === 'ENOENT') return undefined;
			throw error;
		});
		if (packed) return (await promisify(gunzip)(packed)).toString('utf8');
	}
	throw fail({ kind: 'internal', detail: 'CLIP’s merges are missing from this installation' });
}
