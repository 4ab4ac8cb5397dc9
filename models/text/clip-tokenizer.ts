// Words to token ids as CLIP reads them: byte-pair encoding by @huggingface/tokenizers, cut or padded to the window.
import { Tokenizer } from '@huggingface/tokenizers';

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

export interface TokenizedText {
	/** As many as the window is wide. */
	readonly ids: readonly number[];
	/** The end of the text that did not fit, from the first word that is not wholly read; empty when all fitted. */
	readonly unread: string;
}

export type ClipTokenizer = (text: string) => TokenizedText;

/** The tokenizer of a vocabulary; gives the ids that transformers' CLIPTokenizer gives. */
export function clipTokenizer(vocabulary: ClipVocabulary): ClipTokenizer {
	const { vocab, begin, end, pad, window } = vocabulary;
	const tokenizer = new Tokenizer(tokenizerJson(vocabulary), {});
	const read = (text: string): number[] => tokenizer.encode(asRust(text), { add_special_tokens: false }).ids;
	const room = window - 2;

	return text => {
		const ids = read(text);
		const kept = [vocab[begin], ...ids.slice(0, room), vocab[end]];
		const padding = Array<number>(window - kept.length).fill(vocab[pad]);
		return { ids: [...kept, ...padding], unread: ids.length > room ? unreadWords(text, room, read) : '' };
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

/** The end of `text` from the word in which token number `room` falls. */
function unreadWords(text: string, room: number, read: (word: string) => number[]): string {
	let used = 0;
	for (const { 0: word, index } of text.matchAll(/\S+/g)) {
		used += read(word).length;
		if (used > room) return text.slice(index);
	}
	return '';
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
