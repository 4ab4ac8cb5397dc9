// A generator in one file, seen as a model's folder: its weights, and what it says about itself.
import type { ModelFolder } from '../family.ts';
import type { SingleFile } from '../single-file/folder.ts';

/** The names under which the family finds both. */
export const generatorFile = 'generator.safetensors';
export const limnFile = 'limn.json';

/** The folder of a DCGAN's generator. */
export function generatorFolder({ path, weights, settings }: SingleFile): ModelFolder {
	return {
		path,
		files: [generatorFile, limnFile],
		text: async () => settings ?? '{}',
		weights: async () => weights,
	};
}
