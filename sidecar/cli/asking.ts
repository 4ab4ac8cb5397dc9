// The command line's sidecar: started for one command, ended after it.
import { delimiter, join, resolve } from 'node:path';
import { usualRestarts } from '../client/restarts.ts';
import { startSidecar, type Sidecar } from '../client/sidecar.ts';
import { fail } from '../protocol/failure.ts';
import type { LogParams, ModelCard } from '../protocol/methods.ts';
import { portableName } from '../protocol/names.ts';
import { limnVersion } from '../version.ts';

/** Milliseconds a cancelled job may take to stop. */
const patience = 5000;

/** Folders of models: those of `LIMN_MODELS`, and those named for this command. */
export function modelFolders(more: readonly string[]): string[] {
	const listed = (process.env['LIMN_MODELS'] ?? '').split(delimiter).filter(folder => folder !== '');
	return [...new Set([...listed, ...more].map(folder => resolve(folder)))];
}

export interface Asking {
	readonly folders: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly onLog: (log: LogParams) => void;
}

/** Runs `work` with a sidecar of its own. */
export async function withSidecar<Result>(
	asking: Asking,
	work: (sidecar: Sidecar) => Promise<Result>,
): Promise<Result> {
	const sidecar = startSidecar({
		entry: join(import.meta.dirname, 'sidecar.cjs'),
		client: `limn ${limnVersion(import.meta.dirname)}`,
		modelFolders: () => asking.folders,
		findModels: () => true,
		env: asking.env,
		restarts: usualRestarts,
		patience,
		onStatus: () => {},
		onLog: asking.onLog,
		onEnd: () => {},
	});
	try {
		return await work(sidecar);
	} finally {
		await sidecar.shutdown();
	}
}

/** Logs of no interest to someone at a prompt. */
export const quiet: Pick<Asking, 'env' | 'onLog'> = { env: {}, onLog: () => {} };

/** The folders to search for a wish: a model named by its path is a root of its own. */
export function foldersFor(model: string | undefined): string[] {
	return modelFolders(model !== undefined && /[/\\]|^\.{1,2}$|\.safetensors$/i.test(model) ? [model] : []);
}

/** The card of the wished model: by id, path or portable name; the built-in one (or else the first) without a wish. */
export async function cardFor(sidecar: Sidecar, wish: string | undefined, signal: AbortSignal): Promise<ModelCard> {
	const { models, refused } = await sidecar.modelsList(signal);
	const card = wish === undefined ? models[0] : models.find(({ id }) => isNamed(id, wish));
	if (card) return card;
	const trouble = refused.find(({ file }) => wish !== undefined && isNamed(file, wish));
	const absent = trouble?.failure.kind === 'cannotRead' && trouble.failure.why === 'missing';
	if (trouble && !absent) throw fail(trouble.failure);
	throw fail({ kind: 'modelMissing', model: wish ?? 'the built-in one', known: models.map(({ id }) => id) });
}

function isNamed(id: string, wish: string): boolean {
	return id === wish || id === resolve(wish) || portableName(id) === wish;
}
