// Tells by the header alone what a .safetensors file holds: a checkpoint, or which part or addition to one.
import { networkOf } from '../dcgan/layers.ts';
import type { WeightFile } from '../family.ts';

/** All that a header says. */
export interface FileHeader {
	readonly tensors: WeightFile['tensors'];
	/** The free texts that a file may carry under `__metadata__`. */
	readonly metadata: Readonly<Record<string, string>>;
}

export interface FileKind {
	readonly id: KindId;
	/** Ends the sentence “it is …”. */
	readonly is: string;
	/** What to do with it; empty for what opens as it is. */
	readonly advice: string;
}

export type KindId = (typeof kinds)[number]['id'];

/** The first kind that fits; `unknown` where none does. */
export function classify(header: FileHeader): FileKind {
	const facts = factsOf(header);
	return kinds.find(({ fits }) => fits(facts)) ?? kinds[kinds.length - 1];
}

/** The reason for not opening a file of this kind. */
export const refusalOf = ({ is, advice }: FileKind): string => `it is ${is}; ${advice}`;

/** A header as the rules ask about it. */
interface Facts {
	readonly header: FileHeader;
	/** Whether any tensor's name fits. */
	any(pattern: RegExp): boolean;
	/** A side of the first tensor whose name fits; 0 where there is none. */
	side(pattern: RegExp, index: number): number;
}

function factsOf(header: FileHeader): Facts {
	const names = [...header.tensors.keys()];
	return {
		header,
		any: pattern => names.some(name => pattern.test(name)),
		side: (pattern, index) => {
			const found = names.find(name => pattern.test(name));
			return (found !== undefined && header.tensors.get(found)?.dims[index]) || 0;
		},
	};
}

const later = 'Limn does not open it yet';
const apart = 'choose the whole model that it belongs to';

const unet = /^model\.diffusion_model\./;
const entry = /^(model\.diffusion_model\.)?input_blocks\.0\.0\.weight$/;
const clip = /^cond_stage_model\.transformer\./;
const openClip = /^cond_stage_model\.model\./;
/** The words of SDXL, and of its refiner. */
const both = /^conditioner\.embedders\.1\.model\./;
const bigOnly = /^conditioner\.embedders\.0\.model\./;
/** SDXL's sizes and pooled words. */
const labels = /(^|\.)label_emb\.0\.0\.weight$/;
const takes = (channels: number) => (facts: Facts) => facts.side(entry, 1) === channels;
const whole = (facts: Facts) => facts.any(unet) && (facts.any(clip) || facts.any(openClip));

