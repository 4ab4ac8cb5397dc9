// A picture into a document and into a folder, by the clicks and keys of a person, in the packaged extension.
import assert from 'node:assert/strict';
import { chooseFromMenu, openFile, runCommand, webview } from '../../harness/browser.ts';
import { openWorkbench, shootFailure, until, type Workbench } from './workbench.ts';

describe('a picture by a command', function () {
	this.timeout(180_000);
	let workbench: Workbench;
	before(async () => (workbench = await openWorkbench()));
	after(() => workbench?.close());
	afterEach(function () {
		return shootFailure(workbench, this.currentTest);
	});

	it('is drawn from the palette, linked at the cursor, and shown by the preview', async () => {
		const { page, read, shoot } = workbench;
		await openFile(page, 'note.md');
		await page.keyboard.press('Control+End');
		await runCommand(page, 'Limn: Generate Picture…');
		await answer('What should the picture show?', 'a red star on a blue background');

		const link = /!\[a red star on a blue background\]\((.+\.png)\)/;
		const [, file] = await until('the link', async () => link.exec(await read('note.md')));
		assert.equal((await read(decodeURI(file))).slice(1, 4), 'PNG');

		await runCommand(page, 'Markdown: Open Preview to the Side');
		const picture = webview(page).getByAltText('a red star on a blue background');
		await picture.waitFor();
		await until('the picture in the preview', () =>
			picture.evaluate(image => (image as HTMLImageElement).naturalWidth > 0),
		);
		await shoot('document');
	});

	it('is drawn from the menu of a folder, under the name that was given', async () => {
		const { page, read, shoot } = workbench;
		await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'assets' }).click({ button: 'right' });
		await chooseFromMenu(page, 'Generate Into Folder…');
		await answer('What should the picture show?', 'a yellow key on a white background');
		await answer('The name of the new file', 'key.png');
		const content = await until('the file', () => read('assets/key.png').catch(() => undefined));
		assert.equal(content.slice(1, 4), 'PNG');
		await page.locator('.tab', { hasText: 'key.png' }).waitFor();
		await shoot('folder');
	});

	/** Answers the question that VS Code asks, once it asks that one. */
	async function answer(question: string, words: string): Promise<void> {
		const box = workbench.page.locator('.quick-input-widget', { hasText: question }).locator('.quick-input-box input');
		await box.fill(words);
		await box.press('Enter');
	}
});
