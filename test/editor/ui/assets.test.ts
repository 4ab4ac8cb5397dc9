// A manifest's assets by the clicks of a person: the plan that is approved, the progress, the view, in the packaged extension.
import assert from 'node:assert/strict';
import { openFile, runCommand } from '../../harness/browser.ts';
import { openWorkbench, shootFailure, until, type Workbench } from './workbench.ts';

const manifest = `{
	"limn": 1,
	"lists": { "colour": ["red", "blue"] },
	"styles": { "quick": { "steps": 2, "width": 64, "height": 64 } },
	"assets": [
		{ "name": "circle_{colour}", "prompt": "a {colour} circle", "style": "quick", "out": "items/{name}.png" },
		{ "name": "star", "prompt": "a red star", "style": "quick" }
	],
	"sheets": [{ "out": "sheet.png", "of": ["circle_*"], "outputs": ["css"] }]
}
`;

describe('an asset manifest in VS Code', function () {
	this.timeout(180_000);
	let workbench: Workbench;
	before(async () => (workbench = await openWorkbench()));
	after(() => workbench?.close());
	afterEach(function () {
		return shootFailure(workbench, this.currentTest);
	});

	it('is planned, approved and made, and the view tells how everything stands', async () => {
		const { page, read, write, shoot } = workbench;
		await write('game.limn.json', manifest);
		await openFile(page, 'game.limn.json');
		const lenses = page.locator('.codelens-decoration a');
		await lenses.filter({ hasText: 'Sync Assets: 4 missing' }).waitFor();
		await page.locator('.pane-header', { hasText: 'Limn Assets' }).click();
		const rows = page.locator('.pane', { hasText: 'Limn Assets' }).locator('.monaco-list-row');
		await rows.filter({ hasText: 'star.png' }).filter({ hasText: 'missing' }).waitFor();
		await shoot('assets-missing');
		await lenses.filter({ hasText: 'Sync Assets: 4 missing' }).click();
		const plan = page.locator('.quick-input-widget', { hasText: 'what shall be made?' });
		await plan.locator('.monaco-list-row', { hasText: 'items/circle_red.png' }).waitFor();
		await shoot('assets-plan');
		await plan.getByRole('button', { name: 'OK' }).click();
		await lenses.filter({ hasText: 'Sync Assets: 4 fine' }).waitFor({ timeout: 60_000 });
		await rows.filter({ hasText: 'star.png' }).filter({ hasText: 'fine' }).waitFor();
		assert.equal((await read('items/circle_red.png')).slice(1, 4), 'PNG');
		await shoot('assets-fine');
	});

	it('never makes anything over what was changed by hand without a yes', async () => {
		const { page, read, write, shoot } = workbench;
		await write('star.png', 'mine');
		const rows = page.locator('.pane', { hasText: 'Limn Assets' }).locator('.monaco-list-row');
		await rows.filter({ hasText: 'star.png' }).filter({ hasText: 'changed by hand' }).waitFor();
		await page.locator('.codelens-decoration a', { hasText: 'Regenerate' }).nth(1).click();
		const question = page.locator('.monaco-dialog-box', { hasText: 'was changed by hand' });
		await question.waitFor();
		await shoot('assets-changed');
		await question.getByRole('button', { name: 'Cancel' }).click();
		assert.equal(await read('star.png'), 'mine');
		await page.locator('.codelens-decoration a', { hasText: 'Regenerate' }).nth(1).click();
		await question.getByRole('button', { name: 'Make Anew' }).click();
		await until('the picture', async () => (await read('star.png')).slice(1, 4) === 'PNG');
	});

	it('has what its schema cannot say marked in its text', async () => {
		const { page, write, shoot } = workbench;
		await write('game.limn.json', manifest.replace('"style": "quick"', '"style": "slow"'));
		await page.locator('.squiggly-error').first().waitFor();
		await runCommand(page, 'Problems: Focus on Problems View');
		await page.locator('.markers-panel .monaco-list-row', { hasText: 'there are quick' }).waitFor();
		await shoot('assets-problem');
	});
});
