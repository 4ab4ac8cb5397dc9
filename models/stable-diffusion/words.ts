// Words → what the UNet looks at: chunk by chunk through the text encoder, weighed, one after another.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import type { Conditioning, Part, Run } from '../family.ts';
import { float32, int64, type Tensor } from '../tensor.ts';
import { chunksOf, type Chunk, type TokenReader } from '../text/chunks.ts';
import { emphases } from '../text/emphasis.ts';
import { takeLoras } from '../text/loras.ts';

/**
 * `encoder_hidden_states` [1, chunks · window, width] of a prompt. A prompt in one chunk without weights is what the text
 * encoder says, untouched. Throws `badRecipe` for words without end and weights without measure.
 */
export async function encodeWords(
	prompt: string,
	emphasis: EmphasisName,
	reader: TokenReader,
	textEncoder: Part,
	run: Run,
): Promise<Conditioning> {
	const { read, weigh } = emphases[emphasis];
	const chunks = chunksOf(read(prompt), reader);
	const encode = async (ids: readonly number[]): Promise<Tensor> =>
		(await run(textEncoder, { input_ids: int64(ids, [1, ids.length]) })).last_hidden_state;
	let wordless: Promise<Tensor> | undefined;
	const empty = async () => floats(await (wordless ??= encode(chunksOf([], reader)[0].ids)));

	const encoded: Tensor[] = [];
	for (const { ids, weights } of chunks) {
		const plain = await encode(ids);
		const isPlain = weights.every(weight => weight === 1);
		encoded.push(isPlain ? plain : float32(await weigh({ states: floats(plain), weights }, empty), plain.dims));
	}
	const notes = notesOf(prompt, emphasis, chunks, reader);
	return { feeds: { encoder_hidden_states: joined(encoded) }, notes };
}

/** What the user should know of how the words were read. */
function notesOf(
	prompt: string,
	emphasis: EmphasisName,
	chunks: readonly Chunk[],
	{ window }: TokenReader,
): readonly string[] {
	const tokens = chunks.reduce((sum, chunk) => sum + chunk.tokens, 0);
	const long = `The prompt has ${tokens} tokens and is read in ${chunks.length} chunks of up to ${window - 2}`;
	const { loras } = emphasis === 'none' ? { loras: [] } : takeLoras(prompt);
	const unused = loras.map(({ name }) => `The prompt asks for the LoRA “${name}”, and it is not in use`);
	return [...(chunks.length > 1 ? [long] : []), ...unused];
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

/** The numbers of a tensor that the graphs declare as float32. */
export function floats({ data }: Tensor): Float32Array {
	if (data instanceof Float32Array) return data;
	throw fail({ kind: 'internal', detail: 'a network gave something else than float32' });
}
