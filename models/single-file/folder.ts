// A checkpoint in one file, seen as the diffusers folder that it would be: the family behind knows no difference.
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder, WeightFile } from '../family.ts';
import { parseJson } from '../json.ts';
import { bytePairs } from '../text/clip-vocabulary.ts';
import { classify, refusalOf, type FileHeader } from '../weights/classify.ts';
import { schedulerConfig, textConfig, unetConfig, vaeConfig, type Version } from './configs.ts';
import { clipTensors, openClipTensors } from './text-names.ts';
import { trainedOf } from './trained.ts';
import { unetTensors } from './unet-names.ts';
import { vaeTensors } from './vae-names.ts';

/** A weight file with all that its header says. */
export interface CheckpointFile extends WeightFile, FileHeader {}

export interface SingleFile {
	/** The checkpoint's own path, for messages and as the model's id. */
	readonly path: string;
	readonly weights: CheckpointFile;
	/** The autoencoder to use instead of the checkpoint's own, if one lies beside it. */
	readonly vae: WeightFile | undefined;
	/** The text of `NAME.limn.json` beside it; undefined where there is none. */
	readonly settings: string | undefined;
	/** Reads the text of CLIP's merges file, for the vocabulary. */
	readonly merges: () => Promise<string>;
}

/**
 * The folder of a Stable Diffusion 1 or 2 checkpoint. Throws `modelRefused` with what else the file is, and
 * `modelBroken` where the settings beside it are not sound.
 */
export function singleFileFolder({ path, weights, vae, settings, merges }: SingleFile): ModelFolder {
	const version = versionOf(path, weights);
	const own = readSettings(path, settings);
	const parts = {
		text_encoder: version === 'sd1' ? clipTensors(weights.tensors) : openClipTensors(weights.tensors),
		unet: unetTensors(weights.tensors),
		vae: vaeTensors((vae ?? weights).tensors),
	};
	if (parts.vae.size === 0) throw fail({ kind: 'modelRefused', file: path, why: noAutoencoder });
	const trained = trainedOf(version, weights);
	const config = (part: keyof Configs, derived: object) => JSON.stringify({ ...derived, ...own.configs[part] });

	const texts: Readonly<Record<string, () => string | Promise<string>>> = {
		'model_index.json': () => '{"_class_name": "StableDiffusionPipeline"}',
		'limn.json': () => JSON.stringify({ name: nameOf(path), ...own.limn }),
		'text_encoder/config.json': () => config('text_encoder', textConfig(parts.text_encoder, version)),
		'unet/config.json': () => config('unet', unetConfig(parts.unet, version, trained.sampleSize)),
		'vae/config.json': () => config('vae', vaeConfig(parts.vae)),
		'scheduler/scheduler_config.json': () => config('scheduler', schedulerConfig(trained)),
		'tokenizer/vocab.json': async () => JSON.stringify(bytePairs(await merges()).vocab),
		'tokenizer/merges.txt': merges,
		// OpenCLIP fills the window up with token 0, which is the exclamation mark.
		'tokenizer/tokenizer_config.json': () =>
			JSON.stringify({ model_max_length: 77, pad_token: version === 'sd1' ? '<|endoftext|>' : '!' }),
	};
	const files: Readonly<Record<string, WeightFile>> = {
		'text_encoder/model.safetensors': { ...weights, tensors: parts.text_encoder },
		'unet/diffusion_pytorch_model.safetensors': { ...weights, tensors: parts.unet },
		'vae/diffusion_pytorch_model.safetensors': { ...(vae ?? weights), tensors: parts.vae },
	};
	return {
		path,
		files: [...Object.keys(texts), ...Object.keys(files)],
		text: async name => texts[name](),
		weights: async name => files[name],
	};
}

const noAutoencoder =
	'it is a checkpoint without its autoencoder; put the VAE made for it beside it as NAME.vae.safetensors';

function versionOf(path: string, weights: FileHeader): Version {
	const kind = classify(weights);
	if (kind.id === 'sd1' || kind.id === 'sd2') return kind.id;
	throw fail({ kind: 'modelRefused', file: path, why: refusalOf(kind) });
}

/** The file's name without its ending. */
const nameOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.safetensors$/i, '');

const config = z.record(z.string(), z.unknown()).default({});
/** Fields of the configs in diffusers' words, where a file is not as its shapes suggest. */
const Configs = z.object({ text_encoder: config, unet: config, vae: config, scheduler: config }).prefault({});
type Configs = z.infer<typeof Configs>;
const Settings = z.looseObject({ configs: Configs });

/** What `NAME.limn.json` says: the fields of a folder's limn.json, and `configs`. */
function readSettings(path: string, text: string | undefined): { readonly limn: object; readonly configs: Configs } {
	const file = path.replace(/\.safetensors$/i, '.limn.json');
	const broken = (why: string) => fail({ kind: 'modelBroken', file, why });
	const parsed = Settings.safeParse(parseJson(text ?? '{}', broken));
	if (!parsed.success) throw broken(`its ${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`);
	const { configs, ...limn } = parsed.data;
	return { limn, configs };
}
