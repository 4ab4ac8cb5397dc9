// Writes docs/parity.md: runs every parity test, and puts the worst of each kind of comparison in one table.
// Run: node --import tsx test/parity/table.ts
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { noted, type Nearness, type Unit } from '../fixtures/nearness.ts';
import { root } from '../harness/root.ts';

const folder = join(root, 'test/parity');

/** The rows that one test file noted. */
type Chapter = readonly [name: string, rows: readonly Nearness[]];

async function writeTable(): Promise<void> {
	const chapters: Chapter[] = [];
	const tests = readdirSync(folder).filter(name => name.endsWith('.test.ts'));
	for (const name of tests.sort()) {
		noted.clear();
		console.log(name);
		const failures = await failuresIn(join(folder, name));
		if (failures > 0) return stop(`${failures} tests of ${name} failed; the table is left as it was.`);
		if (noted.size === 0) return stop(`${name} noted nothing; the table is left as it was.`);
		chapters.push([name, [...noted.values()]]);
	}
	writeFileSync(join(root, 'docs/parity.md'), page(chapters));
	process.exit(0);
}

async function failuresIn(file: string): Promise<number> {
	const mocha = new Mocha({ reporter: 'dot', timeout: 600_000 });
	mocha.addFile(file);
	await mocha.loadFilesAsync();
	return await new Promise(resolve => mocha.run(resolve));
}

function stop(why: string): never {
	console.error(why);
	process.exit(1);
}

function page(chapters: readonly Chapter[]): string {
	return `# Parity: what equals what, and how closely

Written by \`test/parity/table.ts\` while the parity tests ran; do not edit. Each row is one kind of comparison with goldens of \`test/parity/make_goldens/\` (tiny random checkpoints, float32 on the CPU); *worst* is the worst of its cases. Errors are the largest difference divided by the largest value, or where it says *apart* the largest difference. Samplers by schedule, step by step: \`docs/numerics.md\`.
${chapters.map(chapter).join('')}`;
}

const chapter = ([name, rows]: Chapter): string => `
## ${name}

| what | against | cases | worst | allowed |
|---|---|---|---|---|
${rows.map(line).join('\n')}
`;

function line({ what, against, cases, unit, worst, allowed }: Nearness): string {
	const { result, limit } = shown[unit];
	return `| ${[what, against, cases, result(worst), limit(allowed)].join(' | ')} |`;
}

interface Shown {
	result(worst: number): string;
	limit(allowed: number): string;
}

const exponential = (value: number): string => (value === 0 ? '0' : value.toExponential(0));
const percent = (share: number): string => `${Number((share * 100).toPrecision(1))} %`;

/** How each unit reads. */
const shown: Readonly<Record<Unit, Shown>> = {
	relative: { result: exponential, limit: allowed => `≤ ${exponential(allowed)}` },
	apart: { result: worst => `${exponential(worst)} apart`, limit: allowed => `≤ ${exponential(allowed)} apart` },
	differing: { result: share => `${percent(share)} differ`, limit: allowed => `≤ ${percent(allowed)}` },
	dB: { result: worst => `${Math.floor(worst)} dB`, limit: allowed => `≥ ${allowed} dB` },
	equal: { result: () => 'equal', limit: () => 'equal' },
};

await writeTable();
