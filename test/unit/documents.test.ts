// Pictures that documents show, in every language: found with their words and sizes, and nothing else taken for one.
import assert from 'node:assert/strict';
import { asciidoc } from '../../sidecar/documents/languages/asciidoc.ts';
import { astro, svelte, vue } from '../../sidecar/documents/languages/components.ts';
import { css } from '../../sidecar/documents/languages/css.ts';
import { html } from '../../sidecar/documents/languages/html.ts';
import { languageOfFile, languageOfId, languages } from '../../sidecar/documents/languages/index.ts';
import { jsx } from '../../sidecar/documents/languages/jsx.ts';
import { jupyter } from '../../sidecar/documents/languages/jupyter.ts';
import { latex } from '../../sidecar/documents/languages/latex.ts';
import { markdown } from '../../sidecar/documents/languages/markdown.ts';
import { mdx } from '../../sidecar/documents/languages/mdx.ts';
import { restructuredtext } from '../../sidecar/documents/languages/restructuredtext.ts';
import { isLocalPicture, type Language, type Reference } from '../../sidecar/documents/reference.ts';
import { drawnSize, fileSize } from '../../sidecar/documents/size.ts';
import { wordsOf } from '../../sidecar/documents/words.ts';

/** Finds just these pictures, which can lie beside the document; of each, the given facts. */
function check(language: Language, text: string, ...expected: Partial<Reference>[]): void {
	const found = language.find(text).filter(isLocalPicture);
	const facts = found.map((reference, i) => {
		const { range, near, ...rest } = reference;
		assert.ok(range.start < range.end && range.end <= text.length, JSON.stringify(range));
		return expected[i]?.near === undefined ? rest : { ...rest, near };
	});
	assert.deepEqual(
		facts,
		expected.map(each => ({ alt: '', ...each })),
	);
}

