// Prompts to begin with: of the model's own words where it has a closed list, else of everyone's.
import type { Vocabulary } from '../sidecar/protocol/vocabulary.ts';

/** Three prompts, different from each other. */
export function examples(vocabulary: Vocabulary | undefined): readonly string[] {
	if (!vocabulary) return generalExamples;
	const { nouns, colours, backgrounds } = vocabulary;
	return [0, 1, 2].flatMap(i => {
		const noun = spread(nouns, i);
		const colour = spread(colours, i);
		const background = spread(
			backgrounds.filter(({ name }) => name !== colour?.name),
			i,
		);
		if (!noun || !colour || !background) return [];
		const where = background.also[0] ?? `on ${withArticle(`${background.name} background`)}`;
		return [`${withArticle(`${colour.name} ${noun.name}`)} ${where}`];
	});
}

const generalExamples = [
	'a lighthouse on a cliff at dusk, watercolour',
	'a potion bottle, game icon, plain background',
	'a city seen from above, paper-cut style',
];

/** The i-th of three entries, evenly apart. */
function spread<Entry>(list: readonly Entry[], i: number): Entry | undefined {
	return list[Math.floor(((i + 0.5) * list.length) / 3)];
}

function withArticle(words: string): string {
	return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
