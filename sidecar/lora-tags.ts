// LoRAs that a prompt names by tags, among those of the recipe: the words are left without them.
import { takeLoras, type NamedLora } from '../models/text/loras.ts';
import type { Chosen } from './choosing.ts';
import { fail } from './protocol/failure.ts';
import { Lora, mostLoras, Recipe } from './protocol/recipe.ts';

/**
 * Takes the tags out of the prompt. A LoRA that is named more than once is added once: as the recipe's own list has it, or
 * else as its first tag has it. Throws `badRecipe` for strengths beyond measure and for too many.
 */
export function withTaggedLoras({ recipe, notes }: Chosen): Chosen {
	if (recipe.emphasis === 'none') return { recipe, notes };
	const { text, loras: tagged } = takeLoras(recipe.prompt);
	const ignored = takeLoras(recipe.negative).loras.map(
		({ name }) => `The negative prompt names the LoRA “${name}”: LoRAs are added by the prompt alone`,
	);
	const told = [...notes, ...ignored];
	if (tagged.length === 0) return { recipe, notes: told };
	const loras = [...(recipe.loras ?? [])];
	for (const lora of tagged) if (!loras.some(({ name }) => name === lora.name)) loras.push(checked(lora));
	if (loras.length > mostLoras) throw bad(`are ${loras.length}; ${mostLoras} is the most`);
	// Parsed, its fields stand in the schema's order, as when it is read from a picture: the file's bytes stay the same.
	return { recipe: Recipe.parse({ ...recipe, prompt: text.trim(), loras }), notes: told };
}

function checked(lora: NamedLora): Lora {
	const { data } = Lora.safeParse(lora);
	if (!data) throw bad(`must have a name and strengths from -10 to 10, not “${lora.name}” with ${lora.unet}`);
	return data;
}

const bad = (why: string) => fail({ kind: 'badRecipe', field: 'loras', why });
