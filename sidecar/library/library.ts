// The models at hand: found, recognised by a family, opened once.
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Family, Model, ModelFolder, TinyDecoderName } from '../../models/family.ts';
import { fail, failureOf, type AdditionKind, type Failure, type FailureError } from '../protocol/failure.ts';
import type { ModelCard, ModelsListResult } from '../protocol/methods.ts';
import { Recent } from '../recent.ts';
import { Additions, type FoundAddition } from './additions.ts';
import type { BuiltIn } from './built-in.ts';
import { openFile } from './file.ts';
import { openFolder } from './folder.ts';
import { weightsHash } from './hash.ts';
import { portableName } from '../protocol/names.ts';
import { isWeightFile, refusalOf, search } from './search.ts';
import { Shelf } from './shelf.ts';

/** An opened model and what names it. */
export interface Opened {
	readonly model: Model;
	/** With the id, name and built-in mark that this library gives. */
	readonly card: ModelCard;
	/** The name that a picture file may carry. */
	readonly portable: string;
	/** First ten hex digits of its weights' SHA-256; they are read once, on the first call. */
	hash(): Promise<string>;
}

export class Library {
	readonly #families: readonly Family[];
	readonly #builtIns: readonly BuiltIn[];
	readonly #opened = new Recent<Opened>(8);
	readonly #additions = new Additions();
	readonly #shelf = new Shelf(async folder => (await this.#familyOf(folder)).describe(folder));
	#roots: readonly string[] = [];
	#places: readonly string[] = [];

	constructor(families: readonly Family[], builtIns: readonly BuiltIn[]) {
		this.#families = families;
		this.#builtIns = builtIns;
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
		const builtIn = await this.#openAll(this.#builtIns.map(({ path }) => path));
		const named = await this.#survey(this.#roots);
		const { models: others } = await this.#survey(this.#places);
		const models = new Map([...builtIn.models, ...named.models, ...others].map(card => [card.id, card]));
		return { models: [...models.values()], refused: [...builtIn.refused, ...named.refused] };
	}

	/** Opens the model that a recipe names: a built-in one's id, a path, or the name of a folder or checkpoint among the roots. */
	async open(id: string): Promise<Opened> {
		const builtIn = this.#builtIns.find(model => model.id === id);
		if (builtIn) return await this.#openAt(builtIn.path);
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

	/** The small decoder of that name for previews, where the folders have it. */
	async previewDecoder(name: TinyDecoderName): Promise<FoundAddition | undefined> {
		return await this.#additions.previewDecoder(name, [...this.#roots, ...this.#places]);
	}

	/** Forgets what is open; the files are looked at anew. */
	forget(): void {
		this.#opened.clear();
	}

	/** Folders are opened; of files only the headers are read, for there may be thousands. */
	async #survey(roots: readonly string[]): Promise<ModelsListResult> {
		const { folders, files, refused: never } = await search(roots);
		const opened = await this.#openAll(folders);
		const models = [...opened.models];
		const refused = [...never, ...opened.refused];
		for (const [i, sight] of (await this.#shelf.look(files)).entries()) {
			if ('card' in sight) models.push(sight.card);
			else refused.push({ file: files[i], failure: sight.failure });
		}
		return { models, refused };
	}

	async #openAll(paths: readonly string[]): Promise<ModelsListResult> {
		const models: ModelCard[] = [];
		const refused: { file: string; failure: Failure }[] = [];
		for (const path of paths) {
			try {
				models.push((await this.#openAt(path)).card);
			} catch (error) {
				refused.push({ file: path, failure: failureOf(error) });
			}
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

	#names(folder: ModelFolder, model: Model): Omit<Opened, 'model'> {
		const builtIn = this.#builtIns.find(({ path }) => path === folder.path);
		const id = builtIn?.id ?? folder.path;
		const card = { ...model.card, id, builtIn: builtIn !== undefined, defaults: { ...model.card.defaults, model: id } };
		let hash: Promise<string> | undefined;
		return {
			card,
			portable: builtIn?.id ?? portableName(folder.path),
			hash: () => (hash ??= weightsHash(folder).then(hex => hex.slice(0, 10))),
		};
	}

	async #missing(model: string): Promise<FailureError> {
		const { models } = await this.list();
		return fail({ kind: 'modelMissing', model, known: models.map(({ id }) => id) });
	}
}
