// Textual inversion (Gal et al. 2022): words as vectors, looked up behind the text encoder's own table.
import type { Part, StoredTensor } from '../family.ts';
import { rewriting, type GraphChange } from '../graph/change.ts';
import type { Graph, Value } from '../graph/graph.ts';
import type { AddedWord } from '../text/added-words.ts';
import { float32 } from '../tensor.ts';
import { constantly, type Addition } from './addition.ts';
import { refused } from './failures.ts';
import { numbersOf, requireShape, type AddedFile } from './file.ts';

/** An embedding that is known to fit a text encoder. */
export interface Embedding {
	readonly word: AddedWord;
	/** [tokens, width]. */
	readonly vectors: Float32Array;
}

/** What stands for an embedding in a prompt: its file's name, and its placeholder's where the file tells it. */
export function namesOf({ name, tensors }: Pick<AddedFile, 'name' | 'tensors'>): readonly string[] {
	return [name, ...[...tensors.keys()].filter(key => !unnamed.test(key))];
}

/** A1111's names of the only tensor, and those of SDXL's two. */
const unnamed = /^(emb_params|clip_[lg])$/;

/** Reads the vectors. Throws `additionRefused` where they are none of this text encoder's. */
export async function openEmbedding(file: AddedFile, textEncoder: Part): Promise<Embedding> {
	const [name, tensor] = [...file.tensors][0] ?? [];
	if (name === undefined || tensor === undefined) throw refused('embedding', file.path, 'it holds nothing');
	if (file.tensors.size > 1)
		throw refused('embedding', file.path, 'it holds words for two text encoders: it was made for SDXL');
	const width = tableOf(textEncoder)[1];
	const tokens = tokensIn(tensor);
	requireShape('embedding', file, name, tensor, [tokens, width]);
	if (tokens < 1 || tokens > mostTokens)
		throw refused('embedding', file.path, `it is ${tokens} tokens long; ${mostTokens} is the most`);
	return { word: { names: namesOf(file), tokens }, vectors: numbersOf(await file.bytes(), tensor) };
}

/** A prompt's chunk holds no more. */
const mostTokens = 75;

const tokensIn = ({ dims }: StoredTensor): number => (dims.length === 1 ? 1 : (dims[0] ?? 0));

/** The shape of the encoder's own table: words, width. */
export function tableOf({ weights }: Part): readonly [number, number] {
	const [, dims] = [...weights].find(([name]) => table.test(name)) ?? [];
	return [dims?.[0] ?? 0, dims?.[1] ?? 0];
}

const table = /(^|\.)token_embedding\.weight$/;
const input = 'added words';

/** The addition of some words to a text encoder, in the order that their tokens count up. */
export function addedWords(embeddings: readonly Embedding[], textEncoder: Part): Addition {
	const width = tableOf(textEncoder)[1];
	const rows = embeddings.reduce((sum, { word }) => sum + word.tokens, 0);
	const all = new Float32Array(rows * width);
	embeddings.reduce((at, { vectors }) => (all.set(vectors, at), at + vectors.length), 0);
	return constantly(lookup, { [input]: float32(all, [rows, width]) });
}

/** The vectors are an input, so that no word is ever loaded with the table. */
const lookup: GraphChange = {
	key: input,
	load: async () => g =>
		rewriting(g, ({ op, inputs, attributes, weight }) => {
			if (op !== 'Gather' || weight === undefined || !table.test(weight)) return g.op(op, inputs, attributes);
			return lookedUp(g, inputs[0], inputs[1]);
		}),
};

/** Rows of `own` for the ids that it has, rows of the input for those behind. */
function lookedUp(g: Graph, own: Value, ids: Value): Value {
	const added = g.input(input, 'float32', ['added', 'width']);
	const size = g.op('Gather', [g.op('Shape', [own]), g.ints(0)]);
	const one = g.ints(1);
	const isAdded = g.op('Unsqueeze', [g.op('GreaterOrEqual', [ids, size]), g.ints([1])]);
	const behind = g.op('Max', [g.op('Sub', [ids, size]), g.ints(0)]);
	const known = g.op('Min', [ids, g.op('Sub', [size, one])]);
	return g.op('Where', [isAdded, g.op('Gather', [added, behind]), g.op('Gather', [own, known])]);
}
