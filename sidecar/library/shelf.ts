// What each weight file among the model folders is, looked at once for as long as it and what lies beside it stay.
import { stat } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { ModelFolder } from '../../models/family.ts';
import { failureOf, type Failure } from '../protocol/failure.ts';
import type { ModelCard } from '../protocol/methods.ts';
import { beside, openFile } from './file.ts';

/** The card of a checkpoint, or why the file has none. */
export type Sight = { readonly card: ModelCard } | { readonly failure: Failure };

export class Shelf {
	readonly #describe: (folder: ModelFolder) => Promise<ModelCard>;
	readonly #seen = new Map<string, { readonly stamp: string; readonly sight: Sight }>();

	/** `describe`: what makes the card of a checkpoint. */
	constructor(describe: (folder: ModelFolder) => Promise<ModelCard>) {
		this.#describe = describe;
	}

	/** What each file is, in order. The event loop turns between them. */
	async look(files: readonly string[]): Promise<readonly Sight[]> {
		const sights: Sight[] = [];
		// One by one: several headers read side by side would be parsed in one go, and keep the event loop together.
		for (const file of files) {
			sights.push(await this.#lookAt(file));
			await turn();
		}
		return sights;
	}

	async #lookAt(file: string): Promise<Sight> {
		const stamp = await stampOf(file);
		const known = this.#seen.get(file);
		if (known?.stamp === stamp) return known.sight;
		const sight = await this.#read(file);
		this.#seen.set(file, { stamp, sight });
		return sight;
	}

	async #read(file: string): Promise<Sight> {
		try {
			return { card: await this.#describe(await openFile(file)) };
		} catch (error) {
			return { failure: failureOf(error) };
		}
	}
}

/** Changes when the file does, or its settings, or the autoencoder beside it. */
async function stampOf(file: string): Promise<string> {
	const { vae, settings } = beside(file);
	const stamps = [file, vae, settings].map(async path => {
		// What is not there stays so until it is.
		const found = await stat(path).catch(() => undefined);
		return found ? `${found.mtimeMs} ${found.size}` : '-';
	});
	return (await Promise.all(stamps)).join(', ');
}
