// The networks of a Stable Diffusion folder as parts: bound to their files tensor by tensor, ready to be written.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder, Part, Turn, WeightFile } from '../family.ts';
import type { Graph } from '../graph/graph.ts';
import { withSharedNorms } from '../graph/shared-norms.ts';
import { part, type BoundPart } from '../weights/part.ts';
import { refuseSurplus } from '../weights/weights.ts';
import { seesOf } from './beside.ts';
import { clipText, unusedByClipText } from './clip-text.ts';
import type { ClipTextConfig, UnetConfig, VaeConfig } from './configs.ts';
import { decoder, decoderDepths, decoderHeights } from './decoder.ts';
import { encoder, encoderDepths, encoderHeights } from './encoder.ts';
import { findWeights } from './files.ts';
import { decoderReach, encoderReach, type Halves } from './tiles.ts';
import { timeIdsOf } from './time-ids.ts';
import { unet } from './unet.ts';
import type { EncoderPlace } from './version.ts';

export interface Parts {
	/** As many as `PartConfigs.texts`, in the same order. */
	readonly textEncoders: readonly Part[];
	readonly unet: Part;
	readonly decoder: Part;
	/** Absent where the folder's autoencoder has no encoder: such a model starts from no picture. */
	readonly encoder: Part | undefined;
	/** The decoder and the encoder in halves, for large pictures. */
	readonly decoderHalves: Halves;
	readonly encoderHalves: Halves | undefined;
	/** Bytes of all weights. */
	readonly bytes: number;
}

export interface TextConfig {
	readonly place: EncoderPlace;
	readonly config: ClipTextConfig;
	/** Tokens that it reads at once. */
	readonly window: number;
}

export interface PartConfigs {
	readonly texts: readonly TextConfig[];
	readonly unet: UnetConfig;
	readonly vae: VaeConfig;
}

/**
 * Finds every network's weights and checks that each tensor a graph asks for is there in the right shape, and that none
 * is left over. Throws `modelBroken` with the file and the difference.
 */
export async function openParts(folder: ModelFolder, configs: PartConfigs, turn: Turn): Promise<Parts> {
	const places = configs.texts.map(({ place }) => place);
	const { texts, net, vae } = await findAll(folder, places);
	const hasEncoder = vae.some(file => [...file.tensors.keys()].some(name => name.startsWith('encoder.')));

	const textEncoders: Part[] = [];
	for (const [i, { place, config, window }] of configs.texts.entries()) {
		const bound = part(place.role, texts[i], g => clipText(g, config, window, place));
		refuseSurplus(texts[i], bound.asked, unusedByClipText(config, place));
		textEncoders.push(bound.part);
		await turn();
	}
	const denoiser = part('unet', net, g => unet(g, configs.unet));
	await turn();
	// In float16 Stable Diffusion's autoencoders overflow (huggingface/diffusers force_upcast), so they stay exact.
	const decode = exact(part('decoder', vae, g => decoder(g, configs.vae)));
	await turn();
	const encode = hasEncoder ? exact(part('encoder', vae, g => encoder(g, configs.vae))) : undefined;

	refuseSurplus(net, denoiser.asked, /^$/);
	refuseSurplus(vae, new Set([...decode.asked, ...(encode?.asked ?? [])]), /^quant_conv\./);
	return {
		textEncoders,
		unet: denoiser.part,
		decoder: decode.part,
		encoder: encode?.part,
		...halvesOf(configs.vae, vae, hasEncoder),
		bytes: bytesOf([...texts.flat(), ...net, ...vae]),
	};
}

