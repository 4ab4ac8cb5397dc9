// The Stable Diffusion family on folders in memory: what it opens, what it says of them, and what it refuses and why.
import assert from 'node:assert/strict';
import type { ModelFolder, Run } from '../../models/family.ts';
import { families } from '../../models/index.ts';
import { float32, type Tensor } from '../../models/tensor.ts';
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import {
	encodersOf,
	sdxl,
	sdxlRefiner,
	tinyLcm,
	tinyRefiner,
	tinySd1,
	tinySd2,
	tinySdxl,
	type Architecture,
} from '../fixtures/architectures.ts';
import { failureIn } from '../fixtures/failing.ts';
import { diffusersShapes } from '../fixtures/ldm-shapes.ts';
import { memoryFolder, type FolderContents } from '../fixtures/memory-folder.ts';
import { smallVocabulary } from '../fixtures/vocabulary.ts';
import { atOnce, plainly } from '../fixtures/run.ts';

const [stableDiffusion] = families;
const files = {
	text: 'text_encoder/model.safetensors',
	unet: 'unet/diffusion_pytorch_model.safetensors',
	vae: 'vae/diffusion_pytorch_model.safetensors',
};

/** The folder of a tiny model. */
function contents(architecture: Architecture) {
	const { unet, vae, scheduler, padToken, pipeline } = architecture;
	const { vocab, merges } = smallVocabulary();
	const shapes = diffusersShapes(architecture);
	const texts: Record<string, string> = {
		'model_index.json': JSON.stringify({ _class_name: 'StableDiffusionPipeline', ...pipeline }),
		'unet/config.json': JSON.stringify(unet),
		'vae/config.json': JSON.stringify(vae),
		'scheduler/scheduler_config.json': JSON.stringify(scheduler),
	};
	const weights: Record<string, Map<string, readonly number[]>> = {
		[files.unet]: shapes.unet,
		[files.vae]: shapes.vae,
	};
	for (const { directory, config } of encodersOf(architecture)) {
		const tokenizer = directory.replace('text_encoder', 'tokenizer');
		const pad = tokenizer === 'tokenizer' ? padToken : '!';
		texts[`${directory}/config.json`] = JSON.stringify(config);
		texts[`${tokenizer}/vocab.json`] = JSON.stringify(vocab);
		texts[`${tokenizer}/merges.txt`] = ['#version: 0.2', ...merges].join('\n');
		texts[`${tokenizer}/tokenizer_config.json`] = JSON.stringify({ model_max_length: 77, pad_token: pad });
		weights[`${directory}/model.safetensors`] = shapes.texts.get(directory)!;
	}
	return { texts, weights };
}

const folderOf = (given: FolderContents): ModelFolder => memoryFolder('models/tiny', given);
const open = (given: FolderContents) => stableDiffusion.open(folderOf(given), atOnce);

/** A change to one JSON file of the tiny model. */
function changed(file: string, change: Readonly<Record<string, unknown>>): FolderContents {
	const tiny = contents(tinySd1);
	const before = JSON.parse(tiny.texts[file] ?? '{}') as object;
	return { ...tiny, texts: { ...tiny.texts, [file]: JSON.stringify({ ...before, ...change }) } };
}

