// Looks through folders for models: diffusers folders, and files that look like models but cannot be opened.
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { cannotRead, codeOf } from '../files/trouble.ts';
import type { Failure } from '../protocol/failure.ts';

export interface Found {
	/** Folders with a model_index.json. */
	readonly folders: readonly string[];
	readonly refused: readonly { readonly file: string; readonly failure: Failure }[];
}

/** Levels below a model folder's own; Hugging Face's cache needs three: models--org--name/snapshots/REVISION. */
const deepest = 4;

/** Searches every root; a root that cannot be read is among the refused. */
export async function search(roots: readonly string[]): Promise<Found> {
	const folders = new Set<string>();
	const refused: { file: string; failure: Failure }[] = [];
	for (const root of roots) await look(root, []);
	return { folders: [...folders], refused };

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
			const why = kind.isFile() ? refusals[extname(entry.name).toLowerCase()] : undefined;
			if (why) refused.push({ file: path, failure: { kind: 'modelRefused', file: path, why } });
			else if (kind.isDirectory() && above.length < deepest && !passedOver.test(entry.name))
				await look(path, [...above, real]);
		}
	}
}

/** Why a single file is not opened. */
export function refusalOf(path: string): string {
	return refusals[extname(path).toLowerCase()] ?? 'it is a file, not the folder of a model';
}

const pickle = 'it is a Python pickle, and opening one can run any code that it holds';
const refusals: Readonly<Record<string, string>> = {
	'.ckpt': pickle,
	'.pt': pickle,
	'.pth': pickle,
	'.bin': pickle,
	'.safetensors':
		'it is one part of a model, or a whole one in a single file; Limn needs the folder of a diffusers model, with model_index.json',
	'.gguf': 'it is a GGUF file; Limn needs the folder of a diffusers model, with model_index.json',
	'.onnx': 'it is an ONNX file; Limn needs the folder of a diffusers model, with model_index.json',
};

/** Hidden folders, packages, and what Hugging Face's cache keeps beside its snapshots. */
const passedOver = /^(\..*|node_modules|blobs|refs|__pycache__)$/;

function unreadable(folder: string, error: unknown): Failure {
	if (codeOf(error) !== 'ENOTDIR') return cannotRead(folder, error).failure;
	return { kind: 'modelRefused', file: folder, why: refusalOf(folder) };
}
