// Recipes in other tools' pictures, in the formats that they document; and files that only look like theirs.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exifWithComment, type ExifTexts } from '../../sidecar/pictures/exif.ts';
import { insertChunks, textChunk } from '../../sidecar/pictures/png.ts';
import { inspect } from '../../sidecar/pictures/read.ts';
import { tools } from '../../sidecar/pictures/tools/index.ts';
import type { Imported } from '../../sidecar/pictures/tools/tool.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { aPng } from './fixtures/pictures.ts';

type Texts = Readonly<Record<string, unknown>>;

/** The first tool that knows these texts of a PNG (objects as JSON) and of an EXIF block. */
function read(texts: Texts, exif: ExifTexts = {}): Imported | undefined {
	const said = new Map(Object.entries(texts).map(([key, value]) => [key, jsonOf(value)]));
	for (const tool of tools) {
		const found = tool.read({ text: keyword => said.get(keyword), exif });
		if (found) return found;
	}
	return undefined;
}

const jsonOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function check(
	tool: string,
	texts: Texts,
	recipe: Partial<Recipe>,
	left: readonly string[],
	exif: ExifTexts = {},
): void {
	const found = read(texts, exif);
	assert.deepEqual([found?.tool, found?.recipe, found?.left], [tool, recipe, left]);
}

describe('InvokeAI', () => {
	const metadata = {
		...{ app_version: '4.2.0', generation_mode: 'txt2img', positive_prompt: 'a cat', negative_prompt: 'a dog' },
		...{ width: 512, height: 768, seed: 42, rand_device: 'cpu', cfg_scale: 7.5, steps: 30, scheduler: 'dpmpp_2m_k' },
		...{ clip_skip: 1, model: { name: 'dreamshaper-8', hash: 'blake3:1', base: 'sd-1', type: 'main' } },
		...{ controlnets: [], loras: [{ model: { name: 'ink' }, weight: 0.75 }], seamless_x: false },
	};
	const recipe: Partial<Recipe> = {
		...{ prompt: 'a cat', negative: 'a dog', width: 512, height: 768, seed: 42, guidance: 7.5, steps: 30 },
		...{ sampler: 'dpmpp-2m', schedule: 'karras', clipSkip: 2, model: 'dreamshaper-8', emphasis: 'none' },
	};
	const lora = 'loras: [{"model":{"name":"ink"},"weight":0.75}]';

	it('is read', () => check('InvokeAI', { invokeai_metadata: metadata }, recipe, [lora]));
	it('of version 3 names its model otherwise', () =>
		check(
			'InvokeAI',
			{ invokeai_metadata: { ...metadata, loras: [], model: { model_name: 'old', base_model: 'sd-1' } } },
			{ ...recipe, model: 'old' },
			[],
		));
	it('with weights and a sampler of its own says so', () => {
		const other = { ...metadata, positive_prompt: 'a cat++ (in a hat)1.2', scheduler: 'dpmpp_2m_sde_k', loras: [] };
		const { left } = read({ invokeai_metadata: other })!;
		assert.deepEqual(left, ['scheduler: dpmpp_2m_sde_k', 'weights in the prompt']);
	});
	it('with noise of the graphics card says so', () =>
		assert.deepEqual(read({ invokeai_metadata: { ...metadata, loras: [], rand_device: 'cuda' } })!.left, [
			'rand_device: cuda',
		]));
});

describe('SwarmUI', () => {
	const parameters = {
		sui_image_params: {
			...{
				prompt: 'a (cat:1.2)',
				negativeprompt: 'a dog',
				model: 'OfficialStableDiffusion/sd_v15.safetensors',
				seed: 7,
			},
			...{ steps: 20, cfgscale: 7, aspectratio: '1:1', width: 512, height: 512, sampler: 'euler_ancestral' },
			...{ scheduler: 'karras', variationseed: 9, variationseedstrength: 0.2, clipstopatlayer: -2 },
			...{ loras: ['ink'], swarm_version: '0.9.2.0' },
		},
		sui_extra_data: { date: '2024-09-01', generation_time: '1 s' },
	};
	const recipe: Partial<Recipe> = {
		...{ prompt: 'a (cat:1.2)', negative: 'a dog', model: 'sd_v15', seed: 7, steps: 20, guidance: 7 },
		...{ width: 512, height: 512, sampler: 'euler-ancestral', schedule: 'karras', clipSkip: 2, emphasis: 'comfy' },
		variation: { seed: 9, strength: 0.2 },
	};

	it('in a PNG is read', () => check('SwarmUI', { parameters }, recipe, ['loras: ["ink"]']));
	it('in a JPEG is read', () => check('SwarmUI', {}, recipe, ['loras: ["ink"]'], { comment: jsonOf(parameters) }));
	it('with a value that no recipe may hold says so', () => {
		const { sui_image_params: given } = parameters;
		const { recipe, left } = read({ parameters: { sui_image_params: { ...given, width: 1e9, seed: -1, loras: [] } } })!;
		assert.deepEqual([recipe.width, recipe.seed, left], [undefined, undefined, ['seed: -1', 'width: 1000000000']]);
	});
});

