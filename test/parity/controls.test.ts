// Parity with diffusers: clip skip, variations, the hires pass and masks, against goldens of make_goldens/controls.py.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageModel, Pixels, Run, StartPixels } from '../../models/family.ts';
import { fusedDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { torchNoise } from '../../models/noise/torch.ts';
import { variedNoise } from '../../models/noise/variation.ts';
import { enlarged } from '../../models/sampling/enlarge.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Row extends Omit<Recipe, 'prompt' | 'negative' | 'model' | 'emphasis' | 'start'> {
	readonly checkpoint: 'sd1' | 'sd2';
	/** Of the rows that start from the picture with the mask. */
	readonly strength?: number;
}

const folder = new URL('goldens/controls/', import.meta.url);
const { prompt, negative, rows } = JSON.parse(readFileSync(new URL('controls.json', folder), 'utf8')) as {
	readonly prompt: string;
	readonly negative: string;
	readonly rows: readonly Row[];
};
const goldens = readTensors(new URL('controls.safetensors', folder));
const golden = (name: string): Float32Array => goldens.get(name)!.data;

const nothing = '0'.repeat(64);

function recipeOf({ checkpoint, strength, ...numbers }: Row): Recipe {
	const start = strength === undefined ? {} : { start: { picture: nothing, strength, mask: nothing } };
	return { prompt, negative, model: checkpoint, emphasis: 'a1111', ...numbers, ...start };
}

const start: StartPixels = {
	data: golden('start').map(value => value * 2 - 1),
	mask: golden('mask'),
	...{ width: 64, height: 64 },
};

const nameOf = (row: Row): string => `${row.checkpoint}, ${row.sampler}: ${kindOf(row)}`;

function kindOf({ clipSkip, variation, hires, strength }: Row): string {
	const what = [
		clipSkip && `clip skip ${clipSkip}`,
		variation && 'a variation',
		hires && `a hires pass ×${hires.scale}`,
		strength && `a mask, strength ${strength}`,
	];
	return what.find(text => typeof text === 'string')!;
}

describe('controls agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-controls-'));
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
		it(nameOf(row), async () => {
			const decoded: { latents?: Float32Array; pixels?: Float32Array } = {};
			const watched: Run = async (part, feeds) => {
				const given = await runner.run(part, feeds);
				if (part.role === 'decoder') {
					decoded.latents = feeds['latent'].data as Float32Array;
					decoded.pixels = given['sample'].data as Float32Array;
				}
				return given;
			};
			const from = row.strength === undefined ? undefined : start;
			let pixels: Pixels | undefined;
			for await (const drawn of generate(recipeOf(row), from, models.get(row.checkpoint)!, watched)) {
				if (drawn.stage === 'done') pixels = drawn.pixels;
			}
			const compared = { what: `${kindOf(row)}: whole pictures`, against: 'the pipeline of diffusers that has it' };
			checkRelative(compared, decoded.latents!, golden(`${i}/latents`), 1e-3);
			checkPicture(compared, decoded.pixels!, golden(`${i}/image`), 45);
			if (from) checkKept(pixels!.data);
		});
	});

	/** Outside the mask the picture is the one that it started from, to the bit; inside it is another. */
	function checkKept(data: Float32Array): void {
		let drawn = 0;
		data.forEach((value, i) => {
			if (start.mask![i % (64 * 64)] === 0) assert.equal(value, start.data[i]);
			else if (value !== start.data[i]) drawn++;
		});
		assert.ok(drawn > 3 * 33 * 38 * 0.9, `${drawn} values were drawn anew`);
	}

	it('noise is turned as on a great circle', () => {
		const [noise, other] = [torchNoise(1)(4 * 6 * 9), torchNoise(2)(4 * 6 * 9)];
		[0.05, 0.5, 1].forEach((strength, i) => {
			const row = { what: 'a variation: its noise', against: 'the great circle in torch' };
			checkRelative(row, variedNoise(noise, other, strength, 9, 6), golden(`turned/${i}`), 2e-6);
		});
	});

	it('latents are enlarged as by torch', () => {
		const [, channels, height, width] = goldens.get('small')!.dims;
		const [, , toHeight, toWidth] = goldens.get('larger')!.dims;
		const { data } = enlarged({ data: golden('small'), channels, height, width }, toWidth, toHeight);
		checkRelative({ what: 'a hires pass: latents enlarged', against: 'torch' }, data, golden('larger'), 1e-6);
	});
}).timeout(60_000);
