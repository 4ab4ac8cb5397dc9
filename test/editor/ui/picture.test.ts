// The menu of a picture, by the clicks of a person, in the packaged extension: from the Explorer to its recipe.
import assert from 'node:assert/strict';
import { openFile } from '../../harness/browser.ts';
import { openWorkbench, shootFailure, until, type Workbench } from './workbench.ts';

describe('a picture in VS Code', function () {
	this.timeout(180_000);
	let workbench: Workbench;
	before(async () => (workbench = await openWorkbench()));
	after(() => workbench?.close());
	afterEach(function () {
		return shootFailure(workbench, this.currentTest);
	});

	it('has a menu in the Explorer, which shows its recipe and writes beside it', async () => {
		const { page, read, shoot } = workbench;
		await openFile(page, 'missing.md');
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
		await fix.click();
		await until('the picture', () => read('pictures/star.png').catch(() => undefined));
		const row = (name: string) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
		await row('pictures').click();
		await row('star.png').waitFor();
		const menu = async (item: string) => {
			await row('star.png').click({ button: 'right' });
			await page.locator('.monaco-menu .action-label', { hasText: /^Limn$/ }).hover();
			const entry = page.locator('.monaco-menu .action-label', { hasText: item });
			await entry.waitFor();
			return entry;
		};
		const cut = await menu('Remove Background');
		await shoot('picture-menu');
		await cut.click();
		const content = await until('the file', () => read('pictures/star-cut-out.png').catch(() => undefined));
		assert.equal(content.slice(1, 4), 'PNG');
		const recipe = await menu('Show Recipe');
		// A menu that has just opened does not hear the first click.
		await until('the menu to go', async () => {
			await recipe.click({ timeout: 2000 }).catch(() => {});
			return !(await recipe.isVisible());
		});
		await page.locator('.tab', { hasText: 'Recipe of star' }).waitFor();
		await shoot('picture-recipe');
	});
});
