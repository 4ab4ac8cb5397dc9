// The residual block of UNets and autoencoders (Ho et al. 2020): two convolutions, each behind a norm and a SiLU.
import type { Graph, Value } from './graph.ts';
import { add, conv1, conv3, groupNorm, silu } from './layers.ts';

export interface ResnetShape {
	readonly from: number;
	readonly to: number;
	readonly groups: number;
	readonly epsilon: number;
}

/**
 * diffusers' ResnetBlock2D. `time` adds to the middle: it is given the block's name and its width and gives what
 * broadcasts over a picture [1, to, H, W].
 */
export function resnet(
	g: Graph,
	name: string,
	x: Value,
	{ from, to, groups, epsilon }: ResnetShape,
	time: Time,
): Value {
	const first = silu(g, groupNorm(g, `${name}.norm1`, x, { channels: from, groups, epsilon }));
	const middle = time(`${name}.time_emb_proj`, conv3(g, `${name}.conv1`, first, from, to), to);
	const second = silu(g, groupNorm(g, `${name}.norm2`, middle, { channels: to, groups, epsilon }));
	const shortcut = from === to ? x : conv1(g, `${name}.conv_shortcut`, x, from, to);
	return add(g, shortcut, conv3(g, `${name}.conv2`, second, to, to));
}

/** Tells a block the time: adds an embedding, projected under `name` to `width`, to the picture. */
export type Time = (name: string, picture: Value, width: number) => Value;

/** For networks that know no time. */
export const timeless: Time = (_name, picture) => picture;
