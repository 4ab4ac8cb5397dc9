// What a model is called where its path must not be: in a picture file, and when it is looked for on another machine.
import { basename, dirname } from 'node:path';

/** `org/name` for a snapshot of Hugging Face's cache, else the folder's own name, or the file's without its ending. */
export function portableName(path: string): string {
	const repository = basename(dirname(dirname(path)));
	const parts = basename(dirname(path)) === 'snapshots' ? repository.split('--') : [];
	return parts[0] === 'models' && parts.length >= 2
		? parts.slice(1).join('/')
		: basename(path).replace(/\.safetensors$/i, '');
}
