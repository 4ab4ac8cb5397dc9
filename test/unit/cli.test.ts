// The command line's pure parts: file names, options, words for progress.
import assert from 'node:assert/strict';
import { formatOf, outputNames } from '../../sidecar/cli/outputs.ts';
import { progressLine } from '../../sidecar/cli/progress.ts';
import { runCommand } from '../../sidecar/cli/run.ts';
import { commands } from '../../sidecar/cli/commands.ts';
import { plain } from '../../sidecar/cli/terminal.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { size, whole } from '../../sidecar/cli/values.ts';

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
	it('cannot turn the direction of words', () => check('a\u202egnp.exe\u2066', 'a\\u202egnp.exe\\u2066'));
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
		it(`${command.name} refuses what it does not know, in one line`, async () => {
			lines.length = 0;
			assert.equal(await runCommand(command, ['--surprise'], terminal), 2);
			assert.match(lines[0], /^limn: There is no option --surprise\. .*\.\nlimn \S+ --help says more\.$/);
		});
	}
});
