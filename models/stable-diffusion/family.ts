// The Stable Diffusion family, versions 1 and 2: text encoder, UNet over latents, autoencoder, in a diffusers folder.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type { Family, ImageModel, Latents, ModelFolder, Pixels, Turn } from '../family.ts';
import { float32, type Tensor } from '../tensor.ts';
import { clipTokenizer } from '../text/clip-tokenizer.ts';
import { readVocabulary } from '../text/vocabulary.ts';
import { cardOf, readLimnFile } from './card.ts';
import { ClipTextConfig, readConfig, UnetConfig, VaeConfig } from './configs.ts';
import { planFor } from './memory.ts';
import { openParts, refuseMisfits, weightBytes } from './parts.ts';
import { previewColours } from './preview.ts';
import { predictionOf, SchedulerConfig, trainedNoise } from './scheduler.ts';
import { decodeInTiles, encodeInTiles } from './tiles.ts';
import { encodeWords, floats } from './words.ts';

export const stableDiffusion: Family = { id: 'stable-diffusion', recognises, describe, open };

const indexFile = 'model_index.json';
/** The pipelines that are Stable Diffusion 1 or 2 by their networks, as model_index.json names them. */
const pipelines =
	/^(StableDiffusion|StableDiffusionImg2Img|StableDiffusionInpaint|LatentConsistencyModel)Pipeline(Safe)?$/;
const needed = ['unet/config.json', 'vae/config.json', 'text_encoder/config.json', 'scheduler/scheduler_config.json'];

async function recognises(folder: ModelFolder): Promise<boolean> {
	if (!folder.files.includes(indexFile)) return needed.every(file => folder.files.includes(file));
	const [, name] = /"_class_name"\s*:\s*"(\w+)"/.exec(await folder.text(indexFile)) ?? [];
	return name !== undefined && pipelines.test(name);
}

async function describe(folder: ModelFolder): Promise<ModelCard> {
	const { unet, vae, scheduler, limn } = await readConfigs(folder);
	return cardOf(folder, limn, { scheduler, size: sizeOf(unet, vae), bytes: await weightBytes(folder) });
}

async function open(folder: ModelFolder, turn: Turn): Promise<ImageModel> {
	const { text, unet, vae, scheduler, limn } = await readConfigs(folder);
	const limits = { tokens: text.max_position_embeddings, vocabulary: text.vocab_size };
	const vocabulary = await readVocabulary(folder, 'tokenizer', limits);
	const reader = clipTokenizer(vocabulary);

	const configs = { text, unet, vae, window: vocabulary.window };
	refuseMisfits(folder, configs);
	const parts = await openParts(folder, configs, turn);

	const channels = vae.latent_channels;
	const downscale = downscaleOf(vae);
	const colours = limn.previewColours ?? previewColours({ channels, downscale, scalingFactor: vae.scaling_factor });
	if (colours.length !== channels) {
		const why = `its previewColours has ${colours.length} rows for ${channels} latent channels`;
		throw fail({ kind: 'modelBroken', file: `${folder.path}/limn.json`, why });
	}

	return {
		card: cardOf(folder, limn, { scheduler, size: sizeOf(unet, vae), bytes: parts.bytes }),
		latent: { channels, downscale },
		noise: trainedNoise(scheduler),
		prediction: predictionOf(scheduler),
		previewColours: colours,

		encode: (prompt, { emphasis, clipSkip = 1 }, run) =>
			encodeWords(prompt, emphasis, reader, parts.textEncoder(clipSkip), run),

		async predict(x, timestep, conditioning, run) {
			const feeds = {
				...conditioning.feeds,
				sample: latentTensor(x),
				timestep: float32(Float32Array.of(timestep), [1]),
			};
			return floats((await run(parts.unet, feeds)).out_sample);
		},

		async decode(latents, run): Promise<Pixels> {
			const { sample } = await run(parts.decoder, { latent: latentTensor(latents) });
			return { data: floats(sample), height: sample.dims[2], width: sample.dims[3] };
		},

		plan: (width, height, room) => planFor(vae, height / downscale, width / downscale, room),
		decodeInTiles: (latents, tile, run) => decodeInTiles(parts.decoderHalves, latents, tile, run),
		encodeInTiles(pixels, tile, run) {
			if (!parts.encoderHalves) throw noEncoder(folder);
			return encodeInTiles(parts.encoderHalves, pixels, tile, run);
		},

		async encodePixels({ data, height, width }, run): Promise<Latents> {
			if (!parts.encoder) throw noEncoder(folder);
			const { latent } = await run(parts.encoder, { sample: float32(data, [1, 3, height, width]) });
			return { data: floats(latent), channels: latent.dims[1], height: latent.dims[2], width: latent.dims[3] };
		},
	};
}

const noEncoder = (folder: ModelFolder) =>
	fail({
		kind: 'modelBroken',
		file: `${folder.path}/vae`,
		why: 'its autoencoder has no encoder, so it cannot start from a picture',
	});

async function readConfigs(folder: ModelFolder) {
	return {
		text: await readConfig(folder, 'text_encoder/config.json', ClipTextConfig),
		unet: await readConfig(folder, 'unet/config.json', UnetConfig),
		vae: await readConfig(folder, 'vae/config.json', VaeConfig),
		scheduler: await readConfig(folder, 'scheduler/scheduler_config.json', SchedulerConfig),
		limn: await readLimnFile(folder),
	};
}

const downscaleOf = (vae: VaeConfig): number => 2 ** (vae.block_out_channels.length - 1);

/** Pixels [height, width] that the network was trained at. */
function sizeOf(unet: UnetConfig, vae: VaeConfig): readonly [number, number] {
	const [height, width] = [unet.sample_size ?? 64].flat();
	return [pixels(height, downscaleOf(vae)), pixels(width ?? height, downscaleOf(vae))];
}

const latentTensor = ({ data, channels, height, width }: Latents): Tensor =>
	float32(data, [1, channels, height, width]);

/** A side of the trained size in pixels, as a recipe may have it: a multiple of 8 from 16 to 8192. */
const pixels = (latent: number, downscale: number): number =>
	Math.min(8192, Math.max(16, Math.ceil((latent * downscale) / 8) * 8));
