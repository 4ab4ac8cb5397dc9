// A1111's words for what a recipe adds to its model: LoRAs by tags in the prompt, ControlNets, edges that meet.
import { takeLoras } from '../../models/text/loras.ts';
import { Lora, mostLoras, type Control, type Recipe, type TilingName } from '../protocol/recipe.ts';

type Values = ReadonlyMap<string, string>;
type Pairs = readonly (readonly [key: string, value: string])[];

/** The tags that name the LoRAs; of two strengths the first is the text encoder's. */
export function loraTags({ loras = [] }: Recipe): readonly string[] {
	const strengths = ({ unet, encoder }: Lora) => (unet === encoder ? `${unet}` : `${encoder}:${unet}`);
	return loras.map(lora => `<lora:${lora.name}:${strengths(lora)}>`);
}

/** The `key: value` pairs of the rest, as A1111, its ControlNet extension and its tiling extension write them. */
export function additionPairs({ tiling = 'none', controls = [] }: Recipe): Pairs {
	return [...tilingPairs[tiling], ...controls.map((control, i) => [`ControlNet ${i}`, unit(control)] as const)];
}

const tilingPairs: Readonly<Record<TilingName, Pairs>> = {
	none: [],
	x: [
		['Tile X', 'True'],
		['Tile Y', 'False'],
	],
	y: [
		['Tile X', 'False'],
		['Tile Y', 'True'],
	],
	both: [['Tiling', 'True']],
};

/** A picture that guides cannot be known from this, so no recipe is read from it. */
const unit = ({ model, preprocessor, weight, start, end }: Control): string =>
	`Module: ${preprocessor}, Model: ${model}, Weight: ${weight}, Guidance Start: ${start}, Guidance End: ${end}`;

/** A prompt without its tags, and the LoRAs that they name, each once; tags that no recipe can hold stay where they are. */
export function wordsAndLoras(prompt: string): Pick<Recipe, 'prompt' | 'loras'> {
	const { text, loras } = takeLoras(prompt);
	const named = loras.filter(({ name }, i) => loras.findIndex(other => other.name === name) === i);
	const fits = named.length > 0 && named.length <= mostLoras && named.every(lora => Lora.safeParse(lora).success);
	return fits ? { prompt: text.trim(), loras: named } : { prompt };
}

/** The keys that tiling is read from. */
export const tilingKeys = ['Tiling', 'Tile X', 'Tile Y'] as const;

/** Which edges meet; nothing where the text does not say. */
export function tilingOf(values: Values): Pick<Recipe, 'tiling'> {
	const [both, x, y] = tilingKeys.map(key => values.get(key) === 'True');
	if (both || (x && y)) return { tiling: 'both' };
	return x ? { tiling: 'x' } : y ? { tiling: 'y' } : {};
}
