// Vue, Svelte and Astro: tags, style sheets and imports in one file; attributes that a program computes are left alone.
import type { Language } from '../reference.ts';
import { blanked, inOrder } from '../text.ts';
import { inStyles, inTags, writeTag } from './html.ts';
import { importsIn } from './jsx.ts';

/** A language of components in one file, in which `program` matches what is no markup. */
function component(ids: readonly string[], endings: readonly string[], program: RegExp): Language {
	return {
		ids,
		endings,
		find(text) {
			const live = blanked(text, /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g);
			const markup = blanked(live, program);
			const code = blanked(live, /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|(?<![:\w"'`/(])\/\/[^\n]*/g);
			return inOrder([...inTags(markup), ...inStyles(live), ...importsIn(code)]);
		},
		write: writeTag,
	};
}

const scripts = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$(?![\s\S]))/gi;

export const vue: Language = component(['vue'], ['.vue'], scripts);
export const svelte: Language = component(['svelte'], ['.svelte'], scripts);
/** Astro's program stands between two lines of three hyphens. */
export const astro: Language = component(
	['astro'],
	['.astro'],
	/^---[ \t\r]*\n[\s\S]*?\n---[ \t\r]*$|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$(?![\s\S]))/gim,
);
