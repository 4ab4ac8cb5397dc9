// Makes a checkout ready with nothing but Node and npm; `npm test`, `npm run demo` and `npm start` begin here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Installs the packages if they are missing or not those of the lock file. */
export async function install() {
	if (await installed()) return;
	console.log('Installing packages (npm ci)');
	const { npm_execpath: script } = process.env;
	// npm says where its own script is; by that, no shell is needed on any system.
	if (script?.endsWith('.js')) await run(process.execPath, [script, ...cleanInstall]);
	else await run('npm', cleanInstall);
}

const cleanInstall = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];

/** Bundles the programs into dist/. */
export async function build() {
	await run(process.execPath, ['build.mjs']);
}

/** Runs a program in the checkout, its output shown; ends this process with its exit code if it fails. */
export async function run(program, args) {
	const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: onWindows && program !== process.execPath });
	const [code] = await once(child, 'exit');
	if (code !== 0) process.exit(code ?? 1);
}

const onWindows = process.platform === 'win32';

/** Whether every package of the lock file lies in node_modules in that version; npm notes there what it installed. */
async function installed() {
	const [wanted, found] = await Promise.all(['package-lock.json', 'node_modules/.package-lock.json'].map(packages));
	return Object.entries(wanted).every(
		([place, { version, optional }]) => place === '' || optional || found[place]?.version === version,
	);
}

async function packages(lockFile) {
	try {
		return JSON.parse(await readFile(path.join(root, lockFile), 'utf8')).packages;
	} catch (thrown) {
		if (thrown.code === 'ENOENT') return {};
		throw thrown;
	}
}
