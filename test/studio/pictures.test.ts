// The Studio's pictures: walked through by keyboard, inserted, saved, reused; and what is said when that cannot be.
import assert from 'node:assert/strict';
import { studioInChromium } from './harness/chromium.ts';
import type { StudioHost } from './harness/host.ts';

declare const studioHost: StudioHost;

describe('the Studio’s pictures', () => {
	const { page, open, sent } = studioInChromium();

	describe('its list of pictures', () => {
		const press = async (...keys: string[]): Promise<void> => {
			await open('results');
			await page().locator('.tile[aria-selected=true]').focus();
			for (const key of keys) await page().keyboard.press(key);
		};

		for (const { keys, says } of [
			{ keys: ['ArrowRight', 'ArrowRight', 'Enter'], says: { type: 'insert', picture: '5' } },
			{ keys: ['End', 's'], says: { type: 'saveTo', picture: '1' } },
			{ keys: ['End', 'Home', 'u'], says: { type: 'useAsStart', picture: '7' } },
			{ keys: ['ArrowDown', 'r'], says: { type: 'reuse', picture: '2' } },
			{ keys: ['ArrowRight', 'ArrowLeft', 'Delete'], says: { type: 'remove', picture: '7' } },
		]) {
			it(`${keys.join(', ')} says ${says.type} for picture ${says.picture}`, async () => {
				await press(...keys);
				assert.deepEqual(await sent(), [says]);
			});
		}

		it('keeps the focus in the list when its picture is removed', async () => {
			await press('Delete');
			assert.equal(await page().getByRole('option').count(), 6);
			assert.match(
				(await page().evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
				/^a gold circle on a black background, 64 × 64, seed 1006/,
			);
		});

		it('marks where a picture was put', async () => {
			await press('Enter');
			assert.match((await page().locator('.caption').textContent()) ?? '', /Inserted in docs\/guide\.md/);
			assert.equal(await page().getByRole('status').textContent(), 'Inserted in docs/guide.md.');
		});

		it('fills in the recipe and locks its seed', async () => {
			await press('End', 'r');
			assert.equal(
				await page().getByLabel('Prompt', { exact: true }).inputValue(),
				'a blue gem on a lightgreen background',
			);
			assert.equal(await page().getByLabel('Seed', { exact: true }).inputValue(), '1001');
			await page().keyboard.press('Control+Enter');
			const last = (await sent()).at(-1);
			assert.equal(last?.type === 'generate' && last.recipe.seed, 1001);
		});

		it('shows small pictures by whole screen pixels, unsmoothed', async () => {
			await open('results');
			const image = page().locator('.stage img');
			assert.equal(await image.evaluate(({ clientWidth }) => clientWidth % 64), 0);
			assert.equal(await image.evaluate(element => getComputedStyle(element).imageRendering), 'pixelated');
		});
	});

	it('inserts nothing without a document, and says what to open', async () => {
		await open('homeless');
		await page().locator('.tile[aria-selected=true]').focus();
		await page().keyboard.press('Enter');
		assert.deepEqual(await sent(), []);
		assert.equal(await page().locator('#insert').getAttribute('aria-disabled'), 'true');
		assert.ok(await page().getByText('Open a Markdown document to insert the picture there.').isVisible());
		await page().evaluate(() => studioHost.say({ type: 'target', target: { name: 'notes.md' } }));
		await page().getByRole('button', { name: 'Insert into notes.md' }).click();
		assert.deepEqual(await sent(), [{ type: 'insert', picture: '7' }]);
	});

	it('words a failure, and sends the button that was pressed', async () => {
		await open('failure');
		const alert = page().getByRole('alert');
		assert.match(
			(await alert.textContent()) ?? '',
			/not enough memory for 1024 × 1024 pixels.*Make the picture smaller/s,
		);
		await alert.getByRole('button', { name: 'Use 512 × 512' }).click();
		assert.deepEqual(await sent(), [{ type: 'act', action: 'smaller' }]);
		await alert.getByRole('button', { name: 'Close this message' }).click();
		assert.equal(await alert.count(), 0);
	});
});
