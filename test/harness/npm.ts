// Runs npm with this Node, wherever npm lives.
import { spawnSync } from 'node:child_process';

/** Runs npm in a folder and shows only its errors; throws when it fails. */
export function npm(folder: string, args: readonly string[]): void {
	const script = process.env.npm_execpath;
	const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
	const { status, error } = spawnSync(program, [...first, ...args], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: program === 'npm' && process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}`, { cause: error });
}
