// References that Limn writes, read back by parsers that others wrote: one picture, the same words, the same file.
import assert from 'node:assert/strict';
import { marked } from 'marked';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import ts from 'typescript';
import { html } from '../../sidecar/documents/languages/html.ts';
import { languages } from '../../sidecar/documents/languages/index.ts';
import { jsx } from '../../sidecar/documents/languages/jsx.ts';
import { markdown } from '../../sidecar/documents/languages/markdown.ts';
import type { Language } from '../../sidecar/documents/reference.ts';
import { altText } from '../../sidecar/documents/words.ts';

const plain = ['a red star', '日本 👩‍🚀', 'say "hi" & go', "it's", 'black & white, 2 * 3, snake_case'];
const hostile = [
	'](javascript:alert(1))',
	'"><img src=x onerror=alert(1)>',
	"' onerror='x",
	'{process.exit()}',
	'<script>',
];
const broken = [
	'{{ x }} {author}',
	'a \\',
	'\\] [x] ](y)',
	'$x^2$ %c #{y} ~z',
	'}{ \\\\',
	'`x` <!-- -->',
	'\\end{document}',
];
const typed = [
	'a -- b ... (C) -> <-',
	'image::x.png[] https://x.org/a',
	'+a+ ++b++ [.r]#x#',
	'|t| :alt: ..',
	'100% ^ |',
];
const words = [...plain, ...hostile, ...broken, ...typed];
const paths = ['img/a.png', 'my art/b (1).png', 'c#1/50%?.png', `q"uo'te.png`, '[x]{y}.png'];

function each(name: string, read: (alt: string, path: string) => unknown): void {
	for (const alt of words)
		it(`${name} shows one picture: ${alt}`, () => {
			assert.equal(altText(alt), alt);
			for (const path of paths) assert.deepEqual(read(alt, path), [{ alt, src: path }], path);
		});
}

/** The pictures of a page as a browser sees it, and every script. */
function inPage(page: string): object[] {
	const found: object[] = [];
	const look = (node: DefaultTreeAdapterTypes.Node): void => {
		if (defaultTreeAdapter.isElementNode(node)) {
			const said = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
			if (node.tagName === 'img') found.push({ ...said, src: decodeURIComponent(said['src'] ?? '') });
			if (node.tagName === 'script') found.push({ script: true });
		}
		if ('childNodes' in node) node.childNodes.forEach(look);
	};
	look(parseFragment(page));
	return found;
}

/** The pictures of a component, as TypeScript makes it a program. */
function inProgram(component: string): object[] {
	const { outputText } = ts.transpileModule(`(${component})`, { compilerOptions: { jsx: ts.JsxEmit.React } });
	const found: object[] = [];
	const createElement = (_: string, said: { src: string }) =>
		found.push({ ...said, src: decodeURIComponent(said.src) });
	new Function('React', outputText)({ createElement });
	return found;
}

describe('a reference that Limn writes', () => {
	each('in Markdown', (alt, path) => inPage(marked.parse(markdown.write(alt, path), { async: false })));
	each('in HTML', (alt, path) => inPage(html.write(alt, path)));
	each('in JSX', (alt, path) => inProgram(jsx.write(alt, path)));

	// Signs that LaTeX has no way to write in a file's name are no paths there; CSS has no words.
	const written = languages.filter(({ ids }) => !ids.includes('css') && !ids.includes('latex'));
	for (const language of written)
		each(`in ${language.ids[0]}, as Limn reads it,`, (alt, path) => found(language, alt, path));
	for (const alt of words)
		it(`in LaTeX, as Limn reads it, shows one picture: ${alt}`, () => {
			const [latex] = languages.filter(({ ids }) => ids.includes('latex'));
			assert.deepEqual(found(latex, alt, 'img/a b.png'), [{ alt, src: 'img/a b.png' }]);
		});
});

function found(language: Language, alt: string, path: string): object[] {
	const text = language.write(alt, path);
	const book = JSON.stringify({ cells: [{ cell_type: 'markdown', source: text }] });
	return language.find(language.ids.includes('jupyter') ? book : text).map(each => ({ alt: each.alt, src: each.path }));
}
