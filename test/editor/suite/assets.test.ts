// Asset manifests in a real editor: what is offered on an entry, what is marked, what a sync writes and what it leaves.
import assert from 'node:assert/strict';
import { commands, languages, Uri, workspace, type CodeLens, type TextDocument } from 'vscode';
import { checkIsPng, closeAll, failed, open, run, until } from './editor.ts';

const manifest = (fields: object) => `|${JSON.stringify({ limn: 1, ...fields }, undefined, '\t')}\n`;
const colours = {
	lists: { colour: ['red', 'blue'] },
	styles: { quick: { steps: 2, width: 64, height: 64 } },
	assets: [
		{ name: 'circle_{colour}', prompt: 'a {colour} circle', style: 'quick', out: 'items/{name}.png' },
		{ name: 'star', prompt: 'a star', style: 'quick' },
	],
	sheets: [{ out: 'sheet.png', of: ['circle_*'], outputs: ['css'] }],
};

/** The titles of the lenses, line by line. */
async function offered({ uri }: TextDocument): Promise<Record<string, string[]>> {
	const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 99);
	const lines: Record<string, string[]> = {};
	for (const { command, range } of lenses) {
		if (command?.command.startsWith('limn.')) (lines[range.start.line] ??= []).push(command.title);
	}
	return lines;
}

/** Presses a lens, as VS Code does. */
async function press({ uri }: TextDocument, title: string) {
	const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 99);
	const command = lenses.find(({ command }) => command?.title === title)?.command;
	assert.ok(command, title);
	return run(command.command, command.arguments?.[0] as object);
}

const beside = ({ uri }: TextDocument, name: string) => Uri.joinPath(uri, '..', name);
const titles = async (document: TextDocument) => Object.values(await offered(document)).map(line => line.join(' · '));

