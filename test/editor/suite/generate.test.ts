// Limn: Generate Picture… in a real editor: file and link, undo, rules, and documents that go away meanwhile.
import assert from 'node:assert/strict';
import { commands, languages, Uri, window, workspace } from 'vscode';
import {
	beside,
	checkIsPng,
	clear,
	closeAll,
	draw,
	failed,
	insertAtTop,
	open,
	placed,
	root,
	run,
	set,
	until,
} from './editor.ts';

describe('a picture at the cursor', () => {
	afterEach(closeAll);

	it('is a file beside the document and a link where the cursor stood', async () => {
		const { document } = await open('# Stars\n\nHere: |.\n');
		const file = placed(await draw('a red star'));
		assert.equal(document.getText(), '# Stars\n\nHere: ![a red star](a-red-star.png).\n');
		assert.deepEqual(await beside(document.uri), ['a-red-star.png', 'page.md']);
		await checkIsPng(file);
	});

	it('goes away with one undo, file and link, and comes back with one redo', async () => {
		const { document } = await open('Here: |.\n');
		placed(await draw('a red star'));
		await commands.executeCommand('undo');
		await until('the file to go', async () => (await beside(document.uri)).join() === 'page.md');
		assert.equal(document.getText(), 'Here: .\n');
		await commands.executeCommand('redo');
		await until('the file to come back', async () => (await beside(document.uri)).length === 2);
		assert.equal(document.getText(), 'Here: ![a red star](a-red-star.png).\n');
	});

	it('is made of the selected words, which become its alt text', async () => {
		const { document } = await open('Here: |a red star |.\n');
		placed(await run('limn.generate'));
		assert.equal(document.getText(), 'Here: ![a red star](a-red-star.png) .\n');
	});

	it('follows words that its alt text does not hold, so that none are lost', async () => {
		const { document } = await open('|a red\nstar|\nnext\n');
		placed(await run('limn.generate'));
		assert.equal(document.getText(), 'a red\nstar\n\n![a red star](a-red-star.png)\nnext\n');
	});

	it('keeps the line ends of the document', async () => {
		const { document } = await open('|a red\r\nstar|\r\n');
		placed(await run('limn.generate'));
		assert.equal(document.getText(), 'a red\r\nstar\r\n\r\n![a red star](a-red-star.png)\r\n');
	});

	it('never takes a name that is taken', async () => {
		const { document } = await open('|');
		await workspace.fs.writeFile(Uri.joinPath(document.uri, '../a-red-star.png'), Buffer.from('mine'));
		placed(await draw('a red star'));
		assert.equal(document.getText(), '![a red star](a-red-star-1.png)');
		const mine = await workspace.fs.readFile(Uri.joinPath(document.uri, '../a-red-star.png'));
		assert.equal(Buffer.from(mine).toString(), 'mine');
	});

	it('is the same picture for the same recipe', async () => {
		await open('|');
		const [one, two] = [placed(await draw('a red star')), placed(await draw('a red star'))];
		assert.notEqual(one.path, two.path);
		assert.deepEqual(await workspace.fs.readFile(one), await workspace.fs.readFile(two));
	});

	it('stands where the cursor stood, though text was written above it meanwhile', async () => {
		const editor = await open('Here: |.\n');
		const picture = draw('a red star');
		await insertAtTop(editor, '# New title\n\n');
		placed(await picture);
		assert.equal(editor.document.getText(), '# New title\n\nHere: ![a red star](a-red-star.png).\n');
	});

	it('is not made when it is cancelled, and nothing is written', async () => {
		const { document } = await open('Here: |.\n');
		const picture = draw('a red star', { steps: 1000 });
		await until('the job', async () => {
			await commands.executeCommand('limn.cancel');
			return Promise.race([picture, new Promise<undefined>(resolve => setTimeout(resolve, 200))]);
		});
		assert.deepEqual(await picture, { outcome: 'cancelled' });
		assert.equal(document.getText(), 'Here: .\n');
		assert.deepEqual(await beside(document.uri), ['page.md']);
	});

	it('goes into a cell of a notebook, beside the notebook', async () => {
		const uri = Uri.joinPath(root, `test-${process.pid}-notebook`, 'book.ipynb');
		const cell = { cell_type: 'markdown', metadata: {}, source: ['Here: '] };
		const book = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
		await workspace.fs.writeFile(uri, Buffer.from(JSON.stringify(book)));
		await window.showNotebookDocument(await workspace.openNotebookDocument(uri));
		await commands.executeCommand('notebook.cell.edit');
		const editor = await until('the cell', () => window.activeTextEditor);
		assert.equal(editor.document.uri.scheme, 'vscode-notebook-cell');
		placed(await draw('a red star'));
		assert.match(editor.document.getText(), /!\[a red star\]\(a-red-star\.png\)/);
		assert.deepEqual(await beside(uri), ['a-red-star.png', 'book.ipynb']);
	});
});

