// A recipe's additions brought together with its model: which networks grow by what, and the hashes that name the files.
import { grown, type Addition, type Grown } from '../models/additions/addition.ts';
import { controlled, type Moment } from '../models/additions/controlnet.ts';
import { openLora } from '../models/additions/lora.ts';
import type { Part } from '../models/family.ts';
import { tiling } from '../models/graph/tiling.ts';
import { openControls } from './controls.ts';
import type { FoundAddition } from './library/additions.ts';
import { fail, type AdditionKind } from './protocol/failure.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Finds a file by its name; throws a Failure. */
export type FindAddition = (kind: AdditionKind, name: string) => Promise<FoundAddition>;

/** What a recipe adds, ready to be drawn with. */
export interface Gathered {
	/** The networks that have grown, by the keys of those they grew from. */
	readonly parts: ReadonlyMap<string, Grown>;
	/** Every network that this recipe may run. */
	readonly running: readonly Part[];
	/** Bytes of the weights that come on top of the model's. */
	readonly bytes: number;
	/** Tells apart what changes how words are encoded. */
	readonly words: string;
	/** Tells how far the drawing is: some additions act for a share of the steps only. */
	at(moment: Moment): void;
	/** The recipe with the hash of every file, each made by `hash`. */
	named(recipe: Recipe, hash: (file: FoundAddition) => Promise<string>): Promise<Recipe>;
}

/**
 * Finds every file that the recipe names and holds it to the model's networks; `pictures` are the bytes of those that guide. Throws
 * what `find` throws, `additionRefused`, and `badPicture`.
 */
export async function gather(
	recipe: Recipe,
	pictures: readonly Uint8Array[],
	networks: readonly Part[],
	find: FindAddition,
): Promise<Gathered> {
	const loraFiles = await foundAll('loras', 'lora', recipe.loras ?? [], find);
	const loras = loraFiles.map(({ wish, file }) => ({ ...wish, path: file.path, lora: openLora(file, networks) }));
	const named = (recipe.controls ?? []).map(control => ({ ...control, name: control.model }));
	const controlFiles = await foundAll('controls', 'controlnet', named, find);
	const unet = networks.find(({ role }) => role === 'unet');
	const controls = unet ? await openControls(recipe, controlFiles, pictures, unet, part => tilingOf(recipe, part)) : [];

	let moment: Moment = { step: 0, steps: 1 };
	const additions = (part: Part): readonly Addition[] => [
		...tilingOf(recipe, part),
		...loras.flatMap(({ lora, unet, encoder }) => lora.to(part, isEncoder(part) ? encoder : unet) ?? []),
		...(part === unet && controls.length > 0 ? [controlled(controls, () => moment)] : []),
	];
	const parts = new Map(networks.map(part => [part.key, grown(part, additions(part))]));
	return {
		parts,
		running: [...[...parts.values()].map(({ part }) => part), ...controls.map(({ net }) => net.part)],
		bytes: [...loraFiles, ...controlFiles].reduce((sum, { file }) => sum + bytesOf(file), 0),
		words: JSON.stringify(loras.map(({ path, encoder }) => [path, encoder])),
		at: now => (moment = now),
		async named(recipe, hash) {
			const hashes = (found: typeof loraFiles | typeof controlFiles) =>
				Promise.all(found.map(({ file }) => hash(file)));
			const [ofLoras, ofControls] = [await hashes(loraFiles), await hashes(controlFiles)];
			return {
				...recipe,
				...(recipe.loras && { loras: recipe.loras.map((lora, i) => ({ ...lora, sha256: ofLoras[i] })) }),
				...(recipe.controls && { controls: recipe.controls.map((each, i) => ({ ...each, sha256: ofControls[i] })) }),
			};
		},
	};
}

/** What a recipe says of a file that it adds. */
interface Named {
	readonly name: string;
	readonly sha256?: string;
}

/** The files of a list of the recipe, each the one that the recipe was made with. */
async function foundAll<Wish extends Named>(
	field: 'loras' | 'controls',
	kind: AdditionKind,
	wishes: readonly Wish[],
	find: FindAddition,
) {
	const twice = wishes.find(({ name }, i) => wishes.findIndex(other => other.name === name) !== i);
	if (field === 'loras' && twice) throw fail({ kind: 'badRecipe', field, why: `name “${twice.name}” twice` });
	return await Promise.all(
		wishes.map(async wish => {
			const file = await find(kind, wish.name);
			if (wish.sha256 === undefined || wish.sha256 === (await file.hash())) return { wish, file };
			throw fail({ kind: 'badRecipe', field, why: `name another “${wish.name}” than the one in ${file.path}` });
		}),
	);
}

const isEncoder = ({ role }: Part): boolean => role.startsWith('text-encoder');

/** Only networks with convolutions know edges. */
function tilingOf({ tiling: name = 'none' }: Recipe, { weights }: Part): readonly Addition[] {
	const hasEdges = [...weights.values()].some(dims => dims.length === 4);
	return name === 'none' || !hasEdges ? [] : [{ change: tiling(name), feeds: async () => ({}) }];
}

const bytesOf = ({ tensors }: FoundAddition): number =>
	[...tensors.values()].reduce((sum, { length }) => sum + length, 0);
