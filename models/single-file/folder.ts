// A checkpoint in one file, seen as the diffusers folder that it would be: the family behind knows no difference.
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder, WeightFile } from '../family.ts';
import { parseJson } from '../json.ts';
import { bytePairs } from '../text/clip-vocabulary.ts';
import { classify, refusalOf, type FileHeader } from '../weights/classify.ts';
import { schedulerConfig, textConfig, unetConfig, vaeConfig } from './configs.ts';
import { trainedOf } from './trained.ts';
import { unetTensors } from './unet-names.ts';
import { vaeTensors } from './vae-names.ts';
import { versionIn, type Version } from './versions.ts';

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
 * The folder of a Stable Diffusion checkpoint. Throws `modelRefused` with what else the file is, and `modelBroken` where
 * the settings beside it are not sound.
 */
export function singleFileFolder({ path, weights, vae, settings, merges }: SingleFile): ModelFolder {
	const version = openableVersion(path, weights);
	const own = readSettings(path, settings);
	const unet = unetTensors(weights.tensors);
	const coder = vaeTensors((vae ?? weights).tensors);
	if (coder.size === 0) throw fail({ kind: 'modelRefused', file: path, why: noAutoencoder });
	const trained = trainedOf(version, weights);
	const config = (part: keyof Configs, derived: object) => JSON.stringify({ ...derived, ...own.configs[part] });

	const texts: Record<string, () => string | Promise<string>> = {
		'model_index.json': () => JSON.stringify(version.pipeline),
		'limn.json': () => JSON.stringify({ name: nameOf(path), ...own.limn }),
		'unet/config.json': () => config('unet', unetConfig(unet, version, trained.sampleSize)),
		'vae/config.json': () => config('vae', vaeConfig(coder, version)),
		'scheduler/scheduler_config.json': () => config('scheduler', schedulerConfig(trained, version)),
	};
	const files: Record<string, WeightFile> = {
		'unet/diffusion_pytorch_model.safetensors': { ...weights, tensors: unet },
		'vae/diffusion_pytorch_model.safetensors': { ...(vae ?? weights), tensors: coder },
	};
	for (const place of version.texts) {
		const tensors = place.read(weights.tensors, place.prefix);
		const tokenizer = place.directory.replace('text_encoder', 'tokenizer');
		files[`${place.directory}/model.safetensors`] = { ...weights, tensors };
		texts[`${place.directory}/config.json`] = () => config(place.directory, textConfig(tensors, place));
		texts[`${tokenizer}/vocab.json`] = async () => JSON.stringify(bytePairs(await merges()).vocab);
		texts[`${tokenizer}/merges.txt`] = merges;
		texts[`${tokenizer}/tokenizer_config.json`] = () => JSON.stringify({ model_max_length: 77, pad_token: place.pad });
	}
	return {
		path,
		files: [...Object.keys(texts), ...Object.keys(files)],
		text: async name => texts[name](),
		weights: async name => files[name],
	};
}

const noAutoencoder =
	'it is a checkpoint without its autoencoder; put the VAE made for it beside it as NAME.vae.safetensors';

/** The version of a checkpoint that opens; throws `modelRefused` with what else the file is. */
function openableVersion(path: string, weights: FileHeader): Version {
	const kind = classify(weights);
	const version = versionIn(weights);
	if (kind.advice === '' && version) return version;
	throw fail({ kind: 'modelRefused', file: path, why: refusalOf(kind) });
}

/** The file's name without its ending. */
const nameOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.safetensors$/i, '');

const config = z.record(z.string(), z.unknown()).default({});
/** Fields of the configs in diffusers' words, where a file is not as its shapes suggest. */
const Configs = z
	.object({ text_encoder: config, text_encoder_2: config, unet: config, vae: config, scheduler: config })
	.prefault({});
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
