// A headless Chromium on VS Code's page, and the few gestures that every UI test needs.
import path from 'node:path';
import { type BrowserContext, type FrameLocator, type Page, chromium as playwright } from 'playwright-core';
import { chromium, chromiumAdvice } from './chromium.ts';
import type { Profile } from './server.ts';

/** Opens a browser that reaches loopback only, its own profile inside the given one. */
export async function openBrowser(profile: Profile): Promise<{ context: BrowserContext; page: Page }> {
	const executablePath = chromium();
	if (!executablePath) throw new Error(`There is no Chromium. ${chromiumAdvice}.`);
	const context = await playwright.launchPersistentContext(path.join(profile.folder, 'chromium'), {
		executablePath,
		viewport: { width: 1440, height: 900 },
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
			...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Opens VS Code's page on a folder and waits until its editor area is there. */
export async function openFolder(page: Page, url: string, folder: string): Promise<void> {
	await page.goto(`${url}/?${new URLSearchParams({ folder })}`);
	await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
}

/** Opens a file of the folder by its name and waits until its text can be edited. */
export async function openFile(page: Page, name: string): Promise<void> {
	await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
	await page.locator('.tab', { hasText: name }).waitFor();
	// A tab is not yet an editor, and a command may need the document's language.
	await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 30_000 });
	if (name.endsWith('.md')) await page.locator('#status\\.editor\\.mode', { hasText: 'Markdown' }).waitFor();
}

/** Runs a command by its title in the palette; tries again, since the palette can lose its text while VS Code loads. */
export async function runCommand(page: Page, title: string): Promise<void> {
	const widget = page.locator('.quick-input-widget');
	await persist(async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('F1');
		await widget.waitFor({ state: 'visible', timeout: 5000 });
		await widget.locator('.quick-input-box input').fill(`>${title}`);
		await widget.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click({ timeout: 6000 });
	});
}

/** Clicks an entry of the open menu; again, since VS Code ignores a click that comes just as a menu opens. */
export async function chooseFromMenu(page: Page, title: string): Promise<void> {
	const entry = page.locator('.monaco-menu .action-item', { hasText: title });
	await entry.waitFor();
	await persist(async () => {
		await entry.click({ timeout: 2000 });
		await entry.waitFor({ state: 'detached', timeout: 2000 });
	});
}

/** Attempts something up to four times. */
async function persist(attempt: () => Promise<void>): Promise<void> {
	for (let tries = 4; ; tries--) {
		try {
			return await attempt();
		} catch (thrown) {
			if (tries === 1) throw thrown;
		}
	}
}

/** The document inside the webview that is showing: VS Code's frame, then the extension's. */
export function webview(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
