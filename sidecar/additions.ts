// A recipe's additions brought together with its model: which networks grow by what, and the hashes that name the files.
import { grown, type Addition, type Grown } from '../models/additions/addition.ts';
import { controlled, type Moment } from '../models/additions/controlnet.ts';
import { addedWords } from '../models/additions/embedding.ts';
import { openLora } from '../models/additions/lora.ts';
import type { Model, Part, TinyDecoderName } from '../models/family.ts';
import { tiling } from '../models/graph/tiling.ts';
import { openControls } from './controls.ts';
import { openWords } from './embeddings.ts';
import { foundAll, refuseTwice } from './found.ts';
import type { FoundAddition } from './library/additions.ts';
import type { AdditionKind } from './protocol/failure.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Finds a file by its name; throws a Failure. */
export type FindAddition = (kind: AdditionKind, name: string) => Promise<FoundAddition>;

/** Where additions are found. */
export interface Shelves {
	readonly find: FindAddition;
	/** Every embedding in the folders of embeddings. */
	readonly embeddings: () => Promise<readonly FoundAddition[]>;
	/** The small decoder of that name for previews, if there is one. */
	readonly previewDecoder: (name: TinyDecoderName) => Promise<FoundAddition | undefined>;
}

/** What a recipe adds, ready to be drawn with. */
export interface Gathered {
	/** The model, which knows the words that the recipe brings along. */
	readonly model: Model;
	/** The networks that have grown, by the keys of those they grew from. */
	readonly parts: ReadonlyMap<string, Grown>;
	/** Every network that this recipe may run. */
	readonly running: readonly Part[];
	/** Bytes of the weights that come on top of the model's. */
	readonly bytes: number;
	/** Tells apart what changes how words are encoded. */
	readonly words: string;
	readonly notes: readonly string[];
	/** Tells how far the drawing is: some additions act for a share of the steps only. */
	at(moment: Moment): void;
	/** The recipe with the hash of every file, each made by `hash`. */
	named(recipe: Recipe, hash: (file: FoundAddition) => Promise<string>): Promise<Recipe>;
}

/**
 * Finds every file that the recipe names and holds it to the model; `pictures` are the bytes of those that guide. Throws
 * what finding throws, `additionRefused`, and `badPicture`.
 */
export async function gather(
	recipe: Recipe,
	pictures: readonly Uint8Array[],
	model: Model,
	shelves: Shelves,
): Promise<Gathered> {
	refuseTwice('loras', recipe.loras ?? []);
	const loraFiles = await foundAll('loras', 'lora', recipe.loras ?? [], shelves.find);
	const loras = loraFiles.map(({ wish, file }) => ({ ...wish, path: file.path, lora: openLora(file, model.parts) }));
	const named = (recipe.controls ?? []).map(control => ({ ...control, name: control.model }));
	const controlFiles = await foundAll('controls', 'controlnet', named, shelves.find);
	const unet = model.parts.find(({ role }) => role === 'unet');
	const controls = unet ? await openControls(recipe, controlFiles, pictures, unet, part => tilingOf(recipe, part)) : [];
	const words = await openWords(recipe, model, shelves);
	const { embeddings } = words;

	let moment: Moment = { step: 0, steps: 1 };
	const additions = (part: Part): readonly Addition[] => [
		...tilingOf(recipe, part),
		...loras.flatMap(({ lora, unet, encoder }) => lora.to(part, isEncoder(part) ? encoder : unet) ?? []),
		...(part === unet && controls.length > 0 ? [controlled(controls, () => moment)] : []),
		...(part === words.encoder && embeddings.length > 0 ? [addedWords(embeddings, part)] : []),
	];
	const parts = new Map(model.parts.map(part => [part.key, grown(part, additions(part))]));
	return {
		model:
			model.way === 'diffusion' && embeddings.length > 0 ? model.withWords(embeddings.map(({ word }) => word)) : model,
		parts,
		running: [...[...parts.values()].map(({ part }) => part), ...controls.map(({ net }) => net.part)],
		bytes: [...loraFiles, ...controlFiles].reduce((sum, { file }) => sum + bytesOf(file), 0),
		words: JSON.stringify([
			loras.map(({ path, encoder }) => [path, encoder]),
			await Promise.all(words.files.map(async file => [file.path, await file.hash()])),
		]),
		notes: words.notes,
		at: now => (moment = now),
		async named(recipe, hash) {
			const [ofLoras, ofControls, ofWords] = await Promise.all(
				[loraFiles.map(({ file }) => file), controlFiles.map(({ file }) => file), words.files].map(files =>
					Promise.all(files.map(hash)),
				),
			);
			const embeddings = words.files.map(({ name }, i) => ({ name, sha256: ofWords[i] }));
			return {
				...recipe,
				...(recipe.loras && { loras: recipe.loras.map((lora, i) => ({ ...lora, sha256: ofLoras[i] })) }),
				...(recipe.controls && { controls: recipe.controls.map((each, i) => ({ ...each, sha256: ofControls[i] })) }),
				...(words.chosen && { embeddings }),
			};
		},
	};
}

const isEncoder = ({ role }: Part): boolean => role.startsWith('text-encoder');

/** Only networks with convolutions know edges. */
function tilingOf({ tiling: name = 'none' }: Recipe, { weights }: Part): readonly Addition[] {
	const hasEdges = [...weights.values()].some(dims => dims.length === 4);
	return name === 'none' || !hasEdges ? [] : [{ change: tiling(name), feeds: async () => ({}) }];
}

const bytesOf = ({ tensors }: FoundAddition): number =>
	[...tensors.values()].reduce((sum, { length }) => sum + length, 0);
