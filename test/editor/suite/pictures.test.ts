// The commands on a picture file in a real editor: what is written beside it, and that it stays itself.
import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import type { Outcome } from '../../../extension/place.ts';
import { beside, closeAll, failed, placed, root, run, until } from './editor.ts';

const folder = Uri.joinPath(root, `pictures-${process.pid}`);
const star = Uri.joinPath(folder, 'star.png');
const on = (command: string, more: object = {}) => run(command, { picture: star.toString(), ...more });

/** Width and height in the header of a PNG file. */
async function sizeOf(file: Uri): Promise<[number, number]> {
	const bytes = Buffer.from(await workspace.fs.readFile(file));
	assert.equal(bytes.toString('latin1', 1, 4), 'PNG', file.path);
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function reported(outcome: Outcome): string {
	assert.equal(outcome.outcome, 'reported', JSON.stringify(outcome));
	return (outcome as Extract<Outcome, { outcome: 'reported' }>).report;
}

describe('a picture file', () => {
	let bytes: Uint8Array;
	before(async () => {
		await workspace.fs.createDirectory(folder);
		const wish = { prompt: 'a red star on a blue background', seed: 7, steps: 4 };
		placed(await run('limn.generateIntoFolder', { ...wish, folder: folder.toString(), name: 'star.png' }));
		bytes = await workspace.fs.readFile(star);
	});
	afterEach(async () => {
		assert.deepEqual(await workspace.fs.readFile(star), bytes, 'the picture was touched');
		await closeAll();
	});
	const fileOf = (outcome: Outcome, name: string) => {
		const file = placed(outcome);
		assert.equal(file.path, Uri.joinPath(folder, name).path);
		return file;
	};

	it('shows its recipe as a document', async () => {
		const text = reported(await on('limn.showRecipe'));
		assert.match(text, /a red star on a blue background/);
		assert.match(text, /\| seed \| 7 \|/);
		const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
		await until('its tab', () => labels().some(label => label.includes('Recipe of star.png')));
	});

	it('comes out the same again', async () => {
		assert.match(reported(await on('limn.regenerate')), /the same, byte for byte/);
	});

	it('loses its background, in a new file that makes itself again', async () => {
		const file = fileOf(await on('limn.removeBackground'), 'star-cut-out.png');
		assert.deepEqual(await sizeOf(file), [64, 64]);
		const again = reported(await run('limn.regenerate', { picture: file.toString() }));
		assert.match(again, /the same, byte for byte/);
		fileOf(await on('limn.removeBackground'), 'star-cut-out-1.png');
	});

	it('is made seamless', async () => {
		fileOf(await on('limn.makeSeamless'), 'star-seamless.png');
	});

	it('is given another size', async () => {
		const file = fileOf(await on('limn.resizeOrConvert', { width: 100, height: 30 }), 'star-100x30.png');
		assert.deepEqual(await sizeOf(file), [100, 30]);
	});

	it('is given another format', async () => {
		const file = fileOf(await on('limn.resizeOrConvert', { format: 'webp' }), 'star.webp');
		const webp = Buffer.from(await workspace.fs.readFile(file));
		assert.equal(webp.toString('latin1', 8, 12), 'WEBP');
		assert.match(reported(await run('limn.showRecipe', { picture: file.toString() })), /\| seed \| 7 \|/);
	});

	it('has variations, each a picture of its own', async () => {
		fileOf(await on('limn.makeVariations', { stray: 'near', count: 3 }), 'star-variation.png');
		const names = (await beside(star)).filter(name => name.includes('variation'));
		assert.deepEqual(names, ['star-variation-1.png', 'star-variation-2.png', 'star-variation.png']);
		const contents = await Promise.all(names.map(async name => workspace.fs.readFile(Uri.joinPath(folder, name))));
		assert.equal(new Set(contents.map(each => Buffer.from(each).toString('base64'))).size, 3);
	});

	it('is drawn over by other words, and what came of it can be made again', async () => {
		const edited = await on('limn.editWithWords', { prompt: 'a green star on a blue background', strength: 0.5 });
		const file = fileOf(edited, 'star-edit.png');
		assert.deepEqual(await sizeOf(file), [64, 64]);
		const text = reported(await run('limn.showRecipe', { picture: file.toString() }));
		assert.match(text, /a green star on a blue background/);
		assert.match(reported(await run('limn.regenerate', { picture: file.toString() })), /the same, byte for byte/);
	});

	it('is the one in the active tab, where none is named', async () => {
		await commands.executeCommand('vscode.open', star);
		await until('its tab', () => window.tabGroups.activeTabGroup.activeTab?.label === 'star.png');
		assert.match(reported(await run('limn.showRecipe')), /a red star/);
	});

	it('is worked on with all that are selected', async () => {
		const other = Uri.joinPath(folder, 'star.webp');
		const files = [star, other];
		placed(await commands.executeCommand<Outcome>('limn.makeSeamless', star, files));
		const names = await beside(star);
		for (const name of ['star-seamless-1.png', 'star-seamless.webp']) assert.ok(names.includes(name), names.join());
	});

	it('that carries no recipe says so', async () => {
		const plain = Uri.joinPath(folder, 'plain.png');
		const path = 'plain.png';
		const { document } = await (async () => {
			const uri = Uri.joinPath(folder, 'plain.md');
			await workspace.fs.writeFile(uri, Buffer.from(`![x](${path})\n`));
			return window.showTextDocument(uri);
		})();
		placed(await run('limn.putPlaceholder', { document: document.uri.toString(), path }));
		assert.match(failed(await run('limn.showRecipe', { picture: plain.toString() }), 'noRecipe'), /carries no recipe/);
	});

	it('that is none says so', async () => {
		const bad = Uri.joinPath(folder, 'bad.png');
		await workspace.fs.writeFile(bad, Buffer.from('no picture'));
		failed(await run('limn.removeBackground', { picture: bad.toString() }), 'badPicture');
	});
});
