// Pixels to latents: the encoder of diffusers' AutoencoderKL as a graph, for pictures that start from a picture.
import type { Graph, Value } from '../graph/graph.ts';
import { add, conv, conv1, conv3, groupNorm, multiply, silu } from '../graph/layers.ts';
import { block, epsilon, middle } from './autoencoder.ts';
import type { VaeConfig } from './configs.ts';

/** `sample` [1, 3, H, W] in [-1, 1] → `latent` [1, C, h, w]: the posterior's mean, scaled as the sampler wants it. */
export function encoder(g: Graph, config: VaeConfig): void {
	depths(g, config, downwards(g, config));
}

/** The part that sees only what is near: `sample` → `features` [1, C, h, w]. */
export function encoderHeights(g: Graph, config: VaeConfig): void {
	g.output('features', downwards(g, config), [1, deepest(config), 'height', 'width']);
}

/** The part at the latents' own size, whose attention sees all of them: `features` → `latent`. */
export function encoderDepths(g: Graph, config: VaeConfig): void {
	depths(g, config, g.input('features', 'float32', [1, deepest(config), 'height', 'width']));
}

const deepest = ({ block_out_channels: channels }: VaeConfig): number => channels[channels.length - 1];

function downwards(g: Graph, config: VaeConfig): Value {
	const { block_out_channels: levels } = config;
	const sample = g.input('sample', 'float32', [1, config.in_channels, 'Height', 'Width']);
	let x = conv3(g, 'encoder.conv_in', sample, config.in_channels, levels[0]);
	levels.forEach((channels, i) => {
		const name = `encoder.down_blocks.${i}`;
		for (let j = 0; j < config.layers_per_block; j++) {
			x = block(g, config, `${name}.resnets.${j}`, x, j === 0 ? (levels[i - 1] ?? channels) : channels, channels);
		}
		if (i === levels.length - 1) return;
		const shape = { from: channels, to: channels, kernel: 3, stride: 2, pads: [0, 1] } as const;
		x = conv(g, `${name}.downsamplers.0.conv`, x, shape);
	});
	return x;
}

function depths(g: Graph, config: VaeConfig, features: Value): void {
	const { latent_channels: latentChannels, norm_num_groups: groups } = config;
	const channels = deepest(config);
	const inner = middle(g, config, 'encoder.mid_block', features);
	const last = silu(g, groupNorm(g, 'encoder.conv_norm_out', inner, { channels, groups, epsilon }));
	const moments = conv3(g, 'encoder.conv_out', last, channels, 2 * latentChannels);
	const posterior = config.use_quant_conv
		? conv1(g, 'quant_conv', moments, 2 * latentChannels, 2 * latentChannels)
		: moments;
	const [mean] = g.split(posterior, 2, 1);
	const shifted = config.shift_factor === null ? mean : add(g, mean, g.floats([-config.shift_factor], []));
	g.output('latent', multiply(g, shifted, g.floats([config.scaling_factor], [])), [
		1,
		latentChannels,
		'height',
		'width',
	]);
}
