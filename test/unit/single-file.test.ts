// A checkpoint in one file by its header alone: what is bound at full size, what is told of it, and what decides.
import assert from 'node:assert/strict';
import { families } from '../../models/index.ts';
import { singleFileFolder, type CheckpointFile } from '../../models/single-file/folder.ts';
import { encodersOf, sd15, sd21, sdxl, sdxlRefiner, type Architecture } from '../fixtures/architectures.ts';
import { failureIn } from '../fixtures/failing.ts';
import { diffusersShapes, headerOf, ldmShapes } from '../fixtures/ldm-shapes.ts';
import { clipMerges } from '../fixtures/vocabulary.ts';
import { atOnce } from '../fixtures/run.ts';

const [stableDiffusion] = families;
const file = (weights: CheckpointFile, settings: object | undefined = undefined) => ({
	path: '/models/some.safetensors',
	weights,
	vae: undefined,
	settings: settings && JSON.stringify(settings),
	merges: async () => clipMerges(),
});
const full = (architecture: Architecture, change: Partial<CheckpointFile> = {}) => {
	const header = headerOf(ldmShapes(architecture), 'F16', {});
	return { ...header, ...change };
};

describe('a checkpoint in one file, at full size', () => {
	for (const [name, architecture, unetTensors] of [
		['Stable Diffusion 1.5', sd15, 686],
		['Stable Diffusion 2.1', sd21, 686],
		['Stable Diffusion XL', sdxl, 1680],
		['the Stable Diffusion XL refiner', sdxlRefiner, 1220],
	] as const) {
		it(`binds every tensor of ${name}: none missing, none left over`, async () => {
			assert.equal(diffusersShapes(architecture).unet.size, unetTensors);
			const folder = singleFileFolder(file(full(architecture)));
			const { card, latent } = await stableDiffusion.open(folder, atOnce);
			assert.deepEqual([card.name, latent.channels, latent.downscale], ['some', 4, 8]);
		});
		it(`tells the configs of ${name} by shapes`, async () => {
			const folder = singleFileFolder(file(full(architecture)));
			const texts = encodersOf(architecture).map(({ directory }) => directory);
			for (const part of [...texts, 'unet', 'vae'] as const) {
				const told = JSON.parse(await folder.text(`${part}/config.json`)) as Record<string, unknown>;
				const expected = architecture[part] ?? {};
				for (const [field, value] of Object.entries(told)) {
					assert.deepEqual(value, expected[field] ?? usual[field], `${part} ${field}`);
				}
			}
		});
	}

	it('binds every tensor of checkpoints that see more than latents', async () => {
		const entry = 'model.diffusion_model.input_blocks.0.0.weight';
		for (const [architecture, channels, sees, guidance] of [
			[sd15, 9, 'masked picture', 'classifier-free'],
			[sd21, 9, 'masked picture', 'classifier-free'],
			[sdxl, 9, 'masked picture', 'classifier-free'],
			[sd15, 8, 'picture', 'picture-too'],
		] as const) {
			const shapes = ldmShapes(architecture).set(entry, [320, channels, 3, 3]);
			const model = await stableDiffusion.open(singleFileFolder(file(headerOf(shapes, 'F16', {}))), atOnce);
			assert.deepEqual([model.sees, model.guidance], [sees, guidance]);
		}
	});
	it('binds every tensor in 8-bit floats', async () => {
		for (const type of ['F8_E4M3', 'F8_E5M2'] as const) {
			const { card } = await stableDiffusion.open(singleFileFolder(file(headerOf(ldmShapes(sd15), type, {}))), atOnce);
			assert.equal(card.name, 'some');
		}
	});
	it('takes OpenCLIP’s three projections from one tensor, one behind the other', async () => {
		const header = full(sd21);
		const fused = header.tensors.get('cond_stage_model.model.transformer.resblocks.3.attn.in_proj_weight')!;
		const { tensors } = await singleFileFolder(file(header)).weights('text_encoder/model.safetensors');
		const slices = ['q', 'k', 'v'].map(which =>
			tensors.get(`text_model.encoder.layers.3.self_attn.${which}_proj.weight`)!,
		);
		assert.deepEqual(
			slices.map(({ offset, length, dims }) => [offset - fused.offset, length, ...dims]),
			[0, 1, 2].map(i => [(i * fused.length) / 3, 1024 * 1024 * 2, 1024, 1024]),
		);
	});
});

