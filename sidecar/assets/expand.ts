// A manifest's entries with their lists written out: every picture it asks for.
import { createHash } from 'node:crypto';
import { prepared } from '../post/run.ts';
import { fail, type FailureError } from '../protocol/failure.ts';
import { pictureFormats, type PictureFormat, type WrittenStep } from '../protocol/picture.ts';
import { maxSeed, Recipe, type RecipeWish } from '../protocol/recipe.ts';
import type { Asset, Manifest, Style } from './manifest.ts';
import { folded, refuseUnsafe } from './paths.ts';

/** One picture to have. */
export interface Item {
	readonly name: string;
	/** Which of the manifest's assets asks for it, from 0. */
	readonly entry: number;
	/** From the manifest's folder, with slashes. */
	readonly file: string;
	readonly format: PictureFormat;
	readonly wish: RecipeWish & { readonly seed: number };
	readonly post: readonly WrittenStep[];
	readonly mostBytes: number | undefined;
}

/** The most pictures of one manifest. */
export const mostItems = 10_000;

/** Throws `badRecipe` where an entry cannot be written out, or asks for something that cannot be. */
export function expand(manifest: Manifest): Item[] {
	const items: Item[] = [];
	for (const [entry, asset] of manifest.assets.entries()) {
		const style = styleOf(asset, manifest);
		for (const item of itemsOf(asset, entry, style, manifest)) {
			if (items.length === mostItems) throw bad('assets', `would be more than ${mostItems} pictures`);
			items.push(item);
		}
	}
	refuseTwice(
		items.map(({ name }) => name),
		'name',
	);
	refuseTwice(
		items.map(({ file }) => folded(file)),
		'file',
	);
	const known = new Set(items.map(({ name }) => name));
	const lost = Object.keys(manifest.pins).find(name => !known.has(name));
	if (lost !== undefined) throw bad('pins', `names “${lost}”, and there is no such asset`);
	return items;
}

function styleOf({ name, style }: Asset, { styles }: Manifest): Style {
	if (style === undefined) return {};
	const found = Object.hasOwn(styles, style) ? styles[style] : undefined;
	if (found) return found;
	throw bad('style', `of “${name}” is “${style}”; there are ${Object.keys(styles).join(', ') || 'none'}`);
}

function* itemsOf(asset: Asset, entry: number, style: Style, manifest: Manifest): Generator<Item> {
	const lists = { ...manifest.lists, ...asset.lists };
	const look = { ...style, ...defined(asset) };
	const { negative, width, height, steps, guidance, sampler, schedule, mostBytes, post = [] } = look;
	prepared(post);
	const words = wordsOf(asset, style);
	const numbers = Array.from({ length: asset.count }, (_, n) => String(n + 1).padStart(2, '0'));
	let index = 0;
	for (const values of combinations([asset.name, words, asset.out].join('\n'), { ...lists, n: numbers })) {
		const name = filled(asset.name, inNames(values));
		const file = filled(asset.out, { ...inNames(values), name });
		refuseUnsafe(file);
		const prompt = filled(words, values);
		const variation = values['n'] === undefined ? 0 : Number(values['n']) - 1;
		const pinned = Object.hasOwn(manifest.pins, name) ? manifest.pins[name] : undefined;
		const seed = pinned ?? seedOf(look.seed ?? 'words', prompt, index, variation);
		const wish = { prompt, ...defined({ negative, width, height, steps, guidance, sampler, schedule }), seed };
		if (!Recipe.shape.prompt.safeParse(prompt).success) throw bad('prompt', `of “${name}” is too long`);
		yield { name, entry, file, format: formatOf(look.format, file), wish, post, mostBytes };
		index++;
	}
}

/** The asset's words in its style's. What would be too long is refused before it is written out. */
function wordsOf({ name, prompt }: Asset, style: Style): string {
	const parts = (style.prompt ?? '{prompt}').split('{prompt}');
	const length = parts.join('').length + (parts.length - 1) * prompt.length;
	if (length > longestTemplate) throw bad('prompt', `of “${name}” is too long`);
	return parts.join(prompt);
}

/** Characters of the longest prompt whose lists are not written out yet; names of lists are longer than some words. */
const longestTemplate = 100_000;

function seedOf(policy: NonNullable<Asset['seed']>, prompt: string, index: number, variation: number): number {
	if (typeof policy === 'object') return (policy.from + index) % (maxSeed + 1);
	const first = policy === 'words' ? createHash('sha256').update(prompt).digest().readUInt32BE(0) : policy;
	return (first + variation) % (maxSeed + 1);
}

function formatOf(asked: PictureFormat | undefined, file: string): PictureFormat {
	const end = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
	const named = pictureFormats.find(format => format === (end === 'jpg' ? 'jpeg' : end));
	if (named && (asked === undefined || asked === named)) return named;
	throw bad(
		'format',
		`of “${file}” is unclear: its name must end in ${pictureFormats.join(', ')}, as “format” says if it does`,
	);
}

type Values = Readonly<Record<string, string>>;

/** Every combination of the lists that a text names, the last one changing fastest. */
function combinations(text: string, lists: Readonly<Record<string, readonly string[]>>): Values[] {
	const named = [...new Set([...text.matchAll(place)].map(([, name]) => name))].filter(name => name !== 'name');
	return named.reduce<Values[]>(
		(before, name) => {
			const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
			if (!list) throw bad('lists', `has no “${name}”, which {${name}} asks for`);
			if (before.length * list.length > mostItems) throw bad('assets', `would be more than ${mostItems} pictures`);
			return before.flatMap(values => list.map(value => ({ ...values, [name]: value })));
		},
		[{}],
	);
}

function filled(template: string, values: Values): string {
	return template.replace(place, (_, name: string) => values[name] ?? '');
}

/** Blanks in a word become `_` in names and paths. */
function inNames(values: Values): Values {
	return Object.fromEntries(Object.entries(values).map(([list, value]) => [list, value.trim().replace(/\s+/g, '_')]));
}

const place = /\{([A-Za-z][\w-]*)\}/g;

function refuseTwice(all: readonly string[], field: string): void {
	const seen = new Set<string>();
	for (const each of all) {
		if (seen.has(each)) throw bad(field, `“${each}” would be two assets; let {n} or a list tell them apart`);
		seen.add(each);
	}
}

/** The fields that hold something. */
function defined<Fields extends object>(fields: Fields): Defined<Fields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}

type Defined<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

function bad(field: string, why: string): FailureError {
	return fail({ kind: 'badRecipe', field, why });
}
