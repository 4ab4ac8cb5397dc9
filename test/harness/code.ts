// Runs extension tests in code-server's extension host, from the arguments that @vscode/test-electron gives VS Code.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { makeProfile, startServer } from './server.ts';

const { values, positionals } = parseArgs({
	args: process.argv.slice(2),
	strict: false,
	allowPositionals: true,
	options: {
		extensionDevelopmentPath: { type: 'string', multiple: true },
		extensionTestsPath: { type: 'string' },
		// Named here only so that their values are not taken for the folder to open.
		'user-data-dir': { type: 'string' },
		'extensions-dir': { type: 'string' },
	},
});
const verbose = Boolean(process.env.LIMN_TEST_VERBOSE);
process.exit(await runTests());

/** Runs the tests and gives their exit code. */
async function runTests(): Promise<number> {
	const profile = await makeProfile({});
	const server = await startServer(profile, text => verbose && process.stderr.write(text));
	const { context, page } = await openBrowser(profile);
	try {
		const ended = outcome(page);
		await page.goto(`${server.url}/?${address(server.url)}`);
		return await ended;
	} finally {
		await context.close();
		await server.stop();
		await profile.dispose();
	}
}

/** The query that makes VS Code's page open the folder and run the tests. */
function address(url: string): URLSearchParams {
	const remote = (file: string) => `vscode-remote://${new URL(url).host}${encodeURI(path.resolve(file))}`;
	const under = [values.extensionDevelopmentPath ?? []].flat().map(String);
	const payload = [
		...under.map(folder => ['extensionDevelopmentPath', remote(folder)]),
		['extensionTestsPath', remote(String(values.extensionTestsPath))],
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
	const folder = positionals[0];
	return new URLSearchParams({
		...(folder ? { folder: path.resolve(folder) } : { ew: 'true' }),
		payload: JSON.stringify(payload),
	});
}

/** The tests' exit code, once they have ended; meanwhile their console is printed here. */
async function outcome(page: Page): Promise<number> {
	let end: (code: number) => void;
	const ended = new Promise<number>(resolve => (end = resolve));
	// The two names that VS Code's own browser tests listen on.
	await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
	await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
		if (verbose || !isVscodesOwn(args.join(' '))) (type === 'error' ? console.error : console.log)(...args);
	});
	page.on('crash', () => {
		console.error('VS Code’s page crashed');
		end(1);
	});
	setTimeout(() => {
		console.error('The tests did not end within ten minutes');
		end(1);
	}, 600_000).unref();
	return ended;
}

/** Whether a line is of VS Code's own log, which arrives mixed with the tests' console. */
function isVscodesOwn(line: string): boolean {
	return [
		/^\[(AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time|code\])/,
		/^Resolv(ing|ed) connection token|^Creating a socket|^Creation of workbench contribution/,
		// Native modules that code-server is installed without.
		/^Error: Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog'/,
		/^Canceled: Canceled|extensions from gallery|^Updating additional builtin|authentication provider 'github'/,
	].some(pattern => pattern.test(line));
}
