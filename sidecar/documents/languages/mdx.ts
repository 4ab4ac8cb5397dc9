// MDX: Markdown whose tags are JSX; indented text is no code, and braces are programs.
import type { Language } from '../reference.ts';
import { blanked, inOrder } from '../text.ts';
import { importsIn } from './jsx.ts';
import { fenced, markdown, picturesIn, spanOrComment } from './markdown.ts';

export const mdx: Language = {
	ids: ['mdx'],
	endings: ['.mdx'],
	find(text) {
		const live = blanked(blanked(blanked(text, fenced), spanOrComment), /\{\s*\/\*[\s\S]*?(?:\*\/\s*\}|$(?![\s\S]))/g);
		return inOrder([...picturesIn(live), ...importsIn(live)]);
	},
	write: (alt, path) => markdown.write(alt, path).replace(/[{}]/g, '\\$&'),
};
