// The closed list of words that a model was taught, and the words of a prompt that are not on it.

/** A word or phrase of the list, and what else means the same: other words, an irregular plural, phrases. */
export interface Taught {
	readonly name: string;
	readonly also: readonly string[];
}

/** What a model was taught, by kind. */
export interface Vocabulary {
	readonly nouns: readonly Taught[];
	readonly colours: readonly Taught[];
	/** What a thing can be made of. */
	readonly materials: readonly Taught[];
	/** The first of a background's phrases is one to follow a subject, such as `on a white background`. */
	readonly backgrounds: readonly Taught[];
	readonly styles: readonly Taught[];
	/** Surfaces that fill the picture. */
	readonly textures: readonly Taught[];
	/** Words of none of these kinds: numbers, sizes, places, and those that join others. */
	readonly words: readonly string[];
}

/**
 * The words of a prompt that a model was not taught, each once, as typed. A word is known where it stands in a phrase of
 * the vocabulary, in any case, in the singular or plural; the numbers and marks of a prompt's grammar are no words.
 */
export function strangers(prompt: string, vocabulary: Vocabulary): readonly string[] {
	const { phrases, longest } = listOf(vocabulary);
	const typed = wordsOf(withoutGrammar(prompt));
	const words = typed.map(bare);
	const known = new Set<number>();
	for (let from = 0; from < words.length; from++) {
		for (let to = from + 1; to <= Math.min(from + longest, words.length); to++) {
			const head = words.slice(from, to - 1);
			const means = singulars(words[to - 1] ?? '').some(last => phrases.has([...head, last].join(' ')));
			if (means) for (let at = from; at < to; at++) known.add(at);
		}
	}
	const unknown = new Map<string, string>();
	for (const [at, word] of words.entries()) {
		if (!known.has(at) && !unknown.has(word)) unknown.set(word, typed[at] ?? word);
	}
	return [...unknown.values()];
}

/** All words and phrases of a vocabulary, and the number of words of the longest. */
interface List {
	readonly phrases: ReadonlySet<string>;
	readonly longest: number;
}

/** A page asks at every key: the list of a vocabulary is made once. */
const lists = new WeakMap<Vocabulary, List>();

function listOf(vocabulary: Vocabulary): List {
	const known = lists.get(vocabulary);
	if (known) return known;
	const { words, ...kinds } = vocabulary;
	const taught = Object.values(kinds).flatMap((kind: readonly Taught[]) =>
		kind.flatMap(each => [each.name, ...each.also]),
	);
	const phrases = new Set([...taught, ...words].map(phrase => wordsOf(phrase).map(bare).join(' ')));
	const list = { phrases, longest: Math.max(0, ...[...phrases].map(phrase => phrase.split(' ').length)) };
	lists.set(vocabulary, list);
	return list;
}

/** What a person is told of a prompt's strangers; undefined where there are none. */
export function strangersNote(model: string, strangers: readonly string[]): string | undefined {
	if (strangers.length === 0) return undefined;
	const named = strangers.slice(0, most).map(word => `“${word}”`);
	const more = strangers.length > most ? ` and ${strangers.length - most} more` : '';
	return `${model} was not taught ${named.join(', ')}${more}.`;
}

/** Strangers that a note names. */
const most = 4;

/** The prompt without what its grammar adds: the numbers of `(red:1.3)`, `<lora:name:1>`, escapes, and BREAK. */
function withoutGrammar(prompt: string): string {
	return prompt
		.replace(/<[^<>]*>/g, ' ')
		.replace(/:\s*[+-]?[\d.]+\s*(?=[)\]])/g, ' ')
		.replace(/\bBREAK\b/g, ' ');
}

/** Words as they are typed; what a hyphen joins is two, what an apostrophe joins is one. */
function wordsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
}

const bare = (word: string): string => word.toLowerCase().replace(/’/g, "'");

/** The word itself and what it may be the regular plural of. */
function singulars(word: string): readonly string[] {
	return [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
}