function halvesOf(config: VaeConfig, files: readonly WeightFile[], hasEncoder: boolean) {
	const { norm_num_groups: groups, block_out_channels: levels, layers_per_block: layers } = config;
	const shape = { groups, downscale: 2 ** (levels.length - 1) };
	const half = (role: string, write: (g: Graph) => void) => exact(part(role, files, write)).part;
	const shared = (write: (g: Graph, config: VaeConfig) => void) => (g: Graph) =>
		withSharedNorms(g, groups, inner => write(inner, config));
	const decoderHalves: Halves = {
		depths: half('decoder-depths', g => decoderDepths(g, config)),
		heights: half('decoder-heights', shared(decoderHeights)),
		norms: 2 * levels.length * (layers + 1) + 1,
		...{ ...shape, reach: decoderReach(config) },
	};
	if (!hasEncoder) return { decoderHalves, encoderHalves: undefined };
	const encoderHalves: Halves = {
		depths: half('encoder-depths', g => encoderDepths(g, config)),
		heights: half('encoder-heights', shared(encoderHeights)),
		norms: 2 * levels.length * layers,
		...{ ...shape, reach: encoderReach(config) },
	};
	return { decoderHalves, encoderHalves };
}

/** Every network there is. */
export function allOf({ textEncoders, unet, decoder, encoder, decoderHalves, encoderHalves }: Parts): readonly Part[] {
	const halves = [decoderHalves, encoderHalves].flatMap(each => (each ? [each.depths, each.heights] : []));
	return [...textEncoders, unet, decoder, ...(encoder ? [encoder] : []), ...halves];
}

/** Bytes of all weights of the folder. */
export async function weightBytes(folder: ModelFolder, encoders: readonly EncoderPlace[]): Promise<number> {
	const { texts, net, vae } = await findAll(folder, encoders);
	return bytesOf([...texts.flat(), ...net, ...vae]);
}

const bytesOf = (files: readonly WeightFile[]): number =>
	files.flatMap(file => [...file.tensors.values()]).reduce((sum, { length }) => sum + length, 0);

async function findAll(folder: ModelFolder, encoders: readonly EncoderPlace[]) {
	return {
		texts: await Promise.all(encoders.map(({ directory }) => findWeights(folder, directory, 'model'))),
		net: await findWeights(folder, 'unet', 'diffusion_pytorch_model'),
		vae: await findWeights(folder, 'vae', 'diffusion_pytorch_model'),
	};
}

const exact = ({ part, asked }: BoundPart): BoundPart => ({ asked, part: inFloat32(part) });

const inFloat32 = (part: Part): Part => ({
	...part,
	build: (dialect, turn) => part.build({ ...dialect, compute: 'float32' }, turn),
	changed: changes => inFloat32(part.changed(changes)),
});

/** Throws `modelBroken` where two configs describe networks that do not fit together. */
export function refuseMisfits(folder: ModelFolder, { texts, unet, vae }: PartConfigs): void {
	const file = `${folder.path}/unet/config.json`;
	const broken = (why: string) => fail({ kind: 'modelBroken', file, why });
	const widths = [unet.cross_attention_dim].flat();
	const given = texts.reduce((sum, { config }) => sum + config.hidden_size, 0);
	if (widths.some(width => width !== given)) {
		const encoders = texts.length === 1 ? 'the text encoder gives' : 'the text encoders give';
		throw broken(`its cross_attention_dim is ${widths.join(', ')}, ${encoders} ${given}`);
	}
	if (unet.addition_embed_type !== null && !timeIdsOf(unet, pooledWidth(texts))) {
		const why = `beside ${pooledWidth(texts)} numbers for the words it leaves room for other facts than SDXL's`;
		throw broken(`its projection_class_embeddings_input_dim is ${unet.projection_class_embeddings_input_dim}: ${why}`);
	}
	if (texts.some(({ window }) => window !== texts[0].window)) {
		throw broken(`its text encoders read ${texts.map(({ window }) => window).join(' and ')} tokens at once`);
	}
	if (!seesOf(unet.in_channels, vae.latent_channels)) {
		const why = `it takes ${unet.in_channels} channels where the latents have ${vae.latent_channels}, and Limn does not know what the others are for`;
		throw fail({ kind: 'modelRefused', file, why });
	}
	if (unet.out_channels !== vae.latent_channels) {
		throw broken(`it gives ${unet.out_channels} channels where the latents have ${vae.latent_channels}`);
	}
}

/** Numbers of the vector for all words; 0 where no encoder gives one. */
export const pooledWidth = (texts: readonly TextConfig[]): number =>
	texts.find(({ place }) => place.pools)?.config.projection_dim ?? 0;
