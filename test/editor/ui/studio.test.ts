// The Studio in the packaged extension: generate and insert, cancel, and going on after the sidecar was killed.
import assert from 'node:assert/strict';
import { openFile, runCommand, webview } from '../../harness/browser.ts';
import { descendants } from './processes.ts';
import { openWorkbench, shootFailure, until, type Workbench } from './workbench.ts';

describe('the Studio in VS Code', function () {
	this.timeout(180_000);
	let workbench: Workbench;
	before(async () => {
		workbench = await openWorkbench();
		await openFile(workbench.page, 'moss.md');
		await workbench.page.keyboard.press('Control+End');
		await runCommand(workbench.page, 'Limn: Open Studio');
	});
	after(() => workbench?.close());
	afterEach(function () {
		return shootFailure(workbench, this.currentTest);
	});

	const studio = () => webview(workbench.page);
	const pictures = () => studio().locator('#results [role=option]');

	async function ask(words: string, steps: number): Promise<void> {
		await studio().getByLabel('Prompt', { exact: true }).fill(words);
		const settings = studio().locator('details.settings');
		if ((await settings.getAttribute('open')) === null) await settings.locator('summary').first().click();
		await studio().getByLabel('Steps').fill(String(steps));
		await studio().getByRole('button', { name: 'Generate' }).click();
	}

	it('draws a picture and inserts it into the document', async () => {
		const words = 'a green tree on a white background';
		await ask(words, 12);
		const picture = studio().locator('.stage img');
		await picture.waitFor({ timeout: 60_000 });
		await until('the picture', () => picture.evaluate(image => (image as HTMLImageElement).naturalWidth > 0));
		await studio().getByRole('button', { name: 'Insert into moss.md' }).click();
		await until('the link', async () => (await workbench.read('moss.md')).includes(`![${words}](`));
		await workbench.shoot('studio');
	});

	it('cancels a running job and is ready for the next', async () => {
		const before = await pictures().count();
		await ask('a purple potion on a black background', 1000);
		await studio().locator('canvas[role=img]').waitFor({ timeout: 60_000 });
		await workbench.shoot('running');
		await studio().getByRole('button', { name: 'Cancel' }).click();
		await studio().getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
		assert.equal(await pictures().count(), before);
		await ask('a purple potion on a black background', 12);
		await until('the next picture', async () => (await pictures().count()) === before + 1);
	});

	it('says that the sidecar was killed, and draws again with a new one', async () => {
		const before = await pictures().count();
		await ask('a blue fish on a white background', 1000);
		await studio().locator('canvas[role=img]').waitFor({ timeout: 60_000 });
		const [sidecar, ...others] = descendants(workbench.server, 'sidecar.cjs');
		assert.deepEqual(others, []);
		process.kill(sidecar, 'SIGKILL');
		await studio().getByText('The process that makes pictures ended').waitFor();
		await workbench.shoot('killed');
		await ask('a blue fish on a white background', 12);
		await until('a picture by the new process', async () => (await pictures().count()) === before + 1);
		assert.notEqual(descendants(workbench.server, 'sidecar.cjs')[0], sidecar);
	});
});
