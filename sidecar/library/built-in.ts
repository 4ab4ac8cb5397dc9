// The built-in models, and where they lie: beside the bundle's folder, in a checkout and in the package alike.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A model that Limn brings along. */
export interface BuiltIn {
	/** What a recipe calls it. */
	readonly id: string;
	/** Its folder, or its file. */
	readonly path: string;
}

/** Below `models/`; the first is the one to draw with where nobody names another. */
const places: readonly BuiltIn[] = [
	{ id: 'sketch', path: 'sketch/checkpoint' },
	{ id: 'textures', path: 'dcgan/checkpoint/textures.safetensors' },
];

/** Those that are there, seen from the folder that this program runs in (`dist/` or `sidecar/library/`). */
export function builtInModels(here: string): readonly BuiltIn[] {
	return places.flatMap(({ id, path }) => {
		const found = ['..', '../..'].map(up => join(here, up, 'models', ...path.split('/'))).find(existsSync);
		return found === undefined ? [] : [{ id, path: found }];
	});
}
