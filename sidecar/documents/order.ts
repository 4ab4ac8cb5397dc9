// From a missing picture to the recipe that is wished for it.
import { hears } from '../protocol/hearing.ts';
import type { ModelCard } from '../protocol/methods.ts';
import type { RecipeWish } from '../protocol/recipe.ts';
import type { Asked } from './reference.ts';
import { drawnSize, fileSize } from './size.ts';

/** What a picture shall show, and how large its file shall be. */
export interface Wanted extends Asked {
	readonly words: string;
}

/**
 * The wish for a picture, drawn at the model's best size near the asked shape and fitted to the asked size. A model that
 * hears of no size draws at its own.
 */
export function orderFor({ words, ...asked }: Wanted, card: ModelCard): RecipeWish {
	const fit = fileSize(asked, card.defaults);
	const size = hears(card, 'width') ? drawnSize(asked, card.defaults) : {};
	// Brackets in a document's words are brackets, and no weights.
	return { prompt: words, emphasis: 'none', seed: seedOf(words), ...size, ...(fit && { fit }) };
}

/** The same words give the same picture: FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 units. */
export function seedOf(words: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}
