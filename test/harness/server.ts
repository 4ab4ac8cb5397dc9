// Starts code-server on loopback with a throw-away profile, and installs extensions into that profile.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeServer } from './code-server.ts';

/** Everything one VS Code of a test writes: settings, extensions, sockets, browser profile. */
export interface Profile {
	readonly folder: string;
	dispose(): Promise<void>;
}

export interface Server {
	/** Without a final slash, which code-server would answer with 404. */
	readonly url: string;
	readonly pid: number;
	stop(): Promise<void>;
}

/** Makes a profile. Its path is short, because VS Code puts sockets in it and their paths end at 107 bytes. */
export async function makeProfile(settings: Record<string, unknown>): Promise<Profile> {
	const folder = await mkdtemp(path.join(tmpdir(), 'limn-'));
	for (const name of ['data/User', 'extensions', 'home']) await mkdir(path.join(folder, name), { recursive: true });
	await writeFile(path.join(folder, 'data/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
	await writeFile(path.join(folder, 'config.yaml'), 'auth: none\n');
	return { folder, dispose: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

const quiet = {
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'extensions.autoUpdate': false,
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'security.workspace.trust.enabled': false,
	'git.enabled': false,
	'window.commandCenter': false,
	// The chat view takes the keyboard from the palette while the workbench starts.
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'chat.disableAIFeatures': true,
	'editor.accessibilitySupport': 'off',
};

/** Installs a VSIX into a profile. */
export async function installExtension(profile: Profile, vsix: string): Promise<void> {
	const child = await spawnCode(profile, ['--install-extension', vsix]);
	const output = collect(child);
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`code-server could not install ${vsix}:\n${output.text}`);
}

/** Starts a server that listens on a free port of loopback; `log` receives what it prints. */
export async function startServer(profile: Profile, log: (text: string) => void): Promise<Server> {
	const child = await spawnCode(profile, [
		...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'],
		...['--disable-getting-started-override', '--disable-workspace-trust', '--disable-proxy'],
		// Only with its smoke-test driver on does a built VS Code accept an extension under test from the page's address.
		...['--vscode-option', 'enable-smoke-test-driver'],
	]);
	const closed = once(child, 'close');
	const kill = (signal: NodeJS.Signals) => killGroup(child, signal);
	const killAtExit = () => kill('SIGKILL');
	process.once('exit', killAtExit);
	return {
		url: await listening(child, log),
		pid: child.pid!,
		async stop() {
			kill('SIGTERM');
			const patience = setTimeout(() => kill('SIGKILL'), 3000);
			await closed;
			clearTimeout(patience);
			kill('SIGKILL');
			process.off('exit', killAtExit);
		},
	};
}

async function spawnCode(profile: Profile, args: readonly string[]): Promise<ChildProcess> {
	const { node, entry } = await codeServer();
	const inProfile = (name: string) => path.join(profile.folder, name);
	const folders = ['--user-data-dir', inProfile('data'), '--extensions-dir', inProfile('extensions')];
	return spawn(node, [entry, '--config', inProfile('config.yaml'), ...folders, ...args], {
		// A group of its own, so that stopping it stops the extension host and the sidecar too.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...ownEnvironment(),
			XDG_DATA_HOME: inProfile('home/data'),
			XDG_CONFIG_HOME: inProfile('home/config'),
			XDG_CACHE_HOME: inProfile('home/cache'),
			XDG_RUNTIME_DIR: profile.folder,
			TMPDIR: profile.folder,
			// No gallery: nothing is looked up in the network.
			EXTENSIONS_GALLERY: '{}',
		},
	});
}

/** This process's environment without what an enclosing editor or test runner put there for itself. */
function ownEnvironment(): NodeJS.ProcessEnv {
	const foreign = ['VSCODE_IPC_HOOK_CLI', 'VSCODE_PROXY_URI', 'PORT', 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'];
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.includes(name)));
}

async function listening(child: ChildProcess, log: (text: string) => void): Promise<string> {
	const output = collect(child);
	const address = /HTTP server listening on (http:\/\/\S+?)\/?\s/;
	return new Promise((resolve, reject) => {
		const patience = setTimeout(() => reject(new Error(`code-server did not start:\n${output.text}`)), 60_000);
		child.once('error', reject);
		child.once('close', code => reject(new Error(`code-server ended (${code}):\n${output.text}`)));
		output.each = text => {
			log(text);
			const url = address.exec(output.text)?.[1];
			if (!url) return;
			clearTimeout(patience);
			resolve(url);
		};
	});
}

function collect(child: ChildProcess): { text: string; each: (text: string) => void } {
	const output = { text: '', each: (_text: string) => {} };
	for (const stream of [child.stdout!, child.stderr!]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output.text = (output.text + text).slice(-100_000);
			output.each(text);
		});
	}
	return output;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	try {
		process.kill(-child.pid!, signal);
	} catch (thrown) {
		// ESRCH: the whole group has ended already.
		if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
	}
}
