// Tags of HTML and of everything that looks like it (JSX, Vue, Svelte, Astro), with their attributes.
import { unescaped } from './entities.ts';
import type { Span } from './reference.ts';

export interface Tag {
	/** In lower case. */
	readonly name: string;
	readonly range: Span;
	/** Values by name in lower case, character references resolved; one that a program computes is absent. */
	readonly values: ReadonlyMap<string, string>;
	/** Names of the variables that attributes are set to, by attribute: `src={hero}`. */
	readonly variables: ReadonlyMap<string, string>;
}

/** Characters of the longest tag that is read: a bound on the time for a text that only begins tags. */
const longestTag = 4000;

/** Every opening tag of the text, in order. */
export function tagsIn(text: string): readonly Tag[] {
	const tags: Tag[] = [];
	for (const { index, 1: name = '' } of text.matchAll(/<([a-z][\w.:-]*)/gi)) {
		const tag = tagAt(text.slice(index, index + longestTag), index, name);
		if (tag) tags.push(tag);
	}
	return tags;
}

/** The tag that `text` begins with, if it has an end. */
function tagAt(text: string, index: number, name: string): Tag | undefined {
	const values = new Map<string, string>();
	const variables = new Map<string, string>();
	for (let at = name.length + 1; at < text.length;) {
		const sign = text.charAt(at);
		if (sign === '<') return undefined;
		if (sign === '>')
			return { name: name.toLowerCase(), range: { start: index, end: index + at + 1 }, values, variables };
		if (sign === '{') at = behindBraces(text, at);
		else {
			attribute.lastIndex = at;
			const match = attribute.exec(text);
			if (match?.[1] === undefined) at++;
			else {
				const key = match[1].toLowerCase();
				at = attribute.lastIndex;
				const written = match[2] ?? match[3] ?? match[4];
				// Of an attribute that is named twice, HTML takes the first.
				if (values.has(key) || variables.has(key)) continue;
				if (written !== undefined) values.set(key, unescaped(written));
				else if (text.charAt(at) === '{') {
					const end = behindBraces(text, at);
					const code = text.slice(at + 1, end - 1).trim();
					const literal = literalOf(code);
					if (literal !== undefined) values.set(key, literal);
					else variables.set(key, code);
					at = end;
				} else values.set(key, '');
			}
		}
	}
	return undefined;
}

/** A name, and after `=` its value in quotes or bare; a value in braces is left to the caller. */
const attribute = /([^\s"'<>/={}]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>{}]+)|(?=\{)))?/y;

/** Characters of the longest program in an attribute. */
const longestProgram = 1000;

/** The offset behind the brace that closes the one at `at`, the text's end without one; braces in strings do not count. */
function behindBraces(text: string, at: number): number {
	let open = 0;
	token.lastIndex = at;
	for (let match = token.exec(text); match && match.index < at + longestProgram; match = token.exec(text)) {
		if (match[0] === '{') open++;
		if (match[0] === '}' && --open === 0) return token.lastIndex;
	}
	return text.length;
}

const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[{}]/g;

/** What a string or a number of a program stands for; nothing where it is anything else. */
export function literalOf(code: string): string | undefined {
	if (/^\d+(\.\d+)?$/.test(code)) return code;
	const [, quote, inside] = /^(["'`])((?:\\.|(?!\1)[^\\])*)\1$/s.exec(code) ?? [];
	if (inside === undefined || (quote === '`' && inside.includes('${'))) return undefined;
	return inside.replace(
		/\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\(.)/gis,
		(_, ...[point, four, two, sign]) => {
			const hex: unknown = point ?? four ?? two;
			if (typeof hex !== 'string') return signs[String(sign)] ?? String(sign);
			const code = Number.parseInt(hex, 16);
			return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
		},
	);
}

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };
