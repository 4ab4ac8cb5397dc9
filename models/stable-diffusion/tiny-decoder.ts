// Latents to pixels in a small part of the decoder’s time: diffusers’ AutoencoderTiny (TAESD, Bohan 2023) as a graph.
import { z } from 'zod';
import type { Graph, Value } from '../graph/graph.ts';
import { add, conv3, doubled, multiply } from '../graph/layers.ts';

/** The fields of diffusers' AutoencoderTiny that its decoder has; defaults are diffusers'. */
export const TinyDecoderConfig = z
	.object({
		out_channels: z.literal(3).default(3),
		latent_channels: z.int().min(1).max(64).default(4),
		decoder_block_out_channels: z.array(z.int().min(1).max(4096)).min(1).max(8).default([64, 64, 64, 64]),
		num_decoder_blocks: z.array(z.int().min(0).max(64)).min(1).max(8).default([3, 3, 3, 1]),
		act_fn: z.literal('relu').default('relu'),
		upsample_fn: z.literal('nearest').default('nearest'),
		upsampling_scaling_factor: z.literal(2).default(2),
		scaling_factor: z.number().gt(0).max(1000).default(1),
	})
	.check(({ value, issues }) => {
		const { decoder_block_out_channels: channels, num_decoder_blocks: blocks } = value;
		const wrong = (message: string) => issues.push({ code: 'custom', input: value, path: channelsField, message });
		if (channels.length !== blocks.length) wrong(`has ${channels.length} entries for ${blocks.length} levels`);
		if (new Set(channels).size > 1) wrong('differ, where no layer turns one into the other');
	});
export type TinyDecoderConfig = z.infer<typeof TinyDecoderConfig>;

const channelsField = ['decoder_block_out_channels'];

/** Sides of the picture by sides of the latents. */
export const tinyScale = ({ num_decoder_blocks: blocks }: TinyDecoderConfig): number => 2 ** (blocks.length - 1);

/** `latent` [1, C, h, w] as the sampler leaves it → `sample` [1, 3, H, W] in about [-1, 1]. */
export function tinyDecoder(g: Graph, config: TinyDecoderConfig): void {
	const { latent_channels: latentChannels, num_decoder_blocks: levels, scaling_factor: scale } = config;
	const [channels] = config.decoder_block_out_channels;
	const latent = g.input('latent', 'float32', [1, latentChannels, 'height', 'width']);
	// It was taught latents within ±3.
	const clamped = times(g, g.op('Tanh', [times(g, latent, 1 / (3 * scale))]), 3);
	// Layers are numbered as torch's Sequential does: activations and enlargements count.
	let x = relu(g, conv3(g, 'decoder.layers.0', clamped, latentChannels, channels));
	let layer = 2;
	levels.forEach((blocks, level) => {
		for (let i = 0; i < blocks; i++) x = block(g, `decoder.layers.${layer++}.conv`, x, channels);
		if (level === levels.length - 1) return;
		x = unbiased(g, `decoder.layers.${layer + 1}`, doubled(g, x), channels);
		layer += 2;
	});
	const picture = conv3(g, `decoder.layers.${layer}`, x, channels, config.out_channels);
	g.output('sample', add(g, times(g, picture, 2), g.floats([-1], [])), [1, 3, 'Height', 'Width']);
}

const relu = (g: Graph, x: Value): Value => g.op('Relu', [x]);
const times = (g: Graph, x: Value, factor: number): Value => multiply(g, x, g.floats([factor], []));

/** Three convolutions beside the picture itself. */
function block(g: Graph, name: string, x: Value, channels: number): Value {
	const first = relu(g, conv3(g, `${name}.0`, x, channels, channels));
	const second = relu(g, conv3(g, `${name}.2`, first, channels, channels));
	return relu(g, add(g, conv3(g, `${name}.4`, second, channels, channels), x));
}

/** The 3×3 convolution without bias. */
const unbiased = (g: Graph, name: string, x: Value, channels: number): Value =>
	g.op('Conv', [x, g.weight(`${name}.weight`, [channels, channels, 3, 3])], {
		kernel_shape: [3, 3],
		strides: [1, 1],
		pads: [1, 1, 1, 1],
	});
