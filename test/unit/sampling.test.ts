// Levels, starts, predictions and guidance: what sampling is made of, without a network.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alphasCumprod } from '../../models/sampling/betas.ts';
import { guidanceFor, guided, rescaled, type GuidanceKind } from '../../models/sampling/guidance.ts';
import type { NoiseLevel, Prediction, TrainedNoise } from '../../models/sampling/levels.ts';
import { levelsFor } from '../../models/sampling/plan.ts';
import { cleanOf } from '../../models/sampling/prediction.ts';
import { noised, pureNoise, skip } from '../../models/sampling/start.ts';
import { samplerNames, scheduleNames, type SamplerName, type ScheduleName } from '../../sidecar/protocol/recipe.ts';

function model(spacing: TrainedNoise['spacing'], zeroTerminalSnr: boolean): TrainedNoise {
	const betas = { betaStart: 0.00085, betaEnd: 0.012, betaSchedule: 'scaled_linear', trainSteps: 1000 } as const;
	return {
		alphasCumprod: alphasCumprod({ ...betas, zeroTerminalSnr }),
		spacing,
		stepsOffset: 1,
		setAlphaToOne: false,
	};
}

const stableDiffusion = model('leading', false);
const zeroSnr = model('trailing', true);

describe('alphasCumprod', () => {
	it('takes trained betas before a schedule of its own', () => {
		const config = { betaStart: 0, betaEnd: 1, betaSchedule: 'linear', trainSteps: 2, zeroTerminalSnr: false } as const;
		const [first, second] = alphasCumprod({ ...config, trainedBetas: [0.5, 0.25] });
		assert.deepEqual([first, second], [0.5, 0.375]);
	});
});

describe('levels', () => {
	for (const schedule of scheduleNames) {
		for (const sampler of samplerNames) {
			it(`${schedule} for ${sampler}: less noise at each level, at any number of steps`, () => {
				for (const noise of [stableDiffusion, zeroSnr, model('linspace', false)])
					for (const steps of [1, 2, 3, 7, 20, 50, 300, 1000]) checkLevels(sampler, schedule, noise, steps);
			});
		}
	}

	const timesteps: readonly [SamplerName, ScheduleName, number, readonly number[]][] = [
		['ddim', 'leading', 4, [751, 501, 251, 1]],
		['ddim', 'trailing', 4, [999, 749, 499, 249]],
		['ddim', 'linspace', 4, [999, 666, 333, 0]],
		['ddim', 'trailing', 16, [999, 937, 874, 811, 749, 687, 624, 561, 499, 437, 374, 311, 249, 187, 124, 61]],
		['euler', 'linspace', 3, [999, 499.5, 0]],
		['dpmpp-2m', 'leading', 4, [801, 601, 401, 201]],
		['dpmpp-2m', 'linspace', 3, [999, 666, 333]],
		['unipc', 'sgm-uniform', 4, [999, 749, 500, 250]],
		['dpmpp-2m', 'ays', 10, [999, 850, 736, 645, 545, 455, 343, 233, 124, 24]],
		['lcm', 'leading', 4, [999, 759, 499, 259]],
		['lcm', 'trailing', 4, [999, 759, 499, 259]],
		['euler', 'trailing', 1, [999]],
	];
	for (const [sampler, schedule, steps, expected] of timesteps) {
		it(`${schedule} for ${sampler} in ${steps}: ${expected.join(', ')}`, () => {
			const told = levelsFor(sampler, schedule, stableDiffusion, steps, 'epsilon').visit.map(
				({ timestep }) => timestep,
			);
			assert.deepEqual(told, expected);
		});
	}

	it('ends clean, or at timestep 0 where the model says so', () => {
		const end = (sampler: SamplerName, setAlphaToOne: boolean) =>
			levelsFor(sampler, 'leading', { ...stableDiffusion, setAlphaToOne }, 10, 'epsilon').land[9].alpha ** 2;
		assert.equal(end('ddim', true), 1);
		assert.ok(Math.abs(end('ddim', false) - stableDiffusion.alphasCumprod[0]) < 1e-15);
		assert.equal(end('euler', false), 1);
		assert.equal(end('ddpm', false), 1);
	});

	const landings: readonly [SamplerName, ScheduleName, number, readonly number[]][] = [
		['ddim', 'leading', 4, [501, 251, 1, 0]],
		['ddim', 'trailing', 3, [666, 333, 0]],
		['ddim', 'trailing', 7, [857, 714, 571, 428, 286, 143, 0]],
		['ddim', 'linspace', 4, [749, 416, 83, 0]],
		['ddpm', 'linspace', 4, [666, 333, 0, 0]],
		['euler', 'linspace', 3, [499.5, 0, 0]],
		['pndm', 'linspace', 4, [749, 416, 416, 83, 0]],
	];
	for (const [sampler, schedule, steps, expected] of landings) {
		it(`${schedule} for ${sampler} in ${steps}: steps land on ${expected.join(', ')}`, () => {
			const { land } = levelsFor(sampler, schedule, stableDiffusion, steps, 'epsilon');
			assert.deepEqual(
				land.map(({ timestep }) => timestep),
				expected,
			);
		});
	}

	for (const sampler of samplerNames) {
		const clip = ['heun', 'ddim', 'ddpm', 'lcm'].includes(sampler) ? 1.5 : Infinity;
		it(`${sampler}: keeps x0 within ${clip} where the model asks for 1.5`, () => {
			const levels = levelsFor(sampler, 'leading', { ...stableDiffusion, clipSample: 1.5 }, 10, 'epsilon');
			assert.equal(levels.clip, clip);
		});
	}

	it('reaches alpha = 0 where DDIM meets zero terminal SNR, and a trace of signal where sigma / alpha must be finite', () => {
		assert.equal(levelsFor('ddim', 'trailing', zeroSnr, 10, 'v_prediction').visit[0].alpha, 0);
		assert.ok(Math.abs(levelsFor('euler', 'trailing', zeroSnr, 10, 'v_prediction').visit[0].alpha - 2 ** -12) < 1e-9);
	});
});

