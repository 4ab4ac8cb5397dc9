// A small autoencoder's decoder under its diffusers names, from a file in TAESD's own names or in diffusers'.
import type { WeightFile } from '../family.ts';

/** The tensors of the decoder; empty where the file has none, like `taesd_encoder.safetensors`. */
export function tinyDecoderTensors({ tensors }: Pick<WeightFile, 'tensors'>): WeightFile['tensors'] {
	const own = [...tensors].filter(([name]) => name.startsWith('decoder.layers.'));
	if (own.length > 0) return new Map(own);
	// The first layer of TAESD's own decoder clamps the latents, and has no weights; its encoder begins with one that has.
	const numbered = [...tensors].flatMap(([name, tensor]) => {
		const [, layer, rest] = /^(?:taesd_decoder\.)?(\d+)\.(.+)$/.exec(name) ?? [];
		return layer === undefined ? [] : [{ layer: Number(layer) - 1, rest, tensor }];
	});
	if (numbered.some(({ layer }) => layer < 0)) return new Map();
	return new Map(numbered.map(({ layer, rest, tensor }) => [`decoder.layers.${layer}.${rest}`, tensor]));
}

/** What the shapes tell of the decoder, in the words of diffusers' AutoencoderTiny. */
export function tinyDecoderConfig(tensors: WeightFile['tensors']): object {
	const [channels, latentChannels] = tensors.get('decoder.layers.0.weight')?.dims ?? [];
	const layers = [...tensors.keys()].flatMap(name => Number(/^decoder\.layers\.(\d+)\./.exec(name)?.[1] ?? []));
	const levels: number[] = [0];
	for (const layer of [...new Set(layers)].filter(layer => layer > 0).sort((a, b) => a - b)) {
		if (tensors.has(`decoder.layers.${layer}.conv.0.weight`)) levels[levels.length - 1]++;
		else levels.push(0);
	}
	// The last convolution ends a level, and begins none.
	const blocks = levels.slice(0, -1);
	return {
		latent_channels: latentChannels,
		num_decoder_blocks: blocks,
		decoder_block_out_channels: blocks.map(() => channels),
	};
}
