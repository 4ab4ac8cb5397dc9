// Parity with diffusers' pipelines: whole pictures from words and from pictures, against goldens of make_goldens/pipelines.py.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageModel, Pixels, Run } from '../../models/family.ts';
import { fusedDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Row extends Pick<Recipe, 'width' | 'height' | 'steps' | 'guidance' | 'sampler' | 'schedule' | 'seed'> {
	readonly checkpoint: 'sd1' | 'sd2';
	readonly strength: number | null;
}

const folder = new URL('goldens/pipelines/', import.meta.url);
const { prompt, negative, rows } = JSON.parse(readFileSync(new URL('pipelines.json', folder), 'utf8')) as {
	readonly prompt: string;
	readonly negative: string;
	readonly rows: readonly Row[];
};
const goldens = readTensors(new URL('pipelines.safetensors', folder));

function recipeOf({ checkpoint, strength, ...numbers }: Row): Recipe {
	const start = strength === null ? {} : { start: { picture: '0'.repeat(64), strength } };
	return { prompt, negative, model: checkpoint, emphasis: 'a1111', ...numbers, ...start };
}

function startOf({ strength, width, height }: Row): Pixels | undefined {
	if (strength === null) return undefined;
	return { data: goldens.get('start')!.data.map(value => value * 2 - 1), width, height };
}

describe('whole pictures agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-pipelines-'));
	const models = new Map<string, ImageModel>();
	let runner: Runner;
	before(async () => {
		runner = await cpuRunner(fusedDialect);
		for (const name of ['sd1', 'sd2']) {
			models.set(name, await families[0].open(await openFolder(writeParityCheckpoint(root, name)), atOnce));
		}
	});
	after(async () => {
		await runner.release();
		rmSync(root, { recursive: true });
	});

	rows.forEach((row, i) => {
		const kind = row.strength === null ? 'from words' : `from a picture, strength ${row.strength}`;
		it(`${row.checkpoint}, ${row.sampler} on ${row.schedule} at ${row.width}×${row.height}, ${kind}`, async () => {
			const last: { latents?: Float32Array; pixels?: Pixels } = {};
			const watched: Run = (part, feeds) => {
				if (part.role === 'decoder') last.latents = feeds['latent'].data as Float32Array;
				return runner.run(part, feeds);
			};
			for await (const drawn of generate(recipeOf(row), startOf(row), models.get(row.checkpoint)!, watched)) {
				if (drawn.stage === 'done') last.pixels = drawn.pixels;
			}
			const compared = {
				what: `${row.checkpoint}: whole pictures, ${row.sampler}, ${kind.split(',')[0]}`,
				against: row.strength === null ? 'StableDiffusionPipeline' : 'StableDiffusionImg2ImgPipeline',
			};
			checkRelative(compared, last.latents!, goldens.get(`${i}/latents`)!.data, 1e-3);
			checkPicture(compared, last.pixels!.data, goldens.get(`${i}/image`)!.data, 45);
		});
	});
}).timeout(60_000);
