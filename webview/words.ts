// What a model was taught to draw: examples to begin with, and words it does not know.
import type { ModelCard } from '../sidecar/protocol/methods.ts';

type Vocabulary = NonNullable<ModelCard['vocabulary']>;

/** Three prompts to begin with: of the model's own words where it has a closed list, else of everyone's. */
export function examples(vocabulary: Vocabulary | undefined): readonly string[] {
	if (!vocabulary) return generalExamples;
	const { nouns, colours, backgrounds } = vocabulary;
	return [0, 1, 2].flatMap(i => {
		const noun = spread(nouns, i);
		const colour = spread(colours, i);
		const background = spread(
			backgrounds.filter(name => name !== colour),
			i,
		);
		return noun && colour && background ? [withArticle(`${colour} ${noun} on a ${background} background`)] : [];
	});
}

/** The words of a prompt that are neither in the vocabulary nor words that join others; each once, as typed. */
export function unknownWords(prompt: string, { nouns, colours, backgrounds }: Vocabulary): readonly string[] {
	const known = new Set([...nouns, ...colours, ...backgrounds].flatMap(wordsOf));
	const unknown = wordsOf(withoutGrammar(prompt)).filter(
		word => !joining.has(word) && !singulars(word).some(form => known.has(form)),
	);
	return [...new Set(unknown)];
}

const generalExamples = [
	'a lighthouse on a cliff at dusk, watercolour',
	'a potion bottle, game icon, plain background',
	'a city seen from above, paper-cut style',
];

const joining = new Set(
	(
		'a an the one on of in with and at against that is picture image icon drawing draw please ' +
		'background backdrop plain simple clean flat game coloured colored'
	).split(' '),
);

/** The i-th of three entries, evenly apart. */
function spread(list: readonly string[], i: number): string | undefined {
	return list[Math.floor(((i + 0.5) * list.length) / 3)];
}

function withArticle(words: string): string {
	return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** The prompt without what its attention grammar adds: the numbers of `(red:1.3)`, and BREAK. */
function withoutGrammar(prompt: string): string {
	return prompt.replace(/:\s*[+-]?[\d.]+\s*\)/g, ' ').replace(/\bBREAK\b/g, ' ');
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The word itself and what it may be the plural of. */
function singulars(word: string): string[] {
	return [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
}
