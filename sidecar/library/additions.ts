// What a recipe adds to a model, found by its name among the model folders: LoRAs, ControlNets, embeddings.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refused } from '../../models/additions/failures.ts';
import type { AddedFile } from '../../models/additions/file.ts';
import type { TinyDecoderName } from '../../models/family.ts';
import { classify, type KindId } from '../../models/weights/classify.ts';
import { fail, type AdditionKind } from '../protocol/failure.ts';
import { ifThere } from './file.ts';
import { readText } from './folder.ts';
import { readHeader } from './header.ts';
import { portableName } from '../protocol/names.ts';
import { embeddingFolders, neighbours } from './places.ts';
import { isWeightFile, search } from './search.ts';

/** A file that was found, and what names its content. */
export interface FoundAddition extends AddedFile {
	/** Lower-case hex SHA-256 of the file; read once for as long as the file stays as it is. */
	hash(): Promise<string>;
	/** The text of the config.json that belongs to it by its folder's layout, if there is one. */
	config(): Promise<string | undefined>;
}

/** Looks for additions below folders of models and beside them. */
export class Additions {
	readonly #hashes = new Map<string, Promise<string>>();

	/**
	 * The file called `name`. Throws `additionMissing`, `additionRefused` where the file of that name is something else, and
	 * `modelBroken` where it is no sound file.
	 */
	async find(kind: AdditionKind, name: string, roots: readonly string[]): Promise<FoundAddition> {
		const { files } = await search(await neighbours(roots));
		const namesakes = await Promise.all(files.filter(file => additionName(file) === name).map(look));
		const found = namesakes.find(({ kind: { id } }) => id === kinds[kind]);
		if (found) return this.#addition(found);
		if (namesakes.length > 0) throw refused(kind, namesakes[0].path, `it is ${namesakes[0].kind.is}`);
		throw fail({ kind: 'additionMissing', what: kind, name, known: await this.names(kind, roots) });
	}

	/** The names of all sound files of a kind. */
	async names(kind: AdditionKind, roots: readonly string[]): Promise<readonly string[]> {
		const names = new Set<string>();
		for (const path of (await search(await neighbours(roots))).files) {
			const seen = await look(path).catch(() => undefined);
			if (seen?.kind.id === kinds[kind]) names.add(additionName(path));
		}
		return [...names];
	}

	/** Every embedding in a folder of embeddings, the first of each name. What is no sound file is passed over. */
	async embeddings(roots: readonly string[]): Promise<readonly FoundAddition[]> {
		const found = new Map<string, FoundAddition>();
		for (const path of (await search(await embeddingFolders(roots))).files) {
			const seen = await look(path).catch(() => undefined);
			if (seen?.kind.id !== kinds.embedding || found.has(additionName(path))) continue;
			found.set(additionName(path), this.#addition(seen));
		}
		return [...found.values()];
	}

	/** The small decoder of that name: TAESD's own file, or the folder of diffusers' AutoencoderTiny. */
	async previewDecoder(name: TinyDecoderName, roots: readonly string[]): Promise<FoundAddition | undefined> {
		const named = new RegExp(`(^|/)${name}(_decoder)?$`, 'i');
		for (const path of (await search(await neighbours(roots))).files) {
			if (!named.test(additionName(path))) continue;
			const seen = await look(path).catch(() => undefined);
			if (seen?.kind.id === 'tiny-vae') return this.#addition(seen);
		}
		return undefined;
	}

	#addition({ path, header }: Awaited<ReturnType<typeof look>>): FoundAddition {
		return {
			...header,
			...{ name: additionName(path), path },
			bytes: () => readFile(path),
			hash: () => this.#hash(path),
			config: async () => (isGeneric(path) ? await ifThere(readText(join(dirname(path), 'config.json'))) : undefined),
		};
	}

	async #hash(path: string): Promise<string> {
		const { mtimeMs, size } = await stat(path);
		const key = `${path} ${mtimeMs} ${size}`;
		const hash = this.#hashes.get(key) ?? fileHash(path);
		this.#hashes.set(key, hash);
		return await hash;
	}
}

const kinds: Readonly<Record<AdditionKind, KindId>> = {
	lora: 'lora',
	controlnet: 'controlnet',
	embedding: 'textual-inversion',
};

/** What a recipe calls a file or folder: its name without the ending; its folder's where every folder has such a file. */
export function additionName(path: string): string {
	if (isGeneric(path)) return portableName(dirname(path));
	return isWeightFile(path) ? stemOf(path) : portableName(path);
}

const stemOf = (path: string): string => basename(path).replace(/\.safetensors$/i, '');

const isGeneric = (path: string): boolean =>
	/^(diffusion_pytorch_model|pytorch_lora_weights|learned_embeds|model)(\.fp16)?$/.test(stemOf(path));

async function look(path: string) {
	const header = await readHeader(path);
	return { path, header, kind: classify(header) };
}

async function fileHash(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
	return hash.digest('hex');
}
