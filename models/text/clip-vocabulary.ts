// CLIP's own vocabulary, derived from its merges: all that a checkpoint without a tokenizer needs to read words.

export interface BytePairs {
	/** Token → id. */
	readonly vocab: Readonly<Record<string, number>>;
	/** Pairs to merge, most frequent first, each `left right`. */
	readonly merges: readonly string[];
}

/**
 * The vocabulary of a merges file: a first line of no meaning, then one pair a line. CLIP's own file, the first 48,895
 * lines of bpe_simple_vocab_16e6.txt (openai/CLIP), gives its 49,408 tokens.
 */
export function bytePairs(mergesFile: string): BytePairs {
	const merges = mergesFile.split('\n').slice(1).filter(Boolean);
	return { vocab: vocabOf(merges), merges };
}

/** Tokens numbered in CLIP's order: bytes, bytes that end a word, merged pairs, the two special tokens. */
export function vocabOf(merges: readonly string[]): Record<string, number> {
	const bytes = byteLetters();
	const merged = merges.map(pair => pair.replace(' ', ''));
	const tokens = [...bytes, ...bytes.map(letter => `${letter}</w>`), ...merged, '<|startoftext|>', '<|endoftext|>'];
	return Object.fromEntries(tokens.map((token, i) => [token, i]));
}

/** The 256 letters that stand for bytes in byte-level BPE: printable ones first, as themselves (GPT-2's table). */
function byteLetters(): string[] {
	const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
	const printable = [...range(0x21, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0xff)];
	const rest = range(0, 255).filter(byte => !printable.includes(byte));
	return [...printable, ...rest.map((_, i) => 256 + i)].map(code => String.fromCodePoint(code));
}
