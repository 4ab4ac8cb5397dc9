// Samplers on data whose perfect denoiser is known: Gaussian latents, where the exact path can be written down.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { torchNoise } from '../../models/noise/torch.ts';
import { alphasCumprod } from '../../models/sampling/betas.ts';
import type { Denoise, Levels, NoiseLevel, Prediction, Sampler, TrainedNoise } from '../../models/sampling/levels.ts';
import { levelsFor } from '../../models/sampling/plan.ts';
import { samplers } from '../../models/sampling/samplers/index.ts';
import { pureNoise } from '../../models/sampling/start.ts';
import { samplerNames, scheduleNames, type SamplerName } from '../../sidecar/protocol/recipe.ts';

/** The mean of clean latents given `x`, for latents spread by `spread` around 0. */
const gaussian =
	(spread: number): Denoise =>
	(x, { alpha, sigma }) =>
		Promise.resolve(x.map(value => (value * alpha * spread ** 2) / (alpha ** 2 * spread ** 2 + sigma ** 2)));

/** How wide such latents lie at a level; the exact path keeps x / width as it is. */
const width = (spread: number, { alpha, sigma }: NoiseLevel): number => Math.hypot(alpha * spread, sigma);

async function last(walk: ReturnType<Sampler>): Promise<Float32Array> {
	let x: Float32Array = new Float32Array();
	for await (const step of walk) ({ x } = step);
	return x;
}

/** From each level to the next, the last being where it ends. PNDM looks twice at its second level. */
function through(sampler: SamplerName, levels: readonly NoiseLevel[], averaged: Prediction): Levels {
	const looks = (list: readonly NoiseLevel[]): readonly NoiseLevel[] =>
		sampler === 'pndm' ? [...list.slice(0, 2), ...list.slice(1)] : list;
	const visit = levels.slice(0, -1);
	return {
		steps: visit.length,
		visit: looks(visit),
		land: looks(levels.slice(1)),
		leave: looks([levels[0], ...visit.slice(0, -1)]),
		noiseScale: 1,
		clip: Infinity,
		averaged,
	};
}

const noNoise = (): Float32Array => assert.fail('a deterministic sampler drew noise');

describe('the order of the deterministic samplers', () => {
	const at = (ratio: number): NoiseLevel => {
		const alpha = 1 / Math.hypot(1, ratio);
		return { timestep: 0, alpha, sigma: ratio * alpha };
	};
	// The multistep weights of PNDM are for even sigma / alpha; the others are at home in even log-SNR.
	const evenLog = (fraction: number): number => 10 ** (1 - 2 * fraction);
	const even = (fraction: number): number => 3 - 2.5 * fraction;

	const orders: readonly [SamplerName, number, (fraction: number) => number, Prediction][] = [
		['euler', 1, evenLog, 'epsilon'],
		['ddim', 1, evenLog, 'epsilon'],
		['heun', 2, evenLog, 'epsilon'],
		['dpmpp-2m', 2, evenLog, 'epsilon'],
		['unipc', 2, evenLog, 'epsilon'],
		['pndm', 2, even, 'epsilon'],
	];
	for (const [name, order, ratios, averaged] of orders) {
		it(`${name}: a quarter of the step, ${4 ** order} times less error`, async () => {
			const spreads = fc.double({ min: 0.5, max: 2, noNaN: true });
			await fc.assert(
				fc.asyncProperty(spreads, fc.double({ min: 0.5, max: 3, noNaN: true }), async (spread, start) => {
					const error = async (steps: number): Promise<number> => {
						const levels = Array.from({ length: steps + 1 }, (_, i) => at(ratios(i / steps)));
						const walk = through(name, levels, averaged);
						const x = await last(samplers[name](gaussian(spread), Float32Array.of(start), walk, noNoise));
						return Math.abs((x[0] / start) * (width(spread, levels[0]) / width(spread, levels[steps])) - 1);
					};
					const [coarse, fine] = [await error(48), await error(192)];
					// Near 1e-5 nothing is left to gain in float32; a sampler of first order is a hundred times above it.
					assert.ok(fine < 2e-5 || Math.log2(coarse / fine) / 2 > order - 0.4, `${spread}: ${coarse}, ${fine}`);
				}),
				{ numRuns: 40, seed: 1 },
			);
		});
	}
});

