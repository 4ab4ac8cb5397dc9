// `npm run bench`: measures Limn on this machine and prints one table, each figure beside its goal and its method.
import { cpus, loadavg } from 'node:os';
import { measurements, type Figure } from './measurements.ts';

const wanted = process.argv.slice(2);
const chosen = measurements.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) {
	console.error(`There is no such measurement. Known: ${measurements.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}

const [cpu] = cpus();
console.log(`CPU: ${cpu?.model ?? 'unknown'}, ${cpus().length} threads; Node ${process.version}.`);
console.log(`Load before: ${loadavg()[0]?.toFixed(2)} (figures in wall seconds mean an idle machine).\n`);

const rows: Figure[] = [];
for (const { name, measure } of chosen) {
	console.error(`measuring ${name} …`);
	rows.push(...(await measure()));
}
console.log(markdown(rows));
if (rows.some(({ value, goal }) => goal !== undefined && value > goal)) {
	console.log('\nFigures beyond their goal are marked ✗.');
}

function markdown(figures: readonly Figure[]): string {
	const lines = figures.map(({ what, value, unit, goal, method }) => {
		const aim = goal === undefined ? '' : `≤ ${goal} ${unit} ${value <= goal ? '✓' : '✗'}`;
		return `| ${what} | ${Number(value.toPrecision(3))} ${unit} | ${aim} | ${method} |`;
	});
	return ['| what | measured | goal | method |', '|---|---|---|---|', ...lines].join('\n');
}
