// CSS, SCSS and Less: `url(…)` and `image-set(…)`, with the size of the rule they stand in.
import type { Asked, Language, Reference } from '../reference.ts';
import { decodedPath, encodedPath } from '../paths.ts';
import { asked, blank, blanked, oneLine, spanOf } from '../text.ts';

export const css: Language = {
	ids: ['css', 'scss', 'less'],
	endings: ['.css', '.scss', '.less'],
	find: text => picturesIn(blanked(text, comment)),
	write: (_alt, path) => `background-image: url("${encodedPath(path).replace(/["\\]/g, encodeURIComponent)}");`,
};

/** Comments, with those of SCSS and Less; a string or an address holds none. */
const comment = /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|(?<![:\w"'(])\/\/[^\n]*/g;

const picture = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))\s*\)(?:\s*([\d.]{1,6})(?:x|dppx)\b)?/gi;

function picturesIn(text: string): Reference[] {
	return [...text.matchAll(picture)].map(match => {
		const { selector, declarations } = ruleAround(text, match.index);
		const { width, height } = sizeOf(declarations);
		const density = Number(match[4] ?? 1) || 1;
		return {
			path: decodedPath((match[1] ?? match[2] ?? match[3] ?? '').replace(/\\([^\da-f\n])/gi, '$1')),
			alt: '',
			...(width && { width: Math.round(width * density) }),
			...(height && { height: Math.round(height * density) }),
			near: wordsOfSelector(selector),
			range: spanOf(match),
		};
	});
}

/** How far a rule is looked through on either side. */
const reach = 4000;

/** The innermost rule round an offset: what it is for, and its own declarations, without rules inside it. */
function ruleAround(text: string, at: number): { readonly selector: string; readonly declarations: string } {
	const before = withoutRules(text.slice(Math.max(0, at - reach), at));
	const after = withoutRules(text.slice(at, at + reach));
	const open = before.lastIndexOf('{');
	const close = after.indexOf('}');
	const selector = before.slice(
		Math.max(...[';', '{', '}'].map(sign => before.lastIndexOf(sign, open - 1))) + 1,
		Math.max(0, open),
	);
	return { selector, declarations: before.slice(open + 1) + (close < 0 ? after : after.slice(0, close)) };
}

/** The text with whole rules left blank: one pass, for rules in rules are rare and their sizes are not ours. */
function withoutRules(text: string): string {
	const inner = text.replace(/[^{};]*\{[^{}]*\}/g, blank);
	return inner.replace(/[^{};]*\{[^{}]*\}/g, blank);
}

function sizeOf(declarations: string): Asked {
	const side = (name: string) =>
		new RegExp(`(?:^|[;{\\s])${name}\\s*:\\s*(\\d{1,6}(?:\\.\\d+)?px)`, 'i').exec(declarations)?.[1];
	const [, wide, high] = /background-size\s*:\s*(\d{1,6}px)(?:\s+(\d{1,6}px))?/i.exec(declarations) ?? [];
	return asked(
		wide ?? side('width'),
		high ?? (wide === undefined ? (side('height') ?? side('min-height')) : undefined),
	);
}

/** `.hero-banner > img:hover` → `hero banner img`. */
function wordsOfSelector(selector: string): string {
	return oneLine(selector.replace(/@\S+|:+[\w-]+(\([^)]*\))?|[^\p{L}\p{N}]+/gu, ' '));
}
