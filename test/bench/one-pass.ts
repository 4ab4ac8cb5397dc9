// The model that draws in one pass, in the real sidecar: seed to PNG, and the pass alone.
import type { Figure, Measurement } from './measurements.ts';
import { askFor, never, noEvents, recipeFor, secondsSince, watchedSidecar } from './sidecar.ts';

export const onePass: Measurement = {
	name: 'one-pass',
	async measure(): Promise<readonly Figure[]> {
		const { sidecar } = watchedSidecar();
		const { models } = await sidecar.modelsList(never);
		const card = models.find(({ family }) => family === 'dcgan');
		if (!card) throw new Error('There is no model that draws in one pass.');
		const runs: { whole: number; pass: number }[] = [];
		for (let seed = 1; seed <= 21; seed++) {
			const start = performance.now();
			const [picture] = (await askFor(sidecar, recipeFor(card.defaults, '', seed), noEvents, never)).pictures;
			if (!picture) throw new Error('There is no picture.');
			runs.push({ whole: secondsSince(start), pass: picture.making.seconds.decode });
		}
		await sidecar.shutdown();
		const [cold, ...warm] = runs;
		const median = (of: (run: { whole: number; pass: number }) => number): number =>
			warm.map(of).sort((a, b) => a - b)[10] ?? NaN;
		const size = `${card.defaults.width}×${card.defaults.height}`;
		return [
			{ what: `${card.name}, cold (${size})`, value: cold?.whole ?? NaN, unit: 's', method: 'first request to PNG' },
			{
				what: `${card.name}, warm: one pass`,
				value: 1000 * median(({ pass }) => pass),
				unit: 'ms',
				goal: 50,
				method: 'noise to pixels, new seed each; median of 20',
			},
			{
				what: `${card.name}, warm`,
				value: 1000 * median(({ whole }) => whole),
				unit: 'ms',
				method: 'request to PNG, the same 20',
			},
		];
	},
};
