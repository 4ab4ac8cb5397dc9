// Limn: Generate Into Folder… in a real editor: a file of the wished name and format, never over another.
import assert from 'node:assert/strict';
import { Uri, window, workspace, type TabInputCustom } from 'vscode';
import { beside, checkIsPng, closeAll, failed, placed, root, run, until } from './editor.ts';

describe('a picture in a folder', () => {
	const folder = Uri.joinPath(root, `assets-${process.pid}`);
	const wish = { prompt: 'a green key', seed: 7, steps: 2, folder: folder.toString() };
	before(() => workspace.fs.createDirectory(folder));
	after(closeAll);

	it('has the name that was wished, and is shown', async () => {
		const file = placed(await run('limn.generateIntoFolder', { ...wish, name: 'key.png' }));
		assert.equal(file.path, Uri.joinPath(folder, 'key.png').path);
		await checkIsPng(file);
		await until('its tab', () => {
			const input = window.tabGroups.activeTabGroup.activeTab?.input as TabInputCustom | undefined;
			return input?.uri.path === file.path;
		});
	});

	it('is numbered when the name is taken', async () => {
		const file = placed(await run('limn.generateIntoFolder', { ...wish, name: 'key.png' }));
		assert.equal(file.path, Uri.joinPath(folder, 'key-1.png').path);
	});

	it('is named after its words when no name was wished', async () => {
		const file = placed(await run('limn.generateIntoFolder', wish));
		assert.equal(file.path, Uri.joinPath(folder, 'a-green-key.png').path);
	});

	it('has the format that its name asks for', async () => {
		const file = placed(await run('limn.generateIntoFolder', { ...wish, name: 'key.webp' }));
		const bytes = Buffer.from(await workspace.fs.readFile(file));
		assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12), 'RIFFWEBP');
	});

	it('takes a folder by its path, and makes it when it is not there', async () => {
		const deep = Uri.joinPath(folder, 'new/deep');
		const file = placed(await run('limn.generateIntoFolder', { ...wish, folder: deep.fsPath, name: 'key.png' }));
		assert.equal(file.path, Uri.joinPath(deep, 'key.png').path);
	});

	it('never leaves the folder by its name', async () => {
		failed(await run('limn.generateIntoFolder', { ...wish, name: '../key.png' }), 'badRecipe');
		assert.ok(!(await beside(folder)).includes('key.png'));
	});
});
