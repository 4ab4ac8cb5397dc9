// A recipe's additions brought together with its model: which networks grow by what, and the hashes that name the files.
import { grown, type Addition, type Grown } from '../models/additions/addition.ts';
import { openLora } from '../models/additions/lora.ts';
import type { ImageModel, Part } from '../models/family.ts';
import { tiling } from '../models/graph/tiling.ts';
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
	/** Tells apart what changes how words are encoded. */
	readonly words: string;
	/** The recipe with the hash of every file, each made by `hash`. */
	named(recipe: Recipe, hash: (file: FoundAddition) => Promise<string>): Promise<Recipe>;
}

/** Finds every file that the recipe names and holds it to the model. Throws what `find` throws, and `additionRefused`. */
export async function gather(recipe: Recipe, model: ImageModel, find: FindAddition): Promise<Gathered> {
	const loras = await foundLoras(recipe, find);
	const opened = loras.map(({ wish, file }) => ({ ...wish, path: file.path, lora: openLora(file, model.parts) }));
	const additions = (part: Part): readonly Addition[] => [
		...tilingOf(recipe, part),
		...opened.flatMap(({ lora, unet, encoder }) => lora.to(part, isEncoder(part) ? encoder : unet) ?? []),
	];
	const parts = new Map(model.parts.map(part => [part.key, grown(part, additions(part))]));
	return {
		parts,
		running: [...parts.values()].map(({ part }) => part),
		words: JSON.stringify(opened.map(({ path, encoder }) => [path, encoder])),
		async named(recipe, hash) {
			if (loras.length === 0) return recipe;
			const hashed = loras.map(async ({ wish, file }) => ({ ...wish, sha256: await hash(file) }));
			return { ...recipe, loras: await Promise.all(hashed) };
		},
	};
}

async function foundLoras({ loras = [] }: Recipe, find: FindAddition) {
	refuseTwice('loras', loras);
	return await Promise.all(
		loras.map(async wish => ({ wish, file: await asWished('loras', await find('lora', wish.name), wish.sha256) })),
	);
}

const isEncoder = ({ role }: Part): boolean => role.startsWith('text-encoder');

/** Only networks with convolutions know edges. */
function tilingOf({ tiling: name = 'none' }: Recipe, { weights }: Part): readonly Addition[] {
	const hasEdges = [...weights.values()].some(dims => dims.length === 4);
	return name === 'none' || !hasEdges ? [] : [{ change: tiling(name), feeds: async () => ({}) }];
}

function refuseTwice(field: string, named: readonly { readonly name: string }[]): void {
	const twice = named.find(({ name }, i) => named.findIndex(other => other.name === name) !== i);
	if (twice) throw fail({ kind: 'badRecipe', field, why: `name “${twice.name}” twice` });
}

/** The file, where it is the one that the recipe was made with. */
async function asWished(field: string, file: FoundAddition, sha256: string | undefined): Promise<FoundAddition> {
	if (sha256 === undefined || sha256 === (await file.hash())) return file;
	throw fail({ kind: 'badRecipe', field, why: `name another “${file.name}” than the one in ${file.path}` });
}
