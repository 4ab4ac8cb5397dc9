// The full-size model in the real sidecar: a cancel that arrives inside a UNet step, and the event loop meanwhile.
import { setTimeout as wait } from 'node:timers/promises';
import { failureOf } from '../../sidecar/protocol/failure.ts';
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { fullSizeCheckpoint } from './checkpoint.ts';
import type { Figure, Measurement } from './measurements.ts';
import { askFor, longestGap, watchedSidecar } from './sidecar.ts';

export const fullSize: Measurement = {
	name: 'full-size',
	async measure(): Promise<readonly Figure[]> {
		const { sidecar, log } = watchedSidecar([]);
		const latencies: number[] = [];
		for (let i = 0; i < 5; i++) latencies.push(await cancelInsideStep(i));
		await sidecar.shutdown();
		return [
			{
				what: 'SD 1.5 shape, 512×512: cancel inside a UNet step',
				value: Math.max(...latencies),
				unit: 'ms',
				goal: 100,
				method: 'abort to rejection at the client; worst of 5, at different points of a step',
			},
			{
				what: 'SD 1.5 shape: longest gap of the event loop',
				value: longestGap(log),
				unit: 'ms',
				goal: 50,
				method: '2 ms timer inside the sidecar, loading and stepping',
			},
		];

		/** Milliseconds from the abort to the rejection. */
		async function cancelInsideStep(nth: number): Promise<number> {
			const abort = new AbortController();
			let job: Promise<unknown> = Promise.resolve();
			await new Promise<void>((resolve, reject) => {
				const onProgress = ({ stage, step }: ProgressParams) => {
					if (stage === 'step' && step === 1) resolve();
				};
				job = askFor(sidecar, recipe(nth), { onProgress, onPicture: () => {} }, abort.signal);
				job.catch(reject);
			});
			await wait(200 + 150 * nth);
			const start = performance.now();
			abort.abort();
			try {
				await job;
			} catch (error) {
				if (failureOf(error).kind === 'cancelled') return performance.now() - start;
				throw error;
			}
			throw new Error('The job ended before it was cancelled.');
		}
	},
};

const recipe = (seed: number): Recipe => ({
	...{ prompt: 'a lighthouse', negative: '', model: fullSizeCheckpoint(), seed },
	...{ width: 512, height: 512, steps: 20, guidance: 1, sampler: 'euler', schedule: 'leading', emphasis: 'a1111' },
});
