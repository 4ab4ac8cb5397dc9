// Parity with diffusers' ControlNets: networks and pictures, against goldens of make_goldens/controlnet.py.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grown, through } from '../../models/additions/addition.ts';
import { controlled, openControlNet, type Control, type Moment } from '../../models/additions/controlnet.ts';
import type { ImageModel, Latents, Part } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { controlTensors } from '../../models/single-file/control-names.ts';
import { float32, type Tensor } from '../../models/tensor.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { addedFile } from '../fixtures/added-file.ts';
import { peakSignalToNoise } from '../fixtures/decibels.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint, writeParityControlNets } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

const goldens = readTensors(new URL('goldens/controlnet/controlnet.safetensors', import.meta.url));
const golden = (name: string) => goldens.get(name)!;
const latent: Latents = { data: golden('latent').data, channels: 4, height: 9, width: 11 };
const words = plainly({ feeds: { encoder_hidden_states: golden('states') }, negative: false, notes: [] });
const weights = { a: 0.7, b: 0.4 };
type Name = keyof typeof weights;

describe('ControlNets agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-control-'));
	let model: ImageModel;
	let unet: Part;
	before(async () => {
		writeParityControlNets(root);
		model = await families[0].open(await openFolder(writeParityCheckpoint(root, 'sd1')), atOnce);
		unet = model.parts.find(({ role }) => role === 'unet')!;
	});
	after(() => rmSync(root, { recursive: true }));

	const net = (name: Name) => {
		const folder = join(root, `control-${name}`);
		const file = addedFile(join(folder, 'diffusion_pytorch_model.safetensors'));
		return openControlNet(file, readFileSync(join(folder, 'config.json'), 'utf8'), unet);
	};
	const use = (name: Name, hint: Tensor, start: number, end: number): Control => ({
		...{ net: net(name), hint, weight: weights[name], start, end },
	});
	const throughControls = (controls: readonly Control[], now: () => Moment, { run }: Runner) =>
		through(new Map([[unet.key, grown(unet, [controlled(controls, now)])]]), run);
	const first = { step: 0, steps: 1 };
	const close = (got: Float32Array, name: string) => {
		const row = name.endsWith('/noise')
			? { what: 'ControlNet: the UNet under one or two', against: 'UNet2DConditionModel with ControlNetModel' }
			: { what: 'ControlNet: what it adds at every seam', against: 'ControlNetModel' };
		checkRelative(row, got, golden(name).data, 1e-4);
	};

	for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
		describe(`${dialectName} operators`, () => {
			let runner: Runner;
			before(async () => {
				runner = await cpuRunner(dialect);
			});
			after(() => runner.release());

			for (const name of ['a', 'b'] as const) {
				it(`what ${name} adds at every seam`, async () => {
					const sample = golden('latent');
					const timestep = float32(Float32Array.of(500), [1]);
					const weight = float32(Float32Array.of(weights[name]), [1]);
					const given = { sample, timestep, ...words.words.feeds, hint: golden(`${name}/hint`), weight };
					const answers = Object.entries(await runner.run(net(name).part, given));
					assert.equal(answers.length, [...goldens.keys()].filter(key => key.startsWith(`${name}/skip`)).length + 1);
					for (const [seam, { data, dims }] of answers) {
						assert.deepEqual(dims, golden(`${name}/${seam}`).dims);
						close(data as Float32Array, `${name}/${seam}`);
					}
				});
			}
			for (const [names, key] of [
				['a', 'a/noise'],
				['ab', 'both/noise'],
			] as const) {
				it(`the UNet under ${[...names].join(' and ')}`, async () => {
					const controls = ([...names] as Name[]).map(name => use(name, golden(`${name}/hint`), 0, 1));
					close(
						await model.predict(
							latent,
							500,
							words,
							throughControls(controls, () => first, runner),
						),
						key,
					);
				});
			}
			it('the UNet outside of their share of the steps, bit for bit', async () => {
				const late = throughControls([use('a', golden('a/hint'), 0.5, 1)], () => first, runner);
				assert.deepEqual(
					await model.predict(latent, 500, words, late),
					await model.predict(latent, 500, words, runner.run),
				);
			});
		});
	}

	it('a whole picture under two, each for its share of the steps', async () => {
		const runner = await cpuRunner(fusedDialect);
		const recipe: Recipe = {
			prompt: 'a red star on a blue background',
			negative: 'the green cat',
			model: 'sd1',
			...{ width: 64, height: 64, steps: 8, guidance: 5, seed: 7 },
			...{ sampler: 'euler', schedule: 'linspace', emphasis: 'a1111' },
		};
		const paint = async (controls: readonly Control[]) => {
			let now = first;
			const run = controls.length === 0 ? runner.run : throughControls(controls, () => now, runner);
			for await (const drawn of generate(recipe, undefined, model, run)) {
				if (drawn.stage === 'step') now = { step: drawn.step, steps: drawn.total };
				if (drawn.stage === 'done') return drawn.pixels.data;
			}
			throw new Error('no picture');
		};
		const controls = [use('a', golden('picture/a'), 0.25, 0.75), use('b', golden('picture/b'), 0.5, 1)];
		const image = golden('picture/image').data;
		const row = { what: 'ControlNet: a whole picture under two', against: 'StableDiffusionControlNetPipeline' };
		checkPicture(row, await paint(controls), image, 45);
		const without = peakSignalToNoise(await paint([]), image);
		await runner.release();
		assert.ok(without < 40, `${without} dB without`);
	});

	it('in LDM’s names are the same tensors', () => {
		const own = addedFile(join(root, 'control-a', 'diffusion_pytorch_model.safetensors'));
		const ldm = controlTensors(addedFile(join(root, 'control-a-ldm.safetensors')).tensors);
		const shapes = (tensors: typeof ldm) => [...tensors].map(([name, { dims }]) => [name, dims]);
		assert.deepEqual(shapes(ldm), shapes(own.tensors));
	});
}).timeout(60_000);
