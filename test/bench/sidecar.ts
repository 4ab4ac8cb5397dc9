// Starts the built sidecar for a measurement and asks it for pictures.
import { join } from 'node:path';
import { usualRestarts } from '../../sidecar/client/restarts.ts';
import { startSidecar, type JobEvents, type Sidecar } from '../../sidecar/client/sidecar.ts';
import type { GenerateResult } from '../../sidecar/protocol/methods.ts';
import { fillRecipe, type Recipe, type RecipeDefaults } from '../../sidecar/protocol/recipe.ts';

export interface Watched {
	readonly sidecar: Sidecar;
	/** What the process has written to its log so far. */
	readonly log: readonly string[];
}

/** `folders`: where it looks for models and what is added to them. */
export function watchedSidecar(folders: readonly string[]): Watched {
	const log: string[] = [];
	const sidecar = startSidecar({
		entry: join(import.meta.dirname, '../../dist/sidecar.cjs'),
		client: 'limn bench',
		modelFolders: () => folders,
		findModels: () => false,
		env: { LIMN_MEASURE: '1' },
		restarts: usualRestarts,
		patience: 60_000,
		onStatus: () => {},
		onLog: ({ text }) => log.push(text),
		onEnd: () => {},
	});
	return { sidecar, log };
}

/** Asks for one PNG on the processor. */
export function askFor(
	sidecar: Sidecar,
	recipe: Recipe,
	events: JobEvents,
	signal: AbortSignal,
): Promise<GenerateResult> {
	return sidecar.generate({ recipe, count: 1, format: 'png', device: 'cpu' }, events, signal);
}

export const noEvents: JobEvents = { onProgress: () => {}, onPicture: () => {} };
export const never = new AbortController().signal;

/** A recipe for `model` with its own defaults. */
export function recipeFor(defaults: RecipeDefaults, prompt: string, seed: number): Recipe {
	return fillRecipe({ prompt }, defaults, seed);
}

/** Milliseconds of the longest gap of the sidecar's event loop that its log tells of. */
export function longestGap(log: readonly string[]): number {
	const gaps = log.flatMap(text => /longest gap of the event loop: ([\d.]+) ms/.exec(text)?.slice(1) ?? []);
	if (gaps.length === 0) throw new Error(`The sidecar's log tells of no gap:\n${log.join('\n')}`);
	return Math.max(...gaps.map(Number));
}

/** Seconds of wall clock since `start`, which is a `performance.now()`. */
export const secondsSince = (start: number): number => (performance.now() - start) / 1000;