describe('an asset manifest', function () {
	this.timeout(120_000);
	let document: TextDocument;
	before(async () => {
		({ document } = await open(manifest(colours), 'game.limn.json'));
		await until('the lenses', async () => (await titles(document)).length > 0);
	});
	after(closeAll);

	it('says how its assets stand, and what can be done with each entry', async () =>
		assert.deepEqual(await titles(document), [
			'Sync Assets: 4 missing',
			'Generate 2 · New Seed · Pin',
			'Generate 1 · New Seed · Pin',
		]));

	it('makes the pictures of one entry', async () => {
		const outcome = await press(document, 'Generate 2');
		assert.ok(outcome.outcome === 'synced', JSON.stringify(outcome));
		assert.deepEqual(outcome.made, ['items/circle_red.png', 'items/circle_blue.png']);
		await checkIsPng(beside(document, 'items/circle_red.png'));
		assert.deepEqual(await titles(document), [
			'Sync Assets: 2 missing, 2 fine',
			'Regenerate · New Seed · Pin · Open',
			'Generate 1 · New Seed · Pin',
		]);
	});

	it('makes the rest by a sync, keeps the lock that limn sync keeps, and then has nothing to do', async () => {
		const at = { manifest: document.uri.toString(), write: true };
		const outcome = await run('limn.syncAssets', at);
		assert.ok(outcome.outcome === 'synced', JSON.stringify(outcome));
		assert.deepEqual([outcome.made, outcome.left], [['star.png', 'sheet.png'], []]);
		const lock = JSON.parse(
			new TextDecoder().decode(await workspace.fs.readFile(beside(document, 'game.limn.lock.json'))),
		) as { made: object };
		assert.deepEqual(Object.keys(lock.made), [
			'items/circle_blue.png',
			'items/circle_red.png',
			'sheet.png',
			'star.png',
		]);
		assert.deepEqual(await run('limn.syncAssets', at), { outcome: 'synced', made: [], left: [], notes: [] });
	});

	it('gives an asset another seed, by a pin that one undo takes back', async () => {
		const text = document.getText();
		const file = beside(document, 'star.png');
		const before = await workspace.fs.readFile(file);
		const outcome = await run('limn.newAssetSeed', { manifest: document.uri.toString(), ids: ['star.png'] });
		assert.ok(outcome.outcome === 'synced', JSON.stringify(outcome));
		assert.match(document.getText(), /"pins": \{\n\t\t"star": \d+\n\t\}/);
		assert.notDeepEqual(await workspace.fs.readFile(file), before);
		assert.equal((await titles(document))[2], 'Regenerate · New Seed · Unpin · Open');
		await commands.executeCommand('undo');
		assert.equal(document.getText(), text);
		assert.match((await titles(document))[0], /1 stale, 3 fine/);
		await run('limn.syncAssets', { manifest: document.uri.toString(), write: true });
		assert.deepEqual(await workspace.fs.readFile(file), before);
	});

	it('pins the seeds that its assets have, which leaves them fine', async () => {
		await press(document, 'Pin');
		assert.match(document.getText(), /"circle_red": \d+,\n\t\t"circle_blue": \d+/);
		assert.match((await titles(document))[0], /4 fine/);
		await press(document, 'Unpin');
		assert.doesNotMatch(document.getText(), /pins/);
	});

	it('leaves alone what was changed by hand, until that is wished', async () => {
		const file = beside(document, 'star.png');
		await workspace.fs.writeFile(file, Buffer.from('mine'));
		const at = { manifest: document.uri.toString(), write: true };
		await until('the state', async () => /1 changed by hand, 3 fine/.test((await titles(document))[0]));
		const outcome = await run('limn.syncAssets', at);
		assert.ok(outcome.outcome === 'synced', JSON.stringify(outcome));
		assert.deepEqual([outcome.made, outcome.left], [[], ['star.png']]);
		assert.equal(new TextDecoder().decode(await workspace.fs.readFile(file)), 'mine');
		const again = await run('limn.syncAssets', { ...at, overwrite: true });
		assert.ok(again.outcome === 'synced', JSON.stringify(again));
		assert.deepEqual([again.made, again.left], [['star.png'], []]);
		await checkIsPng(file);
	});

	it('stops a sync at Cancel; what was made stays, and the lock tells of it', async () => {
		const assets = [{ name: 'tree_{n}', prompt: 'a tree', style: 'quick', count: 40, out: 'trees/{name}.png' }];
		const { document } = await open(manifest({ ...colours, assets, sheets: [] }), 'trees.limn.json');
		const first = beside(document, 'trees/tree_01.png');
		const running = run('limn.syncAssets', { manifest: document.uri.toString(), write: true });
		await until('the first tree', () => Promise.resolve(workspace.fs.stat(first)).then(Boolean, () => false));
		await run('limn.cancel');
		assert.deepEqual(await running, { outcome: 'cancelled' });
		const lenses = await until('the lenses', async () => (await titles(document))[0]);
		const [, missing, fine] = /: (\d+) missing, (\d+) fine$/.exec(lenses) ?? [];
		assert.ok(Number(missing) > 0 && Number(fine) > 0, lenses);
	});
});

describe('what is wrong with an asset manifest', () => {
	after(closeAll);
	const marks = ({ uri }: TextDocument) => languages.getDiagnostics(uri).filter(({ source }) => source === 'Limn');

	it('is marked where it is, gone once it is right, and refused by a sync meanwhile', async () => {
		const assets = [colours.assets[1], { name: 'star', prompt: 'another', style: 'px' }];
		const { document } = await open(manifest({ ...colours, assets, sheets: [] }), 'wrong.limn.json');
		const [mark, ...more] = await until('the mark', () => (marks(document).length > 0 ? marks(document) : undefined));
		assert.deepEqual(more, []);
		assert.equal(document.getText(mark.range), '"px"');
		assert.match(mark.message, /“px”; there are quick/);
		assert.deepEqual(await offered(document), {});
		const words = failed(await run('limn.syncAssets', { manifest: document.uri.toString(), write: true }), 'badRecipe');
		assert.match(words, /px/);
		const right = document
			.getText()
			.replace('"px"', '"quick"')
			.replace('"name": "star",\n\t\t\t"prompt": "another"', '"name": "sun",\n\t\t\t"prompt": "another"');
		await workspace.fs.writeFile(document.uri, Buffer.from(right));
		await until('the mark to go', () => marks(document).length === 0);
	});

	it('is not looked for in a checkpoint’s settings', async () => {
		const { document } = await open('|{ "limn": 1, "prediction": "v" }\n', 'model.limn.json');
		assert.deepEqual([marks(document), await offered(document)], [[], {}]);
	});
});
