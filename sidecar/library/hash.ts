// A model by its weights: the SHA-256 that A1111 shows the first ten digits of.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ModelFolder } from '../../models/family.ts';

/** Hex SHA-256 of the UNet's weight files in order of name, or of all weights where there is no UNet folder. */
export async function weightsHash({ path, files }: ModelFolder): Promise<string> {
	const weights = files.filter(file => file.endsWith('.safetensors'));
	const unet = weights.filter(file => file.startsWith('unet/'));
	const hash = createHash('sha256');
	for (const file of unet.length > 0 ? unet : weights) {
		for await (const piece of createReadStream(join(path, file))) hash.update(piece as Uint8Array);
	}
	return hash.digest('hex');
}