/** From the most telling to the least. */
const kinds = [
	{
		id: 'textual-inversion',
		is: 'an embedding (textual inversion): a word for another model',
		advice: 'put it into a folder called “embeddings”, and say its name in the prompt',
		fits: ({ header: { tensors }, any }) =>
			any(/^(emb_params|string_to_param|clip_l|clip_g)$/) ||
			(tensors.size === 1 && [...tensors].every(([name, { dims }]) => !name.includes('.') && isEmbedding(dims))),
	},
	{
		id: 'lora',
		is: 'a LoRA or its kin: a change to another model',
		advice: 'choose the checkpoint that it was made for, and add the LoRA to it by name',
		fits: ({ any, header: { metadata } }) =>
			any(/[._](lora[._](down|up|[AB])|hada_w[12]_[ab]|lokr_w[12](_[ab])?|oft_blocks|lora_magnitude_vector)(\.|$)/) ||
			any(/^(lora_(unet|te\d?)|lycoris)_/) ||
			metadata['ss_network_module'] !== undefined,
	},
	{
		id: 'ip-adapter',
		is: 'an IP-Adapter: it makes another model look at a picture',
		advice: later,
		fits: ({ any }) => any(/^(image_proj|ip_adapter)\./),
	},
	{
		id: 'controlnet',
		is: 'a ControlNet: it guides another model by a picture',
		advice: 'add it to the checkpoint that it was made for, by name',
		fits: ({ any }) =>
			any(/^(control_model\.|controlnet_(cond_embedding|down_blocks|mid_block)\.|input_hint_block\.|zero_convs\.)/),
	},
	{
		id: 't2i-adapter',
		is: 'a T2I-Adapter: it guides another model by a picture',
		advice: later,
		fits: ({ any }) => any(/^(adapter\.)?body\.\d+\.(block1|resnets)\./),
	},
	{
		id: 'flux',
		is: 'a Flux model',
		advice: later,
		fits: ({ any }) => any(/(^|\.)double_blocks\.0\.img_attn\.|^single_transformer_blocks\./),
	},
	{
		id: 'sd3',
		is: 'a Stable Diffusion 3 model',
		advice: later,
		fits: ({ any }) => any(/(^|\.)joint_blocks\.0\./),
	},
	{
		id: 'sdxl-refiner',
		is: 'a Stable Diffusion XL refiner',
		advice: '',
		fits: facts => facts.any(labels) && facts.any(bigOnly) && takes(4)(facts),
	},
	{
		id: 'sdxl-inpainting',
		is: 'a Stable Diffusion XL checkpoint for inpainting',
		advice: '',
		fits: facts => facts.any(labels) && facts.any(both) && takes(9)(facts),
	},
	{
		id: 'sdxl',
		is: 'a Stable Diffusion XL checkpoint',
		advice: '',
		fits: facts => facts.any(labels) && facts.any(both) && takes(4)(facts),
	},
	{
		id: 'inpainting',
		is: 'a Stable Diffusion checkpoint for inpainting',
		advice: '',
		fits: facts => whole(facts) && takes(9)(facts),
	},
	{
		id: 'instruct-pix2pix',
		is: 'an InstructPix2Pix checkpoint: it changes pictures by instruction',
		advice: '',
		fits: facts => whole(facts) && takes(8)(facts),
	},
	{
		id: 'depth',
		is: 'a Stable Diffusion 2 checkpoint that draws over a depth map',
		advice: later,
		fits: takes(5),
	},
	{
		id: 'latent-upscaler',
		is: 'the Stable Diffusion upscaler',
		advice: later,
		fits: takes(7),
	},
	{
		id: 'sd1',
		is: 'a Stable Diffusion 1 checkpoint',
		advice: '',
		fits: facts => whole(facts) && facts.any(clip) && takes(4)(facts),
	},
	{
		id: 'sd2',
		is: 'a Stable Diffusion 2 checkpoint',
		advice: '',
		fits: facts => whole(facts) && facts.any(openClip) && takes(4)(facts),
	},
	{
		id: 'unet',
		is: 'the UNet of a Stable Diffusion model alone',
		advice: apart,
		fits: ({ any }) => any(entry) || any(/^down_blocks\.0\.(resnets|attentions)\.0\./),
	},
	{
		id: 'vae',
		is: 'an autoencoder (VAE) alone',
		advice: 'put it beside a checkpoint as NAME.vae.safetensors, or choose the checkpoint',
		fits: ({ any }) => any(/^(first_stage_model\.)?decoder\.(up|up_blocks|mid|mid_block)\./),
	},
	{
		id: 'dcgan',
		is: 'the generator of a DCGAN',
		advice: '',
		fits: ({ header: { tensors } }) => networkOf(tensors)?.half === 'generator',
	},
	{
		id: 'dcgan-discriminator',
		is: 'the discriminator of a DCGAN: it judges pictures and draws none',
		advice: 'choose the generator that was trained with it',
		fits: ({ header: { tensors } }) => networkOf(tensors)?.half === 'discriminator',
	},
	{
		id: 'tiny-vae',
		is: 'a small autoencoder for previews (TAESD)',
		advice: 'leave it where it lies: previews are drawn with it where it fits the model',
		fits: ({ any, header: { tensors } }) =>
			any(/^(taesd_|decoder\.layers\.|encoder\.layers\.)/) || (any(/^\d+\.conv\.0\.weight$/) && tensors.size < 200),
	},
	{
		id: 'text-encoder',
		is: 'a text encoder alone',
		advice: apart,
		fits: ({ any }) =>
			any(/^(text_model\.)?embeddings\.token_embedding\.weight$/) ||
			any(/^(text_model\.)?encoder\.layers\.\d+\.self_attn\./) ||
			any(/^(transformer\.)?resblocks\.\d+\.attn\./) ||
			any(/^encoder\.block\.\d+\.layer\.0\.SelfAttention\./),
	},
	{
		id: 'picture-encoder',
		is: 'a picture encoder (CLIP vision) alone',
		advice: apart,
		fits: ({ any }) => any(/^(vision_model|visual)\./),
	},
	{
		id: 'upscaler',
		is: 'an upscaler of finished pictures (ESRGAN or its kin)',
		advice: later,
		fits: ({ any }) =>
			any(/(^|\.)RDB1\.conv1\.|(^|\.)rdb1\.conv1\.|residual_group\.blocks\./) ||
			(any(/^conv_first\.weight$/) && any(/^conv_last\.weight$/)) ||
			(any(/^body\.0\.weight$/) && any(/^body\.1\.weight$/)),
	},
	{
		id: 'unknown',
		is: 'not a model of a kind that Limn knows',
		advice:
			'choose a Stable Diffusion 1, 2 or XL checkpoint, or the folder of a diffusers model with its model_index.json',
		fits: () => true,
	},
] as const satisfies readonly { id: string; is: string; advice: string; fits: (facts: Facts) => boolean }[];

/** One or a few vectors as wide as the words of Stable Diffusion 1, 2 or XL. */
const isEmbedding = (dims: readonly number[]): boolean =>
	dims.length >= 1 &&
	dims.length <= 2 &&
	[768, 1024, 1280].includes(dims[dims.length - 1]) &&
	(dims[1] ? dims[0] : 1) <= 128;