describe('every sampler under every schedule', () => {
	const betas = { betaStart: 0.00085, betaEnd: 0.012, betaSchedule: 'scaled_linear', trainSteps: 1000 } as const;
	const model = (zeroTerminalSnr: boolean): TrainedNoise => ({
		alphasCumprod: alphasCumprod({ ...betas, zeroTerminalSnr }),
		spacing: zeroTerminalSnr ? 'trailing' : 'leading',
		stepsOffset: 1,
		setAlphaToOne: true,
	});
	const [plain, zeroSnr] = [model(false), model(true)];
	const size = 4096;

	for (const sampler of samplerNames) {
		for (const schedule of scheduleNames) {
			it(`${sampler} × ${schedule}: ends as widely spread as the data`, async () => {
				// LCM asks its network for the end of the path, which for Gaussian data is x rescaled.
				const denoise: Denoise =
					sampler === 'lcm'
						? (x, level) => Promise.resolve(x.map(value => (value * 1.2) / width(1.2, level)))
						: gaussian(1.2);
				const draw = torchNoise(5);
				const levels = levelsFor(sampler, schedule, plain, 100, 'epsilon');
				const x = await last(samplers[sampler](denoise, pureNoise(levels, draw(size)), levels, () => draw(size)));
				const spread = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0) / size);
				assert.ok(Math.abs(spread / 1.2 - 1) < 0.06, `spread ${spread}`);
			});
		}

		it(`${sampler}: stays finite from pure noise on, in few steps and many`, async () => {
			for (const schedule of scheduleNames) {
				for (const steps of [1, 2, 3, 12, 1000]) {
					const draw = torchNoise(6);
					const levels = levelsFor(sampler, schedule, zeroSnr, steps, 'v_prediction');
					const start = pureNoise(levels, draw(16));
					const x = await last(samplers[sampler](gaussian(1), start, levels, () => draw(16)));
					assert.ok(x.length === 16 && x.every(Number.isFinite), `${schedule}, ${steps} steps`);
				}
			}
		});

		it(`${sampler}: counts its steps, leaves its start alone, and asks nothing more once left`, async () => {
			let calls = 0;
			const denoise: Denoise = (x, level) => {
				calls++;
				return gaussian(1)(x, level);
			};
			const draw = torchNoise(7);
			const start = draw(16);
			const levels = levelsFor(sampler, 'leading', plain, 20, 'epsilon');
			const seen: number[] = [];
			let callsWhenLeft = 0;
			for await (const { step } of samplers[sampler](denoise, start, levels, () => draw(16))) {
				seen.push(step);
				callsWhenLeft = calls;
				if (step === 5) break;
			}
			assert.deepEqual(seen, [1, 2, 3, 4, 5]);
			assert.equal(calls, callsWhenLeft);
			assert.equal(calls, { heun: 10, pndm: 6 }[sampler as string] ?? 5);
			assert.deepEqual(start, torchNoise(7)(16));
		});
	}

	for (const sampler of ['euler', 'ddim', 'heun', 'dpmpp-2m', 'pndm', 'unipc'] as const) {
		it(`${sampler}: is exact in its first step from alpha = 0, and finite after it`, async () => {
			const alphas = [0, 0.3, 0.6, 0.9, 1];
			const visit = alphas.map(alpha => ({ timestep: 0, alpha, sigma: Math.sqrt(1 - alpha * alpha) }));
			const levels = through(sampler, visit, 'v_prediction');
			const path: number[] = [];
			for await (const { x } of samplers[sampler](gaussian(1), Float32Array.of(2), levels, noNoise)) path.push(x[0]);
			assert.equal(path[0], Math.fround(2 * visit[1].sigma));
			assert.ok(path.length === 4 && path.every(value => value > 1 && value < 2.5), path.join());
		});
	}
});
