// Limn: Illustrate Selection in a real editor: the link at once, the picture after it, and both gone with one undo.
import assert from 'node:assert/strict';
import { commands, Uri, workspace, type CodeAction, type TextEditor } from 'vscode';
import { beside, checkIsPng, closeAll, failed, open, placed, run, until } from './editor.ts';

const linked = 'The **red star** shines.\n\n![The red star shines.](the-red-star-shines.png)\n\nNext.\n';

async function actions({ document, selection }: TextEditor): Promise<readonly string[]> {
	const found = await commands.executeCommand<CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		selection,
		'refactor',
	);
	return found.filter(({ command }) => command?.command === 'limn.illustrate').map(({ title }) => title);
}

describe('an illustration', () => {
	afterEach(closeAll);

	it('has its link at once, and then its picture', async () => {
		const { document } = await open('The **red st|ar** shines.\n\nNext.\n');
		const picture = run('limn.illustrate');
		await until('the link', () => document.getText() === linked);
		const file = placed(await picture);
		await checkIsPng(file);
		assert.ok(Buffer.from(await workspace.fs.readFile(file)).includes('The red star shines.'));
		assert.equal(document.getText(), linked);
	});

	it('goes away with one undo, and comes back with one redo', async () => {
		const { document } = await open('The **red st|ar** shines.\n\nNext.\n');
		const file = placed(await run('limn.illustrate'));
		const bytes = await workspace.fs.readFile(file);
		await commands.executeCommand('undo');
		await until('the file to go', async () => (await beside(document.uri)).join() === 'page.md');
		assert.equal(document.getText(), 'The **red star** shines.\n\nNext.\n');
		await commands.executeCommand('redo');
		await until('the file to come back', async () => (await beside(document.uri)).length === 2);
		assert.equal(document.getText(), linked);
		assert.deepEqual(await workspace.fs.readFile(file), bytes);
	});

	it('is of the selected words, below their paragraph', async () => {
		const { document } = await open('A |red star| over\nthe sea.\r\n');
		placed(await run('limn.illustrate'));
		assert.match(document.getText(), /^A red star over\r?\nthe sea\.\r?\n\r?\n!\[red star\]\(red-star\.png\)\r?\n$/);
	});

	it('that is taken back on its way stops its picture', async () => {
		const { document } = await open('A red star|.\n');
		const picture = run('limn.illustrate', { prompt: 'a red star', steps: 1000 });
		await until('the link', () => document.getText().includes('!['));
		await commands.executeCommand('undo');
		assert.deepEqual(await picture, { outcome: 'cancelled' });
		assert.equal(document.getText(), 'A red star.\n');
		assert.deepEqual(await beside(document.uri), ['page.md']);
	});

	it('that is cancelled takes its link along', async () => {
		const { document } = await open('A red star|.\n');
		const picture = run('limn.illustrate', { prompt: 'a red star', steps: 1000 });
		await until('the link', () => document.getText().includes('!['));
		await until('the job', async () => {
			await commands.executeCommand('limn.cancel');
			return Promise.race([picture, new Promise<undefined>(resolve => setTimeout(resolve, 200))]);
		});
		assert.equal(document.getText(), 'A red star.\n');
		assert.deepEqual(await beside(document.uri), ['page.md']);
	});

	it('is not laid over a file that somebody put there meanwhile', async () => {
		const { document } = await open('A red star|.\n');
		const picture = run('limn.illustrate', { prompt: 'a red star', steps: 300 });
		await until('the link', () => document.getText().includes('!['));
		const file = Uri.joinPath(document.uri, '../a-red-star.png');
		await workspace.fs.writeFile(file, Buffer.from('mine'));
		assert.deepEqual(await picture, { outcome: 'cancelled' });
		assert.equal(Buffer.from(await workspace.fs.readFile(file)).toString(), 'mine');
	});

	it('is offered as a refactoring, of words and not of code', async () => {
		assert.deepEqual(await actions(await open('A |red star|.\n')), ['Illustrate this selection']);
		assert.deepEqual(await actions(await open('A red| star.\n')), ['Illustrate this paragraph']);
		assert.deepEqual(await actions(await open('```\nA |red| star.\n```\n')), []);
	});

	it('needs words', async () => {
		await open('|\n');
		assert.match(failed(await run('limn.illustrate'), 'badRecipe'), /no paragraph/);
	});
});
