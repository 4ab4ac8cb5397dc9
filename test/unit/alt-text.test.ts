// The picture's Markdown: alt text that cannot break out, link paths as VS Code writes them, places that move.
import assert from 'node:assert/strict';
import { markdown } from '../../sidecar/documents/languages/markdown.ts';
import { relativePath } from '../../sidecar/documents/paths.ts';
import { altText } from '../../sidecar/documents/words.ts';
import { moved, type Change, type Span } from '../../extension/markdown/span.ts';

describe('alt text', () => {
	function check(words: string, expected: string): void {
		assert.equal(altText(words), expected);
	}

	it('is the prompt', () => check('a red star', 'a red star'));
	it('is one line', () => check('a red\r\n\r\n  star\t', 'a red star'));
	it('holds no control characters', () => check('a\u0000red\u001b[31m star', 'a red [31m star'));
	it('cannot be turned round', () => check('a \u202Ered\u202C star', 'a red star'));
	it('keeps emoji whole', () => check('👩‍🚀 on 🌕', '👩‍🚀 on 🌕'));
	it('mends half of a character', () => check('a\ud83d', 'a\ufffd'));
	it('is cut at a word', () => check('word '.repeat(40), `${'word '.repeat(24)}word…`));
	it('is cut between characters', () => check('🌕'.repeat(130), `${'🌕'.repeat(125)}…`));
});

describe('a picture link', () => {
	function check(alt: string, path: string, expected: string): void {
		assert.equal(markdown.write(alt, path), expected);
	}

	it('is plain where nothing is special', () => check('cat', 'img/cat.png', '![cat](img/cat.png)'));
	it('puts a path with spaces into angle brackets', () => check('cat', 'my art/cat.png', '![cat](<my art/cat.png>)'));
	it('keeps matched brackets', () => check('cat', 'art(1)/cat.png', '![cat](art(1)/cat.png)'));
	it('guards unmatched brackets', () => check('cat', 'art)(/cat.png', '![cat](<art)(/cat.png>)'));
	it('encodes other scripts', () => check('cat', '图/猫.png', '![cat](%E5%9B%BE/%E7%8C%AB.png)'));
	it('encodes what a link would read as a fragment, a query or an escape', () =>
		check('cat', 'c#/50%?/a\\b.png', '![cat](c%23/50%25%3F/a%5Cb.png)'));
	it('encodes them in angle brackets too', () => check('cat', 'c #1/50%.png', '![cat](<c %231/50%25.png>)'));
	it('encodes a line break in a name', () => check('cat', 'a\nb.png', '![cat](a%0Ab.png)'));
	it('escapes angle brackets', () => check('cat', '<a> b.png', '![cat](<\\<a\\> b.png>)'));
	it('does not let the alt text close its bracket', () =>
		check('x](javascript:alert(1)) ![y', 'a.png', '![x\\](javascript:alert(1)) !\\[y](a.png)'));
	it('does not let the alt text open code, HTML, a formula, a table cell or an entity', () =>
		check('`a` <b> $c$ d|e &amp; \\', 'a.png', '![\\`a\\` \\<b> \\$c\\$ d\\|e \\&amp; \\\\](a.png)'));
	it('leaves what means nothing in alt text', () =>
		check(
			'black & white, 2 * 3, snake_case, (oil:1.2)!',
			'a.png',
			'![black & white, 2 * 3, snake_case, (oil:1.2)!](a.png)',
		));
});

describe('the way from a document to a picture', () => {
	function check(document: string, file: string, expected: string): void {
		assert.equal(relativePath(document, file), expected);
	}

	it('goes down', () => check('/a/b.md', '/a/img/c.png', 'img/c.png'));
	it('goes up', () => check('/a/docs/b.md', '/a/img/c.png', '../img/c.png'));
	it('never looks like a scheme', () => check('/a/b.md', '/a/c:d/e.png', './c:d/e.png'));
});

describe('a remembered place', () => {
	function check(span: Span, change: Change, expected: Span | undefined): void {
		assert.deepEqual(moved(span, change), expected);
	}
	const cursor = { start: 10, end: 10 };
	const words = { start: 10, end: 20 };

	it('moves with an insertion before it', () =>
		check(cursor, { offset: 3, length: 0, inserted: 5 }, { start: 15, end: 15 }));
	it('moves with a deletion before it', () =>
		check(words, { offset: 0, length: 10, inserted: 1 }, { start: 1, end: 11 }));
	it('stays when something behind it changes', () => check(words, { offset: 20, length: 4, inserted: 0 }, words));
	it('stays when someone types at the cursor', () => check(cursor, { offset: 10, length: 0, inserted: 3 }, cursor));
	it('moves when someone types right before the words', () =>
		check(words, { offset: 10, length: 0, inserted: 3 }, { start: 13, end: 23 }));
	it('is gone when its inside was edited', () => check(words, { offset: 12, length: 1, inserted: 1 }, undefined));
	it('is gone when the text round the cursor was replaced', () =>
		check(cursor, { offset: 0, length: 40, inserted: 40 }, undefined));
});
