// How long the sidecar takes to be ready for its first question.
import type { Measurement } from './measurements.ts';
import { secondsSince, watchedSidecar } from './sidecar.ts';

export const process: Measurement = {
	name: 'process',
	async measure() {
		const seconds: number[] = [];
		for (let i = 0; i < 5; i++) {
			const { sidecar } = watchedSidecar([]);
			const start = performance.now();
			await sidecar.initialize();
			seconds.push(secondsSince(start));
			await sidecar.shutdown();
		}
		const method = 'fork to answered initialize, no model; median of 5';
		return [{ what: 'Sidecar ready', value: seconds.sort()[2] ?? NaN, unit: 's', goal: 0.5, method }];
	},
};
