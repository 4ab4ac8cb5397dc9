// The Stable Diffusion family, versions 1, 2 and XL: text encoders, UNet over latents, autoencoder, in a diffusers folder.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type { Family, ImageModel, ModelFolder, Turn } from '../family.ts';
import type { GuidanceKind } from '../sampling/guidance.ts';
import { withAddedWords } from '../text/added-words.ts';
import { besides, seesOf, type Sees } from './beside.ts';
import { cardOf } from './card.ts';
import { readableLayers } from './clip-text.ts';
import type { UnetConfig, VaeConfig } from './configs.ts';
import { indexFile, readConfigs, readText, type FolderConfigs } from './folder.ts';
import { allOf, openParts, pooledWidth, refuseMisfits, weightBytes } from './parts.ts';
import { planFor } from './memory.ts';
import { decoded, encoded, noEncoder } from './pixels.ts';
import { predictWith } from './predict.ts';
import { previewColours, tinyDecoderFor, type LatentKind } from './preview.ts';
import { predictionOf, trainedNoise } from './scheduler.ts';
import { decodeInTiles, encodeInTiles } from './tiles.ts';
import { timeIdsOf } from './time-ids.ts';
import { encodeWords, wordless, type TextEncoder } from './words.ts';

export const stableDiffusion: Family<ImageModel> = { id: 'stable-diffusion', recognises, describe, open };

/** The pipelines that are Stable Diffusion by their networks, as model_index.json names them. */
const pipelines =
	/^(StableDiffusion(XL)?(Img2Img|Inpaint|InstructPix2Pix)?|LatentConsistencyModel(Img2Img)?)Pipeline(Safe)?$/;
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
	const sees = seesOf(unet.in_channels, latent.channels) ?? 'nothing';

	const knowing = (encoders: readonly TextEncoder[]): ImageModel => ({
		way: 'diffusion',
		card: cardFor(folder, configs, parts.bytes),
		latent,
		noise: trainedNoise(scheduler, version.stepsOffset(scheduler)),
		prediction: predictionOf(scheduler),
		parts: allOf(parts),
		guidance: guidanceOf(sees, unet),
		sees,
		previewColours: coloursFor(folder, configs),
		previewDecoder: tinyDecoderFor(latentKind(vae)),

		async encode(words, run) {
			if (zeros && words.negative && words.text.trim() === '') return wordless(encoders);
			return encodeWords(words, encoders, run);
		},
		withWords: added =>
			knowing(
				textEncoders.map((encoder, i) => ({
					...encoder,
					reader: withAddedWords(encoder.reader, added, texts[i].config.vocab_size),
				})),
			),

		beside: (start, size, encode) =>
			besides[sees](start, size, { downscale: latent.downscale, scalingFactor: vae.scaling_factor, encode }),
		predict: predictWith({ unet, part: parts.unet, timeIds, downscale: latent.downscale }),
		decode: (latents, run) => decoded(parts.decoder, latents, run),
		encodePixels: (pixels, run) => encoded(folder, parts.encoder, pixels, run),
		plan: (width, height, room) => planFor(vae, height / latent.downscale, width / latent.downscale, room),
		decodeInTiles: (latents, tile, run) => decodeInTiles(parts.decoderHalves, latents, tile, run),
		encodeInTiles(pixels, tile, run) {
			if (!parts.encoderHalves) throw noEncoder(folder);
			return encodeInTiles(parts.encoderHalves, pixels, tile, run);
		},
	});
	return knowing(textEncoders);
}

/** Models that see the picture they change are guided by it too; consistency models take the guidance as a number. */
function guidanceOf(sees: Sees, unet: UnetConfig): GuidanceKind {
	if (unet.time_cond_proj_dim) return 'told';
	return sees === 'picture' ? 'picture-too' : 'classifier-free';
}

function cardFor(
	folder: ModelFolder,
	{ unet, vae, scheduler, version, limn }: FolderConfigs,
	bytes: number,
): ModelCard {
	const told = Boolean(unet.time_cond_proj_dim);
	return cardOf(folder, limn, { scheduler, size: sizeOf(unet, vae), bytes, usual: version.usual, told });
}

function coloursFor(folder: ModelFolder, { vae, limn }: FolderConfigs): ImageModel['previewColours'] {
	const colours = limn.previewColours ?? previewColours(latentKind(vae));
	if (colours.length === vae.latent_channels) return colours;
	const why = `its previewColours has ${colours.length} rows for ${vae.latent_channels} latent channels`;
	throw fail({ kind: 'modelBroken', file: `${folder.path}/limn.json`, why });
}

const latentKind = (vae: VaeConfig): LatentKind => ({
	channels: vae.latent_channels,
	downscale: downscaleOf(vae),
	scalingFactor: vae.scaling_factor,
});

const downscaleOf = (vae: VaeConfig): number => 2 ** (vae.block_out_channels.length - 1);

/** Pixels [height, width] that the network was trained at; diffusers takes 64 latents, or for SDXL 128, where none is written. */
function sizeOf(unet: UnetConfig, vae: VaeConfig): readonly [number, number] {
	const [height, width] = [unet.sample_size ?? (unet.addition_embed_type === null ? 64 : 128)].flat();
	return [pixels(height, downscaleOf(vae)), pixels(width ?? height, downscaleOf(vae))];
}

/** A side of the trained size in pixels, as a recipe may have it: a multiple of 8 from 16 to 8192. */
const pixels = (latent: number, downscale: number): number =>
	Math.min(8192, Math.max(16, Math.ceil((latent * downscale) / 8) * 8));
