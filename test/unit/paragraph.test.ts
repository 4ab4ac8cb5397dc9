// The paragraph that is illustrated: where it begins and ends, and what it says.
import assert from 'node:assert/strict';
import { paragraphAt, wordsIn } from '../../extension/markdown/paragraph.ts';

describe('the paragraph at the cursor', () => {
	/** `|` is the cursor. */
	function check(marked: string, expected: string | undefined): void {
		const text = marked.replace('|', '');
		const span = paragraphAt(text, marked.indexOf('|'));
		assert.equal(span && text.slice(span.start, span.end), expected);
	}

	it('is all lines up to blank ones', () => check('a\n\nb\nc|c\nd\n\ne\n', 'b\ncc\nd'));
	it('is the first of a text', () => check('|a\nb', 'a\nb'));
	it('is the last of a text', () => check('a\n\nb|', 'b'));
	it('has line ends of Windows', () => check('a\r\n\r\nb\r\n|c\r\n\r\nd', 'b\r\nc'));
	it('is a heading', () => check('# A st|ar\n\nb', '# A star'));
	it('is none on a blank line', () => check('a\n|\nb', undefined));
	it('is none on a line of blanks', () => check('a\n  |\nb', undefined));
	it('is none in an empty text', () => check('|', undefined));
	it('is none in code', () => check('```\na\n\nb|\n```\n', undefined));
	it('is none on the fence itself', () => check('|~~~\na\n~~~\n', undefined));
	it('is one after code', () => check('```\na\n```\nb|\n', 'b'));
	it('is not ended by a shorter fence', () => check('````\n```\na|\n', undefined));
});

describe('the words of a paragraph', () => {
	const check = (markdown: string, expected: string) => assert.equal(wordsIn(markdown), expected);

	it('are its lines as one', () => check('a red\n  star', 'a red star'));
	it('have no marks of emphasis', () =>
		check('a **red** *bright* __big__ _old_ ~~new~~ `star`', 'a red bright big old new star'));
	it('keep what only looks like a mark', () => check('snake_case_name \\*not\\* 2 < 3', 'snake_case_name *not* 2 < 3'));
	it('have the words of a link', () => check('a [red star](https://example.org/a) [there][1]', 'a red star there'));
	it('have no pictures', () => check('a ![old](old.png) star', 'a star'));
	it('have no HTML', () => check('a <b class="x">red</b> star<br/><!-- no --> <https://example.org>', 'a red star'));
	it('have no marks of lists, quotes and headings', () => check('# A\n> - [x] b\n1. c\n* d', 'A b c d'));
});
