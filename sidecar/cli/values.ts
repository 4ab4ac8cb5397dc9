// Command-line texts as the recipe's values; what is wrong is a `badRecipe` that names the option.
import { fail, type FailureError } from '../protocol/failure.ts';
import type { Values } from './command.ts';

export function text(values: Values, name: string): string | undefined {
	const value = values[name];
	return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function texts(values: Values, name: string): readonly string[] {
	const value = values[name];
	return Array.isArray(value) ? (value as readonly string[]) : [];
}

export function number(values: Values, name: string): number | undefined {
	const value = text(values, name);
	if (value === undefined) return undefined;
	if (value.trim() === '' || !Number.isFinite(Number(value))) throw bad(name, `must be a number, not “${value}”`);
	return Number(value);
}

/** A whole number from 1 to `most`. */
export function whole(values: Values, name: string, most: number): number | undefined {
	const value = number(values, name);
	if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= most))
		throw bad(name, `must be a whole number from 1 to ${most}`);
	return value;
}

/** `WxH`, in pixels. */
export function size(values: Values, name: string): { width: number; height: number } | undefined {
	const value = text(values, name);
	if (value === undefined) return undefined;
	const [, width, height] = /^(\d{1,6})[x×](\d{1,6})$/i.exec(value) ?? [];
	if (width === undefined) throw bad(name, `must look like 512x512, not “${value}”`);
	return { width: Number(width), height: Number(height) };
}

/** One of a list of words. */
export function oneOf<Word extends string>(values: Values, name: string, words: readonly Word[]): Word | undefined {
	const value = text(values, name);
	const found = words.find(word => word === value);
	if (value !== undefined && found === undefined) throw bad(name, `must be one of ${words.join(', ')}, not “${value}”`);
	return found;
}

/** What is wrong with an option, in words that follow its name. */
export function bad(field: string, why: string): FailureError {
	return fail({ kind: 'badRecipe', field, why });
}
