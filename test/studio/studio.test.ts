// The Studio's page in a real browser, driven as a person drives it, against a scripted host.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { FromStudio } from '../../webview/protocol.ts';
import type { StudioHost } from './harness/host.ts';
import { largeCard, sketchCard } from './harness/models.ts';
import { scenes } from './harness/scenes.ts';
import { serveStudio } from './harness/server.ts';
import { themes } from './harness/themes.ts';

declare const studioHost: StudioHost;

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const screens = 'out/screens';
const flags =
	'--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
	'--disable-component-update --disable-sync --disable-dev-shm-usage';

describe('the Studio', function () {
	let browser: Browser;
	let server: Server;
	let address: string;
	let page: Page;
	let complaints: string[];

	before(async function () {
		if (!existsSync(executablePath)) {
			console.log(`      skipped: there is no Chromium at ${executablePath} (set CHROMIUM)`);
			this.skip();
		}
		({ server, address } = await serveStudio());
		browser = await chromium.launch({ executablePath, args: flags.split(' ') });
		await mkdir(screens, { recursive: true });
	});

	after(async () => {
		await browser?.close();
		server?.close();
	});

	beforeEach(async () => {
		page = await browser.newPage({ viewport: { width: 1100, height: 760 }, reducedMotion: 'reduce' });
		complaints = [];
		page.on('console', message => {
			if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
		});
		page.on('pageerror', error => complaints.push(error.message));
	});

	afterEach(async () => {
		await page.close();
		// A breach of the page's policy is a console error too.
		assert.deepEqual(complaints, []);
	});

	const open = async (scene: string, theme = 'light-modern'): Promise<void> => {
		await page.goto(`${address}/?scene=${scene}&theme=${theme}`);
		await page.waitForSelector('html[data-scene=set]');
		await page.evaluate(() => document.fonts.ready);
	};
	const sent = (): Promise<FromStudio[]> => page.evaluate(() => studioHost.sent.filter(({ type }) => type !== 'ready'));
	const focusedName = (): Promise<string | null | undefined> =>
		page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

	describe('generates', () => {
		it('sends exactly what the form says on Ctrl+Enter', async () => {
			await open('empty');
			await page.getByLabel('Prompt', { exact: true }).fill('a red star on a blue background');
			await page.getByLabel('Seed', { exact: true }).fill('7');
			await page.getByLabel('Steps').fill('12');
			await page.keyboard.press('Control+Enter');
			const { prompt, seed, steps } = { prompt: 'a red star on a blue background', seed: 7, steps: 12 };
			assert.deepEqual(await sent(), [
				{ type: 'generate', recipe: { ...sketchCard.defaults, prompt, seed, steps }, count: 1 },
			]);
		});

		it('draws a new seed for each job, unless it is locked', async () => {
			await open('results');
			for (let job = 0; job < 2; job++) {
				await page.keyboard.press('Control+Enter');
				await page.evaluate(() => studioHost.say({ type: 'finished', outcome: 'done' }));
			}
			await page.getByRole('switch', { name: /Keep the seed/ }).click();
			await page.keyboard.press('Control+Enter');
			const seeds = (await sent()).map(message => (message.type === 'generate' ? message.recipe.seed : undefined));
			assert.equal(seeds.length, 3);
			assert.notEqual(seeds[0], seeds[1]);
			assert.equal(seeds[1], seeds[2]);
		});

		it('asks nothing without a prompt, and nothing more while a job runs', async () => {
			await open('empty');
			await page.keyboard.press('Control+Enter');
			assert.deepEqual(await sent(), []);
			await page
				.getByRole('button', { name: /a .* on a .* background/ })
				.first()
				.click();
			await page.keyboard.press('Control+Enter');
			await page.keyboard.press('Control+Enter');
			assert.equal((await sent()).length, 1);
		});

		it('cancels on Escape, once', async () => {
			await open('running');
			await page.evaluate(() => document.body.focus());
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			assert.deepEqual(await sent(), [{ type: 'cancel' }]);
			assert.equal(await page.locator('#cancel').count(), 0);
			assert.equal(await page.getByRole('status').textContent(), 'Cancelled.');
		});

		it('shows progress, the preview and each picture as it comes', async () => {
			await open('results');
			await page.keyboard.press('Control+Enter');
			await page.evaluate(() => studioHost.say({ type: 'progress', ...studioHost.make.running('step', 12, 20) }));
			assert.match((await page.locator('.line').textContent()) ?? '', /Step 12 of 20 · picture 2 of 4 · 1\.8 s/);
			assert.equal(await page.getByRole('status').textContent(), '25 percent.');
			const painted = await page.locator('canvas').evaluate(canvas => {
				const { width, height } = canvas as HTMLCanvasElement;
				const centre = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data;
				return { width, height, reddish: centre !== undefined && centre[0]! > centre[2]! };
			});
			assert.deepEqual(painted, { width: 64, height: 64, reddish: true });
			await page.evaluate(async () => {
				const [picture] = await studioHost.make.samples();
				studioHost.say({ type: 'picture', picture: { ...picture!, id: 'new' } });
				studioHost.say({ type: 'finished', outcome: 'done' });
			});
			assert.equal(await page.getByRole('option').count(), 8);
			assert.equal(await page.locator('.tile[aria-selected=true]').getAttribute('aria-label'), starName);
			assert.equal(await page.locator('.stage img').getAttribute('alt'), 'a red star on a lightblue background');
		});
	});

	describe('its list of pictures', () => {
		const press = async (...keys: string[]): Promise<void> => {
			await open('results');
			await page.locator('.tile[aria-selected=true]').focus();
			for (const key of keys) await page.keyboard.press(key);
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
			assert.equal(await page.getByRole('option').count(), 6);
			assert.match((await focusedName()) ?? '', /^a gold circle on a black background, 64 × 64, seed 1006/);
		});

		it('marks where a picture was put', async () => {
			await press('Enter');
			assert.match((await page.locator('.caption').textContent()) ?? '', /Inserted in docs\/guide\.md/);
			assert.equal(await page.getByRole('status').textContent(), 'Inserted in docs/guide.md.');
		});

		it('fills in the recipe and locks its seed', async () => {
			await press('End', 'r');
			assert.equal(
				await page.getByLabel('Prompt', { exact: true }).inputValue(),
				'a blue gem on a lightgreen background',
			);
			assert.equal(await page.getByLabel('Seed', { exact: true }).inputValue(), '1001');
			await page.keyboard.press('Control+Enter');
			const last = (await sent()).at(-1);
			assert.equal(last?.type === 'generate' && last.recipe.seed, 1001);
		});

		it('shows small pictures by whole screen pixels, unsmoothed', async () => {
			await open('results');
			const image = page.locator('.stage img');
			assert.equal(await image.evaluate(({ clientWidth }) => clientWidth % 64), 0);
			assert.equal(await image.evaluate(element => getComputedStyle(element).imageRendering), 'pixelated');
		});
	});

	it('inserts nothing without a document, and says what to open', async () => {
		await open('homeless');
		await page.locator('.tile[aria-selected=true]').focus();
		await page.keyboard.press('Enter');
		assert.deepEqual(await sent(), []);
		assert.equal(await page.locator('#insert').getAttribute('aria-disabled'), 'true');
		assert.ok(await page.getByText('Open a Markdown document to insert the picture there.').isVisible());
		await page.evaluate(() => studioHost.say({ type: 'target', target: { name: 'notes.md' } }));
		await page.getByRole('button', { name: 'Insert into notes.md' }).click();
		assert.deepEqual(await sent(), [{ type: 'insert', picture: '7' }]);
	});

	it('words a failure, and sends the button that was pressed', async () => {
		await open('failure');
		const alert = page.getByRole('alert');
		assert.match(
			(await alert.textContent()) ?? '',
			/not enough memory for 1024 × 1024 pixels.*Make the picture smaller/s,
		);
		await alert.getByRole('button', { name: 'Use 512 × 512' }).click();
		assert.deepEqual(await sent(), [{ type: 'act', action: 'smaller' }]);
		await alert.getByRole('button', { name: 'Close this message' }).click();
		assert.equal(await alert.count(), 0);
	});

	it('starts from a result, with a strength', async () => {
		await open('results');
		await page.getByRole('button', { name: 'Use as start' }).click();
		await page.locator('#strength').fill('0.45');
		await page.keyboard.press('Control+Enter');
		const last = (await sent()).at(-1);
		assert.equal(last?.type === 'generate' && last.strength, 0.45);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Begin without a picture' }).click();
		await page.keyboard.press('Control+Enter');
		const after = (await sent()).at(-1);
		assert.equal(after?.type === 'generate' && 'strength' in after, false);
	});

	it('starts from a file that is dropped on it', async () => {
		await open('empty');
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'cat.png', { type: 'image/png' }));
			document
				.querySelector('.drop')
				?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		});
		await page.getByRole('button', { name: 'Begin without a picture' }).waitFor();
		const [message] = await sent();
		assert.deepEqual(message?.type === 'setStart' && [message.name, [...message.bytes]], [
			'cat.png',
			[137, 80, 78, 71],
		]);
	});

	it('goes on after a reload with the words and numbers it had', async () => {
		await open('results');
		await page.getByLabel('Prompt', { exact: true }).fill('two green fish');
		await page.getByLabel('Guidance').fill('3.5');
		await page.keyboard.press('Tab');
		await open('empty');
		assert.equal(await page.getByLabel('Prompt', { exact: true }).inputValue(), 'two green fish');
		assert.equal(await page.getByLabel('Guidance').inputValue(), '3.5');
	});

	it('keeps sizes to multiples of 8, and the ratio when asked', async () => {
		await open('empty');
		await page.getByLabel('Prompt', { exact: true }).fill('a key');
		await page.getByLabel('Height in pixels').fill('99');
		await page.getByRole('switch', { name: /Keep the ratio/ }).click();
		await page.getByLabel('Width in pixels').fill('128');
		await page.keyboard.press('Control+Enter');
		const [message] = await sent();
		assert.deepEqual(message?.type === 'generate' && [message.recipe.width, message.recipe.height], [128, 192]);
	});

	it('brings what a model is best run with, and folds away what few people touch', async () => {
		await open('empty');
		await page.getByLabel('Prompt', { exact: true }).fill('a calm sea');
		await page.getByText('Advanced').click();
		await page.getByRole('combobox', { name: 'Model' }).click();
		await page.getByRole('option', { name: 'landscape-v1-5' }).click();
		for (const [label, shown] of [
			['Size', 'Square · 512 × 512'],
			['Sampler', 'Euler'],
			['Schedule', 'Leading'],
		] as const) {
			assert.equal((await page.getByRole('combobox', { name: label }).textContent())?.trim(), shown);
		}
		await page.keyboard.press('Control+Enter');
		const [message] = await sent();
		assert.deepEqual(message?.type === 'generate' && message.recipe, {
			...largeCard.defaults,
			prompt: 'a calm sea',
			seed: message?.type === 'generate' && message.recipe.seed,
		});
	});

	it('keeps a model that is gone, and says so', async () => {
		await open('empty');
		await page.evaluate(() => studioHost.say({ type: 'recipe', recipe: { model: '/models/gone' } }));
		assert.match(
			(await page.getByRole('combobox', { name: 'Model' }).textContent()) ?? '',
			/\/models\/gone \(not found\)/,
		);
	});

	it('tells softly which words the model was not taught', async () => {
		await open('unknown');
		assert.match(
			(await page.locator('.hint').first().textContent()) ?? '',
			/Sketch was not taught “cyberpunk”, “dragon”, “8k”\./,
		);
		await page.getByLabel('Prompt', { exact: true }).fill('Two red stars, please: a picture on blue');
		assert.match((await page.locator('.hint').first().textContent()) ?? '', /not taught “two”\./);
	});

	describe('is accessible and fit to be seen', () => {
		for (const theme of Object.keys(themes)) {
			for (const scene of Object.keys(scenes)) {
				it(`${scene}, ${theme}`, async () => {
					await open(scene, theme);
					await page.screenshot({ path: `${screens}/${scene}-${theme}.png` });
					await page.evaluate(axe.source);
					const { violations } = await page.evaluate(() =>
						(globalThis as unknown as { axe: typeof axe }).axe.run({ preload: false }),
					);
					const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
					assert.deepEqual(
						serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
						[],
					);
				});
			}
		}

		for (const { width, height } of [
			{ width: 320, height: 900 },
			{ width: 560, height: 900 },
			{ width: 1600, height: 900 },
		]) {
			it(`needs no sideways scrolling at ${width} px`, async () => {
				await page.setViewportSize({ width, height });
				for (const scene of ['empty', 'running', 'results', 'start', 'failure']) {
					await open(scene, 'dark-modern');
					await page.screenshot({ path: `${screens}/${scene}-${width}.png`, fullPage: true });
					const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					assert.ok(wider <= 0, `${scene} is ${wider} px too wide`);
				}
			});
		}
	});
});

const starName = 'a red star on a lightblue background, 64 × 64, seed 1007';
