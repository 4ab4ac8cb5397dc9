// Latents to pixels: the decoder of diffusers' AutoencoderKL (Kingma & Welling 2014; Rombach et al. 2022) as a graph.
import type { Graph, Value } from '../graph/graph.ts';
import { add, conv1, conv3, doubled, groupNorm, multiply, silu } from '../graph/layers.ts';
import { block, epsilon, middle } from './autoencoder.ts';
import type { VaeConfig } from './configs.ts';

/** `latent` [1, C, h, w] as the sampler leaves it → `sample` [1, 3, H, W] in about [-1, 1]. */
export function decoder(g: Graph, config: VaeConfig): void {
	upwards(g, config, depths(g, config));
}

/** The part at the latents' own size, whose attention sees all of them: `latent` → `features` [1, C, h, w]. */
export function decoderDepths(g: Graph, config: VaeConfig): void {
	g.output('features', depths(g, config), [1, deepest(config), 'height', 'width']);
}

/** The rest, which sees only what is near: `features` → `sample`. */
export function decoderHeights(g: Graph, config: VaeConfig): void {
	upwards(g, config, g.input('features', 'float32', [1, deepest(config), 'height', 'width']));
}

const deepest = ({ block_out_channels: channels }: VaeConfig): number => channels[channels.length - 1];

function depths(g: Graph, config: VaeConfig): Value {
	const { latent_channels: latentChannels } = config;
	const latent = g.input('latent', 'float32', [1, latentChannels, 'height', 'width']);
	const scaled = multiply(g, latent, g.floats([1 / config.scaling_factor], []));
	const unscaled = config.shift_factor === null ? scaled : add(g, scaled, g.floats([config.shift_factor], []));
	const entry = config.use_post_quant_conv
		? conv1(g, 'post_quant_conv', unscaled, latentChannels, latentChannels)
		: unscaled;
	return middle(g, config, 'decoder.mid_block', conv3(g, 'decoder.conv_in', entry, latentChannels, deepest(config)));
}

function upwards(g: Graph, config: VaeConfig, features: Value): void {
	const levels = config.block_out_channels.toReversed();
	const { norm_num_groups: groups } = config;
	let x = features;
	levels.forEach((channels, i) => {
		const name = `decoder.up_blocks.${i}`;
		for (let j = 0; j <= config.layers_per_block; j++) {
			x = block(g, config, `${name}.resnets.${j}`, x, j === 0 ? (levels[i - 1] ?? channels) : channels, channels);
		}
		if (i < levels.length - 1) x = conv3(g, `${name}.upsamplers.0.conv`, doubled(g, x), channels, channels);
	});
	const channels = levels[levels.length - 1];
	const last = silu(g, groupNorm(g, 'decoder.conv_norm_out', x, { channels, groups, epsilon }));
	g.output('sample', conv3(g, 'decoder.conv_out', last, channels, config.out_channels), [1, 3, 'Height', 'Width']);
}
