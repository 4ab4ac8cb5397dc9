// The command line's pure parts: links in documents, shapes, file names, words for progress.
import assert from 'node:assert/strict';
import { shapeFor } from '../../sidecar/cli/fill.ts';
import { isLocalPicture, pictureLinks, type PictureLink } from '../../sidecar/cli/links.ts';
import { formatOf, outputNames } from '../../sidecar/cli/outputs.ts';
import { progressLine } from '../../sidecar/cli/progress.ts';
import { runCommand } from '../../sidecar/cli/run.ts';
import { commands } from '../../sidecar/cli/commands.ts';
import { plain } from '../../sidecar/cli/terminal.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { size, whole } from '../../sidecar/cli/values.ts';

function checkLinks(markdown: string, ...expected: PictureLink[]): void {
	assert.deepEqual(pictureLinks(markdown), expected);
}

describe('the pictures of a document', () => {
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
	for (const begun of ['![](a (', '![a](b.png){', '<img ', '<img "', '<!--', '`', '``` `', '![['])
		it(`take no longer than the text's length deserves: ${begun}`, () => {
			const began = performance.now();
			pictureLinks(begun.repeat(30_000));
			assert.ok(performance.now() - began < 2000);
		});
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
});

describe('a picture lies beside the document', () => {
	const check = (path: string, expected: boolean) => assert.equal(isLocalPicture({ path, alt: '' }), expected);
	it('by a relative path', () => check('img/a.png', true));
	it('by a path that climbs', () => check('../a.jpg', true));
	it('not on the web', () => check('https://example.org/a.png', false));
	it('not as data', () => check('data:image/png;base64,AAAA.png', false));
	it('not on another drive', () => check('c:\\a.png', false));
	it('not by an absolute path', () => check('/a.png', false));
	it('not as SVG', () => check('a.svg', false));
});

describe('a missing picture is drawn', () => {
	const own = { width: 64, height: 64 };
	const check = (asked: { width?: number; height?: number }, ...expected: [number, number]) => {
		const { width, height } = shapeFor(asked, own);
		assert.deepEqual([width, height], expected);
	};
	it("at the model's size", () => check({}, 64, 64));
	it('at the size that was asked for', () => check({ width: 96, height: 48 }, 96, 48));
	it('in multiples of 8', () => check({ width: 100, height: 50 }, 104, 48));
	it("no larger than twice the model's size", () => check({ width: 1200, height: 630 }, 128, 64));
	it("in the model's shape where only one side is given", () => check({ height: 32 }, 32, 32));
	it('never smaller than a recipe may be', () => check({ width: 4, height: 4 }, 16, 16));
});

describe('a file that is asked for', () => {
	it('is itself for one picture', () => assert.deepEqual(outputNames('art/a.png', 1), ['art/a.png']));
	it('counts for several', () => assert.deepEqual(outputNames('a.b.png', 2), ['a.b-1.png', 'a.b-2.png']));
	for (const out of ['', 'art/'])
		it(`is none by the name “${out}”`, () => assert.throws(() => outputNames(out, 1), /"field":"output"/));
	it('has the format of its ending', () => assert.equal(formatOf(undefined, 'a.JPG'), 'jpeg'));
	it('has the format that was asked for', () => assert.equal(formatOf('webp', 'a.png'), 'webp'));
	it('of unknown format is refused', () => assert.throws(() => formatOf(undefined, 'a.gif'), /"field":"format"/));
});

describe('an option', () => {
	it('of a size is two numbers', () => assert.deepEqual(size({ size: '64x48' }, 'size'), { width: 64, height: 48 }));
	for (const count of ['0', '65', '1.5', '1e300'])
		it(`of a count is a small whole number, not ${count}`, () =>
			assert.throws(() => whole({ count }, 'count', 64), /from 1 to 64/));
	it('of a size that is none is refused', () => assert.throws(() => size({ size: '64' }, 'size'), /"field":"size"/));
});

describe('progress', () => {
	const at = { job: 1, picture: 1, stage: 'step', step: 3, total: 20, seconds: 1 } as const;
	it('names the step', () => assert.equal(progressLine(at, 1), 'drawing, step 3 of 20'));
	it('names the picture of a batch', () => assert.equal(progressLine(at, 4), 'picture 2 of 4: drawing, step 3 of 20'));
});

describe('a line on a terminal', () => {
	const check = (line: string, expected: string) => assert.equal(plain(line), expected);
	it('keeps its words, tabs and line ends', () => check('ein\tSchloß 🏰\n', 'ein\tSchloß 🏰\n'));
	it('cannot paint or name the window', () => check('\x1b]0;a\x07\x9b31m', '\\u001b]0;a\\u0007\\u009b31m'));
	it('cannot go back', () => check('a\rb\x7f', 'a\\u000db\\u007f'));
	it('stays JSON', () => assert.equal(JSON.parse(plain(JSON.stringify('\x9b\x1b'))), '\x9b\x1b'));
});

describe('a command that fails because its process died', () => {
	it('shows the last lines, since there is no other log', async () => {
		const lines: string[] = [];
		const push = (line: string) => void lines.push(line);
		const dying = {
			...commands[0],
			run: () => Promise.reject(fail({ kind: 'sidecarDied', exit: 'code 1', lastLines: ['bus error'] })),
		};
		assert.equal(await runCommand(dying, [], { live: false, out: push, err: push, over: () => {} }), 1);
		assert.equal(lines.at(-1), '  log: bus error');
	});
});

describe('every command', () => {
	for (const command of commands) {
		const lines: string[] = [];
		const push = (line: string) => void lines.push(line);
		const terminal = { live: false, out: push, err: push, over: () => {} };
		it(`${command.name} explains itself`, async () => {
			assert.equal(await runCommand(command, ['--help'], terminal), 0);
			for (const option of Object.keys(command.options)) assert.ok(lines.join('\n').includes(`--${option}`), option);
		});
		it(`${command.name} refuses more words than it can heed, in JSON too`, async () => {
			lines.length = 0;
			assert.equal(await runCommand(command, ['a', 'b', '--json'], terminal), 2);
			assert.match(lines.join('\n'), /one word too many.*\{"failure":\{"kind":"badRecipe"/s);
		});
		it(`${command.name} refuses what it does not know`, async () =>
			assert.equal(await runCommand(command, ['--surprise'], terminal), 2));
	}
});
