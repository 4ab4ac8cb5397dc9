// Finds a Chromium, or installs Debian's where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** The path of a Chromium; `undefined` when there is none and none can be installed here. */
export function chromium(): string | undefined {
	return found() ?? (canInstall() && install() ? found() : undefined);
}

/** What to do where `chromium()` finds nothing. */
export const chromiumAdvice = 'Install Chromium or Chrome, or name one in the environment variable CHROMIUM';

function found(): string | undefined {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const names = ['chromium', 'chromium-browser', 'google-chrome'];
	return names.flatMap(name => folders.map(folder => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function canInstall(): boolean {
	return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function install(): boolean {
	console.log('Installing Chromium with apt-get (once)');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (...args: string[]) =>
		spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
	return run('update') && run('install', '-y', '--no-install-recommends', 'chromium');
}
