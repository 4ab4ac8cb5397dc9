// The embeddings of a recipe: those that it names, or those in the folders of embeddings whose words its prompts use.
import { namesOf, openEmbedding, type Embedding } from '../models/additions/embedding.ts';
import type { Model, Part } from '../models/family.ts';
import { wordPattern } from '../models/text/added-words.ts';
import type { Shelves } from './additions.ts';
import { foundAll } from './found.ts';
import type { FoundAddition } from './library/additions.ts';
import { fail, failureOf } from './protocol/failure.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Embeddings that are ready to be read, what the user should know, and whether there were any to choose from. */
export interface Words {
	readonly embeddings: readonly Embedding[];
	readonly files: readonly FoundAddition[];
	/** The text encoder whose words they are. */
	readonly encoder: Part | undefined;
	readonly notes: readonly string[];
	readonly chosen: boolean;
}

/** Throws what finding a named one throws, and `additionRefused` where that does not fit the model. */
export async function openWords(recipe: Recipe, model: Model, shelves: Shelves): Promise<Words> {
	const encoders = model.parts.filter(({ role }) => role.startsWith('text-encoder'));
	const none: Words = { embeddings: [], files: [], encoder: undefined, notes: [], chosen: false };
	// Models with two encoders need two vectors a word.
	if (encoders.length !== 1) {
		if (!recipe.embeddings?.length) return none;
		throw fail({
			kind: 'badRecipe',
			field: 'embeddings',
			why: 'are for models with one text encoder, unlike this one',
		});
	}
	const [encoder] = encoders;
	if (recipe.embeddings) {
		const found = await foundAll('embeddings', 'embedding', recipe.embeddings, shelves.find);
		const files = found.map(({ file }) => file);
		const embeddings = await Promise.all(files.map(file => openEmbedding(file, encoder)));
		return { embeddings, files, encoder, notes: embeddings.map(noteOf), chosen: true };
	}
	const all = await shelves.embeddings();
	const said = all.filter(file => wordPattern(namesOf(file)).test(`${recipe.prompt}\n${recipe.negative}`));
	const tried = await Promise.all(said.map(file => attempt(file, encoder)));
	const fit = tried.filter(one => 'embedding' in one);
	return {
		embeddings: fit.map(({ embedding }) => embedding),
		files: fit.map(({ file }) => file),
		encoder,
		notes: tried.map(one => ('embedding' in one ? noteOf(one.embedding) : one.note)),
		chosen: all.length > 0,
	};
}

const noteOf = ({ word: { names, tokens } }: Embedding): string =>
	`“${names[0]}” is an embedding of ${tokens === 1 ? 'one token' : `${tokens} tokens`}`;

type Attempt = { readonly file: FoundAddition; readonly embedding: Embedding } | { readonly note: string };

/** Nobody asked for this very file: where it does not fit, its name is read as the plain words that it is. */
async function attempt(file: FoundAddition, encoder: Part): Promise<Attempt> {
	try {
		return { file, embedding: await openEmbedding(file, encoder) };
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind !== 'additionRefused') throw error;
		return {
			note: `“${file.name}” is read as plain words, since the embedding of that name cannot be used: ${failure.why}`,
		};
	}
}
