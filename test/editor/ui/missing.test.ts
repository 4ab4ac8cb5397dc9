// A missing picture that makes itself, by the keys and clicks of a person, in the packaged extension.
import assert from 'node:assert/strict';
import { openFile, webview } from '../../harness/browser.ts';
import { openWorkbench, shootFailure, until, type Workbench } from './workbench.ts';

describe('a missing picture in VS Code', function () {
	this.timeout(180_000);
	let workbench: Workbench;
	before(async () => (workbench = await openWorkbench()));
	after(() => workbench?.close());
	afterEach(function () {
		return shootFailure(workbench, this.currentTest);
	});

	it('is counted above the text, makes itself by its quick fix, and is counted no more', async () => {
		const { page, read, shoot } = workbench;
		await openFile(page, 'missing.md');
		await page.locator('.codelens-decoration', { hasText: '2 pictures are missing' }).waitFor();
		await page.locator('.view-line', { hasText: 'pictures/star.png' }).click();
		const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Create this picture' }).first();
		// The keys are lost on an editor that is just getting the focus.
		await until('the quick fixes', async () => {
			await page.keyboard.press('Control+.');
			return fix.waitFor({ timeout: 5000 }).then(
				() => true,
				() => false,
			);
		});
		await shoot('quick-fix');
		await fix.click();
		const content = await until('the picture', () => read('pictures/star.png').catch(() => undefined));
		assert.equal(content.slice(1, 4), 'PNG');
		await page.locator('.codelens-decoration', { hasText: '1 picture is missing' }).waitFor();
		await shoot('quick-fix-done');
	});

	it('is planned, drawn and reviewed with the others, and only then written; one press takes all back', async () => {
		const { page, read, shoot } = workbench;
		const there = (name: string) => read(name).then(Boolean, () => false);
		await openFile(page, 'missing.md');
		await page.locator('.codelens-decoration a', { hasText: '1 picture is missing' }).click();
		const list = webview(page);
		await list.getByRole('heading', { name: '1 missing picture' }).waitFor();
		await shoot('fill-plan');
		await list.getByRole('button', { name: 'Draw 1' }).click();
		await list.locator('li img').waitFor({ timeout: 60_000 });
		assert.equal(await there('pictures/key.webp'), false);
		await list.getByRole('button', { name: 'Redo' }).click();
		await list.getByRole('button', { name: 'Write 1' }).waitFor({ timeout: 60_000 });
		await shoot('fill-review');
		await list.getByRole('button', { name: 'Write 1' }).click();
		await until('the file', () => there('pictures/key.webp'));
		await list.getByRole('button', { name: 'Undo' }).click();
		await until('the file to go', async () => !(await there('pictures/key.webp')));
	});
});
