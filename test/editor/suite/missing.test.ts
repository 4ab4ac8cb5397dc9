// Quick fixes on missing pictures in a real editor: what is offered where, what is written, and how it is taken back.
import assert from 'node:assert/strict';
import { commands, Range, Uri, workspace, type CodeAction, type CodeLens, type TextDocument } from 'vscode';
import { beside, closeAll, failed, open, placed, run, set, until } from './editor.ts';

const fixes = (document: TextDocument, range: Range) =>
	commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix');

async function offered(document: TextDocument, at: string): Promise<readonly string[]> {
	const position = document.positionAt(document.getText().indexOf(at) + 1);
	const range = new Range(position, position);
	const actions = await fixes(document, range);
	return actions.filter(({ command }) => command?.command.startsWith('limn.')).map(({ title }) => title);
}

/** Presses the quick fix, as VS Code does. */
async function press(document: TextDocument, at: string, title: string) {
	const position = document.positionAt(document.getText().indexOf(at) + 1);
	const range = new Range(position, position);
	const actions = await fixes(document, range);
	const command = actions.find(action => action.title === title)?.command;
	assert.ok(command, title);
	return run(command.command, command.arguments?.[0] as object);
}

/** The size in the header of a PNG file. */
async function sizeOf(file: Uri): Promise<[number, number]> {
	const bytes = Buffer.from(await workspace.fs.readFile(file));
	assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const all = ['Create this picture', 'Create this picture with a prompt…', 'Put a placeholder now'];

describe('a missing picture', () => {
	afterEach(closeAll);

	it('offers to make itself, and not once it is there', async () => {
		const { document } = await open('|![a red star](img/star.png){w=96 h=48}\n');
		// The first document of its language starts the extension.
		await until('the quick fixes', async () => (await offered(document, 'star')).length > 0);
		assert.deepEqual(await offered(document, 'star'), all);
		const file = placed(await press(document, 'star', 'Create this picture'));
		assert.equal(file.path, Uri.joinPath(document.uri, '../img/star.png').path);
		assert.deepEqual(await sizeOf(file), [96, 48]);
		assert.equal(document.getText(), '![a red star](img/star.png){w=96 h=48}\n');
		assert.equal(document.isDirty, false);
		assert.deepEqual(await offered(document, 'star'), []);
		const words = failed(
			await run('limn.createPicture', { document: document.uri.toString(), path: 'img/star.png' }),
			'badRecipe',
		);
		assert.match(words, /no picture that is missing/);
	});

	it('has a placeholder at once, in the size and the format of its reference', async () => {
		const { document } = await open('|<img src="a.png" width="320" height="200"><img src="b.jpg" alt="x &amp; <y>">\n');
		assert.deepEqual(await sizeOf(placed(await press(document, 'a.png', 'Put a placeholder now'))), [320, 200]);
		const jpeg = Buffer.from(
			await workspace.fs.readFile(placed(await press(document, 'b.jpg', 'Put a placeholder now'))),
		);
		assert.deepEqual([jpeg[0], jpeg[1]], [0xff, 0xd8]);
	});

	it('is drawn from other words, which leave the alternative text alone', async () => {
		const { document } = await open('|![a red star](star.png)\n');
		const at = { document: document.uri.toString(), path: 'star.png', prompt: 'a green tree' };
		const file = placed(await run('limn.createPicture', at));
		assert.ok(Buffer.from(await workspace.fs.readFile(file)).includes('a green tree'));
		assert.equal(document.getText(), '![a red star](star.png)\n');
	});

	for (const [name, text] of [
		['page.html', '<img src="x/star.png" alt="a">'],
		['style.css', 'i { background: url(x/star.png) }'],
		['page.tsx', 'export default () => <img src="./x/star.png" alt="a" />;'],
	] as const)
		it(`is found in ${name}`, async () => {
			const { document } = await open(`|${text}`, name);
			assert.deepEqual(await offered(document, 'star'), all);
		});

	it('offers nothing where no picture may be made', async () => {
		const { document } = await open('|![a](../../star.png) ![b](https://example.org/star.png) ![c](/star.png)\n');
		for (const at of ['../star', 'example', '(/star']) assert.deepEqual(await offered(document, at), []);
	});

	it('is no part of fixing everything', async () => {
		const { document } = await open('|![a red star](star.png)\n');
		await commands.executeCommand('editor.action.fixAll');
		await commands.executeCommand('editor.action.autoFix');
		assert.deepEqual(await beside(document.uri), ['page.md']);
	});

	it('is counted above the document, where that is wished', async () => {
		const { document } = await open('|![a](a.png) ![b](b.png)\n');
		const lenses = async () =>
			(await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9)).flatMap(
				({ command }) => command?.title ?? [],
			);
		assert.deepEqual(await lenses(), ['2 pictures are missing']);
		const restore = await set('limn', 'countMissing', false);
		assert.deepEqual(await lenses(), []);
		await restore();
	});
});

describe('the missing pictures of a folder', () => {
	afterEach(closeAll);

	it('are all made at once, and the second time none is missing', async () => {
		const { document } = await open('|![a red star](img/a.png) ![a green tree](img/b.webp){w=40 h=30}\n');
		const folder = Uri.joinPath(document.uri, '..');
		const outcome = await run('limn.fillMissing', { in: folder.toString(), write: true });
		assert.equal(outcome.outcome, 'placed', JSON.stringify(outcome));
		assert.deepEqual(await beside(Uri.joinPath(folder, 'img/a.png')), ['a.png', 'b.webp']);
		assert.deepEqual(await run('limn.fillMissing', { in: folder.toString(), write: true }), { outcome: 'done' });
	});
});
