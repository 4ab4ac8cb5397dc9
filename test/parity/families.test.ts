// Parity with each family's own diffusers pipeline, against goldens of make_goldens/families.py.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageModel, Run, StartPixels } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { EmphasisName, Recipe } from '../../sidecar/protocol/recipe.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Row extends Pick<Recipe, 'width' | 'height' | 'steps' | 'guidance' | 'sampler' | 'schedule' | 'seed'> {
	readonly checkpoint: string;
	/** The diffusers pipeline, as the golden script calls it. */
	readonly pipeline: string;
	readonly negative: string | null;
	readonly strength: number | null;
	readonly image_guidance?: number;
	readonly clipSkip?: number;
}

const folder = new URL('goldens/families/', import.meta.url);
const { prompt, words, pictures } = JSON.parse(readFileSync(new URL('families.json', folder), 'utf8')) as {
	readonly prompt: string;
	readonly words: readonly { readonly emphasis: EmphasisName; readonly prompt: string }[];
	readonly pictures: readonly Row[];
};
const goldens = new Map([
	...readTensors(new URL('parts.safetensors', folder)),
	...readTensors(new URL('pictures.safetensors', folder)),
]);
const named: Readonly<Record<string, string>> = {
	sd1: 'Stable Diffusion 1',
	sdxl: 'SDXL',
	'sdxl-refiner': 'SDXL refiner',
	lcm: 'Latent consistency model',
	inpainting: 'Inpainting model',
	'sdxl-inpainting': 'SDXL inpainting model',
	editing: 'InstructPix2Pix',
};

/** The diffusers pipelines by the golden script's names. */
const classes: Readonly<Record<string, string>> = {
	words: 'StableDiffusionPipeline',
	'xl-words': 'StableDiffusionXLPipeline',
	'xl-picture': 'StableDiffusionXLImg2ImgPipeline',
	lcm: 'LatentConsistencyModelPipeline',
	inpainting: 'StableDiffusionInpaintPipeline',
	'xl-inpainting': 'StableDiffusionXLInpaintPipeline',
	editing: 'StableDiffusionInstructPix2PixPipeline',
};

function golden(name: string) {
	const tensor = goldens.get(name);
	assert.ok(tensor, `no golden ${name}`);
	return tensor;
}

describe('each family agrees with its own diffusers pipeline', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-families-'));
	const models = new Map<string, ImageModel>();
	const runners: Runner[] = [];
	before(async () => {
		for (const dialect of [fusedDialect, plainDialect]) runners.push(await cpuRunner(dialect));
		for (const name of new Set(pictures.map(({ checkpoint }) => checkpoint))) {
			models.set(name, await families[0].open(await openFolder(writeParityCheckpoint(root, name)), atOnce));
		}
	});
	after(async () => {
		for (const runner of runners) await runner.release();
		rmSync(root, { recursive: true });
	});

	for (const checkpoint of ['sdxl', 'sdxl-refiner']) {
		words.forEach(({ emphasis, prompt: text }, i) => {
			it(`${checkpoint}, ${emphasis}: ${text.slice(0, 40)}`, async () => {
				for (const { run } of runners) {
					const { feeds } = await models.get(checkpoint)!.encode({ text, emphasis, negative: false }, run);
					for (const [output, value] of [
						['encoder_hidden_states', 'states'],
						['text_embeds', 'pooled'],
					] as const) {
						const row = {
							what: `${named[checkpoint]}: words`,
							against: 'transformers, weighed as A1111 and ComfyUI do',
						};
						const { data } = golden(`${checkpoint}/words/${i}/${value}`);
						checkRelative(row, feeds[output].data as Float32Array, data, 1e-4);
					}
				}
			});
		});
		for (const number of [0, 1]) {
			const name = `${checkpoint}/unet/${number}`;
			const [height, width] = golden(`${name}/latent`).dims.slice(2);
			it(`${checkpoint}, unet at ${height}×${width}`, async () => {
				const { data } = golden(`${name}/latent`);
				const feeds = { encoder_hidden_states: golden(`${name}/states`), text_embeds: golden(`${name}/pooled`) };
				const [timestep] = golden(`${name}/timestep`).data;
				for (const { run } of runners) {
					const x = { data, channels: 4, height, width };
					const told = plainly({ feeds, negative: false, notes: [] });
					const noise = await models.get(checkpoint)!.predict(x, timestep, told, run);
					const row = { what: `${named[checkpoint]}: UNet`, against: 'UNet2DConditionModel' };
					checkRelative(row, noise, golden(`${name}/noise`).data, 1e-4);
				}
			});
		}
	}

	pictures.forEach((row, i) => {
		const kind = row.strength === null ? 'from words' : `from a picture, strength ${row.strength}`;
		const words = row.clipSkip === undefined ? '' : `, clip skip ${row.clipSkip}`;
		const against = `${row.negative === null ? 'without negative prompt' : 'with one'}${words}`;
		it(`${row.checkpoint}, ${row.sampler}, ${row.steps} steps on ${row.schedule}, ${kind}, ${against}`, async () => {
			const last: { latents?: Float32Array; pixels?: Float32Array } = {};
			const watched: Run = async (part, feeds) => {
				const given = await runners[0].run(part, feeds);
				if (part.role === 'decoder') {
					last.latents = feeds['latent'].data as Float32Array;
					last.pixels = given['sample'].data as Float32Array;
				}
				return given;
			};
			const model = models.get(row.checkpoint)!;
			for await (const drawn of generate(recipeOf(row), startOf(row), model, watched)) assert.ok(drawn);
			const what = `${named[row.checkpoint]}: whole pictures ${kind.split(',')[0]}`;
			const compared = { what, against: classes[row.pipeline] };
			checkRelative(compared, last.latents!, golden(`${i}/latents`).data, 1e-3);
			checkPicture(compared, last.pixels!, golden(`${i}/image`).data, 45);
		});
	});
}).timeout(60_000);

function recipeOf(row: Row): Recipe {
	const { width, height, steps, guidance, sampler, schedule, seed, strength, negative, checkpoint, clipSkip } = row;
	const edit = row.image_guidance === undefined ? {} : { imageGuidance: row.image_guidance };
	const start = strength === null ? {} : { start: { picture: '0'.repeat(64), strength, ...edit } };
	return {
		...{ prompt, negative: negative ?? '', model: checkpoint, emphasis: 'a1111' },
		...{ width, height, steps, guidance, sampler, schedule, seed, clipSkip, ...start },
	};
}

function startOf({ strength, width, height, pipeline }: Row): StartPixels | undefined {
	if (strength === null) return undefined;
	const mask = pipeline.includes('inpainting') ? { mask: golden('mask').data } : {};
	return { data: golden('start').data.map(value => value * 2 - 1), width, height, ...mask };
}
