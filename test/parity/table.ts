// Writes docs/parity.md: runs the parity tests that note how near they come, and puts the worst of each kind in one table.
// Run: node --import tsx test/parity/table.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { noted, type Nearness } from '../fixtures/nearness.ts';
import { root } from '../harness/root.ts';

const folder = join(root, 'test/parity');
const mocha = new Mocha({ reporter: 'dot', timeout: 600_000 });
const tests = readdirSync(folder).filter(name => name.endsWith('.test.ts'));
const notes = (name: string) => readFileSync(join(folder, name), 'utf8').includes('/nearness.ts');
for (const name of tests.filter(notes)) mocha.addFile(join(folder, name));
await mocha.loadFilesAsync();
mocha.run(failures => {
	if (failures === 0) writeFileSync(join(root, 'docs/parity.md'), page([...noted.values()]));
	process.exit(failures === 0 ? 0 : 1);
});

const page = (rows: readonly Nearness[]): string => `# Parity: what equals what, and how closely

Written by \`test/parity/table.ts\` while the parity tests ran; do not edit. Each row is one kind of comparison with goldens of \`test/parity/make_goldens/\` (tiny random checkpoints, float32 on the CPU); *worst* is the worst of its cases. Relative errors are the largest difference divided by the largest value. Samplers and schedules, step by step: \`docs/numerics.md\`.

| what | against | cases | worst | allowed |
|---|---|---|---|---|
${rows.map(line).join('\n')}
`;

function line({ what, against, cases, unit, worst, allowed }: Nearness): string {
	const shown =
		unit === 'dB'
			? [`${Math.floor(worst)} dB`, `≥ ${allowed} dB`]
			: [worst.toExponential(0), `≤ ${allowed.toExponential(0)}`];
	return `| ${[what, against, cases, ...shown].join(' | ')} |`;
}
