// A recipe as a picture file may carry it: the model by name, not by path.
import type { Opened } from './library/library.ts';
import type { Stamp } from './pictures/stamp.ts';
import type { Device } from './protocol/picture.ts';
import type { Recipe } from './protocol/recipe.ts';

export function stampOf(recipe: Recipe, { card, portable }: Opened, hash: string, device: Device): Stamp {
	return { recipe: { ...recipe, model: portable }, model: { name: card.name, hash }, device };
}
