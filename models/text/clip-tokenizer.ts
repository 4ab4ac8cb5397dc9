// Words to token ids as CLIP reads them: byte-pair encoding by @huggingface/tokenizers.
import { Tokenizer } from '@huggingface/tokenizers';
import type { TokenReader } from './chunks.ts';

/** A vocabulary as its files give it. */
export interface ClipVocabulary {
	/** Token → id. */
	readonly vocab: Readonly<Record<string, number>>;
	/** Pairs to merge, most frequent first, each `left right`. */
	readonly merges: readonly string[];
	readonly begin: string;
	readonly end: string;
	readonly unknown: string;
	readonly pad: string;
	/** Tokens that the text encoder takes, begin and end included. */
	readonly window: number;
}

/** The tokenizer of a vocabulary; gives the ids that transformers' CLIPTokenizer gives, without begin and end. */
export function clipTokenizer(vocabulary: ClipVocabulary): TokenReader {
	const { vocab, begin, end, pad, window } = vocabulary;
	const tokenizer = new Tokenizer(tokenizerJson(vocabulary), {});
	return {
		read: text => tokenizer.encode(asRust(text), { add_special_tokens: false }).ids,
		...{ begin: vocab[begin], end: vocab[end], pad: vocab[pad], comma: vocab[',</w>'], window },
	};
}

/**
 * Bridges two differences between the library and transformers' tokenizer, which is the one models were trained with:
 * a capital sigma becomes a middle one even at a word's end, and a special token in capitals is three plain words.
 */
function asRust(text: string): string {
	const plain = text.replace(/<\|(startoftext|endoftext)\|>/gi, token => {
		return token === token.toLowerCase() ? token : `<| ${token.slice(2, -2)} |>`;
	});
	return plain.replaceAll('Σ', 'σ');
}

/** The tokenizer.json that transformers 5 builds for CLIPTokenizer; nothing but the vocabulary comes from the model. */
function tokenizerJson({ vocab, merges, begin, end, unknown, pad }: ClipVocabulary): object {
	return {
		added_tokens: [...new Set([begin, end, unknown, pad])].map(content => ({
			id: vocab[content],
			content,
			single_word: false,
			lstrip: false,
			rstrip: false,
			normalized: false,
			special: true,
		})),
		normalizer: {
			type: 'Sequence',
			normalizers: [
				{ type: 'NFC' },
				{ type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
				{ type: 'Lowercase' },
			],
		},
		pre_tokenizer: {
			type: 'Sequence',
			pretokenizers: [
				{ type: 'Split', pattern: { Regex: clipWords }, behavior: 'Removed', invert: true },
				{ type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
			],
		},
		post_processor: null,
		decoder: null,
		model: {
			type: 'BPE',
			unk_token: unknown,
			continuing_subword_prefix: '',
			end_of_word_suffix: '</w>',
			fuse_unk: false,
			byte_fallback: false,
			ignore_merges: false,
			vocab,
			merges,
		},
	};
}

/** CLIP's own idea of a word (openai/CLIP, simple_tokenizer.py). */
const clipWords =
	"<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
