// Parity with diffusers: noise, levels and every step of every sampler, against goldens made by make_goldens/sampling.py.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { torchNoise } from '../../models/noise/torch.ts';
import { alphasCumprod, type BetaConfig } from '../../models/sampling/betas.ts';
import type { Prediction, TrainedNoise } from '../../models/sampling/levels.ts';
import { levelsFor } from '../../models/sampling/plan.ts';
import { cleanOf } from '../../models/sampling/prediction.ts';
import { samplers } from '../../models/sampling/samplers/index.ts';
import { noised, pureNoise, skip } from '../../models/sampling/start.ts';
import type { SamplerName, ScheduleName } from '../../sidecar/protocol/recipe.ts';
import { checkApart, noteError } from '../fixtures/nearness.ts';

interface Row {
	readonly sampler: SamplerName;
	readonly schedule: ScheduleName;
	readonly prediction: Prediction;
	readonly steps: number;
	readonly seed: number;
	readonly strength: number | null;
	readonly model: Pick<TrainedNoise, 'spacing' | 'stepsOffset' | 'setAlphaToOne'> & {
		readonly zeroTerminalSnr: boolean;
	};
	/** Where the network looked. */
	readonly timesteps: readonly number[];
	readonly latents: Span;
	readonly clip?: number;
}

/** Offset and count in the binary file. */
type Span = readonly [number, number];

interface Index {
	readonly rows: readonly Row[];
	readonly alphas: readonly { readonly config: BetaConfig; readonly values: Span }[];
	readonly draws: readonly { readonly seed: number; readonly counts: readonly number[]; readonly values: Span }[];
}

const folder = new URL('goldens/sampling/', import.meta.url);
const index = JSON.parse(readFileSync(new URL('sampling.json', folder), 'utf8')) as Index;
const bytes = readFileSync(new URL('sampling.bin', folder));
const golden = ([offset, count]: Span): Float32Array =>
	Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(4 * (offset + i)));

const size = 4 * 6 * 6;
const tolerance = 1e-4;

/** The function that stands for a network, the same as in make_goldens/sampling.py. */
function network(x: Float32Array, timestep: number): Float32Array {
	return x.map(value => 0.7 * value + 0.3 * Math.sin(value + timestep / 200) + 0.1 * Math.cos(timestep / 90));
}

function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
	assert.equal(ours.length, theirs.length);
	return Array.from(ours, (value, i) => Math.abs(value - theirs[i])).reduce((most, value) => Math.max(most, value), 0);
}

function relativeError(ours: Float32Array, theirs: Float32Array): number {
	return largestDifference(ours, theirs) / theirs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function levelsOf({ sampler, schedule, prediction, steps, strength, model, clip }: Row) {
	const betas = { betaStart: 0.00085, betaEnd: 0.012, betaSchedule: 'scaled_linear', trainSteps: 1000 } as const;
	const noise = {
		...model,
		...(clip === undefined ? {} : { clipSample: clip }),
		alphasCumprod: alphasCumprod({ ...betas, zeroTerminalSnr: model.zeroTerminalSnr }),
	};
	const levels = levelsFor(sampler, schedule, noise, steps, prediction);
	return strength === null ? levels : skip(levels, strength);
}

/** The largest error of any step, relative to the largest value of that step. */
async function worstStep(row: Row): Promise<number> {
	const levels = levelsOf(row);
	const draw = torchNoise(row.seed);
	const noise = () => draw(size);
	const clean = torchNoise(99)(size).map(value => value / 2);
	const x = row.strength === null ? pureNoise(levels, noise()) : noised(clean, levels, noise());
	const theirs = golden(row.latents);
	let worst = 0;
	let done = 0;
	const walk = samplers[row.sampler](
		(now, level) => Promise.resolve(cleanOf(row.prediction, network(now, level.timestep), now, level)),
		x,
		levels,
		noise,
	);
	for await (const step of walk) {
		worst = Math.max(worst, relativeError(step.x, theirs.subarray(done * size, (done + 1) * size)));
		done++;
	}
	assert.equal(done * size, theirs.length, 'as many steps as diffusers takes');
	assert.equal(done, levels.steps);
	return worst;
}

const nameOf = (row: Row): string =>
	`${row.sampler} × ${row.schedule} × ${row.prediction}, ${row.steps} steps` +
	(row.strength === null ? '' : `, strength ${row.strength}`) +
	(row.model.zeroTerminalSnr ? ', zero terminal SNR' : '') +
	(row.model.setAlphaToOne ? ', to alpha = 1' : '') +
	(row.clip === undefined ? '' : ', clip_sample');

describe('samplers step by step, against diffusers', () => {
	const errors: { row: Row; error: number }[] = [];
	after(() => console.log(table(errors)));

	for (const row of index.rows) {
		it(nameOf(row), async () => {
			const told = levelsOf(row).visit.map(({ timestep }) => timestep);
			assert.ok(largestDifference(told, row.timesteps) <= 2e-3, `timesteps ${told.join()} / ${row.timesteps.join()}`);
			const error = await worstStep(row);
			errors.push({ row, error });
			noteError(
				{ what: `Sampler ${row.sampler}: every step`, against: 'its scheduler in diffusers' },
				'relative',
				error,
				tolerance,
			);
		});
	}
});

describe('alphasCumprod, against diffusers', () => {
	for (const { config, values } of index.alphas) {
		const allowed = config.zeroTerminalSnr ? 5e-7 : 0;
		it(`${config.betaSchedule}${config.zeroTerminalSnr ? ', zero terminal SNR' : ''}: within ${allowed}`, () => {
			const row = {
				what: `Noise levels${config.zeroTerminalSnr ? ', zero terminal SNR' : ''}: alphas`,
				against: 'diffusers',
			};
			checkApart(row, alphasCumprod(config), golden(values), allowed);
		});
	}
});

describe('torchNoise, against torch.randn', () => {
	for (const { seed, counts, values } of index.draws) {
		it(`seed ${seed}: ${counts.join(' then ')} values within 1e-6`, () => {
			const draw = torchNoise(seed);
			const ours = counts.flatMap(count => [...draw(count)]);
			checkApart({ what: 'Noise from a seed', against: 'torch.randn' }, ours, golden(values), 1e-6);
		});
	}
});

/** The worst error of each sampler and schedule, over predictions, step counts and starts. */
function table(errors: readonly { row: Row; error: number }[]): string {
	const worst = new Map<string, { rows: number; error: number }>();
	for (const { row, error } of errors) {
		const key = `${row.sampler} × ${row.schedule}${row.model.zeroTerminalSnr ? ' (zero terminal SNR)' : ''}`;
		const seen = worst.get(key) ?? { rows: 0, error: 0 };
		worst.set(key, { rows: seen.rows + 1, error: Math.max(seen.error, error) });
	}
	const lines = [...worst].map(
		([key, { rows, error }]) => `    ${key.padEnd(44)}${String(rows).padStart(4)}   ${error.toExponential(1)}`,
	);
	return ['', `    ${'sampler × schedule'.padEnd(44)}rows   worst relative error`, ...lines].join('\n');
}
