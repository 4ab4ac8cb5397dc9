// The denoiser: diffusers' UNet2DConditionModel, as Stable Diffusion 1, 2 and XL configure it, as an ONNX graph.
import type { Graph, Value } from '../graph/graph.ts';
import { add, conv, conv3, groupNorm, multiply, reshape, resizedTo, silu } from '../graph/layers.ts';
import { resnet, type Time } from '../graph/resnet.ts';
import { transformer } from '../graph/transformer.ts';
import type { UnetConfig } from './configs.ts';
import { timeEmbedding } from './time-embedding.ts';

/**
 * `sample` [1, in, h, w], `timestep` [1] and `encoder_hidden_states` [1, tokens, width] → `out_sample` [1, out, h, w], all
 * float32; height, width and the number of tokens are free. SDXL also takes `text_embeds` [1, P] and `time_ids` [1, N],
 * latent consistency models `timestep_cond` [1, G]. Where the height or width does not halve evenly, going up returns to the
 * sizes met going down, as diffusers does with forward_upsample_size.
 */
export function unet(g: Graph, config: UnetConfig): void {
	const { parts, levels, skips, middle } = wayDown(g, config, x => x);
	const deepest = levels[levels.length - 1];
	let x = g.seam('middle', middle, deepest.channels);
	skips.forEach((skip, i) => (skips[i] = { ...skip, value: g.seam(`skip_${i}`, skip.value, skip.channels) }));

	let channels = deepest.channels;
	levels.toReversed().forEach((level, i) => {
		const name = `up_blocks.${i}`;
		for (let j = 0; j <= level.layers; j++) {
			const skip = skips.pop()!;
			const joined = g.op('Concat', [x, skip.value], { axis: 1 });
			x = parts.resnet(`${name}.resnets.${j}`, joined, channels + skip.channels, level.channels);
			channels = level.channels;
			if (levels[levels.length - 1 - i].up === 'CrossAttnUpBlock2D')
				x = parts.transformer(`${name}.attentions.${j}`, x, level);
		}
		const next = skips.at(-1);
		if (next) x = conv3(g, `${name}.upsamplers.0.conv`, resizedTo(g, x, next.value), channels, channels);
	});

	const first = levels[0].channels;
	const { norm_num_groups: groups, norm_eps: epsilon } = config;
	const last = silu(g, groupNorm(g, 'conv_norm_out', x, { channels: first, groups, epsilon }));
	const out = conv(g, 'conv_out', last, same(first, config.out_channels, config.conv_out_kernel));
	g.output('out_sample', out, [1, config.out_channels, 'height', 'width']);
}

/**
 * The inputs, the way down and the middle: the half of the network that a ControlNet has too. `enter` is given what the
 * first convolution made of the latents, and gives what goes down.
 */
export function wayDown(g: Graph, config: UnetConfig, enter: (x: Value) => Value) {
	const levels = unetLevels(config);
	const sample = g.input('sample', 'float32', [1, config.in_channels, 'height', 'width']);
	const centred = config.center_input_sample
		? add(g, multiply(g, sample, g.floats([2], [])), g.floats([-1], []))
		: sample;
	const parts = blocks(g, config, timeEmbedding(g, config), contextOf(g, config));
	const first = levels[0].channels;

	let x = enter(conv(g, 'conv_in', centred, same(config.in_channels, first, config.conv_in_kernel)));
	const skips: Skip[] = [{ value: x, channels: first }];
	levels.forEach((level, i) => {
		for (let j = 0; j < level.layers; j++) {
			const name = `down_blocks.${i}`;
			x = parts.resnet(
				`${name}.resnets.${j}`,
				x,
				j === 0 ? (levels[i - 1] ?? level).channels : level.channels,
				level.channels,
			);
			if (level.down === 'CrossAttnDownBlock2D') x = parts.transformer(`${name}.attentions.${j}`, x, level);
			skips.push({ value: x, channels: level.channels });
		}
		if (i === levels.length - 1) return;
		x = parts.smaller(`down_blocks.${i}.downsamplers.0.conv`, x, level.channels);
		skips.push({ value: x, channels: level.channels });
	});
	return { parts, levels, skips, middle: middle(parts, config, x, levels[levels.length - 1]) };
}

interface Skip {
	readonly value: Value;
	readonly channels: number;
}

/** One resolution of the UNet: what its part of the way down is made of, and of the way up. */
interface Level {
	readonly channels: number;
	readonly layers: number;
	readonly down: UnetConfig['down_block_types'][number];
	readonly up: UnetConfig['up_block_types'][number];
	readonly heads: number;
	readonly depth: number;
	readonly contextWidth: number;
	readonly onlyCross: boolean;
}

function unetLevels(config: UnetConfig): Level[] {
	const at = <T>(value: T | readonly T[], i: number): T => (isList(value) ? value[i] : value);
	// diffusers reads attention_head_dim as the number of heads (huggingface/diffusers issue 2011).
	const heads = config.num_attention_heads ?? config.attention_head_dim;
	const ups = config.up_block_types.toReversed();
	return config.block_out_channels.map((channels, i) => ({
		channels,
		layers: at(config.layers_per_block, i),
		down: config.down_block_types[i],
		up: ups[i],
		heads: at(heads, i),
		depth: at(config.transformer_layers_per_block, i),
		contextWidth: at(config.cross_attention_dim, i),
		onlyCross: at(config.only_cross_attention, i),
	}));
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

const same = (from: number, to: number, kernel: number) =>
	({ from, to, kernel, stride: 1, pads: [(kernel - 1) / 2, (kernel - 1) / 2] }) as const;

type Blocks = ReturnType<typeof blocks>;

/** The blocks with all that is the same for every one of them filled in. */
function blocks(g: Graph, config: UnetConfig, time: Time, context: Value) {
	const { norm_num_groups: groups, norm_eps: epsilon, upcast_attention: upcast, downsample_padding: pad } = config;
	return {
		resnet: (name: string, x: Value, from: number, to: number) =>
			resnet(g, name, x, { from, to, groups, epsilon }, time),
		transformer: (name: string, x: Value, level: Level) =>
			transformer(g, name, x, { ...level, groups, context, upcast }),
		smaller: (name: string, x: Value, channels: number) =>
			conv(g, name, x, { from: channels, to: channels, kernel: 3, stride: 2, pads: [pad, 1] }),
	};
}

function middle(parts: Blocks, config: UnetConfig, x: Value, level: Level): Value {
	if (config.mid_block_type === null) return x;
	const { channels } = level;
	const y = parts.resnet('mid_block.resnets.0', x, channels, channels);
	if (config.mid_block_type === 'UNetMidBlock2D') return y;
	// The middle always looks at the picture too, whatever only_cross_attention says.
	const z = parts.transformer('mid_block.attentions.0', y, { ...level, onlyCross: false });
	return parts.resnet('mid_block.resnets.1', z, channels, channels);
}

const contextOf = (g: Graph, config: UnetConfig): Value => {
	const width = isList(config.cross_attention_dim) ? config.cross_attention_dim[0] : config.cross_attention_dim;
	return reshape(g, g.input('encoder_hidden_states', 'float32', [1, 'tokens', width]), [-1, width]);
};
