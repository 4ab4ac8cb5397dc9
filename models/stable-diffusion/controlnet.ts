// The guide: diffusers' ControlNetModel (Zhang et al. 2023) as an ONNX graph of its own, whose outputs feed the UNet.
import { z } from 'zod';
import type { Graph, Value } from '../graph/graph.ts';
import { add, conv, conv1, conv3, multiply, silu } from '../graph/layers.ts';
import { UnetConfig } from './configs.ts';
import { wayDown } from './unet.ts';

/** diffusers' ControlNetModel: half a UNet, whose fields lie among its own, and how it looks at the picture. */
export const ControlNetConfig = z.preprocess(
	fields => ({ ...(fields as Fields), unet: withoutWayUp(fields as Fields) }),
	z.object({
		conditioning_channels: z.literal(3).default(3),
		conditioning_embedding_out_channels: z.array(z.int().min(1).max(4096)).min(2).max(8).default([16, 32, 96, 256]),
		controlnet_conditioning_channel_order: z.enum(['rgb', 'bgr']).default('rgb'),
		global_pool_conditions: z.literal(false).default(false),
		unet: UnetConfig,
	}),
);
export type ControlNetConfig = z.infer<typeof ControlNetConfig>;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The UNet's inputs, `hint` [1, 3, 8·h, 8·w] in [0, 1] and `weight` [1] → `middle` and `skip_0`, `skip_1` …, all times the
 * weight: what the UNet adds at its seams of those names.
 */
export function controlnet(g: Graph, config: ControlNetConfig): void {
	const first = config.unet.block_out_channels[0];
	const weight = g.input('weight', 'float32', [1]);
	const seen = look(g, config, first);
	const { levels, skips, middle } = wayDown(g, config.unet, x => add(g, x, seen));
	const give = (name: string, layer: string, value: Value, channels: number) =>
		g.output(name, multiply(g, conv1(g, layer, value, channels, channels), weight), [
			1,
			channels,
			`${name} height`,
			`${name} width`,
		]);
	skips.forEach(({ value, channels }, i) => give(`skip_${i}`, `controlnet_down_blocks.${i}`, value, channels));
	give('middle', 'controlnet_mid_block', middle, levels[levels.length - 1].channels);
}

/** The picture made as small as the latents by convolutions, each pair halving it. */
function look(g: Graph, config: ControlNetConfig, out: number): Value {
	const { conditioning_embedding_out_channels: widths, controlnet_conditioning_channel_order: order } = config;
	const name = 'controlnet_cond_embedding';
	const hint = g.input('hint', 'float32', [1, 3, 'Height', 'Width']);
	const picture = order === 'rgb' ? hint : g.op('Gather', [hint, g.ints([2, 1, 0])], { axis: 1 });
	let x = silu(g, conv3(g, `${name}.conv_in`, picture, 3, widths[0]));
	widths.slice(1).forEach((to, i) => {
		const from = widths[i];
		x = silu(g, conv3(g, `${name}.blocks.${2 * i}`, x, from, from));
		const halving = { from, to, kernel: 3, stride: 2, pads: [1, 1] } as const;
		x = silu(g, conv(g, `${name}.blocks.${2 * i + 1}`, x, halving));
	});
	return conv3(g, `${name}.conv_out`, x, widths[widths.length - 1], out);
}

/** A ControlNet's config knows no way up; a UNet's must, and as long a one. */
function withoutWayUp(fields: Fields): Fields {
	const downs = fields['down_block_types'];
	return Array.isArray(downs) ? { ...fields, up_block_types: downs.map(() => 'UpBlock2D') } : fields;
}
