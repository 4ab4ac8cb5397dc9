// A model by its weights: the SHA-256 that A1111 shows the first ten digits of.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFolder } from '../../models/family.ts';

/** Hex SHA-256 of a checkpoint in one file; of a folder's UNet files in order of name, or of all its weights. */
export async function weightsHash(folder: ModelFolder): Promise<string> {
	const whole = (await stat(folder.path)).isFile();
	const hash = createHash('sha256');
	for (const file of whole ? [folder.path] : filesOf(folder)) {
		for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
	}
	return hash.digest('hex');
}

function filesOf({ path, files }: ModelFolder): string[] {
	const weights = files.filter(file => file.endsWith('.safetensors'));
	const unet = weights.filter(file => file.startsWith('unet/'));
	return (unet.length > 0 ? unet : weights).map(file => join(path, file));
}
