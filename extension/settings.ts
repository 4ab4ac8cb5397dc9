// The user's settings as one frozen object: the edge where VS Code's configuration enters.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { workspace, type ConfigurationScope } from 'vscode';
import { z } from 'zod';
import { fail } from '../sidecar/protocol/failure.ts';
import { DeviceWish, PictureFormat } from '../sidecar/protocol/picture.ts';

const Settings = z.object({
	/** What to run on; `auto` takes the best device that passes its self-test. */
	device: DeviceWish,
	/** A model's id or name; empty means the first model there is. */
	model: z.string(),
	/** Folders to look for models in. */
	modelFolders: z.array(z.string()),
	/** Whether to look for models where other programs keep theirs. */
	findModels: z.boolean(),
	/** The format of new files whose name does not say. */
	format: PictureFormat,
	/** Sampling steps; 0 means the model's own. */
	steps: z.int().min(0).max(1000),
	/** Whether a document's first line says how many pictures are missing. */
	countMissing: z.boolean(),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

/** The settings as they are for `scope`, a document or a folder. Throws `badRecipe` for a value that none may have. */
export function settingsFor(scope: ConfigurationScope | undefined): Settings {
	const configuration = workspace.getConfiguration('limn', scope);
	const read = Settings.safeParse(
		Object.fromEntries(Object.keys(Settings.shape).map(name => [name, configuration.get(name)])),
	);
	if (read.success) return Object.freeze(read.data);
	const [issue] = read.error.issues;
	throw fail({ kind: 'badRecipe', field: `setting limn.${issue?.path.join('.')}`, why: `is wrong: ${issue?.message}` });
}

/** The model folders, `~` spelled out. Lines that are not text are left out: the Settings editor marks them. */
export function modelFolders(): readonly string[] {
	const lines = workspace.getConfiguration('limn').get<unknown>('modelFolders');
	return (Array.isArray(lines) ? lines : [])
		.filter(line => typeof line === 'string' && line !== '')
		.map((line: string) => (/^~[/\\]/.test(line) ? join(homedir(), line.slice(2)) : line));
}

/** Whether to look for models where other programs keep theirs. */
export const findModels = (): boolean => workspace.getConfiguration('limn').get('findModels') !== false;
