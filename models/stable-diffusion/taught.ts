// The words that a model was taught, as its limn.json lists them.
import { z } from 'zod';
import type { Vocabulary } from '../../sidecar/protocol/vocabulary.ts';

const text = z.string().min(1).max(200);
const entry = z.object({ name: text, also: z.array(text).max(200).default([]) });
/** A word that has no other may stand alone. */
const entries = z
	.array(z.union([entry, text.transform(name => ({ name, also: [] }))]))
	.max(5000)
	.default([]);

/** Words that say nothing of what to draw; every list has them. */
const ordinary =
	'a an the some one this that these those it its is are be of to for by from as in on at with and or ' +
	'please draw picture image icon drawing background';

/** Words that most lists would name, for one that names none. */
const usual = 'against backdrop plain simple clean flat game coloured colored';

/** What `vocabulary` holds; every kind is optional. */
export const TaughtWords: z.ZodType<Vocabulary> = z.object({
	nouns: entries,
	colours: entries,
	materials: entries,
	backgrounds: entries,
	styles: entries,
	textures: entries,
	words: z
		.array(text)
		.max(5000)
		.default(usual.split(' '))
		.transform(words => [...new Set([...ordinary.split(' '), ...words])]),
});
