// A tool that keeps its settings in the pictures it makes, and what of them becomes a recipe.
import { Recipe } from '../../protocol/recipe.ts';
import type { ExifTexts } from '../exif.ts';

/** What a file says, before anyone reads it. Every text is short enough to be parsed. */
export interface Said {
	/** A text of a PNG by its keyword. */
	text(keyword: string): string | undefined;
	/** The texts of its EXIF block. */
	readonly exif: ExifTexts;
}

/** Everything that a tool said, by its own keys. */
export type Settings = ReadonlyMap<string, unknown>;

export interface Imported {
	/** The tool's name. */
	readonly tool: string;
	/** As much of a recipe as the settings state in words that Limn knows. */
	readonly recipe: Partial<Recipe>;
	readonly settings: Settings;
	/** What they state beside: `key: value`, shortened. */
	readonly left: readonly string[];
}

export interface Tool {
	readonly name: string;
	/** What the tool said; undefined where the file is not one of its own. Any file at all is read, and nothing is thrown. */
	read(said: Said): Imported | undefined;
}

/** What one setting means for a recipe; undefined where Limn has nothing like it. */
export type Meaning = (value: unknown, settings: Settings) => Partial<Recipe> | undefined;

/** By key: what is taken over, and under `about` what says nothing of how the picture looks. */
export interface Vocabulary {
	readonly meanings: Readonly<Record<string, Meaning>>;
	readonly about: readonly string[];
}

/** Reads settings by a vocabulary: a value that no recipe may hold is left, as is every key that is not known. */
export function imported(tool: string, settings: Settings, { meanings, about }: Vocabulary): Imported {
	const recipe: Partial<Recipe> = {};
	const left: string[] = [];
	for (const [key, value] of settings) {
		if (about.includes(key) || isNothing(value)) continue;
		const meaning = Object.hasOwn(meanings, key) ? meanings[key](value, settings) : undefined;
		const fitting = meaning && PartialRecipe.safeParse(meaning);
		if (fitting?.success) Object.assign(recipe, fitting.data);
		else left.push(shown(key, value));
	}
	return { tool, recipe, settings, left };
}

const PartialRecipe = Recipe.partial();

/** A setting in words, short enough for a line. */
export function shown(key: string, value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return `${key}: ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`;
}

/** The object in a JSON text, key by key; undefined where it holds anything else. */
export function objectIn(text: string | undefined): Settings | undefined {
	return text === undefined ? undefined : settingsOf(parsed(text));
}

/** An object, key by key. */
export function settingsOf(value: unknown): Settings | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? new Map(Object.entries(value))
		: undefined;
}

function parsed(text: string): unknown {
	// No settings begin otherwise, and what does need not be read to its end.
	if (!/^\s{0,99}\{/.test(text) || isDeeper(text, deepest)) return undefined;
	// Python writes NaN where JSON knows no such number.
	const json = text.includes('NaN') ? text.replace(/([:[,]\s{0,9})-?NaN\b/g, '$1null') : text;
	try {
		return JSON.parse(json);
	} catch {
		// Words that are no JSON say nothing; that is an answer, not an error.
		return undefined;
	}
}

/** Levels of the deepest settings: what is nested without end would exhaust the stack of whoever writes it out again. */
const deepest = 100;

function isDeeper(json: string, most: number): boolean {
	let [depth, quoted] = [0, false];
	for (let i = 0; i < json.length; i++) {
		const sign = json[i];
		if (sign === '\\') i++;
		else if (sign === '"') quoted = !quoted;
		else if (!quoted && (sign === '[' || sign === '{') && ++depth > most) return true;
		else if (!quoted && (sign === ']' || sign === '}')) depth--;
	}
	return false;
}

/** A model by its name: without folders and the file's ending, as Limn names models in pictures. */
export function modelName(value: unknown): Partial<Recipe> | undefined {
	const name = textOf(value)
		?.split(/[\\/]/)
		.at(-1)
		?.replace(/\.(safetensors|ckpt|sft|gguf)$/i, '');
	return name ? { model: name } : undefined;
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A number, also where it stands in quotes. */
export function numberOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A seed as every tool counts it; those beyond 32 bits have no picture of the same noise here. */
export const seedOf = (value: unknown): Partial<Recipe> | undefined => field('seed', numberOf(value));

/** One field of a recipe, where there is a value for it. */
export function field<Name extends keyof Recipe>(
	name: Name,
	value: Recipe[Name] | undefined,
): Partial<Recipe> | undefined {
	return value === undefined ? undefined : ({ [name]: value } as Partial<Recipe>);
}

const isNothing = (value: unknown): boolean =>
	value === null ||
	value === undefined ||
	value === '' ||
	value === false ||
	(Array.isArray(value) && value.length === 0);
