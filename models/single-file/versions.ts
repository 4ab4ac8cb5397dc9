// The versions of Stable Diffusion that come in one file: where each keeps its words, and what its shapes do not show.
import type { FileHeader } from '../weights/classify.ts';
import { clipTensors, openClipTensors, openClipTensorsBeforeLast, type TextTensors } from './text-names.ts';

type Config = Readonly<Record<string, unknown>>;

/** One text encoder: where its tensors begin, how they are read, and the diffusers folder that they belong to. */
export interface TextPlace {
	readonly directory: 'text_encoder' | 'text_encoder_2';
	readonly prefix: string;
	readonly read: TextTensors;
	readonly activation: 'quick_gelu' | 'gelu';
	/** OpenCLIP fills the window up with token 0, which is the exclamation mark. */
	readonly pad: '<|endoftext|>' | '!';
}

/** What a checkpoint's training decided and its shapes do not show. */
export interface Trained {
	readonly prediction: 'epsilon' | 'v_prediction';
	readonly zeroTerminalSnr: boolean;
}

export interface Version {
	readonly texts: readonly TextPlace[];
	/** model_index.json. */
	readonly pipeline: Config;
	/** Fields of the UNet's config, by the channels of its levels. */
	readonly unet: (channels: readonly number[]) => Config;
	readonly scalingFactor: number;
	/** What it predicts where the file does not say. */
	readonly predicts: Trained['prediction'];
	/** Latents of a side that it was trained at, by what it predicts. */
	readonly sampleSize: Readonly<Record<Trained['prediction'], number>>;
	/** The diffusers class of the scheduler that it was published with, by what it predicts. */
	readonly scheduler: Readonly<Record<Trained['prediction'], string>>;
}

const clip = { read: clipTensors, activation: 'quick_gelu', pad: '<|endoftext|>' } as const;
const openClip = { read: openClipTensors, activation: 'gelu', pad: '!' } as const;
const headsOf64 = (channels: readonly number[]) => channels.map(width => Math.max(1, Math.floor(width / 64)));

const sd1: Version = {
	texts: [{ directory: 'text_encoder', prefix: 'cond_stage_model.transformer.', ...clip }],
	pipeline: { _class_name: 'StableDiffusionPipeline' },
	unet: () => ({ attention_head_dim: 8, use_linear_projection: false, upcast_attention: false }),
	scalingFactor: 0.18215,
	predicts: 'epsilon',
	sampleSize: { epsilon: 64, v_prediction: 64 },
	scheduler: { epsilon: 'PNDMScheduler', v_prediction: 'DDIMScheduler' },
};

const sd2: Version = {
	...sd1,
	texts: [
		{ directory: 'text_encoder', prefix: 'cond_stage_model.model.', ...openClip, read: openClipTensorsBeforeLast },
	],
	// Stable Diffusion 2.1 overflows in float16 without upcast_attention.
	unet: channels => ({
		attention_head_dim: headsOf64(channels),
		use_linear_projection: true,
		upcast_attention: true,
	}),
	// Taken for the published 768-pixel model, as diffusers' from_single_file takes it.
	predicts: 'v_prediction',
	sampleSize: { epsilon: 64, v_prediction: 96 },
};

const sdxl: Version = {
	texts: [
		{ directory: 'text_encoder', prefix: 'conditioner.embedders.0.transformer.', ...clip },
		{ directory: 'text_encoder_2', prefix: 'conditioner.embedders.1.model.', ...openClip },
	],
	pipeline: { _class_name: 'StableDiffusionXLPipeline', force_zeros_for_empty_prompt: true },
	unet: channels => ({
		attention_head_dim: headsOf64(channels),
		use_linear_projection: true,
		upcast_attention: false,
	}),
	scalingFactor: 0.13025,
	predicts: 'epsilon',
	sampleSize: { epsilon: 128, v_prediction: 128 },
	scheduler: { epsilon: 'EulerDiscreteScheduler', v_prediction: 'EulerDiscreteScheduler' },
};

const refiner: Version = {
	...sdxl,
	texts: [{ directory: 'text_encoder_2', prefix: 'conditioner.embedders.0.model.', ...openClip }],
	pipeline: { _class_name: 'StableDiffusionXLImg2ImgPipeline', force_zeros_for_empty_prompt: false },
};

const versions: readonly Version[] = [sd1, sd2, sdxl, refiner];

/** The version whose text encoders the file holds. */
export function versionIn({ tensors }: FileHeader): Version | undefined {
	const names = [...tensors.keys()];
	const holds = (prefix: string) => names.some(name => name.startsWith(prefix));
	return versions.find(({ texts }) => texts.every(({ prefix }) => holds(prefix)));
}

/** The version whose UNet looks at words of this width; what is no width of theirs is read as the first. */
export function versionOfContext(width: number): Version {
	return { 1024: sd2, 2048: sdxl, 1280: refiner }[width] ?? sd1;
}