describe('the pictures of a Markdown document', () => {
	const checkLinks = (text: string, ...expected: Partial<Reference>[]) => check(markdown, text, ...expected);
	it('are its links', () => checkLinks('See ![a cat](img/cat.png).', { path: 'img/cat.png', alt: 'a cat' }));
	it('may have a title', () => checkLinks('![a](b.png "the title")', { path: 'b.png', alt: 'a' }));
	it('may have blanks', () => checkLinks('![a](<my art/b c.png>)', { path: 'my art/b c.png', alt: 'a' }));
	it('may have percent signs', () => checkLinks('![a](my%20art/b.png)', { path: 'my art/b.png', alt: 'a' }));
	it('may have a lone percent sign', () => checkLinks('![a](100%.png)', { path: '100%.png', alt: 'a' }));
	it('may have brackets', () => checkLinks('![a [b] c](d(1).png)', { path: 'd(1).png', alt: 'a [b] c' }));
	it('may be escaped', () => checkLinks('![a \\[b\\] \\*c\\*](d\\(1.png)', { path: 'd(1.png', alt: 'a [b] *c*' }));
	it('may be two on a line', () =>
		checkLinks('![a](b.png)![c](d.png)', { path: 'b.png', alt: 'a' }, { path: 'd.png', alt: 'c' }));
	it('may run over lines', () => checkLinks('![a\nred  cat](b.png)', { path: 'b.png', alt: 'a red cat' }));
	it('may ask for a size', () =>
		checkLinks('![a](b.png){w=512 h=256}', { path: 'b.png', alt: 'a', width: 512, height: 256 }));
	it('may be tags', () =>
		checkLinks(`<p><IMG width=1200 src='a.webp' alt="a &quot;cat&quot; > dog" height="630px"/></p>`, {
			path: 'a.webp',
			alt: 'a "cat" > dog',
			width: 1200,
			height: 630,
		}));
	it('may be tags with tags in their words', () =>
		checkLinks(`<img title="<b> src='c.png' alt='d'" SRC = a.png data-alt="e" alt='f' alt="g">`, {
			path: 'a.png',
			alt: 'f',
		}));
	it('ask for no size that no picture has', () =>
		checkLinks(`![a](b.png){w=${'9'.repeat(400)} h=64}`, { path: 'b.png', alt: 'a', height: 64 }));
	it('may be inside a link', () => checkLinks('[![a](b.png)](https://example.org)', { path: 'b.png', alt: 'a' }));
	it('are not those in a code block', () =>
		checkLinks('```md\n![a](b.png)\n```\n![c](d.png)', { path: 'd.png', alt: 'c' }));
	it('are not those in an endless code block', () => checkLinks('~~~\n![a](b.png)\n'));
	it('are not those in code', () => checkLinks('`![a](b.png)` and ``![c](d`.png)``'));
	it('are not those in code by four blanks', () =>
		checkLinks('Code:\n\n    ![a](b.png)\n\n\t![c](d.png)\n\n![e](f.png)', { path: 'f.png', alt: 'e' }));
	it('are those of a list, however deep', () =>
		checkLinks(
			'- a list\n\n    ![a](b.png)\n\n  - more\n\n        ![c](d.png)',
			...[
				{ path: 'b.png', alt: 'a' },
				{ path: 'd.png', alt: 'c' },
			],
		));
	it('are those on the next line of a paragraph', () =>
		checkLinks('words\n    ![a](b.png)', { path: 'b.png', alt: 'a' }));
	it('are not those in the code of a list or a quote', () =>
		checkLinks('- ~~~\n\n  ![a](b.png)\n  ~~~\n> ```\n> ![c](d.png)\n> ```\n![e](f.png)', {
			path: 'f.png',
			alt: 'e',
		}));
	it('are those after a span of three backticks', () =>
		checkLinks('```code``` is short\n\n![a](b.png)', { path: 'b.png', alt: 'a' }));
	it('are those between two lone backticks', () =>
		checkLinks('a ` here\n\n![a](b.png)\n\na ` there', { path: 'b.png', alt: 'a' }));
	it('are those between comment signs in code', () =>
		checkLinks('`<!--` ![a](b.png) `-->`', { path: 'b.png', alt: 'a' }));
	it('are found with line ends of Windows', () =>
		checkLinks('```\r\n![a](b.png)\r\n```\r\n![c](d.png)\r\n', { path: 'd.png', alt: 'c' }));
	it('are not those in comments', () => checkLinks('<!-- ![a](b.png) -->'));
	it('are not plain links', () => checkLinks('[a](b.png) and \\![c](d.png)'));
	it('may be named by a label', () =>
		checkLinks(
			'![a cat][the Cat], ![the cat][] and ![nobody][else]\n\n[the cat]: <my art/b.png> "title"\n',
			{ path: 'my art/b.png', alt: 'a cat' },
			{ path: 'my art/b.png', alt: 'the cat' },
		));
	it('may have a size behind the path', () =>
		checkLinks(
			'![a](b.png =30x) ![c](d.png "t" =x40)',
			{ path: 'b.png', alt: 'a', width: 30 },
			{ path: 'd.png', alt: 'c', height: 40 },
		));
	it('have the heading above as their near words', () =>
		checkLinks(
			'# One\n\n![](a.png)\n\nTwo \\*\n---\n![](b.png)<img src=c.png>',
			{ path: 'a.png', near: 'One' },
			{ path: 'b.png', near: 'Two *' },
			{ path: 'c.png', near: 'Two *' },
		));
	it('are not those of front matter', () =>
		checkLinks('---\ncover: "![a](b.png)"\n---\n![c](d.png)', { path: 'd.png', alt: 'c' }));
});

