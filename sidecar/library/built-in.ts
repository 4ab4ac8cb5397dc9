// Where the built-in model lies: beside the bundle's folder, in a checkout and in the package alike.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built-in model's folder, seen from the folder that this program runs in (`dist/` or `sidecar/library/`). */
export function builtInFolder(here: string): string | undefined {
	return ['..', '../..']
		.map(up => join(here, up, 'models', 'sketch', 'checkpoint'))
		.find(folder => existsSync(join(folder, 'model_index.json')));
}
