/** Every word that Sketch is taught, by kind: what its card lists and what the trainers name their answers after. */
import { backgrounds } from './backgrounds.ts';
import { colourSynonyms } from './captions.ts';
import { inks } from './inks.ts';
import { materials } from './materials.ts';
import { nouns } from './nouns/index.ts';
import { plural } from './plural.ts';
import { kept } from './scene.ts';
import { styles } from './styles/index.ts';
import { textures } from './textures.ts';

export const vocabulary = {
	nouns: nouns.map(noun => ({
		...{ name: noun.name, plural: noun.plural ?? plural(noun.name), also: noun.also },
		...{ usual: noun.usual, kept: kept(noun) },
	})),
	colours: inks.map(({ name, light, middle, dark }) => ({
		...{ name, light, middle, dark },
		also: colourSynonyms[name] ?? [],
	})),
	materials: materials.map(({ ink, words, of }) => ({ name: ink.name, words, of })),
	backgrounds: backgrounds.map(({ name, phrases, sheet }) => ({ name, phrases, sheet })),
	styles: styles.map(({ name, phrases }) => ({ name, phrases })),
	textures: textures.map(({ name, also }) => ({ name, also })),
};
