// What a model is called where its path must not be: in a picture file, and when it is looked for on another machine.

/** `org/name` for a snapshot of Hugging Face's cache, else the folder's own name, or the file's without its ending. */
export function portableName(path: string): string {
	const [name = path, above = '', repository = ''] = path.split(/[\\/]/).reverse();
	const parts = above === 'snapshots' ? repository.split('--') : [];
	return parts[0] === 'models' && parts.length >= 2 ? parts.slice(1).join('/') : name.replace(/\.safetensors$/i, '');
}
