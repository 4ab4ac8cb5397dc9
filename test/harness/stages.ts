// Everything that `npm test` runs, in order, and the one line that sums it up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { chromium, chromiumAdvice } from './chromium.ts';
import { codeServerFits } from './code-server.ts';
import { root } from './root.ts';

interface Stage {
	readonly name: string;
	/** What Node runs: a script and its arguments. */
	readonly command: readonly string[];
	/** Stages that must have passed before this one makes sense. */
	readonly after: readonly string[];
	/** Why this stage cannot run on this machine; `undefined` where it can. */
	readonly obstacle: () => string | undefined;
}

interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

// A test that fails may leave a process running; the stage ends all the same.
const mocha = (folder: string) => [
	'node_modules/mocha/bin/mocha.js',
	'--exit',
	'--spec',
	`test/${folder}/**/*.test.ts`,
];
const anywhere = () => undefined;
const withBrowser = () =>
	chromium() ? undefined : `it needs a browser, and none was found or could be installed. ${chromiumAdvice}`;
const inCodeServer = () => (codeServerFits ? withBrowser() : 'it needs code-server, which runs on linux-x64 only');
const inVsCode = () => (codeServerFits && process.env.VSCODE_TEST_DOWNLOAD !== '1' ? withBrowser() : undefined);

const stages: readonly Stage[] = [
	{ name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'], after: [], obstacle: anywhere },
	{ name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'], after: [], obstacle: anywhere },
	{
		name: 'format',
		command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
		after: [],
		obstacle: anywhere,
	},
	{ name: 'build', command: ['build.mjs'], after: [], obstacle: anywhere },
	{ name: 'unit', command: mocha('unit'), after: [], obstacle: anywhere },
	{ name: 'parity', command: mocha('parity'), after: [], obstacle: anywhere },
	{ name: 'flow', command: mocha('flow'), after: ['build'], obstacle: anywhere },
	{ name: 'studio', command: mocha('studio'), after: ['build'], obstacle: withBrowser },
	{ name: 'vsix', command: ['package.mjs'], after: ['build'], obstacle: anywhere },
	{ name: 'package', command: mocha('package'), after: ['vsix'], obstacle: anywhere },
	{ name: 'editor', command: ['node_modules/@vscode/test-cli/out/bin.mjs'], after: ['build'], obstacle: inVsCode },
	{ name: 'ui', command: mocha('editor/ui'), after: ['vsix'], obstacle: inCodeServer },
];

/** Runs all stages, or the named one with those it builds on, and prints the sum; gives the exit code. */
export async function runStages([wanted, ...more]: readonly string[]): Promise<number> {
	const results = new Map<string, Counts>();
	for (const stage of wanted ? withForerunners(wanted) : stages) {
		console.log(`\n── ${stage.name} ${'─'.repeat(70 - stage.name.length)}`);
		const broken = stage.after.find(name => (results.get(name)?.failed ?? 0) > 0);
		const result = broken ? blocked(broken) : await runHere(stage, stage.name === wanted ? more : []);
		results.set(stage.name, result);
	}
	const total = [...results.values()].reduce(sum, { passed: 0, failed: 0, skipped: 0 });
	console.log('');
	for (const [name, result] of results) console.log(`${name.padEnd(8)} ${inWords(result)}`);
	console.log(`\n${inWords(total)}`);
	return total.failed > 0 ? 1 : 0;
}

function withForerunners(name: string): readonly Stage[] {
	const stage = stages.find(each => each.name === name);
	if (!stage) throw new Error(`There is no stage “${name}”; there are ${stages.map(each => each.name).join(', ')}.`);
	return [...stage.after.flatMap(withForerunners), stage];
}

function blocked(by: string): Counts {
	console.log(`Not run, because ${by} failed.`);
	return { passed: 0, failed: 1, skipped: 0 };
}

async function runHere(stage: Stage, more: readonly string[]): Promise<Counts> {
	const obstacle = stage.obstacle();
	if (!obstacle) return run([...stage.command, ...more]);
	console.log(`\n!!! ${stage.name} was NOT run: ${obstacle}.`);
	// Where a machine judges, a stage that did not run is not a pass.
	return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}

/** Runs one command with its output shown, and counts mocha's results in it. */
async function run(command: readonly string[]): Promise<Counts> {
	const child = spawn(process.execPath, command, {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
		// No test may see the models of whoever runs it.
		env: { ...process.env, LIMN_FIND_MODELS: '0', ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
		timeout: 20 * 60_000,
		killSignal: 'SIGKILL',
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		process.stdout.write(text);
		output += text;
	});
	const closed = once(child, 'close');
	const [code] = await once(child, 'exit');
	// A process left behind may hold the pipe open for ever.
	await Promise.race([closed, delay(2000)]);
	return countsIn(stripVTControlCharacters(output), code === 0);
}

/** Mocha's numbers in what a stage printed; a stage that failed without a failing test counts as one failure. */
function countsIn(output: string, ended: boolean): Counts {
	const count = (word: string) =>
		[...output.matchAll(new RegExp(`^ +(\\d+) ${word}\\b`, 'gm'))].reduce((all, [, n]) => all + Number(n), 0);
	const failed = count('failing');
	return { passed: count('passing'), failed: ended || failed > 0 ? failed : 1, skipped: count('pending') };
}

function sum(one: Counts, other: Counts): Counts {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		skipped: one.skipped + other.skipped,
	};
}

/** The form that continuous integration reads. */
function inWords({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
