// Parity with diffusers of what is added to SDXL, against goldens of make_goldens/xl_additions.py.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grown, through } from '../../models/additions/addition.ts';
import { controlled, openControlNet, type Moment } from '../../models/additions/controlnet.ts';
import { openLora } from '../../models/additions/lora.ts';
import type { ImageModel, Latents, Part, Run } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import type { Tensor } from '../../models/tensor.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { addedFile } from '../fixtures/added-file.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint, writeParityControlNets } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

const folder = new URL('goldens/xl-additions/', import.meta.url);
const goldens = readTensors(new URL('goldens.safetensors', folder));
const golden = (name: string) => goldens.get(name)!;
const prompt = 'a red star on a blue background';
const latent: Latents = { data: golden('latent').data, channels: 4, height: 9, width: 11 };
const recipe: Recipe = {
	...{ prompt, negative: 'the green cat', model: 'sdxl', emphasis: 'a1111' },
	...{ width: 64, height: 64, steps: 6, guidance: 5, seed: 7, sampler: 'euler', schedule: 'leading' },
};

describe('what is added to SDXL agrees with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-xl-'));
	let model: ImageModel;
	let unet: Part;
	before(async () => {
		writeParityControlNets(root);
		model = await families[0].open(await openFolder(writeParityCheckpoint(root, 'sdxl')), atOnce);
		unet = model.parts.find(({ role }) => role === 'unet')!;
	});
	after(() => rmSync(root, { recursive: true }));

	const withLora = (name: string, run: Run): Run => {
		const lora = openLora(addedFile(fileURLToPath(new URL(`${name}.safetensors`, folder))), model.parts);
		const parts = model.parts.map(part => {
			const addition = lora.to(part, part === unet ? 0.8 : 0.6);
			return [part.key, grown(part, addition ? [addition] : [])] as const;
		});
		return through(new Map(parts), run);
	};
	const withControl = (hint: Tensor, share: readonly [number, number], now: () => Moment, run: Run): Run => {
		const at = join(root, 'control-xl');
		const file = addedFile(join(at, 'diffusion_pytorch_model.safetensors'));
		const net = openControlNet(file, readFileSync(join(at, 'config.json'), 'utf8'), unet);
		const control = { net, hint, weight: 0.7, start: share[0], end: share[1] };
		return through(new Map([[unet.key, grown(unet, [controlled([control], now)])]]), run);
	};
	const first: Moment = { step: 0, steps: 1 };
	const noiseOf = async (run: Run, words: string) => {
		const feeds = { encoder_hidden_states: golden(`${words}/states`), text_embeds: golden(`${words}/pooled`) };
		return await model.predict(latent, 500, plainly({ feeds, negative: false, notes: [] }), run);
	};

	for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
		describe(`${dialectName} operators`, () => {
			let runner: Runner;
			before(async () => (runner = await cpuRunner(dialect)));
			after(() => runner.release());

			for (const name of ['kohya', 'peft']) {
				it(`a LoRA on both text encoders and the UNet, ${name}`, async () => {
					const run = withLora(name, runner.run);
					const { feeds } = await model.encode({ text: prompt, emphasis: 'none', negative: false }, run);
					const row = (what: string) => ({ what: `SDXL, LoRA ${name}: ${what}`, against: 'diffusers with its LoRA' });
					const values = { encoder_hidden_states: 'states', text_embeds: 'pooled' } as const;
					for (const [output, value] of Object.entries(values)) {
						checkRelative(row('words'), feeds[output].data as Float32Array, golden(`lora/${value}`).data, 1e-4);
					}
					checkRelative(row('UNet'), await noiseOf(run, 'lora'), golden('lora/noise').data, 1e-4);
				});
			}
			it('a ControlNet that is told sizes and words', async () => {
				const run = withControl(golden('control/hint'), [0, 1], () => first, runner.run);
				const row = {
					what: 'SDXL, ControlNet: the UNet under one',
					against: 'UNet2DConditionModel with ControlNetModel',
				};
				checkRelative(row, await noiseOf(run, 'plain'), golden('control/noise').data, 1e-4);
			});
		});
	}

	it('whole pictures', async () => {
		const runner = await cpuRunner(fusedDialect);
		let now = first;
		const paint = async (run: Run) => {
			now = first;
			for await (const drawn of generate(recipe, undefined, model, run)) {
				if (drawn.stage === 'step') now = { step: drawn.step, steps: drawn.total };
				if (drawn.stage === 'done') return drawn.pixels.data;
			}
			return assert.fail('no picture');
		};
		const row = (what: string, against: string) => ({ what: `SDXL, ${what}: a whole picture`, against });
		const lora = await paint(withLora('kohya', runner.run));
		checkPicture(row('LoRA', 'StableDiffusionXLPipeline'), lora, golden('lora/image').data, 45);
		const controls = withControl(golden('control/picture'), [0.25, 0.75], () => now, runner.run);
		const against = 'StableDiffusionXLControlNetPipeline';
		checkPicture(row('ControlNet', against), await paint(controls), golden('control/image').data, 45);
		await runner.release();
	});
}).timeout(60_000);
