// Alt text and link paths against VS Code's own Markdown: whatever the words, one picture comes out.
import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { markdown } from '../../../sidecar/documents/languages/markdown.ts';
import { altText } from '../../../sidecar/documents/words.ts';

/** The pictures in Markdown, as VS Code's preview would show them. */
async function pictures(markdown: string): Promise<{ alt: string; source: string }[]> {
	const html = await commands.executeCommand<string>('markdown.api.render', markdown);
	return [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
		alt: plain(/\balt="([^"]*)"/.exec(tag)?.[1] ?? ''),
		source: decodeURIComponent(plain(/\bdata-src="([^"]*)"/.exec(tag)?.[1] ?? '')),
	}));
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

const plain = (text: string) =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('a link with hostile words', () => {
	async function check(words: string, path: string): Promise<void> {
		const alt = altText(words);
		const found = await pictures(`before ${markdown.write(alt, path)} after`);
		// Letters only: the preview drops escaped signs from alt text.
		assert.deepEqual(
			found.map(({ alt, source }) => ({ alt: letters(alt), source })),
			[{ alt: letters(alt), source: path }],
		);
	}

	it('keeps brackets', () => check('x](https://a.b/c.png) ![y', 'a.png'));
	it('keeps backticks', () => check('a `b` ``c` d', 'a.png'));
	it('keeps HTML', () => check('<img src=x onerror=alert(1)> & &lt;b&gt;', 'a.png'));
	it('keeps stars and underlines', () => check('*a* __b__ ~~c~~ $d$', 'a.png'));
	it('keeps backslashes', () => check('a\\ \\] \\\\', 'a.png'));
	it('keeps quotes', () => check(`"a" 'b'`, 'a.png'));
	it('keeps a path with spaces and brackets', () => check('a', 'b c/(d.png'));
	it('keeps a path with signs of a URL', () => check('a', 'b#c/50%?/d&e.png'));
	it('keeps a path in another script', () => check('a', '图/猫.png'));
	it('makes one line of many', () => check('a\n\n# b\n\n- c', 'a.png'));
});

describe('the key of Generate Picture', () => {
	it('is none that VS Code gives to something else', async () => {
		const defaults = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
		const key = /\{ "key": "ctrl\+alt\+g",\s+"command": "([^"]+)",(?:\s+"when": "([^"]+)")?/g;
		const elsewhere = /^terminalFocus/;
		assert.deepEqual(
			[...defaults.getText().matchAll(key)]
				.filter(([, , when = '']) => !elsewhere.test(when))
				.map(([, command]) => command),
			['limn.generate'],
		);
	});
});
