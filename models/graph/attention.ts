// Scaled dot-product attention over rows (Vaswani et al. 2017), fused or spelt out.
import type { Graph, Value } from './graph.ts';
import { add, multiply, reshape, transpose } from './layers.ts';

export interface AttentionShape {
	readonly heads: number;
	/** Width of one head. */
	readonly width: number;
	/** Takes the softmax in float32 whatever the dialect; fused kernels always do. */
	readonly upcast: boolean;
}

/** Queries [N, heads·width], keys and values [M, heads·width] → [N, heads·width]. */
export function attention(g: Graph, q: Value, k: Value, v: Value, shape: AttentionShape): Value {
	if (!g.dialect.fused) return spelt(g, q, k, v, shape, scores => scores);
	const batch = (rows: Value) => g.op('Unsqueeze', [rows, g.ints([0])]);
	const out = g.fused('MultiHeadAttention', [batch(q), batch(k), batch(v)], { num_heads: shape.heads });
	return g.op('Squeeze', [out, g.ints([0])]);
}

/** As `attention`, where row i sees only rows up to i; `rows` in all. Spelt out in every dialect: texts are short. */
export function causalAttention(g: Graph, q: Value, k: Value, v: Value, shape: AttentionShape, rows: number): Value {
	const future = Array.from({ length: rows * rows }, (_, i) => (i % rows > Math.floor(i / rows) ? hidden : 0));
	const mask = shape.upcast ? g.exactFloats(future, [1, rows, rows]) : g.floats(future, [1, rows, rows]);
	return spelt(g, q, k, v, shape, scores => add(g, scores, mask));
}

/** So low that its softmax is 0, and within float16. */
const hidden = -60_000;

function spelt(
	g: Graph,
	q: Value,
	k: Value,
	v: Value,
	{ heads, width, upcast }: AttentionShape,
	mask: (scores: Value) => Value,
): Value {
	const type = upcast ? 'float32' : g.dialect.compute;
	const typed = (x: Value) => (type === g.dialect.compute ? x : g.cast(x, type));
	const split = (rows: Value, perm: readonly number[]) => transpose(g, reshape(g, rows, [-1, heads, width]), perm);
	const scale = [1 / Math.sqrt(width)];
	const scaled = multiply(g, typed(split(q, [1, 0, 2])), upcast ? g.exactFloats(scale, []) : g.floats(scale, []));
	const scores = g.op('MatMul', [scaled, typed(split(k, [1, 2, 0]))]);
	const weights = g.op('Softmax', [mask(scores)], { axis: -1 });
	const mixed = g.op('MatMul', [weights, typed(split(v, [1, 0, 2]))]);
	const rows = reshape(g, transpose(g, mixed, [1, 0, 2]), [-1, heads * width]);
	return type === g.dialect.compute ? rows : g.cast(rows, g.dialect.compute);
}