describe('the Stable Diffusion family', () => {
	describe('recognises', () => {
		const check = async (index: string, expected: boolean) =>
			assert.equal(
				await stableDiffusion.recognises(folderOf({ texts: { 'model_index.json': index }, weights: {} })),
				expected,
			);
		it('its own pipeline', () => check('{"_class_name": "StableDiffusionPipeline"}', true));
		it('latent consistency models', () => check('{"_class_name": "LatentConsistencyModelPipeline"}', true));
		it('SDXL', () => check('{"_class_name": "StableDiffusionXLPipeline"}', true));
		it('not SD3', () => check('{"_class_name": "StableDiffusion3Pipeline"}', false));
		it('not a broken index', () => check('{', false));
		it('a folder without index by its configs', async () => {
			const { texts, weights } = contents(tinySd1);
			const { 'model_index.json': _, ...rest } = texts;
			assert.equal(await stableDiffusion.recognises(folderOf({ texts: rest, weights })), true);
		});
	});

	it('binds every tensor of Stable Diffusion XL and its refiner at full size: none missing, none left over', async () => {
		for (const [architecture, size, unetTensors] of [
			[sdxl, 1024, 1680],
			[sdxlRefiner, 1024, 1220],
		] as const) {
			const given = contents(architecture);
			assert.equal(given.weights[files.unet].size, unetTensors);
			const { card, latent } = await open(given);
			const { width, height, steps, guidance, sampler, schedule } = card.defaults;
			assert.deepEqual([width, height, steps, guidance, sampler, schedule], [size, size, 30, 5, 'euler', 'leading']);
			assert.deepEqual(latent, { channels: 4, downscale: 8 });
		}
	});
	it('takes size, sampler and schedule from the model’s own files', async () => {
		const { card, latent, prediction, noise } = await open(contents(tinySd2));
		const { width, height, sampler, schedule, steps, guidance } = card.defaults;
		assert.deepEqual([width, height, sampler, schedule, steps, guidance], [64, 64, 'ddim', 'trailing', 25, 7.5]);
		assert.deepEqual(latent, { channels: 4, downscale: 8 });
		assert.deepEqual([prediction, noise.spacing, noise.setAlphaToOne], ['v_prediction', 'trailing', false]);
	});
	it('lets limn.json say otherwise', async () => {
		const limn = { name: 'Tiny', width: 48, steps: 4, licence: 'MIT', previewColours: Array(4).fill([1, 0, 0]) };
		const model = await open(changed('limn.json', limn));
		assert.deepEqual(
			[model.card.name, model.card.defaults.width, model.card.defaults.height, model.card.defaults.steps],
			['Tiny', 48, 64, 4],
		);
		assert.deepEqual(model.previewColours[3], [1, 0, 0]);
	});
	it('suggests few steps for a model distilled to few', async () => {
		const turbo = { _class_name: 'EulerDiscreteScheduler', timestep_spacing: 'trailing' };
		const { steps, guidance } = (await open(changed('scheduler/scheduler_config.json', turbo))).card.defaults;
		assert.deepEqual([steps, guidance], [4, 1]);
	});
	it('suggests no guidance for SDXL-Turbo and its kin', async () => {
		const scheduler = {
			...tinySdxl.scheduler,
			_class_name: 'EulerAncestralDiscreteScheduler',
			timestep_spacing: 'trailing',
		};
		const { steps, guidance, sampler, schedule } = (await open(contents({ ...tinySdxl, scheduler }))).card.defaults;
		assert.deepEqual([steps, guidance, sampler, schedule], [4, 1, 'euler-ancestral', 'trailing']);
	});
	it('takes the guidance as a number where the model was distilled so', async () => {
		const { card, guidance, sees } = await open(contents(tinyLcm));
		assert.deepEqual([guidance, sees], ['told', 'nothing']);
		const { steps, sampler } = card.defaults;
		assert.deepEqual([steps, card.defaults.guidance, sampler], [4, 8.5, 'lcm']);
	});
	describe('tells SDXL', () => {
		/** Dims and values of what the UNet is given besides latents and time, at 64 × 128 pixels. */
		const told = async (architecture: Architecture, text: string, negative: boolean) => {
			const model = await open(contents(architecture));
			const run: Run = async (part, feeds) => {
				if (part.role !== 'unet')
					return { states: float32(new Float32Array(77).fill(3), [1, 77, 1]), pooled: feeds['end'] };
				const entries = ['encoder_hidden_states', 'text_embeds', 'time_ids'].map(name => [name, feeds[name]] as const);
				given = Object.fromEntries(entries);
				return { out_sample: float32(new Float32Array(1), [1]) };
			};
			let given: Record<string, Tensor> = {};
			const words = await model.encode({ text, emphasis: 'a1111', negative }, run);
			await model.predict(
				{ data: new Float32Array(4 * 8 * 16), channels: 4, height: 8, width: 16 },
				999,
				plainly(words),
				run,
			);
			return given;
		};
		const values = ({ data }: Tensor) => [...data].map(Number);

		it('the picture’s size, no crop, and where the words end', async () => {
			const { time_ids, text_embeds } = await told(tinySdxl, 'a red star', false);
			assert.deepEqual(values(time_ids), [64, 128, 0, 0, 64, 128]);
			assert.deepEqual(values(text_embeds), [4]);
		});
		it('zeros for a negative prompt without words', async () => {
			const { encoder_hidden_states: states, text_embeds } = await told(tinySdxl, ' ', true);
			assert.deepEqual(
				[states.dims, text_embeds.dims],
				[
					[1, 77, 80],
					[1, 40],
				],
			);
			assert.ok([...values(states), ...values(text_embeds)].every(value => value === 0));
		});
		it('a prompt without words as it is', async () =>
			assert.equal(values((await told(tinySdxl, '', false))['encoder_hidden_states'])[0], 3));
		it('how beautiful, where it refines', async () => {
			assert.deepEqual(values((await told(tinyRefiner, 'a', false))['time_ids']), [64, 128, 0, 0, 6]);
			assert.deepEqual(values((await told(tinyRefiner, '', true))['time_ids']), [64, 128, 0, 0, 2.5]);
			assert.equal(values((await told(tinyRefiner, '', true))['encoder_hidden_states'])[0], 3);
		});
	});
	describe('reads a prompt', () => {
		/** Rows of the text encoder, and the notes; each chunk's states are its number, from 1. */
		const check = async (prompt: string, emphasis: EmphasisName, rows: readonly number[], notes: readonly string[]) => {
			const model = await open(contents(tinySd1));
			let chunk = 0;
			const conditioning = await model.encode({ text: prompt, emphasis, negative: false }, async () => {
				return { states: float32(new Float32Array(77 * 2).fill(++chunk), [1, 77, 2]) };
			});
			const { data, dims } = conditioning.feeds['encoder_hidden_states'];
			assert.deepEqual([dims, [...data]], [[1, rows.length, 2], rows.flatMap(row => [row, row])]);
			assert.deepEqual(conditioning.notes, notes);
		};
		const [first, second] = [1, 2].map(number => Array<number>(77).fill(number));

		it('within the window at once', () => check('a red star', 'a1111', first, []));
		it('beyond the window in chunks, and says so', () =>
			check(
				'cat '.repeat(76),
				'a1111',
				[...first, ...second],
				['The prompt has 76 tokens and is read in 2 chunks of up to 75'],
			));
		it('that asks for a new chunk', () =>
			check(
				'a BREAK b',
				'a1111',
				[...first, ...second],
				['The prompt has 2 tokens and is read in 2 chunks of up to 75'],
			));
		it('without the tags of LoRAs', () => check('<lora:thing:0.8>a', 'comfy', first, []));
		it('as it stands where brackets mean nothing', () => check('(a:3) BREAK', 'none', first, []));
		it('with weights away from the prompt without words', () =>
			// The empty prompt is the second that is encoded: 2 + 3 · (1 − 2) = −1 for the one word.
			check('(a:3)', 'comfy', [1, -1, ...Array<number>(75).fill(1)], []));
		it('of endless words not at all', async () => {
			const model = await open(contents(tinySd1));
			const endless = { text: 'BREAK '.repeat(40), emphasis: 'a1111', negative: false } as const;
			const failure = await failureIn(() => model.encode(endless, async () => ({})));
			assert.equal(failure?.kind, 'badRecipe');
		});
	});

	it('never says that it is best run at a size that no recipe may have', async () => {
		const { card } = await open(changed('unet/config.json', { sample_size: 65_536 }));
		assert.deepEqual([card.defaults.width, card.defaults.height], [8192, 8192]);
	});

	describe('refuses', () => {
		const check = async (given: FolderContents, kind: string, file: RegExp, why: RegExp) => {
			const failure = await failureIn(() => open(given));
			assert.equal(failure?.kind, kind, JSON.stringify(failure));
			const named = failure as { file: string; why: string };
			assert.match(named.file, file);
			assert.match(named.why, why);
		};
		const config = (file: string, change: Readonly<Record<string, unknown>>, why: RegExp) =>
			check(changed(file, change), 'modelBroken', new RegExp(`${file}$`), why);
		const weights = (change: (tiny: ReturnType<typeof contents>['weights']) => void, file: RegExp, why: RegExp) => {
			const tiny = contents(tinySd1);
			change(tiny.weights);
			return check(tiny, 'modelBroken', file, why);
		};

		it('a config with a field of the wrong kind', () =>
			config('unet/config.json', { block_out_channels: 'many' }, /block_out_channels/));
		it('a width without bounds', () => config('text_encoder/config.json', { hidden_size: 1e9 }, /hidden_size/));
		it('levels that do not match', () =>
			config('unet/config.json', { up_block_types: ['UpBlock2D'] }, /up_block_types.*1 entries for 3 levels/));
		it('groups that do not divide', () => config('unet/config.json', { norm_num_groups: 7 }, /norm_num_groups/));
		it('heads that do not divide', () =>
			config('text_encoder/config.json', { num_attention_heads: 7 }, /num_attention_heads.*7 heads do not divide/));
		it('blocks it does not know', () =>
			config('unet/config.json', { mid_block_type: 'UNetMidBlock2DSimpleCrossAttn' }, /mid_block_type/));
		it('a flow-matching scheduler', () =>
			config('scheduler/scheduler_config.json', { _class_name: 'FlowMatchEulerDiscreteScheduler' }, /_class_name/));
		it('a text encoder of another width', () =>
			check(changed('unet/config.json', { cross_attention_dim: 48 }), 'modelBroken', /unet\/config/, /48.*32/));
		it('room for other facts than SDXL’s', () => {
			const unet = { ...tinySdxl.unet, projection_class_embeddings_input_dim: 77 };
			return check(contents({ ...tinySdxl, unet }), 'modelBroken', /unet\/config/, /is 77: beside 40 numbers/);
		});
		it('SDXL without its first text encoder', () =>
			check(contents({ ...tinySdxl, text_encoder: {} }), 'modelBroken', /unet\/config/, /80.*48/));
		it('a UNet that sees what Limn does not know', () =>
			check(changed('unet/config.json', { in_channels: 5 }), 'modelRefused', /unet\/config/, /5 channels.*have 4/));
		it('preview colours for other latents', () => config('limn.json', { previewColours: [[1, 1, 1]] }, /1 rows for 4/));
		it('a vocabulary larger than the text encoder’s', () =>
			check(changed('text_encoder/config.json', { vocab_size: 500 }), 'modelBroken', /vocab.json/, /token number 544/));
		it('a vocabulary without its special tokens', () =>
			check(changed('tokenizer/tokenizer_config.json', { pad_token: 'nope' }), 'modelBroken', /vocab.json/, /nope/));

		it('a file without one of its tensors', () =>
			weights(tiny => void tiny[files.unet].delete('conv_in.weight'), /unet/, /no tensor conv_in\.weight/));
		it('a tensor of another shape', () =>
			weights(
				tiny => void tiny[files.unet].set('conv_in.weight', [32, 9, 3, 3]),
				/unet/,
				/\[32, 9, 3, 3\].*\[32, 4, 3, 3\]/,
			));
		it('tensors that the config has no place for', () =>
			weights(
				tiny => void tiny[files.unet].set('add_embedding.linear_1.weight', [1]),
				/unet/,
				/1 tensors.*add_embedding/,
			));
		it('weights that are pickles, and says why', () => {
			const { texts, weights: tiny } = contents(tinySd1);
			const { [files.unet]: pickled, ...rest } = tiny;
			const given = { texts, weights: { ...rest, 'unet/diffusion_pytorch_model.bin': pickled } };
			return check(given, 'modelRefused', /\.bin$/, /pickle.*code.*safetensors/);
		});
	});

	describe('accepts', () => {
		it('position ids that older files carry', async () => {
			const tiny = contents(tinySd1);
			tiny.weights[files.text].set('text_model.embeddings.position_ids', [1, 77]);
			assert.equal((await open(tiny)).card.family, 'stable-diffusion');
		});
		it('a vocabulary inside tokenizer.json', async () => {
			const { texts, weights } = contents(tinySd1);
			const { 'tokenizer/vocab.json': vocab, 'tokenizer/merges.txt': merges, ...rest } = texts;
			const pairs = merges
				.split('\n')
				.slice(1)
				.map(line => line.split(' '));
			const tokenizer = JSON.stringify({ model: { type: 'BPE', vocab: JSON.parse(vocab) as object, merges: pairs } });
			const model = await open({ texts: { ...rest, 'tokenizer/tokenizer.json': tokenizer }, weights });
			assert.equal(model.latent.channels, 4);
		});
		it('half-precision files by their name', async () => {
			const { texts, weights } = contents(tinySd1);
			const renamed = Object.entries(weights).map(([file, tensors]) => [file.replace(/\.s/, '.fp16.s'), tensors]);
			assert.equal((await open({ texts, weights: Object.fromEntries(renamed) })).latent.channels, 4);
		});
		it('weights in shards', async () => {
			const { texts, weights } = contents(tinySd1);
			const { [files.unet]: whole, ...rest } = weights;
			const half = Math.floor(whole.size / 2);
			const shards = { 'unet/a.safetensors': [...whole].slice(0, half), 'unet/b.safetensors': [...whole].slice(half) };
			const map = Object.entries(shards).flatMap(([file, tensors]) => tensors.map(([name]) => [name, file.slice(5)]));
			const given = {
				texts: { ...texts, [`${files.unet}.index.json`]: JSON.stringify({ weight_map: Object.fromEntries(map) }) },
				weights: {
					...rest,
					...Object.fromEntries(Object.entries(shards).map(([file, list]) => [file, new Map(list)])),
				},
			};
			assert.equal((await open(given)).latent.channels, 4);
		});
		it('an autoencoder without its encoder, until a picture is to be encoded', async () => {
			const tiny = contents(tinySd1);
			const { [files.vae]: vae } = tiny.weights;
			for (const name of [...vae.keys()]) if (/^(encoder|quant_conv)\./.test(name)) vae.delete(name);
			const model = await open(tiny);
			const pixels = { data: new Float32Array(3 * 64), height: 8, width: 8 };
			const failure = await failureIn(() => model.encodePixels(pixels, async () => ({})));
			assert.equal(failure?.kind, 'modelBroken');
		});
	});
});