describe('the setting markdown.copyFiles.destination', () => {
	let restore: (() => Thenable<void>)[] = [];
	afterEach(async () => {
		for (const back of restore) await back();
		restore = [];
		await closeAll();
	});
	const rule = async (name: string, value: unknown) => restore.push(await set('markdown', `copyFiles.${name}`, value));

	it('decides where the file goes', async () => {
		await rule('destination', { '/nowhere/**': 'x/', '/test-*/**/*.md': 'my img/${documentBaseName/page/p/}/' });
		const { document } = await open('|');
		placed(await draw('a red star'));
		assert.equal(document.getText(), '![a red star](<my img/p/a-red-star.png>)');
	});

	it('matches at any depth without a slash in front', async () => {
		await rule('destination', { 'other.md': 'x/', 'page.md': '/pictures/' });
		const { document } = await open('|');
		const file = placed(await draw('a red star'));
		assert.ok(document.getText().startsWith('![a red star](../pictures/a-red-star'));
		assert.equal(Uri.joinPath(file, '..').path, Uri.joinPath(root, 'pictures').path);
	});

	it('overwrites no file even where it may, because an undo would not bring it back', async () => {
		await rule('overwriteBehavior', 'overwrite');
		const { document } = await open('|');
		await workspace.fs.writeFile(Uri.joinPath(document.uri, '../a-red-star.png'), Buffer.from('old'));
		assert.match(placed(await draw('a red star')).path, /a-red-star-1\.png$/);
	});

	it('is named when it does not work, before any picture is made', async () => {
		await rule('destination', { '**/*': '${fileName/(/x/}' });
		await open('|');
		assert.match(failed(await draw('a red star'), 'badRecipe'), /markdown\.copyFiles\.destination/);
	});
});

describe('a document that goes away while its picture is made', () => {
	afterEach(closeAll);

	async function checkKept(picture: ReturnType<typeof draw>, why: RegExp): Promise<void> {
		const outcome = await picture;
		assert.equal(outcome.outcome, 'kept', JSON.stringify(outcome));
		const kept = outcome as Extract<typeof outcome, { outcome: 'kept' }>;
		assert.match(kept.why, why);
		await checkIsPng(Uri.parse(kept.file));
	}

	it('was deleted: the picture is kept', async () => {
		const { document } = await open('|');
		const picture = draw('a red star');
		await workspace.fs.delete(document.uri);
		await checkKept(picture, /“.*page\.md” was deleted/);
	});

	it('was closed: the picture is kept', async () => {
		await open('|');
		const picture = draw('a red star', { steps: 400 });
		await closeAll();
		await checkKept(picture, /“.*page\.md” was closed/);
	});

	it('lost the place: the picture is kept', async () => {
		const editor = await open('Here: |.\n');
		const picture = draw('a red star');
		await clear(editor);
		await checkKept(picture, /edited away/);
		assert.equal(editor.document.getText(), '');
	});
});

describe('a document that takes no picture', () => {
	afterEach(closeAll);

	it('is none at all', async () => {
		await closeAll();
		assert.match(failed(await draw('a red star'), 'noPlace'), /There is no Markdown document/);
	});

	it('has never been saved', async () => {
		const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
		await window.showTextDocument(document);
		assert.match(failed(await draw('a red star'), 'noPlace'), /no file yet.*Save it/);
		assert.equal(document.getText(), '');
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('is no Markdown', async () => {
		const editor = await open('|', 'page.txt');
		assert.match(failed(await draw('a red star'), 'noPlace'), /“page\.txt” is not a Markdown document/);
		await languages.setTextDocumentLanguage(editor.document, 'markdown');
		placed(await draw('a red star'));
	});
});

describe('a wish that cannot be', () => {
	before(() => open('|'));
	after(closeAll);

	it('names the field that is wrong', async () => {
		assert.match(failed(await draw('a red star', { width: 7 }), 'badRecipe'), /width/);
	});
	it('names the field that nobody knows', async () => {
		assert.match(failed(await draw('a red star', { colour: 'red' }), 'badRecipe'), /colour/);
	});
	it('names the models there are', async () => {
		assert.match(failed(await draw('a red star', { model: 'dream' }), 'modelMissing'), /“dream”.*Name Sketch/);
	});
	it('leaves the document alone', () => {
		assert.equal(window.activeTextEditor?.document.getText(), '');
	});
});
