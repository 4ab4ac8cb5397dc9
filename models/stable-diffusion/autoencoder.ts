// What the autoencoder's two halves share: the middle with its attention (diffusers' UNetMidBlock2D).
import { attention } from '../graph/attention.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { add, groupNorm, linear, toPicture, toRows } from '../graph/layers.ts';
import { resnet, timeless } from '../graph/resnet.ts';
import type { VaeConfig } from './configs.ts';

/** The epsilon of every norm in the autoencoder. */
export const epsilon = 1e-6;

/** A residual block of the autoencoder. */
export const block = (g: Graph, config: VaeConfig, name: string, x: Value, from: number, to: number): Value =>
	resnet(g, name, x, { from, to, groups: config.norm_num_groups, epsilon }, timeless);

/** Two residual blocks round one attention of a single head. */
export function middle(g: Graph, config: VaeConfig, name: string, x: Value): Value {
	const channels = config.block_out_channels[config.block_out_channels.length - 1];
	const y = block(g, config, `${name}.resnets.0`, x, channels, channels);
	const z = config.mid_block_add_attention ? attended(g, config, `${name}.attentions.0`, y, channels) : y;
	return block(g, config, `${name}.resnets.1`, z, channels, channels);
}

/** The layers' names in files of today, and before diffusers 0.15. */
const names = { q: 'to_q', k: 'to_k', v: 'to_v', out: 'to_out.0' };
const oldNames = { q: 'query', k: 'key', v: 'value', out: 'proj_attn' };

function attended(g: Graph, config: VaeConfig, name: string, x: Value, channels: number): Value {
	const its = g.hasWeight(`${name}.${oldNames.q}.weight`) ? oldNames : names;
	const normal = groupNorm(g, `${name}.group_norm`, x, { channels, groups: config.norm_num_groups, epsilon });
	const rows = toRows(g, normal, channels);
	const through = (which: string, y: Value) => linear(g, `${name}.${which}`, y, channels, channels);
	const shape = { heads: 1, width: channels, upcast: true };
	const mixed = attention(g, through(its.q, rows), through(its.k, rows), through(its.v, rows), shape);
	return add(g, x, toPicture(g, through(its.out, mixed), x));
}