describe('the pictures of a page of HTML', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(html, text, ...expected);
	it('are its tags, with the size of their attributes or their style', () =>
		find(
			`<img src="a.webp" width=1200 height="630" alt="A &amp; B"><img style="width: 30px; height:20px" src='b.png'>`,
			{ path: 'a.webp', alt: 'A & B', width: 1200, height: 630 },
			{ path: 'b.png', width: 30, height: 20 },
		));
	it('are those of a srcset, each in its size', () =>
		find(
			'<img src="a.png" srcset="a-400.png 400w, a-800.png 800w" width="400" height="300" alt="A">',
			{ path: 'a.png', alt: 'A', width: 400, height: 300 },
			{ path: 'a-400.png', alt: 'A', width: 400, height: 300 },
			{ path: 'a-800.png', alt: 'A', width: 800, height: 600 },
		));
	it('are those of a srcset by density', () =>
		find(
			'<source srcset="a.avif, a@2x.avif 2x" width="40" height="30">',
			{ path: 'a.avif', width: 40, height: 30 },
			{ path: 'a@2x.avif', width: 80, height: 60 },
		));
	it('are icons, posters and those of social cards', () =>
		find(
			'<link rel=icon sizes=32x32 href="i.png"><video poster="p.jpg" width=64></video><meta property="og:image" content="o.png">',
			{ path: 'i.png', width: 32, height: 32 },
			{ path: 'p.jpg', width: 64 },
			{ path: 'o.png' },
		));
	it('are those of its style sheets', () =>
		find(
			`<style>.hero { width: 100px; height: 50px; background: url(h.webp); }</style><p style="background:url('p.png')">`,
			{ path: 'h.webp', width: 100, height: 50, near: 'hero' },
			{ path: 'p.png' },
		));
	it('have the heading above as their near words', () =>
		find('<h2 id=x>The gate</h2><img src=a.png>', { path: 'a.png', near: 'The gate' }));
	it('are not those of scripts, comments, templates and shown code', () =>
		find(
			'<script>"<img src=a.png>"</script><!-- <img src=b.png> --><pre><img src=c.png></pre><img src="{{ d }}.png"><img src="/e.png">',
		));
});

describe('the pictures of a style sheet', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(css, text, ...expected);
	it('have the size of their rule, and its selector as near words', () =>
		find(
			'a{width:1px}.hero-banner > a:hover { width: 1200px; .in { height: 3px } height: 630px; background: url( "a.png" ) }',
			{
				path: 'a.png',
				width: 1200,
				height: 630,
				near: 'hero banner a',
			},
		));
	it('are those of an image-set, so many times as large', () =>
		find(
			'i { width: 16px; height: 16px; background: image-set(url(a.png) 1x, url(b.png) 2x) }',
			{ path: 'a.png', width: 16, height: 16 },
			{ path: 'b.png', width: 32, height: 32 },
		));
	it('have the size of the background', () =>
		find('i { width: 500px; background: url(a.png); background-size: 64px 32px }', {
			path: 'a.png',
			width: 64,
			height: 32,
		}));
	it('are not those of comments, variables, data and the web', () =>
		find(
			'/* url(a.png) */ // url(b.png)\ni { a: url(#{$x}/c.png); b: url(data:image/png;base64,AA.png); c: url(//x.org/d.png); d: url(@{e}.png) }',
		));
});

describe('the pictures of JSX', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(jsx, text, ...expected);
	it('are tags whose source is a literal', () =>
		find(
			'<><img onClick={() => a > 3 ? "{" : b} src="a.png" alt="say &quot;hi&quot;" width={640} /><Image src={\'b.png\'} alt={`it\u2019s`} /></>',
			{ path: 'a.png', alt: 'say "hi"', width: 640 },
			{ path: 'b.png', alt: 'it’s' },
		));
	it('are imports, with the words of the tag that shows them', () =>
		find(
			`import hero from './hero.png';\nimport x from 'pkg/x.png';\nconst icon = require('./icon.png');\n<img src={hero} alt="The hero" width={64} />`,
			{ path: './hero.png', alt: 'The hero', width: 64 },
			{ path: './icon.png' },
		));
	it('are not variables, comments and templates', () =>
		find(
			'// <img src="a.png" />\n/* <img src="b.png" /> */ <img src={c} alt="c" /><img src={`${d}.png`} /><img src={"e" + ".png"} />',
		));
});

describe('the pictures of components', () => {
	it('are those of Vue', () =>
		check(
			vue,
			`<script setup>import a from './a.png'; const no = '<img src="no.png">'</script><template><img src="./b.png" alt="B" :width="w"><img :src="no"></template><style>.c { background: url(c.png) }</style>`,
			{ path: './a.png' },
			{ path: './b.png', alt: 'B' },
			{ path: 'c.png' },
		));
	it('are those of Svelte', () =>
		check(
			svelte,
			`<script>let no = '<img src="no.png">';</script><img src="a.png" alt="A"><img {src}><img src={no}><img src="{no}.png">`,
			{
				path: 'a.png',
				alt: 'A',
			},
		));
	it('are those of Astro', () =>
		check(
			astro,
			`---\nimport hero from '../hero.png';\nconst no = '<img src="no.png">';\n---\n<Image src={hero} alt="Hero" width={30} /><img src="a.png" alt="A">`,
			{ path: '../hero.png', alt: 'Hero', width: 30 },
			{ path: 'a.png', alt: 'A' },
		));
});

