// The languages that pictures are found in. A new one is a file beside this and a line here.
import type { Language } from '../reference.ts';
import { asciidoc } from './asciidoc.ts';
import { astro, svelte, vue } from './components.ts';
import { css } from './css.ts';
import { html } from './html.ts';
import { jsx } from './jsx.ts';
import { jupyter } from './jupyter.ts';
import { latex } from './latex.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { restructuredtext } from './restructuredtext.ts';

export const languages: readonly Language[] = [
	...[markdown, mdx, html, jsx, vue, svelte, astro, css],
	...[asciidoc, restructuredtext, latex, jupyter],
];

/** The language of a file by its name. */
export function languageOfFile(name: string): Language | undefined {
	const lower = name.toLowerCase();
	return languages.find(({ endings }) => endings.some(ending => lower.endsWith(ending)));
}

/** The language by VS Code's id. */
export function languageOfId(id: string): Language | undefined {
	return languages.find(({ ids }) => ids.includes(id));
}
