// The Studio's page in a real browser, driven as a person drives it, against a scripted host.
import assert from 'node:assert/strict';
import { studioInChromium } from './harness/chromium.ts';
import type { StudioHost } from './harness/host.ts';
import { largeCard, sketchCard, wordlessCard } from './harness/models.ts';

declare const studioHost: StudioHost;

describe('the Studio', () => {
	const { page, open, sent } = studioInChromium();

	describe('generates', () => {
		it('sends exactly what the form says on Ctrl+Enter', async () => {
			await open('empty');
			await page().getByLabel('Prompt', { exact: true }).fill('a red star on a blue background');
			await page().getByLabel('Seed', { exact: true }).fill('7');
			await page().getByLabel('Steps').fill('12');
			await page().keyboard.press('Control+Enter');
			const { prompt, seed, steps } = { prompt: 'a red star on a blue background', seed: 7, steps: 12 };
			assert.deepEqual(await sent(), [
				{ type: 'generate', recipe: { ...sketchCard.defaults, prompt, seed, steps, emphasis: 'a1111' }, count: 1 },
			]);
		});

		it('draws a new seed for each job, unless it is locked', async () => {
			await open('results');
			for (let job = 0; job < 2; job++) {
				await page().keyboard.press('Control+Enter');
				await page().evaluate(() => studioHost.say({ type: 'finished', outcome: 'done' }));
			}
			await page()
				.getByRole('switch', { name: /Keep the seed/ })
				.click();
			await page().keyboard.press('Control+Enter');
			const seeds = (await sent()).map(message => (message.type === 'generate' ? message.recipe.seed : undefined));
			assert.equal(seeds.length, 3);
			assert.notEqual(seeds[0], seeds[1]);
			assert.equal(seeds[1], seeds[2]);
		});

		it('asks nothing without a prompt, and nothing more while a job runs', async () => {
			await open('empty');
			await page().keyboard.press('Control+Enter');
			assert.deepEqual(await sent(), []);
			await page()
				.getByRole('button', { name: /a .* on a .* background/ })
				.first()
				.click();
			await page().keyboard.press('Control+Enter');
			await page().keyboard.press('Control+Enter');
			assert.equal((await sent()).length, 1);
		});

		it('cancels on Escape, once', async () => {
			await open('running');
			await page().evaluate(() => document.body.focus());
			await page().keyboard.press('Escape');
			await page().keyboard.press('Escape');
			assert.deepEqual(await sent(), [{ type: 'cancel' }]);
			assert.equal(await page().locator('#cancel').count(), 0);
			assert.equal(await page().getByRole('status').textContent(), 'Cancelled.');
		});

		it('offers to stop a job that does not heed a cancel', async () => {
			await page().clock.install();
			await open('deaf');
			await page().getByRole('button', { name: 'Cancel' }).click();
			await page().clock.fastForward(3000);
			await page().getByRole('button', { name: 'Stop now' }).click();
			assert.deepEqual(await sent(), [{ type: 'cancel' }, { type: 'cancel' }]);
		});

		it('shows progress, the preview and each picture as it comes', async () => {
			await open('results');
			await page().keyboard.press('Control+Enter');
			await page().evaluate(() => studioHost.say({ type: 'progress', ...studioHost.make.running('step', 12, 20) }));
			assert.match((await page().locator('.line').textContent()) ?? '', /Step 12 of 20 · picture 2 of 4 · 1\.8 s/);
			assert.equal(await page().getByRole('status').textContent(), '25 percent.');
			const painted = await page()
				.locator('canvas')
				.evaluate(canvas => {
					const { width, height } = canvas as HTMLCanvasElement;
					const centre = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data;
					return { width, height, reddish: centre !== undefined && centre[0]! > centre[2]! };
				});
			assert.deepEqual(painted, { width: 64, height: 64, reddish: true });
			await page().evaluate(async () => {
				const [picture] = await studioHost.make.samples();
				studioHost.say({ type: 'picture', picture: { ...picture!, id: 'new' } });
				studioHost.say({ type: 'finished', outcome: 'done' });
			});
			assert.equal(await page().getByRole('option').count(), 8);
			assert.equal(await page().locator('.tile[aria-selected=true]').getAttribute('aria-label'), starName);
			assert.equal(await page().locator('.stage img').getAttribute('alt'), 'a red star on a lightblue background');
		});
	});

	it('starts from a result, with a strength', async () => {
		await open('results');
		await page().getByRole('button', { name: 'Use as start' }).click();
		await page().locator('#strength').fill('0.45');
		await page().keyboard.press('Control+Enter');
		const last = (await sent()).at(-1);
		assert.equal(last?.type === 'generate' && last.strength, 0.45);
		await page().keyboard.press('Escape');
		await page().getByRole('button', { name: 'Begin without a picture' }).click();
		await page().keyboard.press('Control+Enter');
		const after = (await sent()).at(-1);
		assert.equal(after?.type === 'generate' && 'strength' in after, false);
	});

	it('starts from a file that is dropped on it', async () => {
		await open('empty');
		await page().evaluate(() => {
			const data = new DataTransfer();
			data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'cat.png', { type: 'image/png' }));
			document
				.querySelector('.drop')
				?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		});
		await page().getByRole('button', { name: 'Begin without a picture' }).waitFor();
		const [message] = await sent();
		assert.deepEqual(message?.type === 'setStart' && [message.name, [...message.bytes]], [
			'cat.png',
			[137, 80, 78, 71],
		]);
	});

	it('goes on after a reload with the words and numbers it had', async () => {
		await open('results');
		await page().getByLabel('Prompt', { exact: true }).fill('two green fish');
		await page().getByLabel('Guidance').fill('3.5');
		await page().keyboard.press('Tab');
		await open('empty');
		assert.equal(await page().getByLabel('Prompt', { exact: true }).inputValue(), 'two green fish');
		assert.equal(await page().getByLabel('Guidance').inputValue(), '3.5');
	});

	it('keeps sizes to multiples of 8, and the ratio when asked', async () => {
		await open('empty');
		await page().getByLabel('Prompt', { exact: true }).fill('a key');
		await page().getByLabel('Height in pixels').fill('99');
		await page()
			.getByRole('switch', { name: /Keep the ratio/ })
			.click();
		await page().getByLabel('Width in pixels').fill('128');
		await page().keyboard.press('Control+Enter');
		const [message] = await sent();
		assert.deepEqual(message?.type === 'generate' && [message.recipe.width, message.recipe.height], [128, 192]);
	});

	it('brings what a model is best run with, and folds away what few people touch', async () => {
		await open('empty');
		await page().getByLabel('Prompt', { exact: true }).fill('a calm sea');
		await page().getByText('Advanced').click();
		await page().getByRole('combobox', { name: 'Model' }).click();
		await page().getByRole('option', { name: 'landscape-v1-5' }).click();
		for (const [label, shown] of [
			['Size', 'Square · 512 × 512'],
			['Sampler', 'Euler'],
			['Schedule', 'Leading'],
			['Brackets', 'A1111'],
		] as const) {
			assert.equal((await page().getByRole('combobox', { name: label }).textContent())?.trim(), shown);
		}
		await page().keyboard.press('Control+Enter');
		const [message] = await sent();
		assert.deepEqual(message?.type === 'generate' && message.recipe, {
			...largeCard.defaults,
			prompt: 'a calm sea',
			emphasis: 'a1111',
			seed: message?.type === 'generate' && message.recipe.seed,
		});
	});

	it('asks a model that reads no words for what it hears alone', async () => {
		await open('wordless');
		for (const label of ['Prompt', 'Steps', 'Guidance', 'Width in pixels', 'Start picture'])
			assert.equal(await page().getByLabel(label, { exact: true }).count(), 0, label);
		assert.match((await page().locator('.hint').first().textContent()) ?? '', /Moss reads no words.*moss on stones/);
		await page().getByLabel('Seed', { exact: true }).fill('7');
		await page().getByLabel('Pictures', { exact: true }).fill('3');
		await page().keyboard.press('Control+Enter');
		assert.deepEqual(await sent(), [
			{ type: 'generate', recipe: { ...wordlessCard.defaults, prompt: '', seed: 7, emphasis: 'a1111' }, count: 3 },
		]);
	});

	it('keeps a model that is gone, and says so', async () => {
		await open('empty');
		await page().evaluate(() => studioHost.say({ type: 'recipe', recipe: { model: '/models/gone' } }));
		assert.match(
			(await page().getByRole('combobox', { name: 'Model' }).textContent()) ?? '',
			/\/models\/gone \(not found\)/,
		);
	});

	it('tells softly which words the model was not taught', async () => {
		await open('unknown');
		assert.match(
			(await page().locator('.hint').first().textContent()) ?? '',
			/Sketch was not taught “cyberpunk”, “dragon”, “8k”\./,
		);
		await page().getByLabel('Prompt', { exact: true }).fill('Two red stars, please: a picture on blue');
		assert.match((await page().locator('.hint').first().textContent()) ?? '', /not taught “Two”\./);
	});
});

const starName = 'a red star on a lightblue background, 64 × 64, seed 1007';
