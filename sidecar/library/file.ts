// A checkpoint in one file on disk, with what may lie beside it: another autoencoder, and settings.
import { generatorFolder } from '../../models/dcgan/folder.ts';
import type { ModelFolder } from '../../models/family.ts';
import { singleFileFolder, type SingleFile } from '../../models/single-file/folder.ts';
import { classify, type KindId } from '../../models/weights/classify.ts';
import { codeOf } from '../files/trouble.ts';
import { readMerges } from './clip-merges.ts';
import { reading, readText } from './folder.ts';
import { readHeader } from './header.ts';

/** Looks at a `.safetensors` file as at a model's folder. Throws `modelRefused` with what else it is, or `modelBroken`. */
export async function openFile(path: string): Promise<ModelFolder> {
	const { vae, settings } = beside(path);
	const weights = await reading(path, () => readHeader(path));
	const folder = folders[classify(weights).id] ?? singleFileFolder;
	return folder({
		path,
		weights,
		vae: await reading(vae, () => ifThere(readHeader(vae))),
		settings: await reading(settings, () => ifThere(readText(settings))),
		merges: () => readMerges(import.meta.dirname),
	});
}

/** How a file is seen that is no Stable Diffusion checkpoint. */
const folders: Partial<Record<KindId, (file: SingleFile) => ModelFolder>> = { dcgan: generatorFolder };

/** The files that belong to a checkpoint by their names; A1111's convention for the autoencoder. */
export function beside(checkpoint: string): { readonly vae: string; readonly settings: string } {
	const stem = checkpoint.replace(/\.safetensors$/i, '');
	return { vae: `${stem}.vae.safetensors`, settings: `${stem}.limn.json` };
}

/** What was read; undefined where there is no such file. */
export async function ifThere<Read>(read: Promise<Read>): Promise<Read | undefined> {
	return await read.catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	});
}