describe('the pictures of MDX', () => {
	it('are those of Markdown and of JSX, indented ones too', () =>
		check(
			mdx,
			`import Hero from './h.png'\n\n# T\n\n    <img src="a.png" alt="A" />\n\n![b](b.png) {/* ![no](no.png) */}\n\n<Image src={Hero} alt="H" />`,
			{ path: './h.png', alt: 'H' },
			{ path: 'a.png', alt: 'A' },
			{ path: 'b.png', alt: 'b' },
		));
});

describe('the pictures of AsciiDoc', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(asciidoc, text, ...expected);
	it('are blocks and inline, with a size by place or by name', () =>
		find(
			'image::a.png[A cat, 300, 200]\n\nsee image:b.png["x, y", width=30] and image::c%20d.png[link="x.png",alt="say \\"hi\\""]',
			{ path: 'a.png', alt: 'A cat', width: 300, height: 200 },
			{ path: 'b.png', alt: 'x, y', width: 30 },
			{ path: 'c d.png', alt: 'say "hi"' },
		));
	it('lie below the folder of pictures, and have a title as near words', () =>
		find('= T\n:imagesdir: img\n\n.The cat\nimage::a.png[]', { path: 'img/a.png', near: 'The cat' }));
	it('are not those of listings, comments, attributes and escapes', () =>
		find(
			'----\nimage::a.png[]\n----\n// image::b.png[]\n////\nimage::c.png[]\n////\n\\image::d.png[] `image:e.png[]` image::{f}.png[]',
		));
});

describe('the pictures of reStructuredText', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(restructuredtext, text, ...expected);
	it('are images, figures and substitutions', () =>
		find(
			'Title\n=====\n\n.. image:: a.png\n   :alt: A cat\n   :width: 300px\n   :height: 200\n\n.. |b| image:: b.png\n\n.. figure:: c\\ d.png\n   :alt: long\n      words\n\n   Caption\n',
			{ path: 'a.png', alt: 'A cat', width: 300, height: 200, near: 'Title' },
			{ path: 'b.png' },
			{ path: 'c d.png', alt: 'long words' },
		));
	it('are not those of comments, code and literal blocks', () =>
		find(
			'.. a comment\n   .. image:: a.png\n\n.. code-block:: rst\n\n   .. image:: b.png\n\nSo::\n\n   .. image:: c.png\n\n.. image:: d.png\n',
			{
				path: 'd.png',
			},
		));
});

describe('the pictures of LaTeX', () => {
	const find = (text: string, ...expected: Partial<Reference>[]) => check(latex, text, ...expected);
	it('are printed with 300 dots to the inch, below the folder of pictures', () =>
		find('\\graphicspath{{img/}}\\includegraphics[width=5cm, alt={a \\{b\\} \\& c}]{a.png}', {
			path: 'img/a.png',
			alt: 'a {b} & c',
			width: 591,
		}));
	it('have their caption as near words, else the section', () =>
		find(
			'\\section{Sec}\\includegraphics[width=\\textwidth]{./b.jpg}\\begin{figure}\\includegraphics{a.png}\\caption{The \\emph{cat} here}\\end{figure}',
			{ path: './b.jpg', near: 'Sec' },
			{ path: 'a.png', near: 'The cat here' },
		));
	it('are not those of comments and verbatim text', () =>
		find(
			'% \\includegraphics{a.png}\n\\begin{verbatim}\\includegraphics{b.png}\\end{verbatim}\\verb|\\includegraphics{c.png}| 100\\% \\includegraphics{d.png}',
			{
				path: 'd.png',
			},
		));
});

describe('the pictures of a notebook', () => {
	const book = (...cells: object[]) => JSON.stringify({ cells, nbformat: 4 });
	it('are those of its Markdown cells, where the file writes them', () => {
		const text = book(
			{ cell_type: 'markdown', source: ['# T\n', '![a "q"](b.png)'] },
			{ cell_type: 'code', source: '![a](no.png)' },
		);
		check(jupyter, text, { path: 'b.png', alt: 'a "q"', near: 'T' });
		const [{ range }] = jupyter.find(text);
		assert.equal(text.slice(range.start, range.end), '![a \\"q\\"](b.png)');
	});
	it('are none where the file is no notebook', () => check(jupyter, '![a](b.png)'));
});

