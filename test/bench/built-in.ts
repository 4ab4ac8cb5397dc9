// The built-in model in the real sidecar: words to PNG, cold and warm, and what it costs.
import { readFileSync } from 'node:fs';
import type { Figure, Measurement } from './measurements.ts';
import { askFor, longestGap, never, noEvents, recipeFor, secondsSince, watchedSidecar } from './sidecar.ts';

export const builtIn: Measurement = {
	name: 'built-in',
	async measure(): Promise<readonly Figure[]> {
		const { sidecar, log } = watchedSidecar([]);
		const { models } = await sidecar.modelsList(never);
		const sketch = models.find(model => model.builtIn);
		if (!sketch) throw new Error('There is no built-in model.');
		const once = async (seed: number): Promise<number> => {
			const start = performance.now();
			await askFor(sidecar, recipeFor(sketch.defaults, 'a red star on a blue background', seed), noEvents, never);
			return secondsSince(start);
		};
		const cold = await once(1);
		const warm: number[] = [];
		for (let seed = 2; seed < 12; seed++) warm.push(await once(seed));
		warm.sort((a, b) => a - b);
		const peak = peakMegabytes(sidecar.pid);
		await sidecar.shutdown();
		const { steps, width, height } = sketch.defaults;
		const size = `${width}×${height}, ${steps} steps`;
		return [
			{
				what: `Built-in model, cold (${size})`,
				value: cold,
				unit: 's',
				method: 'first request to PNG, networks loaded on the way',
			},
			{
				what: `Built-in model, warm (${size})`,
				value: warm[5] ?? NaN,
				unit: 's',
				goal: 2,
				method: 'request to PNG, new seed each; median of 10',
			},
			{
				what: 'Longest gap of the event loop meanwhile',
				value: longestGap(log),
				unit: 'ms',
				goal: 50,
				method: '2 ms timer inside the sidecar',
			},
			...(peak === undefined
				? []
				: [{ what: 'Sidecar memory, peak', value: peak, unit: 'MB', method: 'VmHWM' } as const]),
		];
	},
};

/** Peak resident memory of a process; only Linux tells. */
function peakMegabytes(pid: number | undefined): number | undefined {
	if (process.platform !== 'linux' || pid === undefined) return undefined;
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}
