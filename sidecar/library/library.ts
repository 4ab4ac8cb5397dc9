// The models at hand: found, recognised by a family, opened once.
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { Family, ImageModel, ModelFolder } from '../../models/family.ts';
import { fail, failureOf, type Failure, type FailureError } from '../protocol/failure.ts';
import type { ModelCard, ModelsListResult } from '../protocol/methods.ts';
import { Recent } from '../recent.ts';
import { openFolder } from './folder.ts';
import { weightsHash } from './hash.ts';
import { builtInId, portableName } from './names.ts';
import { refusalOf, search } from './search.ts';

/** An opened model and what names it. */
export interface Opened {
	readonly model: ImageModel;
	/** With the id, name and built-in mark that this library gives. */
	readonly card: ModelCard;
	/** The name that a picture file may carry. */
	readonly portable: string;
	/** First ten hex digits of its weights' SHA-256; they are read once, on the first call. */
	hash(): Promise<string>;
}

export class Library {
	readonly #families: readonly Family[];
	readonly #builtIn: string | undefined;
	readonly #opened = new Recent<Opened>(8);
	#roots: readonly string[] = [];

	/** `builtIn`: the built-in model's folder, if there is one. */
	constructor(families: readonly Family[], builtIn: string | undefined) {
		this.#families = families;
		this.#builtIn = builtIn;
	}

	/** Folders to search from now on. */
	lookIn(roots: readonly string[]): void {
		this.#roots = roots;
	}

	/** Every model that opens, and every file that looks like one and does not, with the reason. */
	async list(): Promise<ModelsListResult> {
		const found = await search(this.#roots);
		const folders = [...new Set([...(this.#builtIn ? [this.#builtIn] : []), ...found.folders])];
		const models: ModelCard[] = [];
		const refused: { file: string; failure: Failure }[] = [...found.refused];
		for (const folder of folders) {
			try {
				models.push((await this.#openAt(folder)).card);
			} catch (error) {
				refused.push({ file: folder, failure: failureOf(error) });
			}
		}
		return { models, refused };
	}

	/** Opens the model that a recipe names: `sketch`, a folder's path, or the name of a folder among the roots. */
	async open(id: string): Promise<Opened> {
		if (id === builtInId && this.#builtIn) return await this.#openAt(this.#builtIn);
		if (isAbsolute(id)) return await this.#openPath(resolve(id));
		const { folders } = await search(this.#roots);
		const named = folders.find(folder => portableName(folder) === id);
		if (named) return await this.#openAt(named);
		throw this.#missing(id, folders);
	}

	/** Forgets what is open; the files are looked at anew. */
	forget(): void {
		this.#opened.clear();
	}

	async #openPath(path: string): Promise<Opened> {
		const kind = await stat(path).catch(() => undefined);
		if (kind === undefined) throw this.#missing(path, (await search(this.#roots)).folders);
		if (kind.isDirectory()) return await this.#openAt(path);
		throw fail({ kind: 'modelRefused', file: path, why: refusalOf(path) });
	}

	#openAt(path: string): Promise<Opened> {
		return this.#opened.get(path, async () => {
			const folder = await openFolder(path);
			const model = await (await this.#familyOf(folder)).open(folder);
			return { model, ...this.#names(folder, model) };
		});
	}

	async #familyOf(folder: ModelFolder): Promise<Family> {
		for (const family of this.#families) if (await family.recognises(folder)) return family;
		const why = folder.files.includes('model_index.json')
			? 'its model_index.json names a kind of model that Limn does not know yet'
			: 'it holds no model_index.json, so it is not the folder of a diffusers model';
		throw fail({ kind: 'modelRefused', file: folder.path, why });
	}

	#names(folder: ModelFolder, model: ImageModel): Omit<Opened, 'model'> {
		const builtIn = folder.path === this.#builtIn;
		const id = builtIn ? builtInId : folder.path;
		const card = { ...model.card, id, builtIn, defaults: { ...model.card.defaults, model: id } };
		let hash: Promise<string> | undefined;
		return {
			card,
			portable: builtIn ? builtInId : portableName(folder.path),
			hash: () => (hash ??= weightsHash(folder).then(hex => hex.slice(0, 10))),
		};
	}

	#missing(model: string, folders: readonly string[]): FailureError {
		return fail({ kind: 'modelMissing', model, known: [...(this.#builtIn ? [builtInId] : []), ...folders] });
	}
}
