// Words → what the UNet looks at: chunk by chunk through each text encoder, weighed, one after another.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import type { Conditioning, Part, Run, Words } from '../family.ts';
import { float32, int64, type Tensor } from '../tensor.ts';
import type { Piece } from '../text/attention.ts';
import { chunksOf, type Chunk, type TokenReader } from '../text/chunks.ts';
import { emphases } from '../text/emphasis.ts';

/** One of a model's text encoders, with the tokenizer that it was trained with. */
export interface TextEncoder {
	readonly part: Part;
	readonly reader: TokenReader;
	/** How many of its layers may be read; the last of them is the one that the model was trained with. */
	readonly layers: number;
	/** Numbers of each token's state. */
	readonly width: number;
	/** Numbers of the vector for all words; 0 where the model takes none from this encoder. */
	readonly pooledWidth: number;
}

/**
 * `encoder_hidden_states` [1, chunks · window, widths] of a prompt, the encoders' states side by side, and from the encoder
 * that pools `text_embeds` [1, pooledWidth] of the first chunk, as A1111 and ComfyUI take it. A prompt in one chunk without
 * weights is what the text encoders say, untouched. Throws `badRecipe` for words without end, weights without measure, and a
 * clip skip beyond the layers.
 */
export async function encodeWords(
	{ text, emphasis, negative, clipSkip = 1 }: Words,
	encoders: readonly TextEncoder[],
	run: Run,
): Promise<Conditioning> {
	const fewest = Math.min(...encoders.map(({ layers }) => layers));
	const why = `is beyond the ${fewest} layers of this model's text encoder`;
	if (clipSkip > fewest) throw fail({ kind: 'badRecipe', field: 'clip skip', why });
	const chunks = chunksFor(emphases[emphasis].read(text), encoders);
	const answers: Answer[] = [];
	for (const [i, encoder] of encoders.entries()) {
		answers.push(await encodeChunks(chunks[i], { emphasis, clipSkip }, encoder, run));
	}
	const pooled = answers.find(answer => answer.pooled)?.pooled;
	return {
		feeds: {
			encoder_hidden_states: sideBySide(answers.map(({ states }) => states)),
			...(pooled ? { text_embeds: pooled } : {}),
		},
		negative,
		notes: notesOf(chunks, encoders),
	};
}

/** What a model looks at in place of a negative prompt without words, where it was trained so: zeros. */
export function wordless(encoders: readonly TextEncoder[]): Conditioning {
	const zeros = (dims: readonly number[]) => float32(new Float32Array(dims.reduce((a, b) => a * b)), dims);
	const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
	const pooled = encoders.find(({ pooledWidth }) => pooledWidth > 0);
	return {
		feeds: {
			encoder_hidden_states: zeros([1, encoders[0].reader.window, width]),
			...(pooled ? { text_embeds: zeros([1, pooled.pooledWidth]) } : {}),
		},
		negative: true,
		notes: [],
	};
}

/** Each encoder's chunks; where one vocabulary needs fewer, chunks without words fill up. */
function chunksFor(pieces: readonly Piece[], encoders: readonly TextEncoder[]): readonly (readonly Chunk[])[] {
	const cut = encoders.map(({ reader }) => chunksOf(pieces, reader));
	const most = Math.max(...cut.map(({ length }) => length));
	return cut.map((chunks, i) => {
		const empty = chunksOf([], encoders[i].reader);
		return [...chunks, ...Array.from({ length: most - chunks.length }, () => empty[0])];
	});
}

interface Answer {
	readonly states: Tensor;
	readonly pooled: Tensor | undefined;
}

async function encodeChunks(
	chunks: readonly Chunk[],
	{ emphasis, clipSkip }: { readonly emphasis: EmphasisName; readonly clipSkip: number },
	{ part, reader, layers, pooledWidth }: TextEncoder,
	run: Run,
): Promise<Answer> {
	const encode = ({ ids }: Chunk) => {
		const end = pooledWidth > 0 ? { end: int64([ids.indexOf(reader.end)], [1]) } : {};
		return run(part, { input_ids: int64(ids, [1, ids.length]), layer: int64([layers - clipSkip], [1]), ...end });
	};
	let nothing: ReturnType<Run> | undefined;
	const empty = async () => floats((await (nothing ??= encode(chunksOf([], reader)[0]))).states);

	const states: Tensor[] = [];
	let pooled: Tensor | undefined;
	for (const chunk of chunks) {
		const answer = await encode(chunk);
		const { weights } = chunk;
		const isPlain = weights.every(weight => weight === 1);
		const weigh = async () => emphases[emphasis].weigh({ states: floats(answer.states), weights }, empty);
		states.push(isPlain ? answer.states : float32(await weigh(), answer.states.dims));
		pooled ??= answer['pooled'];
	}
	return { states: joined(states), pooled };
}

/** What the user should know of how the words were read, by the encoder whose vocabulary needs most tokens. */
function notesOf(chunks: readonly (readonly Chunk[])[], encoders: readonly TextEncoder[]): readonly string[] {
	const count = chunks[0].length;
	if (count === 1) return [];
	const tokens = Math.max(...chunks.map(own => own.reduce((sum, chunk) => sum + chunk.tokens, 0)));
	const room = encoders[0].reader.window - 2;
	return [`The prompt has ${tokens} tokens and is read in ${count} chunks of up to ${room}`];
}

/** Tensors [1, tokens, width] one after another. */
function joined(tensors: readonly Tensor[]): Tensor {
	const [first] = tensors;
	if (tensors.length === 1) return first;
	const parts = tensors.map(floats);
	const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
	parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
	return float32(whole, [1, tensors.reduce((sum, { dims }) => sum + dims[1], 0), first.dims[2]]);
}

/** Tensors [1, tokens, width] with the rows of each beside those of the one before. */
function sideBySide(tensors: readonly Tensor[]): Tensor {
	const [first] = tensors;
	if (tensors.length === 1) return first;
	const rows = first.dims[1];
	const width = tensors.reduce((sum, { dims }) => sum + dims[2], 0);
	const whole = new Float32Array(rows * width);
	let left = 0;
	for (const tensor of tensors) {
		const [values, own] = [floats(tensor), tensor.dims[2]];
		for (let row = 0; row < rows; row++) {
			whole.set(values.subarray(row * own, (row + 1) * own), row * width + left);
		}
		left += own;
	}
	return float32(whole, [1, rows, width]);
}

/** The numbers of a tensor that the graphs declare as float32. */
export function floats({ data }: Tensor): Float32Array {
	if (data instanceof Float32Array) return data;
	throw fail({ kind: 'internal', detail: 'a network gave something else than float32' });
}
