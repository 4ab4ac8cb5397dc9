// The four networks of a Stable Diffusion folder as parts: bound to their files tensor by tensor, ready to be written.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder, Part, Turn, WeightFile } from '../family.ts';
import { fusedDialect } from '../graph/dialect.ts';
import { newGraph, type Graph } from '../graph/graph.ts';
import { onnxBytesInTurns } from '../graph/onnx.ts';
import { withSharedNorms } from '../graph/shared-norms.ts';
import { fileWeights, recording, refuseSurplus } from '../weights/weights.ts';
import { clipText } from './clip-text.ts';
import type { ClipTextConfig, UnetConfig, VaeConfig } from './configs.ts';
import { decoder, decoderDepths, decoderHeights } from './decoder.ts';
import { encoder, encoderDepths, encoderHeights } from './encoder.ts';
import { findWeights } from './files.ts';
import { decoderReach, encoderReach, type Halves } from './tiles.ts';
import { unet } from './unet.ts';

export interface Parts {
	/** The text encoder up to its last layer but `clipSkip - 1`; throws `badRecipe` where there are no layers left. */
	textEncoder(clipSkip: number): Part;
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

export interface PartConfigs {
	readonly text: ClipTextConfig;
	readonly unet: UnetConfig;
	readonly vae: VaeConfig;
	/** Tokens that the text encoder reads at once. */
	readonly window: number;
}

/**
 * Finds every network's weights and checks that each tensor a graph asks for is there in the right shape, and that none
 * is left over. Throws `modelBroken` with the file and the difference.
 */
export async function openParts(folder: ModelFolder, configs: PartConfigs, turn: Turn): Promise<Parts> {
	const { text, net, vae } = await findAll(folder);
	const hasEncoder = vae.some(file => [...file.tensors.keys()].some(name => name.startsWith('encoder.')));

	const layers = configs.text.num_hidden_layers;
	const textEncoder = part('text-encoder', text, g => clipText(g, configs.text, configs.window));
	await turn();
	const denoiser = part('unet', net, g => unet(g, configs.unet));
	await turn();
	// In float16 Stable Diffusion's autoencoders overflow (huggingface/diffusers force_upcast), so they stay exact.
	const decode = exact(part('decoder', vae, g => decoder(g, configs.vae)));
	await turn();
	const encode = hasEncoder ? exact(part('encoder', vae, g => encoder(g, configs.vae))) : undefined;

	refuseSurplus(text, textEncoder.asked, /(^|\.)position_ids$|^text_projection\.weight$/);
	refuseSurplus(net, denoiser.asked, /^$/);
	refuseSurplus(vae, new Set([...decode.asked, ...(encode?.asked ?? [])]), /^quant_conv\./);
	return {
		textEncoder(clipSkip) {
			if (clipSkip === 1) return textEncoder.part;
			const why = `is beyond the ${layers} layers of this model's text encoder`;
			if (clipSkip > layers) throw fail({ kind: 'badRecipe', field: 'clip skip', why });
			const shorter = { ...configs.text, num_hidden_layers: layers + 1 - clipSkip };
			const { part: encoder } = part('text-encoder', text, g => clipText(g, shorter, configs.window));
			return { ...encoder, key: `${encoder.key} clip-skip ${clipSkip}` };
		},
		unet: denoiser.part,
		decoder: decode.part,
		encoder: encode?.part,
		...halvesOf(configs.vae, vae, hasEncoder),
		bytes: bytesOf([...text, ...net, ...vae]),
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

/** Bytes of all weights of the folder. */
export async function weightBytes(folder: ModelFolder): Promise<number> {
	const { text, net, vae } = await findAll(folder);
	return bytesOf([...text, ...net, ...vae]);
}

const bytesOf = (files: readonly WeightFile[]): number =>
	files.flatMap(file => [...file.tensors.values()]).reduce((sum, { length }) => sum + length, 0);

async function findAll(folder: ModelFolder) {
	return {
		text: await findWeights(folder, 'text_encoder', 'model'),
		net: await findWeights(folder, 'unet', 'diffusion_pytorch_model'),
		vae: await findWeights(folder, 'vae', 'diffusion_pytorch_model'),
	};
}

/** A part that is known to fit its files, and the tensors it reads. */
interface BoundPart {
	readonly part: Part;
	readonly asked: ReadonlySet<string>;
}

/**
 * Height, width and the UNet's number of tokens are free, so that one session serves all sizes and the key names the files
 * alone. A graph of fixed size is no faster: 1.98 against 2.00 CPU seconds for Stable Diffusion 1.5's UNet at 256×256 on one
 * thread.
 */
function part(role: string, files: readonly WeightFile[], write: (g: Graph) => void): BoundPart {
	const { weights, asked } = recording(fileWeights(files));
	write(newGraph(weights, fusedDialect));
	const names = files.map(({ directory, file }) => `${directory}/${file}`);
	return {
		asked: new Set(asked.keys()),
		part: {
			role,
			key: `${role} ${names.join(' ')}`,
			async build(dialect, turn) {
				const graph = newGraph(fileWeights(files), dialect);
				await turn();
				write(graph);
				return { graph: await onnxBytesInTurns(graph, turn), directory: files[0].directory };
			},
		},
	};
}

const exact = ({ part, asked }: BoundPart): BoundPart => ({
	asked,
	part: { ...part, build: (dialect, turn) => part.build({ ...dialect, compute: 'float32' }, turn) },
});

/** Throws `modelBroken` where two configs describe networks that do not fit together. */
export function refuseMisfits(folder: ModelFolder, { text, unet, vae }: PartConfigs): void {
	const file = `${folder.path}/unet/config.json`;
	const widths = [unet.cross_attention_dim].flat();
	if (widths.some(width => width !== text.hidden_size)) {
		const why = `its cross_attention_dim is ${widths.join(', ')}, the text encoder gives ${text.hidden_size}`;
		throw fail({ kind: 'modelBroken', file, why });
	}
	if (unet.in_channels !== vae.latent_channels) {
		const why = `it takes ${unet.in_channels} channels where the latents have ${vae.latent_channels}: it is made for inpainting or editing, which Limn does not do yet`;
		throw fail({ kind: 'modelRefused', file, why });
	}
	if (unet.out_channels !== unet.in_channels) {
		throw fail({ kind: 'modelBroken', file, why: `it gives ${unet.out_channels} channels for ${unet.in_channels}` });
	}
}