function checkLevels(sampler: SamplerName, schedule: ScheduleName, noise: TrainedNoise, steps: number): void {
	const levels = levelsFor(sampler, schedule, noise, steps, 'epsilon');
	const { land, leave, noiseScale } = levels;
	const around = `${sampler} × ${schedule}, ${steps} steps, ${noise.spacing}`;
	assert.ok(levels.steps >= 1 && levels.steps <= steps, around);
	const looks = levels.steps + (sampler === 'pndm' && levels.steps > 1 ? 1 : 0);
	assert.deepEqual([levels.visit.length, land.length, leave.length], [looks, looks, looks], around);
	const visit = levels.visit.filter((level, i) => level !== levels.visit[i - 1]);
	assert.ok(noiseScale === 1 || noiseScale === visit[0].sigma, around);
	const strides = ['ddim', 'pndm'].includes(sampler) && ['leading', 'trailing', 'linspace'].includes(schedule);
	for (const [i, { sigma }] of visit.entries()) {
		const look = levels.visit.lastIndexOf(visit[i]);
		assert.ok(land[look].sigma < sigma * 1.000001 && leave[look].sigma >= sigma, around);
		if (i === visit.length - 1 || strides) continue;
		assert.deepEqual([land[look], leave[look + 1]], [visit[i + 1], visit[i]], around);
	}
	for (const [i, { timestep, alpha, sigma }] of visit.entries()) {
		assert.ok(timestep >= 0 && timestep <= 999, around);
		assert.ok(Math.abs(alpha ** 2 + sigma ** 2 - 1) < 1e-12, around);
		if (i === 0) continue;
		assert.ok(sigma < visit[i - 1].sigma && timestep <= visit[i - 1].timestep, around);
	}
}

describe('starts', () => {
	const levels = levelsFor('euler', 'trailing', stableDiffusion, 10, 'epsilon');

	it('scales the first noise as diffusers does: by sigma for trailing, by 1 for leading and for DDIM', () => {
		const first = (sampler: SamplerName, schedule: ScheduleName) =>
			pureNoise(levelsFor(sampler, schedule, stableDiffusion, 10, 'epsilon'), Float32Array.of(1))[0];
		assert.equal(first('euler', 'trailing'), Math.fround(levels.visit[0].sigma));
		assert.ok(levels.visit[0].sigma < 0.998);
		assert.equal(first('euler', 'leading'), 1);
		assert.equal(first('ddim', 'trailing'), 1);
	});

	it('puts noise on a picture as its first level has it', () => {
		const { alpha, sigma } = levels.visit[0];
		const expected = Math.fround(alpha * 2 + sigma * 3);
		assert.equal(noised(Float32Array.of(2), levels, Float32Array.of(3))[0], expected);
	});

	for (const [strength, kept] of [
		[1, 10],
		[0.75, 7],
		[0.5, 5],
		[0.19, 1],
		[0.01, 1],
	] as const) {
		it(`keeps the last ${kept} of 10 levels at strength ${strength}`, () => {
			const left = skip(levels, strength);
			assert.equal(left.steps, kept);
			assert.deepEqual([left.visit, left.land], [levels.visit.slice(10 - kept), levels.land.slice(10 - kept)]);
		});
	}

	for (const [strength, expected] of [
		[1, [751, 501, 501, 251, 1]],
		[0.75, [501, 501, 251, 1]],
		[0.5, [501, 251, 1]],
		[0.1, [251, 1]],
	] as const) {
		it(`skips as many of PNDM's looks as steps: ${expected.join(', ')} at strength ${strength}`, () => {
			const { visit, steps } = skip(levelsFor('pndm', 'leading', stableDiffusion, 4, 'epsilon'), strength);
			assert.deepEqual(
				visit.map(({ timestep }) => timestep),
				expected,
			);
			assert.equal(steps, expected.length - 1);
		});
	}
});

