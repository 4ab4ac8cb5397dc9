// The Stable Diffusion family, versions 1, 2 and XL: text encoders, UNet over latents, autoencoder, in a diffusers folder.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type { Family, ImageModel, Latents, ModelFolder, Pixels, Turn } from '../family.ts';
import { float32, type Tensor } from '../tensor.ts';
import { cardOf } from './card.ts';
import { readableLayers } from './clip-text.ts';
import type { UnetConfig, VaeConfig } from './configs.ts';
import { indexFile, readConfigs, readText, type FolderConfigs } from './folder.ts';
import { openParts, pooledWidth, refuseMisfits, weightBytes } from './parts.ts';
import { previewColours } from './preview.ts';
import { predictionOf, trainedNoise } from './scheduler.ts';
import { timeIdsOf } from './time-ids.ts';
import { encodeWords, floats, wordless, type TextEncoder } from './words.ts';

export const stableDiffusion: Family<ImageModel> = { id: 'stable-diffusion', recognises, describe, open };

/** The pipelines that are Stable Diffusion by their networks, as model_index.json names them. */
const pipelines = /^(StableDiffusion(XL)?(Img2Img|Inpaint)?|LatentConsistencyModel(Img2Img)?)Pipeline(Safe)?$/;
const needed = ['unet/config.json', 'vae/config.json', 'scheduler/scheduler_config.json'];
const encoders = ['text_encoder/config.json', 'text_encoder_2/config.json'];

async function recognises({ files, text }: ModelFolder): Promise<boolean> {
	const has = (file: string) => files.includes(file);
	if (!has(indexFile)) return needed.every(has) && encoders.some(has);
	const [, name] = /"_class_name"\s*:\s*"(\w+)"/.exec(await text(indexFile)) ?? [];
	return name !== undefined && pipelines.test(name);
}

async function describe(folder: ModelFolder): Promise<ModelCard> {
	const configs = await readConfigs(folder);
	return cardFor(folder, configs, await weightBytes(folder, configs.places));
}

async function open(folder: ModelFolder, turn: Turn): Promise<ImageModel> {
	const configs = await readConfigs(folder);
	const { unet, vae, scheduler, version, pipeline } = configs;
	const texts = await Promise.all(configs.places.map(place => readText(folder, place)));
	refuseMisfits(folder, { texts, unet, vae });
	const parts = await openParts(folder, { texts, unet, vae }, turn);

	const textEncoders = texts.map(({ reader, config, place }, i): TextEncoder => {
		const pooled = place.pools ? config.projection_dim : 0;
		const layers = readableLayers(config, place.layer);
		return { part: parts.textEncoders[i], reader, layers, width: config.hidden_size, pooledWidth: pooled };
	});
	const timeIds = unet.addition_embed_type === null ? undefined : timeIdsOf(unet, pooledWidth(texts));
	const zeros = timeIds !== undefined && pipeline.force_zeros_for_empty_prompt;
	const latent = { channels: vae.latent_channels, downscale: downscaleOf(vae) };

	return {
		way: 'diffusion',
		card: cardFor(folder, configs, parts.bytes),
		latent,
		noise: trainedNoise(scheduler, version.stepsOffset(scheduler)),
		prediction: predictionOf(scheduler),
		parts: [...parts.textEncoders, parts.unet, parts.decoder, ...(parts.encoder ? [parts.encoder] : [])],
		previewColours: coloursFor(folder, configs),

		async encode(words, run) {
			if (zeros && words.negative && words.text.trim() === '') return wordless(textEncoders);
			return encodeWords(words, textEncoders, run);
		},

		async predict(x, timestep, { feeds, negative }, run) {
			const facts = timeIds?.(x.height * latent.downscale, x.width * latent.downscale, negative);
			const { out_sample: output } = await run(parts.unet, {
				...feeds,
				...(facts ? { time_ids: float32(Float32Array.from(facts), [1, facts.length]) } : {}),
				sample: latentTensor(x),
				timestep: float32(Float32Array.of(timestep), [1]),
			});
			return floats(output);
		},

		async decode(latents, run): Promise<Pixels> {
			const { sample } = await run(parts.decoder, { latent: latentTensor(latents) });
			return { data: floats(sample), height: sample.dims[2], width: sample.dims[3] };
		},

		async encodePixels({ data, height, width }, run): Promise<Latents> {
			if (!parts.encoder) {
				const why = 'its autoencoder has no encoder, so it cannot start from a picture';
				throw fail({ kind: 'modelBroken', file: `${folder.path}/vae`, why });
			}
			const { latent } = await run(parts.encoder, { sample: float32(data, [1, 3, height, width]) });
			return { data: floats(latent), channels: latent.dims[1], height: latent.dims[2], width: latent.dims[3] };
		},
	};
}

function cardFor(
	folder: ModelFolder,
	{ unet, vae, scheduler, version, limn }: FolderConfigs,
	bytes: number,
): ModelCard {
	return cardOf(folder, limn, { scheduler, size: sizeOf(unet, vae), bytes, usual: version.usual });
}

function coloursFor(folder: ModelFolder, { vae, limn }: FolderConfigs): ImageModel['previewColours'] {
	const { latent_channels: channels, scaling_factor: scalingFactor } = vae;
	const colours = limn.previewColours ?? previewColours({ channels, downscale: downscaleOf(vae), scalingFactor });
	if (colours.length === channels) return colours;
	const why = `its previewColours has ${colours.length} rows for ${channels} latent channels`;
	throw fail({ kind: 'modelBroken', file: `${folder.path}/limn.json`, why });
}

const downscaleOf = (vae: VaeConfig): number => 2 ** (vae.block_out_channels.length - 1);

/** Pixels [height, width] that the network was trained at; diffusers takes 64 latents, or for SDXL 128, where none is written. */
function sizeOf(unet: UnetConfig, vae: VaeConfig): readonly [number, number] {
	const [height, width] = [unet.sample_size ?? (unet.addition_embed_type === null ? 64 : 128)].flat();
	return [pixels(height, downscaleOf(vae)), pixels(width ?? height, downscaleOf(vae))];
}

const latentTensor = ({ data, channels, height, width }: Latents): Tensor =>
	float32(data, [1, channels, height, width]);

/** A side of the trained size in pixels, as a recipe may have it: a multiple of 8 from 16 to 8192. */
const pixels = (latent: number, downscale: number): number =>
	Math.min(8192, Math.max(16, Math.ceil((latent * downscale) / 8) * 8));