describe('Fooocus', () => {
	const parameters = {
		...{ adm_guidance: '(1.5, 0.8, 0.3)', base_model: 'juggernautXL_v8Rundiffusion', base_model_hash: 'aeb7e9e689' },
		...{
			full_prompt: ['cinematic a cat'],
			guidance_scale: 4,
			loras: [['offset', 0.1, 'hash']],
			negative_prompt: 'dog',
		},
		...{
			metadata_scheme: 'fooocus',
			performance: 'Speed',
			prompt: 'a cat',
			refiner_model: 'None',
			refiner_switch: 0.5,
		},
		...{ resolution: '(1152, 896)', sampler: 'dpmpp_2m', scheduler: 'karras', seed: '1234', sharpness: 2, steps: 30 },
		...{ styles: "['Fooocus V2']", vae: 'Default (model)', version: 'Fooocus v2.5.5' },
	};
	const recipe: Partial<Recipe> = {
		...{
			model: 'juggernautXL_v8Rundiffusion',
			guidance: 4,
			negative: 'dog',
			prompt: 'a cat',
			width: 1152,
			height: 896,
		},
		...{ sampler: 'dpmpp-2m', schedule: 'karras', seed: 1234, steps: 30, emphasis: 'a1111' },
	};
	const left = [
		'adm_guidance: (1.5, 0.8, 0.3)',
		'loras: [["offset",0.1,"hash"]]',
		'sharpness: 2',
		"styles: ['Fooocus V2']",
	];

	it('in a PNG is read', () => check('Fooocus', { parameters, fooocus_scheme: 'fooocus' }, recipe, left));
	it('in a WebP is read', () =>
		check('Fooocus', {}, recipe, left, {
			comment: jsonOf(parameters),
			makerNote: 'fooocus',
			software: 'Fooocus v2.5.5',
		}));
	it('in A1111’s own text is read as that', () => {
		const text = 'a cat\nSteps: 30, Sampler: DPM++ 2M Karras, Seed: 1, Version: Fooocus v2.5.5, RNG: CPU';
		assert.deepEqual(read({ parameters: text, fooocus_scheme: 'a1111' })?.recipe.sampler, 'dpmpp-2m');
	});
});

describe('NovelAI', () => {
	const comment = {
		...{
			steps: 28,
			sampler: 'k_euler_ancestral',
			seed: 3,
			strength: 0.69,
			noise: 0.667,
			scale: 11,
			uc: 'lowres, {{bad}}',
		},
		...{ n_samples: 1, noise_schedule: 'karras', width: 832, height: 1216, sm: true },
	};
	const recipe: Partial<Recipe> = {
		...{
			prompt: 'a ((cat:1.05):1.05) (dog:0.952) \\(hat\\)',
			steps: 28,
			sampler: 'euler-ancestral',
			seed: 3,
			guidance: 11,
		},
		...{ negative: 'lowres, ((bad:1.05):1.05)', schedule: 'karras', width: 832, height: 1216 },
	};
	const texts = {
		Software: 'NovelAI',
		Description: 'a {{cat}} [dog] (hat)',
		Comment: comment,
		Source: 'Stable Diffusion',
	};

	it('in a PNG is read, its brackets as A1111 writes them', () => check('NovelAI', texts, recipe, ['sm: true']));
	it('in a WebP is read', () =>
		check('NovelAI', {}, recipe, ['sm: true'], { comment: jsonOf({ ...texts, Comment: jsonOf(comment) }) }));
	it('with brackets that do not pair leaves the words', () => {
		const { recipe, left } = read({ ...texts, Description: 'a {cat]' })!;
		assert.deepEqual([recipe.prompt, left], [undefined, ['prompt: a {cat]', 'sm: true']]);
	});
});

