// Where other programs keep their models: looked into without being asked, where they exist.
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The folders that exist among the usual ones. */
export async function usualPlaces(environment: NodeJS.ProcessEnv, home: string): Promise<string[]> {
	return await existing(candidates(environment, home));
}

/** Those that are folders. */
async function existing(folders: readonly string[]): Promise<string[]> {
	const found = await Promise.all(
		folders.map(async folder => {
			// What cannot be looked at is not there for us.
			const kind = await stat(folder).catch(() => undefined);
			return kind?.isDirectory() ? [folder] : [];
		}),
	);
	return found.flat();
}

/** Hugging Face's cache by its own variables, then A1111's, Forge's and ComfyUI's folders below the home folder. */
export function candidates(environment: NodeJS.ProcessEnv, home: string): string[] {
	const { HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME, COMFYUI_PATH } = environment;
	const cache = HF_HUB_CACHE || join(HF_HOME || join(XDG_CACHE_HOME || join(home, '.cache'), 'huggingface'), 'hub');
	const webuis = ['stable-diffusion-webui', 'stable-diffusion-webui-forge', 'stable-diffusion-webui-reForge'];
	const comfies = [
		...(COMFYUI_PATH ? [COMFYUI_PATH] : []),
		...['ComfyUI', 'comfy/ComfyUI', 'Documents/ComfyUI'].map(folder => join(home, folder)),
	];
	return [
		cache,
		...webuis.flatMap(folder => ofWebui.map(kind => join(home, folder, kind))),
		...comfies.flatMap(folder => ofComfy.map(kind => join(folder, 'models', kind))),
	];
}

const ofWebui = [
	'models/Stable-diffusion',
	'models/Lora',
	'models/LyCORIS',
	'models/ControlNet',
	'models/VAE-approx',
	'embeddings',
];
const ofComfy = ['checkpoints', 'diffusers', 'loras', 'controlnet', 'vae_approx', 'embeddings'];

/** Where small decoders for previews lie. */
const ofPreviews = ['VAE-approx', 'vae_approx'];

/** The folders of embeddings among those places. */
export async function embeddingFolders(roots: readonly string[]): Promise<string[]> {
	return (await neighbours(roots)).filter(folder => basename(folder) === 'embeddings');
}

/**
 * Where what is added to a checkpoint lies by A1111's and ComfyUI's customs, seen from each folder or file of checkpoints:
 * the place itself, and those of its neighbours that exist.
 */
export async function neighbours(roots: readonly string[]): Promise<string[]> {
	const found = await Promise.all(
		roots.map(async root => {
			const kind = await stat(root).catch(() => undefined);
			const folder = kind?.isFile() ? dirname(root) : root;
			const beside = [
				'Lora',
				'LyCORIS',
				'loras',
				'ControlNet',
				'controlnet',
				...ofPreviews,
				'embeddings',
				'../embeddings',
			];
			return [root, ...(await existing(beside.map(name => join(folder, '..', name))))];
		}),
	);
	return [...new Set(found.flat())];
}
