// How tensors of a checkpoint get other names: by prefix, by a list of rules, by a table of layers.
import type { StoredTensor, WeightFile } from '../family.ts';

/** The beginning of a name, and what it becomes; the arguments are a match and its groups. */
export type Renaming = readonly [pattern: RegExp, becomes: (match: string, ...groups: string[]) => string];

/** The tensors whose names begin with `prefix`, without it. */
export function entriesBelow(tensors: WeightFile['tensors'], prefix: string): [string, StoredTensor][] {
	return [...tensors].filter(([name]) => name.startsWith(prefix)).map(([name, at]) => [name.slice(prefix.length), at]);
}

/** The name by the first rule that fits, or as it is. */
export function renamed(name: string, rules: readonly Renaming[]): string {
	const rule = rules.find(([pattern]) => pattern.test(name));
	return rule ? name.replace(rule[0], rule[1]) : name;
}

/** Where `pattern` fits, its second group with the beginning that `layers` knows swapped for the new one. */
export function swap(name: string, pattern: RegExp, layers: Readonly<Record<string, string>>): string {
	return name.replace(pattern, (_, before: string, layer: string) => {
		const old = Object.keys(layers).find(begin => layer.startsWith(begin));
		return before + (old === undefined ? layer : layers[old] + layer.slice(old.length));
	});
}
