// The three even spacings of timesteps (Table 2, Lin et al. 2023), noisiest first.
import type { TrainedNoise } from './levels.ts';
import { roundEven } from './trained.ts';

export type Spacing = TrainedNoise['spacing'];

/** Timesteps for `steps` steps; only `linspace` may give fractions. */
export const spacings: Record<Spacing, (noise: TrainedNoise, steps: number) => number[]> = {
	leading: (noise, steps) => {
		const stride = Math.max(1, Math.floor(noise.alphasCumprod.length / steps));
		return count(steps).map(i => (steps - 1 - i) * stride + noise.stepsOffset);
	},
	trailing: (noise, steps) => {
		const trained = noise.alphasCumprod.length;
		// numpy.arange adds the difference of its first two points: where a timestep lies on a half, its rounding decides.
		const stride = trained - (trained - trained / steps);
		return count(steps).map(i => roundEven(trained - i * stride) - 1);
	},
	linspace: (noise, steps) => {
		const last = noise.alphasCumprod.length - 1;
		const stride = last / Math.max(steps - 1, 1);
		return count(steps).map(i => (i === 0 && steps > 1 ? last : (steps - 1 - i) * stride));
	},
};

function count(length: number): number[] {
	return Array.from({ length }, (_, i) => i);
}
