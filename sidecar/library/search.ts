// Looks through folders for models: diffusers folders, weight files, and files that can never be opened.
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { cannotRead, codeOf } from '../files/trouble.ts';
import type { Failure } from '../protocol/failure.ts';
import { beside } from './file.ts';

export interface Found {
	/** Folders with a model_index.json. */
	readonly folders: readonly string[];
	/** `.safetensors` files outside those, but for autoencoders that belong to the checkpoint beside them. */
	readonly files: readonly string[];
	readonly refused: readonly { readonly file: string; readonly failure: Failure }[];
}

/** Levels below a model folder's own; Hugging Face's cache needs three: models--org--name/snapshots/REVISION. */
const deepest = 4;

/** Searches every root, a folder or a single file; one that cannot be read is among the refused. */
export async function search(roots: readonly string[]): Promise<Found> {
	const folders = new Set<string>();
	const files = new Set<string>();
	const refused: { file: string; failure: Failure }[] = [];
	for (const root of roots) {
		const kind = await stat(root).catch(() => undefined);
		if (!kind?.isFile()) await look(root, []);
		else if (isWeightFile(root)) files.add(root);
		// Whoever names a file is told about it, whatever it is.
		else refused.push({ file: root, failure: { kind: 'modelRefused', file: root, why: refusalOf(root) } });
	}
	const owned = new Set([...files].map(file => beside(file).vae));
	return { folders: [...folders], files: [...files].filter(file => !owned.has(file)), refused };

	/** `above`: the folders on the way here, links resolved: a link to one of them is a circle. */
	async function look(folder: string, above: readonly string[]): Promise<void> {
		let entries: Dirent[];
		let real: string;
		try {
			real = await realpath(folder);
			if (above.includes(real)) return;
			entries = await readdir(folder, { withFileTypes: true });
		} catch (error) {
			refused.push({ file: folder, failure: unreadable(folder, error) });
			return;
		}
		if (entries.some(({ name }) => name === 'model_index.json')) {
			folders.add(folder);
			return;
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = join(folder, entry.name);
			const kind = entry.isSymbolicLink() ? await stat(path).catch(() => entry) : entry;
			if (kind.isFile()) sort(path);
			else if (kind.isDirectory() && above.length < deepest && !passedOver.test(entry.name))
				await look(path, [...above, real]);
		}
	}

	function sort(file: string): void {
		const why = refusals[extname(file).toLowerCase()];
		if (isWeightFile(file)) files.add(file);
		else if (why) refused.push({ file, failure: { kind: 'modelRefused', file, why } });
	}
}

/** Whether a file by its name may be a checkpoint. */
export const isWeightFile = (path: string): boolean => extname(path).toLowerCase() === '.safetensors';

/** Why a file is not opened. */
export function refusalOf(path: string): string {
	return refusals[extname(path).toLowerCase()] ?? 'it is a file that holds no model';
}

const pickle =
	'it is a Python pickle, and opening one can run any code that it holds; get the .safetensors of the same model';
const refusals: Readonly<Record<string, string>> = {
	'.ckpt': pickle,
	'.pt': pickle,
	'.pth': pickle,
	'.bin': pickle,
	'.gguf': 'it is a GGUF file; get the .safetensors of the same model',
	'.onnx': 'it is an ONNX file; get the .safetensors of the same model',
};

/** Hidden folders, packages, and what Hugging Face's cache keeps beside its snapshots. */
const passedOver = /^(\..*|node_modules|blobs|refs|__pycache__)$/;

function unreadable(folder: string, error: unknown): Failure {
	if (codeOf(error) !== 'ENOTDIR') return cannotRead(folder, error).failure;
	return { kind: 'modelRefused', file: folder, why: refusalOf(folder) };
}
