// A workbench with the packaged extension in it, on a fresh copy of the test workspace, and what tests do there.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openBrowser, openFolder } from '../../harness/browser.ts';
import { root } from '../../harness/root.ts';
import { installExtension, makeProfile, startServer } from '../../harness/server.ts';
import { vsix } from '../../harness/vsix.ts';

export interface Workbench {
	readonly page: Page;
	/** The process id of the server, whose descendants are the extension host and the sidecar. */
	readonly server: number;
	/** The text of a file of the workspace. */
	read(name: string): Promise<string>;
	/** Changes a file of the workspace behind the editor's back. */
	write(name: string, text: string): Promise<void>;
	/** Keeps pictures of the page in out/screens/, one in a dark and one in a light theme. */
	shoot(name: string): Promise<void>;
	close(): Promise<void>;
}

/** Opens VS Code on a copy of test/editor/workspace. */
export async function openWorkbench(): Promise<Workbench> {
	const profile = await makeProfile(settings);
	const workspace = path.join(profile.folder, 'workspace');
	await cp(path.join(root, 'test/editor/workspace'), workspace, { recursive: true });
	await installExtension(profile, vsix);
	const server = await startServer(profile, () => {});
	const { context, page } = await openBrowser(profile);
	await openFolder(page, server.url, workspace);
	return {
		page,
		server: server.pid,
		read: name => readFile(path.join(workspace, name), 'utf8'),
		write: (name, text) => writeFile(path.join(workspace, name), text),
		async shoot(name) {
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				await page.locator(`.monaco-workbench.${colorScheme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
				await shootOnce(page, `${name}-${colorScheme}`);
			}
		},
		async close() {
			await context.close();
			await server.stop();
			await profile.dispose();
		},
	};
}

const settings = {
	// The theme follows the browser's wish.
	'window.autoDetectColorScheme': true,
	'workbench.preferredLightColorTheme': 'Light Modern',
	'workbench.preferredDarkColorTheme': 'Dark Modern',
	// What a person sees in the editor is soon what the file holds.
	'files.autoSave': 'afterDelay',
	'files.autoSaveDelay': 200,
};

/** Keeps one picture of the page in out/screens/. */
export async function shootOnce(page: Page, name: string): Promise<void> {
	const folder = path.join(root, 'out/screens');
	await mkdir(folder, { recursive: true });
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

type Maybe<T> = T | undefined | null | false;

/** Waits until `get` gives something, and gives that; throws after a minute, saying what was awaited. */
export async function until<T>(what: string, get: () => Maybe<T> | Promise<Maybe<T>>): Promise<T> {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(100)) {
		const found = await get();
		if (found) return found;
	}
	throw new Error(`Waited a minute for ${what}`);
}

/** Keeps a picture of the page where a test failed; to be called after each test. */
export async function shootFailure(workbench: Workbench | undefined, test: Mocha.Test | undefined): Promise<void> {
	if (test?.state !== 'failed' || !workbench) return;
	await shootOnce(workbench.page, `failed-${test.title.replaceAll(/\W+/g, '-').slice(0, 60)}`);
}
