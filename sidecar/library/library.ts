// The models at hand: found, recognised by a family, opened once.
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Family, ImageModel, ModelFolder } from '../../models/family.ts';
import { fail, failureOf, type AdditionKind, type Failure, type FailureError } from '../protocol/failure.ts';
import type { ModelCard, ModelsListResult } from '../protocol/methods.ts';
import { Recent } from '../recent.ts';
import { Additions, type FoundAddition } from './additions.ts';
import { openFile } from './file.ts';
import { openFolder } from './folder.ts';
import { weightsHash } from './hash.ts';
import { builtInId, portableName } from './names.ts';
import { isWeightFile, refusalOf, search } from './search.ts';
import { Shelf } from './shelf.ts';

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
	readonly #additions = new Additions();
	readonly #shelf = new Shelf(async folder => (await this.#familyOf(folder)).describe(folder));
	#roots: readonly string[] = [];
	#places: readonly string[] = [];

	/** `builtIn`: the built-in model's folder, if there is one. */
	constructor(families: readonly Family[], builtIn: string | undefined) {
		this.#families = families;
		this.#builtIn = builtIn;
	}

	/**
	 * What to search from now on: folders and files that the user named, and places of other programs, where only what
	 * opens is of interest.
	 */
	lookIn(roots: readonly string[], places: readonly string[]): void {
		this.#roots = roots;
		this.#places = places;
	}

	/** Every model, and every file among the named folders that looks like one and is none, with the reason. */
	async list(): Promise<ModelsListResult> {
		const builtIn = this.#builtIn === undefined ? [] : [this.#builtIn];
		const named = await this.#survey([...builtIn, ...this.#roots]);
		const { models: others } = await this.#survey(this.#places);
		const models = new Map([...named.models, ...others].map(card => [card.id, card]));
		return { models: [...models.values()], refused: named.refused };
	}

	/** Opens the model that a recipe names: `sketch`, a path, or the name of a folder or checkpoint among the roots. */
	async open(id: string): Promise<Opened> {
		if (id === builtInId && this.#builtIn) return await this.#openAt(this.#builtIn);
		if (isAbsolute(id)) return await this.#openPath(resolve(id));
		const { folders, files } = await search([...this.#roots, ...this.#places]);
		const named = [...folders, ...files].find(path => portableName(path) === id);
		if (named) return await this.#openAt(named);
		throw await this.#missing(id);
	}

	/** Finds what a recipe adds to a model, by name. Throws `additionMissing`, `additionRefused`, `modelBroken`. */
	async addition(kind: AdditionKind, name: string): Promise<FoundAddition> {
		return await this.#additions.find(kind, name, [...this.#roots, ...this.#places]);
	}

	/** Every embedding in the folders of embeddings. */
	async embeddings(): Promise<readonly FoundAddition[]> {
		return await this.#additions.embeddings([...this.#roots, ...this.#places]);
	}

	/** Forgets what is open; the files are looked at anew. */
	forget(): void {
		this.#opened.clear();
	}

	/** Folders are opened; of files only the headers are read, for there may be thousands. */
	async #survey(roots: readonly string[]): Promise<ModelsListResult> {
		const { folders, files, refused: never } = await search(roots);
		const models: ModelCard[] = [];
		const refused: { file: string; failure: Failure }[] = [...never];
		for (const folder of folders) {
			try {
				models.push((await this.#openAt(folder)).card);
			} catch (error) {
				refused.push({ file: folder, failure: failureOf(error) });
			}
		}
		for (const [i, sight] of (await this.#shelf.look(files)).entries()) {
			if ('card' in sight) models.push(sight.card);
			else refused.push({ file: files[i], failure: sight.failure });
		}
		return { models, refused };
	}

	async #openPath(path: string): Promise<Opened> {
		const kind = await stat(path).catch(() => undefined);
		if (kind === undefined) throw await this.#missing(path);
		if (kind.isDirectory() || isWeightFile(path)) return await this.#openAt(path);
		throw fail({ kind: 'modelRefused', file: path, why: refusalOf(path) });
	}

	#openAt(path: string): Promise<Opened> {
		return this.#opened.get(path, async () => {
			const folder = (await stat(path)).isFile() ? await openFile(path) : await openFolder(path);
			const model = await (await this.#familyOf(folder)).open(folder, turn);
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

	async #missing(model: string): Promise<FailureError> {
		const { models } = await this.list();
		return fail({ kind: 'modelMissing', model, known: models.map(({ id }) => id) });
	}
}