describe('predictions', () => {
	const numbers = fc.double({ min: -3, max: 3, noNaN: true });

	const outputs: Record<Prediction, (x0: number, noise: number, level: NoiseLevel) => number> = {
		epsilon: (_x0, noise) => noise,
		v_prediction: (x0, noise, { alpha, sigma }) => alpha * noise - sigma * x0,
		sample: x0 => x0,
	};
	for (const [prediction, output] of Object.entries(outputs) as [Prediction, (typeof outputs)[Prediction]][]) {
		it(`reads clean latents out of ${prediction}`, () => {
			fc.assert(
				fc.property(numbers, numbers, fc.double({ min: 0.05, max: 1, noNaN: true }), (x0, noise, alpha) => {
					const level = { timestep: 0, alpha, sigma: Math.sqrt(1 - alpha * alpha) };
					const x = Float32Array.of(alpha * x0 + level.sigma * noise);
					const said = Float32Array.of(output(x0, noise, level));
					assert.ok(Math.abs(cleanOf(prediction, said, x, level)[0] - x0) < 2e-5);
				}),
			);
		});
	}

	it('is exact for a velocity in pure noise', () => {
		const pure = { timestep: 999, alpha: 0, sigma: 1 };
		const said = cleanOf('v_prediction', Float32Array.of(-0.25), Float32Array.of(1.5), pure);
		assert.deepEqual(said, Float32Array.of(0.25));
	});
});

describe('guidance', () => {
	it('goes from the negative prompt through the positive one', () => {
		const [negative, positive] = [Float32Array.of(1, 0), Float32Array.of(2, -1)];
		assert.deepEqual(guided(negative, positive, 1), positive);
		assert.deepEqual(guided(negative, positive, 7.5), Float32Array.of(8.5, -7.5));
	});

	describe('asks the network', () => {
		/** Looks as `prompt` or `negative`, a `!` where the pictures are hidden; and what becomes of the answers 1, 2, 4. */
		const check = (kind: GuidanceKind, guidance: number, pictureGuidance: number, looks: string, answer: number) => {
			const scales = { guidance, pictureGuidance };
			const way = guidanceFor(kind, scales);
			assert.equal(way.looks.map(({ words, pictures }) => words + (pictures ? '' : '!')).join(' '), looks);
			const answers = [1, 2, 4].map(value => Float32Array.of(value));
			assert.deepEqual([...way.together(answers.slice(0, way.looks.length), scales)], [answer]);
		};
		it('for the prompt, and for the negative one', () => check('classifier-free', 3, 1.5, 'prompt negative', -1));
		it('for the prompt alone without guidance', () => check('classifier-free', 1, 1.5, 'prompt', 1));
		it('once more without the picture', () => check('picture-too', 3, 1.5, 'prompt negative negative!', -2));
		it('for the prompt alone where the picture is to count for little', () =>
			check('picture-too', 3, 0.9, 'prompt', 1));
		it('for the prompt alone where it is told the guidance', () => check('told', 8.5, 1.5, 'prompt', 1));
	});

	it('rescales to the spread of the positive prompt, by the amount asked for', () => {
		const [output, positive] = [Float32Array.of(-4, 0, 4), Float32Array.of(-1, 0, 1)];
		assert.deepEqual(rescaled(output, positive, 0), output);
		assert.deepEqual(rescaled(output, positive, 1), positive);
		assert.deepEqual(rescaled(output, positive, 0.5), Float32Array.of(-2.5, 0, 2.5));
	});
});
