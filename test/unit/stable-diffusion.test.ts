// The Stable Diffusion family on folders in memory: what it opens, what it says of them, and what it refuses and why.
import assert from 'node:assert/strict';
import type { ModelFolder } from '../../models/family.ts';
import { plainDialect } from '../../models/graph/dialect.ts';
import { newGraph, type Graph } from '../../models/graph/graph.ts';
import { families } from '../../models/index.ts';
import { clipText } from '../../models/stable-diffusion/clip-text.ts';
import { ClipTextConfig, UnetConfig, VaeConfig } from '../../models/stable-diffusion/configs.ts';
import { decoder } from '../../models/stable-diffusion/decoder.ts';
import { encoder } from '../../models/stable-diffusion/encoder.ts';
import { unet } from '../../models/stable-diffusion/unet.ts';
import { float32 } from '../../models/tensor.ts';
import { imaginaryWeights, recording } from '../../models/weights/weights.ts';
import type { EmphasisName } from '../../sidecar/protocol/recipe.ts';
import { tinySd1, tinySd2 } from '../fixtures/architectures.ts';
import { failureIn } from '../fixtures/failing.ts';
import { memoryFolder, type FolderContents } from '../fixtures/memory-folder.ts';
import { smallVocabulary } from '../fixtures/vocabulary.ts';
import { atOnce } from '../fixtures/run.ts';

const [stableDiffusion] = families;
const files = {
	text: 'text_encoder/model.safetensors',
	unet: 'unet/diffusion_pytorch_model.safetensors',
	vae: 'vae/diffusion_pytorch_model.safetensors',
};

function asked(...graphs: readonly ((g: Graph) => void)[]): Map<string, readonly number[]> {
	const { weights, asked } = recording(imaginaryWeights(() => false));
	for (const write of graphs) write(newGraph(weights, plainDialect));
	return asked;
}

/** The folder of a tiny model. */
function contents({ text_encoder, unet: net, vae, scheduler, padToken }: typeof tinySd1) {
	const { vocab, merges } = smallVocabulary();
	const [text, unetConfig, vaeConfig] = [
		ClipTextConfig.parse(text_encoder),
		UnetConfig.parse(net),
		VaeConfig.parse(vae),
	];
	return {
		texts: {
			'model_index.json': '{"_class_name": "StableDiffusionPipeline"}',
			'text_encoder/config.json': JSON.stringify(text_encoder),
			'unet/config.json': JSON.stringify(net),
			'vae/config.json': JSON.stringify(vae),
			'scheduler/scheduler_config.json': JSON.stringify(scheduler),
			'tokenizer/vocab.json': JSON.stringify(vocab),
			'tokenizer/merges.txt': ['#version: 0.2', ...merges].join('\n'),
			'tokenizer/tokenizer_config.json': JSON.stringify({ model_max_length: 77, pad_token: padToken }),
		} as Record<string, string>,
		weights: {
			[files.text]: asked(g => clipText(g, text, 77)),
			[files.unet]: asked(g => unet(g, unetConfig)),
			[files.vae]: asked(
				g => decoder(g, vaeConfig),
				g => encoder(g, vaeConfig),
			),
		} as Record<string, Map<string, readonly number[]>>,
	};
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
		it('not SDXL', () => check('{"_class_name": "StableDiffusionXLPipeline"}', false));
		it('not a broken index', () => check('{', false));
		it('a folder without index by its configs', async () => {
			const { texts, weights } = contents(tinySd1);
			const { 'model_index.json': _, ...rest } = texts;
			assert.equal(await stableDiffusion.recognises(folderOf({ texts: rest, weights })), true);
		});
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
	describe('reads a prompt', () => {
		/** Rows of the text encoder, and the notes; each chunk's states are its number, from 1. */
		const check = async (prompt: string, emphasis: EmphasisName, rows: readonly number[], notes: readonly string[]) => {
			const model = await open(contents(tinySd1));
			let chunk = 0;
			const conditioning = await model.encode(prompt, { emphasis }, async () => {
				return { last_hidden_state: float32(new Float32Array(77 * 2).fill(++chunk), [1, 77, 2]) };
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
		it('without the LoRAs that it asks for, and says that they are not in use', () =>
			check('<lora:thing:0.8>a', 'comfy', first, ['The prompt asks for the LoRA “thing”, and it is not in use']));
		it('as it stands where brackets mean nothing', () => check('(a:3) BREAK', 'none', first, []));
		it('with weights away from the prompt without words', () =>
			// The empty prompt is the second that is encoded: 2 + 3 · (1 − 2) = −1 for the one word.
			check('(a:3)', 'comfy', [1, -1, ...Array<number>(75).fill(1)], []));
		it('of endless words not at all', async () => {
			const model = await open(contents(tinySd1));
			const failure = await failureIn(() => model.encode('BREAK '.repeat(40), { emphasis: 'a1111' }, async () => ({})));
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
		it('an inpainting model', () =>
			check(changed('unet/config.json', { in_channels: 9 }), 'modelRefused', /unet\/config/, /inpainting/));
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
