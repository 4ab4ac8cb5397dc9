// The Studio in a headless Chromium: one page for each test, which may not complain.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { chromium as browserType, type Browser, type Page } from 'playwright-core';
import type { FromStudio } from '../../../webview/protocol.ts';
import { chromium, chromiumAdvice } from '../../harness/chromium.ts';
import type { StudioHost } from './host.ts';
import { serveStudio } from './server.ts';

declare const studioHost: StudioHost;

const flags =
	'--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
	'--disable-component-update --disable-sync --disable-dev-shm-usage';

export interface StudioInChromium {
	/** The page of the running test. */
	readonly page: () => Page;
	/** Loads the page and waits until the host has played the scene. */
	readonly open: (scene: string, theme?: string) => Promise<void>;
	/** What the page has said since it was loaded, but for `ready`. */
	readonly sent: () => Promise<FromStudio[]>;
}

/** Gives the tests of this `describe` a page each; skips them, with the reason, where there is no Chromium. */
export function studioInChromium(): StudioInChromium {
	let browser: Browser | undefined;
	let server: Server | undefined;
	let address = '';
	let page: Page;
	let complaints: string[];

	before(async function () {
		const executablePath = chromium();
		if (!executablePath) {
			console.log(`      skipped: there is no Chromium. ${chromiumAdvice}.`);
			this.skip();
		}
		({ server, address } = await serveStudio());
		browser = await browserType.launch({ executablePath, args: flags.split(' ') });
	});

	after(async () => {
		await browser?.close();
		server?.close();
	});

	beforeEach(async () => {
		assert.ok(browser);
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

	return {
		page: () => page,
		async open(scene, theme = 'light-modern') {
			await page.goto(`${address}/?scene=${scene}&theme=${theme}`);
			await page.waitForSelector('html[data-scene=set]');
			await page.evaluate(() => document.fonts.ready);
		},
		sent: () => page.evaluate(() => studioHost.sent.filter(({ type }) => type !== 'ready')),
	};
}