describe('a text that only begins things', () => {
	const begun = [
		'![](a (',
		'![a](b.png){',
		'![a][',
		'[a]:',
		'<img ',
		'<img "',
		'<img {',
		'<a b=',
		'<!--',
		'`',
		'``` `',
		'![[',
		'{',
		'url(',
		'url("',
		'/*',
	];
	const more = [
		'import a from "',
		'image::a[',
		'image::a["',
		'.. image:: ',
		'.. x\n',
		'\\includegraphics[',
		'\\includegraphics{',
		'\\begin{verbatim}',
		'%',
		'----\n',
		'<style>',
		'<script>',
		'---\n',
		'a\n--',
		'# ',
	];
	for (const start of [...begun, ...more])
		it(`is read in a time that its length deserves: ${JSON.stringify(start)}`, () => {
			const text = start.repeat(4000);
			for (const { ids, find } of languages) {
				const began = performance.now();
				find(text);
				assert.ok(performance.now() - began < 2000, ids[0]);
			}
		});
});

describe('a language', () => {
	it('is known by the ending of a file', () => assert.equal(languageOfFile('a/B.MD'), markdown));
	it('is known by its name in VS Code', () => assert.equal(languageOfId('scss'), css));
	it('is not known for what shows no pictures', () =>
		assert.equal(languageOfFile('a.ts') ?? languageOfId('json'), undefined));
});

describe('a picture lies beside the document', () => {
	const check = (path: string, expected: boolean) => assert.equal(isLocalPicture({ path }), expected);
	it('by a relative path', () => check('img/a.png', true));
	it('by a path that climbs', () => check('../a.jpg', true));
	it('not on the web', () => check('https://example.org/a.png', false));
	it('not as data', () => check('data:image/png;base64,AAAA.png', false));
	it('not on another drive', () => check('c:\\a.png', false));
	it('not by an absolute path', () => check('/a.png', false));
	it('not as SVG', () => check('a.svg', false));
	it('not by an alias of a bundler', () => check('@/assets/a.png', false));
	it('though it begins with the sign of one', () => check('@2x.png', true));
	it('not with a variable in it', () => check('{{ base }}/a.png', false));
	it('in a folder named in brackets', () => check('[slug]/a.png', true));
});

describe('the words of a picture', () => {
	const check = (reference: Partial<Reference>, expected: string) =>
		assert.equal(wordsOf({ alt: '', near: '', path: '', ...reference }), expected);
	it('are its alternative text', () => check({ alt: 'a cat', near: 'Cats', path: 'a.png' }, 'a cat'));
	it('are else those of its name and what stands near', () =>
		check({ near: 'The gate', path: 'img/login-flowChart@2x.png' }, 'login flow chart, The gate'));
	it('may be none', () => check({ path: '-.png' }, ''));
});

describe('a missing picture', () => {
	const own = { width: 64, height: 64 };
	const drawn = (width: number | undefined, height: number | undefined, ...expected: [number, number]) => {
		const { width: wide, height: high } = drawnSize({ ...(width && { width }), ...(height && { height }) }, own);
		assert.deepEqual([wide, high], expected);
	};
	const file = (width: number | undefined, height: number | undefined, expected: [number, number] | undefined) => {
		const fit = fileSize({ ...(width && { width }), ...(height && { height }) }, own);
		assert.deepEqual(fit && [fit.width, fit.height], expected);
	};
	it("is drawn at the model's size", () => drawn(undefined, undefined, 64, 64));
	it("is drawn in the asked shape, as large as the model's own", () => drawn(1200, 630, 88, 48));
	it('is never drawn longer than twice its breadth', () => drawn(2000, 20, 88, 48));
	it('is drawn large where a small file is asked', () => drawn(16, 16, 64, 64));
	it('has no size of its own where none is asked', () => file(undefined, undefined, undefined));
	it('has the asked size', () => file(1200, 630, [1200, 630]));
	it("takes an open side from the model's shape", () => file(undefined, 32, [32, 32]));
	it('is no larger than a picture of Limn may be', () => file(81920, 40960, [4096, 2048]));
	it('is never nothing', () => file(999999, 1, [4096, 1]));
});
