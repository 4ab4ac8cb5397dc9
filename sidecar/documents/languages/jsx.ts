// JSX and TSX: tags whose source is a literal, and pictures that are imported.
import { escaped } from '../entities.ts';
import type { Language, Reference } from '../reference.ts';
import { literalOf, tagsIn, type Tag } from '../tags.ts';
import { encodedPath } from '../paths.ts';
import { asked, blanked, inOrder, oneLine, spanOf } from '../text.ts';
import { inTags } from './html.ts';

export const jsx: Language = {
	ids: ['javascriptreact', 'typescriptreact'],
	endings: ['.jsx', '.tsx'],
	find(text) {
		const live = blanked(text, comment);
		return inOrder([...inTags(live), ...importsIn(live)]);
	},
	write: (alt, path) => `<img src="${escaped(encodedPath(path))}" alt="${escaped(alt)}" />`,
};

/** A comment; `//` inside an address or after a quote is none. */
const comment = /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|(?<![:\w"'`/(])\/\/[^\n]*/g;

const picture = /\bimport\s+([\w$]+)\s+from\s*(["'][^"'\n]+["'])|\b(?:require|import)\(\s*(["'][^"'\n]+["'])\s*\)/g;

/** `import hero from './hero.png'` and `require('./hero.png')`; the words are those of the tag that shows it. */
export function importsIn(text: string): readonly Reference[] {
	const tags = tagsIn(text);
	return [...text.matchAll(picture)].flatMap(match => {
		const [, variable, from, required] = match;
		const path = literalOf(from ?? required ?? '') ?? '';
		// A path that does not begin with a dot is a package's.
		if (!/^\.{1,2}\//.test(path)) return [];
		const tag = tags.find(({ variables }) => [...variables.values()].some(code => code === variable));
		return [{ path: path.replace(/\?.*$/, ''), ...shownBy(tag), near: '', range: spanOf(match) }];
	});
}

function shownBy(tag: Tag | undefined): Pick<Reference, 'alt' | 'width' | 'height'> {
	const value = (name: string) => tag?.values.get(name);
	return { alt: oneLine(value('alt') ?? ''), ...asked(value('width'), value('height')) };
}