describe('what a checkpoint in one file was trained to', () => {
	const check = async (header: CheckpointFile, settings: object | undefined, ...expected: unknown[]) => {
		const folder = singleFileFolder(file(header, settings));
		const { prediction, noise } = await stableDiffusion.open(folder, atOnce);
		const { width, sampler } = (await stableDiffusion.describe(folder)).defaults;
		assert.deepEqual([prediction, width, sampler, noise.spacing], expected);
	};
	const marked = (architecture: Architecture, ...names: string[]) => {
		const shapes = ldmShapes(architecture);
		for (const name of names) shapes.set(name, [0]);
		return headerOf(shapes, 'F16', {});
	};
	const said = (metadata: Record<string, string>) => full(sd21, { metadata });

	it('is noise for Stable Diffusion 1', () => check(full(sd15), undefined, 'epsilon', 512, 'pndm', 'leading'));
	it('is v for Stable Diffusion 2', () => check(full(sd21), undefined, 'v_prediction', 768, 'ddim', 'leading'));
	it('is v where the file is marked so', () =>
		check(marked(sd15, 'v_pred'), undefined, 'v_prediction', 512, 'ddim', 'leading'));
	it('reaches pure noise where the file is marked so', () =>
		check(marked(sd15, 'v_pred', 'ztsnr'), undefined, 'v_prediction', 512, 'ddim', 'trailing'));
	it('is what its metadata say', () =>
		check(said({ 'modelspec.prediction_type': 'epsilon' }), undefined, 'epsilon', 512, 'pndm', 'leading'));
	it('follows from the architecture in its metadata', () =>
		check(said({ 'modelspec.architecture': 'stable-diffusion-v2-512' }), undefined, 'epsilon', 512, 'pndm', 'leading'));
	it('is what the settings beside it say', () => {
		const configs = { scheduler: { prediction_type: 'epsilon' }, unet: { sample_size: 64 } };
		return check(full(sd21), { configs }, 'epsilon', 512, 'ddim', 'leading');
	});
	it('is shown with the name that the settings give', async () => {
		const { card } = await stableDiffusion.open(singleFileFolder(file(full(sd15), { name: 'Mine', steps: 7 })), atOnce);
		assert.deepEqual([card.name, card.defaults.steps, card.id], ['Mine', 7, '/models/some.safetensors']);
	});
});

describe('a file is refused', () => {
	const check = async (weights: CheckpointFile, settings: object | undefined, kind: string, why: RegExp) => {
		const failure = await failureIn(async () =>
			stableDiffusion.open(singleFileFolder(file(weights, settings)), atOnce),
		);
		assert.equal(failure?.kind, kind, JSON.stringify(failure));
		assert.match((failure as { why: string }).why, why);
	};
	const without = (architecture: Architecture, pattern: RegExp) =>
		headerOf(new Map([...ldmShapes(architecture)].filter(([name]) => !pattern.test(name))), 'F16', {});

	it('without its autoencoder', () =>
		check(without(sd15, /^first_stage_model/), undefined, 'modelRefused', /vae\.safetensors/));
	it('without its words', () => check(without(sd15, /^cond_stage_model/), undefined, 'modelRefused', /UNet.*alone/));
	it('without one of its tensors, and says which', () =>
		check(
			without(sd15, /middle_block\.1\.proj_in\.bias/),
			undefined,
			'modelBroken',
			/no tensor mid_block.*proj_in\.bias/,
		));
	it('with a tensor that has no place', () => {
		const shapes = ldmShapes(sd15).set('model.diffusion_model.strange.weight', [3]);
		return check(headerOf(shapes, 'F16', {}), undefined, 'modelBroken', /strange\.weight/);
	});
	it('with settings that are no settings', () => check(full(sd15), { configs: 3 }, 'modelBroken', /configs/));
	it('with settings that name other networks', () =>
		check(full(sd15), { configs: { unet: { attention_head_dim: 7 } } }, 'modelBroken', /7 heads/));
});

/** diffusers' own values where an architecture does not name them. */
const usual: Readonly<Record<string, unknown>> = {
	use_linear_projection: false,
	upcast_attention: false,
	use_quant_conv: true,
	use_post_quant_conv: true,
};