describe('ComfyUI', () => {
	const graph = {
		3: {
			class_type: 'KSampler',
			inputs: {
				...{ seed: ['20', 0], steps: 20, cfg: 8, sampler_name: 'dpmpp_2m', scheduler: 'karras', denoise: 1 },
				...{ model: ['11', 0], positive: ['12', 0], negative: ['7', 0], latent_image: ['5', 0] },
			},
		},
		4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'folder\\v1-5-pruned.safetensors' } },
		5: { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 768, batch_size: 1 } },
		6: { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['13', 0] } },
		7: { class_type: 'CLIPTextEncode', inputs: { text: 'a dog', clip: ['13', 0] } },
		8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0], vae: ['4', 2] } },
		9: { class_type: 'SaveImage', inputs: { filename_prefix: 'x', images: ['8', 0] } },
		11: { class_type: 'LoraLoader', inputs: { lora_name: 'ink.safetensors', strength_model: 0.8, model: ['4', 0] } },
		12: { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } },
		13: { class_type: 'CLIPSetLastLayer', inputs: { stop_at_clip_layer: -2, clip: ['4', 1] } },
		20: { class_type: 'PrimitiveInt', inputs: { value: 99 } },
		21: { class_type: 'KSampler', inputs: { seed: 1, steps: 1 } },
	};
	const recipe: Partial<Recipe> = {
		...{
			prompt: 'a cat',
			negative: 'a dog',
			seed: 99,
			steps: 20,
			guidance: 8,
			sampler: 'dpmpp-2m',
			schedule: 'karras',
		},
		...{ width: 512, height: 768, clipSkip: 2, model: 'v1-5-pruned', emphasis: 'comfy' },
	};
	const left = ['LoraLoader: lora_name ink.safetensors, strength_model 0.8', 'ConditioningZeroOut: yes'];

	it('is read from the node that saves, up', () => check('ComfyUI', { prompt: graph }, recipe, left));
	it('in a WebP is read', () =>
		check('ComfyUI', {}, recipe, left, { model: `prompt:${jsonOf(graph)}`, make: 'workflow:{}' }));
	it('with numbers that JSON does not know is read', () =>
		check('ComfyUI', { prompt: jsonOf(graph).replace('"filename_prefix":"x"', '"is_changed": [NaN]') }, recipe, left));

	it('with a second pass is read', () => {
		const larger = {
			...graph,
			8: { class_type: 'VAEDecode', inputs: { samples: ['31', 0] } },
			30: { class_type: 'LatentUpscaleBy', inputs: { samples: ['3', 0], upscale_method: 'bilinear', scale_by: 1.5 } },
			31: {
				class_type: 'KSampler',
				inputs: { ...graph[3].inputs, seed: 5, steps: 12, denoise: 0.5, latent_image: ['30', 0] },
			},
		};
		const hires = { scale: 1.5, steps: 12, strength: 0.5 };
		check('ComfyUI', { prompt: larger }, { ...recipe, hires }, left);
	});

	it('is read as it was drawn, where that is all there is', () => {
		const input = (name: string, link: number) => ({ name, type: 'X', link });
		const workflow = {
			nodes: [
				{
					...{ id: 3, type: 'KSampler', widgets_values: [5, 'randomize', 20, 7, 'euler', 'normal', 1] },
					inputs: [input('model', 1), input('positive', 2), input('negative', 3), input('latent_image', 4)],
				},
				{ id: 4, type: 'CheckpointLoaderSimple', widgets_values: ['a.safetensors'] },
				{ id: 5, type: 'EmptyLatentImage', widgets_values: [640, 512, 1] },
				{ id: 6, type: 'CLIPTextEncode', widgets_values: ['a cat'], inputs: [input('clip', 5)] },
				{ id: 7, type: 'CLIPTextEncode', widgets_values: ['a dog'], inputs: [input('clip', 6)] },
			],
			links: [
				[1, 4, 0, 3, 0, 'MODEL'],
				[2, 6, 0, 3, 1, 'CONDITIONING'],
				[3, 7, 0, 3, 2, 'CONDITIONING'],
				[4, 5, 0, 3, 3, 'LATENT'],
				[5, 4, 1, 6, 0, 'CLIP'],
				[6, 4, 1, 7, 0, 'CLIP'],
			],
		};
		check(
			'ComfyUI',
			{ workflow },
			{
				...{
					prompt: 'a cat',
					negative: 'a dog',
					seed: 5,
					steps: 20,
					guidance: 7,
					sampler: 'euler',
					schedule: 'linspace',
				},
				...{ width: 640, height: 512, model: 'a', emphasis: 'comfy' },
			},
			[],
		);
	});

	it('whose links go in circles is read', () => {
		const circle = {
			1: { class_type: 'KSampler', inputs: { seed: ['2', 0], positive: ['1', 0], latent_image: ['1', 0], steps: 4 } },
			2: { class_type: 'PrimitiveInt', inputs: { value: ['2', 0], seed: ['2', 0] } },
			3: { class_type: 'SaveImage', inputs: { images: ['1', 0] } },
		};
		assert.equal(read({ prompt: circle })?.recipe.steps, 4);
	});
});

