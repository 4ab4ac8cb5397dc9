// Where other programs keep their models: looked into without being asked, where they exist.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders that exist among the usual ones. */
export async function usualPlaces(environment: NodeJS.ProcessEnv, home: string): Promise<string[]> {
	const found = await Promise.all(
		candidates(environment, home).map(async folder => {
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
		...webuis.map(folder => join(home, folder, 'models', 'Stable-diffusion')),
		...comfies.flatMap(folder => ['checkpoints', 'diffusers'].map(kind => join(folder, 'models', kind))),
	];
}
