// Finds the weights of one network in a diffusers folder: safetensors, whole, in half precision or in shards.
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder, WeightFile } from '../family.ts';
import { readConfig } from './configs.ts';

const ShardIndex = z.object({
	weight_map: z.record(z.string(), z.string().regex(/^[^/\\]+\.safetensors$/, 'names a shard outside its folder')),
});

/**
 * The weight files of the network in `directory` whose files are called `base`. Full precision is preferred to half.
 * Throws `modelRefused` where there are only pickles, `modelBroken` where there is nothing.
 */
export async function findWeights(
	folder: ModelFolder,
	directory: string,
	base: string,
): Promise<readonly WeightFile[]> {
	for (const stem of [base, `${base}.fp16`]) {
		const whole = `${directory}/${stem}.safetensors`;
		if (folder.files.includes(whole)) return [await folder.weights(whole)];
		for (const index of [
			`${directory}/${stem}.safetensors.index.json`,
			`${directory}/${base}.safetensors.index.${variant(stem)}json`,
		]) {
			if (folder.files.includes(index)) return shards(folder, directory, index);
		}
	}
	const here = folder.files.filter(file => file.startsWith(`${directory}/`));
	const pickle = here.find(file => /\.(bin|ckpt|pt|pth)$/.test(file));
	if (pickle) throw fail({ kind: 'modelRefused', file: `${folder.path}/${pickle}`, why: pickleWhy });
	throw fail({ kind: 'modelBroken', file: `${folder.path}/${directory}/${base}.safetensors`, why: 'it is missing' });
}

const pickleWhy =
	'it is a pickle, and opening a pickle runs the code inside it; get the .safetensors of the same model, or convert it ' +
	'with its own tools';

/** transformers writes `model.safetensors.index.fp16.json`. */
const variant = (stem: string): string => (stem.endsWith('.fp16') ? 'fp16.' : '');

async function shards(folder: ModelFolder, directory: string, index: string): Promise<readonly WeightFile[]> {
	const { weight_map: map } = await readConfig(folder, index, ShardIndex);
	const names = [...new Set(Object.values(map))];
	const broken = (file: string, why: string) => fail({ kind: 'modelBroken', file: `${folder.path}/${file}`, why });
	const missing = names.find(name => !folder.files.includes(`${directory}/${name}`));
	if (names.length === 0) throw broken(index, 'it names no shards');
	if (missing) throw broken(`${directory}/${missing}`, 'it is missing');
	const files = await Promise.all(names.map(name => folder.weights(`${directory}/${name}`)));
	if (files.some(file => file.directory !== files[0].directory))
		throw broken(index, 'its shards lie in different folders');
	return files;
}
