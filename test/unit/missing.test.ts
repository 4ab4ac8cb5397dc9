// Which pictures `limn fill` would make, out of documents that mean no good.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findMissing } from '../../sidecar/cli/missing.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';

describe('a missing picture', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-missing-'));
	const docs = join(root, 'docs');
	before(() => {
		mkdirSync(docs);
		mkdirSync(join(root, 'outside'));
		symlinkSync(join(root, 'outside'), join(docs, 'away'), 'junction');
		symlinkSync(join(root, 'nowhere'), join(docs, 'dangling.png'), 'junction');
		writeFileSync(join(docs, 'file.png'), 'mine');
	});
	after(() => rmSync(root, { recursive: true }));

	/** The one link of a document is left alone, for this reason. */
	async function checkLeft(markdown: string, why: RegExp): Promise<void> {
		const { missing, passedOver } = await findMissing(document(markdown));
		assert.deepEqual(missing, []);
		assert.match(passedOver[0].why, why);
	}

	function document(markdown: string): string {
		writeFileSync(join(docs, 'a.md'), markdown);
		return join(docs, 'a.md');
	}

	it('is found in a document that begins with a mark of byte order', async () => {
		const { missing } = await findMissing(document('\ufeff```\n![a](b.png)\n```\n![c](d.png)'));
		assert.deepEqual(
			missing.map(({ file }) => basename(file)),
			['d.png'],
		);
	});
	it('is not made outside', () => checkLeft('![a](%2e%2e/b.png)', /outside/));
	it('is not made outside through a link', () => checkLeft('![a](away/b.png)', /outside/));
	it('is not made where a link leads nowhere', () => checkLeft('![a](dangling.png)', /leads nowhere/));
	it('is not made below a file', () => checkLeft('![a](file.png/b.png)', /no file of this name/));
	it('is not made among git’s own files', () => checkLeft('![a](.git/refs/heads/b.png)', /git/));
	it('is not made by an endless name', () => checkLeft(`![a](${'b'.repeat(300)}.png)`, /no file of this name/));
	it('is not made by a name with a zero byte', () => checkLeft('![a](b%00.png)', /control character/));
	it('is not made by a path of Windows', () => checkLeft('![a](b\\c.png)', /backslash/));
	it('is not made without words', () => checkLeft('![ ](-.png)', /nothing says what it shows/));
	it('is not made of a whole book', () => checkLeft(`![${'a '.repeat(20_000)}](b.png)`, /too long/));

	it('is not looked for in a file of endless length', () => {
		const path = document('a'.repeat((4 << 20) + 1));
		return assert.rejects(findMissing(path), (error: unknown) => {
			assert.ok(error instanceof FailureError);
			assert.deepEqual({ ...error.failure, detail: '' }, { kind: 'cannotRead', path, why: 'tooLarge', detail: '' });
			return true;
		});
	});
});
