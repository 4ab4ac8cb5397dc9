// The transformer of Stable Diffusion's UNet (Rombach et al. 2022): self-attention, attention to the text, GEGLU.
import { attention } from './attention.ts';
import type { Graph, Value } from './graph.ts';
import { add, gelu, groupNorm, layerNorm, linear, multiply, projection, toPicture, toRows } from './layers.ts';

export interface TransformerShape {
	readonly channels: number;
	readonly heads: number;
	/** Blocks in a row. */
	readonly depth: number;
	readonly groups: number;
	/** The text's rows [T, contextWidth]. */
	readonly context: Value;
	readonly contextWidth: number;
	/** Both attentions look at the text. */
	readonly onlyCross: boolean;
	/** The config's upcast_attention. */
	readonly upcast: boolean;
}

/**
 * diffusers' Transformer2DModel on a picture [1, C, H, W]. Its in- and out-projections are 1×1 convolutions or linear
 * layers by the config; on rows both are the same product with the same bytes.
 */
export function transformer(g: Graph, name: string, x: Value, shape: TransformerShape): Value {
	const { channels, depth, groups } = shape;
	const normal = groupNorm(g, `${name}.norm`, x, { channels, groups, epsilon: 1e-6 });
	let rows = linear(g, `${name}.proj_in`, toRows(g, normal, channels), channels, channels);
	for (let i = 0; i < depth; i++) rows = block(g, `${name}.transformer_blocks.${i}`, rows, shape);
	return add(g, x, toPicture(g, linear(g, `${name}.proj_out`, rows, channels, channels), x));
}

function block(g: Graph, name: string, rows: Value, shape: TransformerShape): Value {
	const { channels, context, contextWidth, onlyCross } = shape;
	const norm = (which: string, x: Value) => layerNorm(g, `${name}.${which}`, x, channels, 1e-5);
	const toText = { rows: context, width: contextWidth };
	const first = norm('norm1', rows);
	const self = onlyCross ? toText : { rows: first, width: channels };
	let x = add(g, rows, crossAttention(g, `${name}.attn1`, first, self, shape));
	x = add(g, x, crossAttention(g, `${name}.attn2`, norm('norm2', x), toText, shape));
	return add(g, x, feedForward(g, `${name}.ff.net`, norm('norm3', x), channels));
}

function crossAttention(
	g: Graph,
	name: string,
	rows: Value,
	seen: { readonly rows: Value; readonly width: number },
	{ channels, heads, upcast }: TransformerShape,
): Value {
	const q = projection(g, `${name}.to_q`, rows, channels, channels);
	const k = projection(g, `${name}.to_k`, seen.rows, seen.width, channels);
	const v = projection(g, `${name}.to_v`, seen.rows, seen.width, channels);
	const shape = { heads, width: channels / heads, upcast };
	return linear(g, `${name}.to_out.0`, attention(g, q, k, v, shape), channels, channels);
}

/** GEGLU (Shazeer 2020): half of the first layer gates the other half. */
function feedForward(g: Graph, name: string, rows: Value, channels: number): Value {
	const inner = 4 * channels;
	const [signal, gate] = g.split(linear(g, `${name}.0.proj`, rows, channels, 2 * inner), 2, 1);
	return linear(g, `${name}.2`, multiply(g, signal, gelu(g, gate)), inner, channels);
}
