// The command line inside the VSIX, unpacked where no checkout is near: it draws, with the sidecar and model it brought.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vsix } from '../harness/vsix.ts';
import { readZip } from '../harness/zip.ts';

describe('limn in the unpacked VSIX', function () {
	this.timeout(120_000);
	let folder: string;
	before(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'limn-'));
		for (const [name, bytes] of readZip(readFileSync(vsix))) {
			mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
			writeFileSync(path.join(folder, name), bytes);
		}
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	it('draws a picture that carries its words', () => {
		const words = 'a red circle on a blue background';
		limn('generate', words, '--seed', '7', '--out', 'a.png', '--device', 'cpu');
		const picture = readFileSync(path.join(folder, 'a.png'));
		assert.equal(picture.toString('latin1', 1, 4), 'PNG');
		const { prompt, seed } = recipeIn(limn('inspect', 'a.png', '--json'));
		assert.deepEqual({ prompt, seed }, { prompt: words, seed: 7 });
	});

	function limn(...args: string[]): string {
		const program = path.join(folder, 'extension/dist/limn.cjs');
		const { NODE_PATH: _, NODE_OPTIONS: __, ...env } = process.env;
		const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
			cwd: folder,
			env,
			encoding: 'utf8',
		});
		assert.equal(status, 0, stderr);
		return stdout;
	}
});

function recipeIn(json: string): { prompt: string; seed: number } {
	const said = JSON.parse(json);
	return said.recipe ?? said;
}