describe('A1111', () => {
	it('is read, and what it does beyond Limn is told', () => {
		const settings =
			'Steps: 20, Sampler: DPM++ SDE, Schedule type: Karras, CFG scale: 7, Seed: 5, Size: 512x512, Hires upscale: 2, Hires upscaler: ESRGAN, Denoising strength: 0.5, Version: v1.10.1';
		check(
			'A1111 text',
			{ parameters: `a cat\n${settings}` },
			{
				...{
					prompt: 'a cat',
					negative: '',
					steps: 20,
					guidance: 7,
					seed: 5,
					width: 512,
					height: 512,
					schedule: 'karras',
				},
				hires: { scale: 2, steps: 20, strength: 0.5 },
			},
			['Sampler: DPM++ SDE', 'Hires upscaler: ESRGAN', "RNG: GPU (Limn's noise is that of the CPU)"],
		);
	});
});

describe('a file of no tool', () => {
	it('carries no recipe', () => {
		for (const text of ['{', '[]', 'null', '{"prompt": 5}', '{"nodes": 5}', '{"nodes": [], "links": {}}', '""', '1']) {
			for (const keyword of ['parameters', 'prompt', 'workflow', 'invokeai_metadata', 'Comment']) {
				const found = read({ [keyword]: text, Software: 'NovelAI' }, { comment: text });
				assert.ok(found === undefined || Object.keys(found.recipe).length <= 1, `${keyword} ${text}`);
			}
		}
	});

	it('is read whatever it holds: nothing is thrown', () => {
		const keywords = fc.constantFrom(
			'parameters',
			'prompt',
			'workflow',
			'invokeai_metadata',
			'Comment',
			'fooocus_scheme',
		);
		const names = fc.constantFrom(
			...[
				'class_type',
				'inputs',
				'nodes',
				'links',
				'KSampler',
				'positive',
				'sui_image_params',
				'__proto__',
				'constructor',
			],
			...['seed', 'width', 'prompt', 'uc', 'model', 'widgets_values', 'type', 'id', 'fooocus', 'steps', 'latent_image'],
		);
		const json = fc.letrec<{ value: unknown }>(tie => ({
			value: fc.oneof(
				{ maxDepth: 4 },
				fc.oneof(names, fc.integer(), fc.constantFrom(null, true, 'NaN', 1e308, [1, 0], ['1', 0])),
				fc.array(tie('value'), { maxLength: 4 }),
				fc.dictionary(fc.oneof(names, fc.constantFrom('1', '2')), tie('value'), { maxKeys: 5 }),
			),
		})).value;
		fc.assert(
			fc.property(fc.dictionary(keywords, json), texts => void read({ Software: 'NovelAI', ...texts })),
			{ numRuns: 2000 },
		);
	});

	it('is read in time, however long and deep it is', () => {
		const deep = `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
		const many = JSON.stringify(
			Object.fromEntries(
				Array.from({ length: 9000 }, (_, i) => [
					i,
					{ class_type: 'SaveImage', inputs: { a: [String(i + 1), 0], b: [String(i + 2), 0] } },
				]),
			),
		);
		const brackets = JSON.stringify({ uc: '{'.repeat(500_000) });
		for (const text of [
			deep,
			many,
			brackets,
			': NaN'.repeat(200_000),
			' '.repeat(1_000_000),
			`[${' '.repeat(900_000)}`,
		]) {
			const began = performance.now();
			read({
				parameters: text,
				prompt: text,
				workflow: text,
				invokeai_metadata: text,
				Comment: text,
				Software: 'NovelAI',
			});
			assert.ok(performance.now() - began < 3000, text.slice(0, 40));
		}
	});
});

describe('a picture of another tool', () => {
	it('says what it says: in a PNG', async () => {
		const graph = { 1: { class_type: 'KSampler', inputs: { seed: 8, steps: 4 } } };
		const found = await inspect('a', insertChunks(aPng, [textChunk('prompt', JSON.stringify(graph))]));
		assert.deepEqual([found.imported?.tool, found.recipe?.seed], ['ComfyUI', 8]);
	});
	it('says what it says: in a WebP', async () => {
		const sharp = (await import('sharp')).default;
		const comment = JSON.stringify({ sui_image_params: { prompt: 'a cat', seed: 8 } });
		const carrier = insertChunks(aPng, [{ type: 'eXIf', data: exifWithComment(comment) }]);
		const found = await inspect('a', Uint8Array.from(await sharp(carrier).keepExif().webp().toBuffer()));
		assert.deepEqual([found.imported?.tool, found.recipe?.prompt], ['SwarmUI', 'a cat']);
	});
	it('says what it says: in the camera of a WebP', async () => {
		const sharp = (await import('sharp')).default;
		const graph = JSON.stringify({ 1: { class_type: 'KSampler', inputs: { seed: 8, steps: 4 } } });
		const exif = { IFD0: { Make: 'workflow:{}', Model: `prompt:${graph}` } };
		const found = await inspect('a', Uint8Array.from(await sharp(aPng).withExif(exif).webp().toBuffer()));
		assert.deepEqual([found.imported?.tool, found.recipe?.seed], ['ComfyUI', 8]);
	});
});
