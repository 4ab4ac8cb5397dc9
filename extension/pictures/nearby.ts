// The pictures that a recipe names by their hashes, looked for beside the picture that carries it.
import { FileType, Uri, workspace } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { GenerateParams } from '../../sidecar/protocol/methods.ts';
import { formatOf } from '../../sidecar/protocol/picture.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { hashOf } from '../studio/start.ts';

/** Files that are looked at, and bytes of the largest. */
const most = 500;
const largest = 64 << 20;

/** The bytes of every picture that the recipe begins from or is guided by. Throws `badRecipe` where one is not there. */
export async function givenFor(
	{ start, controls = [] }: Partial<Recipe>,
	file: Uri,
): Promise<Pick<GenerateParams, 'start' | 'mask' | 'controls'>> {
	const hashes = [start?.picture, start?.mask, ...controls.map(({ picture }) => picture)];
	const wanted = new Set(hashes.filter(hash => hash !== undefined));
	if (wanted.size === 0) return {};
	const found = await picturesNamed(wanted, Uri.joinPath(file, '..'));
	const bytesOf = (hash: string): Uint8Array => {
		const bytes = found.get(hash);
		if (bytes) return bytes;
		const why = `names a picture (SHA-256 ${hash.slice(0, 10)}…) that is not in this folder; put it there`;
		throw fail({ kind: 'badRecipe', field: 'recipe', why });
	};
	return {
		...(start && { start: bytesOf(start.picture) }),
		...(start?.mask && { mask: bytesOf(start.mask) }),
		...(controls.length > 0 && { controls: controls.map(({ picture }) => bytesOf(picture)) }),
	};
}

async function picturesNamed(wanted: ReadonlySet<string>, folder: Uri): Promise<ReadonlyMap<string, Uint8Array>> {
	const found = new Map<string, Uint8Array>();
	const entries = await workspace.fs.readDirectory(folder);
	const pictures = entries.filter(([name, type]) => (type & FileType.File) !== 0 && formatOf(name)).slice(0, most);
	for (const [name] of pictures) {
		if (found.size === wanted.size) break;
		const picture = Uri.joinPath(folder, name);
		if ((await workspace.fs.stat(picture)).size > largest) continue;
		const bytes = await workspace.fs.readFile(picture);
		const hash = hashOf(bytes);
		if (wanted.has(hash)) found.set(hash, bytes);
	}
	return found;
}
