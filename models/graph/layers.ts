// The layers that networks are made of. Pictures are [1, C, H, W]; rows are [N, C], one row per pixel or token.
import type { Graph, Value } from './graph.ts';

export const add = (g: Graph, a: Value, b: Value): Value => g.op('Add', [a, b]);
export const multiply = (g: Graph, a: Value, b: Value): Value => g.op('Mul', [a, b]);
export const reshape = (g: Graph, x: Value, dims: readonly number[]): Value => g.op('Reshape', [x, g.ints(dims)]);
export const transpose = (g: Graph, x: Value, perm: readonly number[]): Value => g.op('Transpose', [x], { perm });

/** x · sigmoid(x) (Hendrycks & Gimpel 2016). */
export function silu(g: Graph, x: Value): Value {
	if (g.dialect.fused) return g.fused('QuickGelu', [x], { alpha: { float: 1 } });
	return multiply(g, x, g.op('Sigmoid', [x]));
}

/** x · sigmoid(1.702 x), CLIP's approximation of GELU. */
export function quickGelu(g: Graph, x: Value): Value {
	if (g.dialect.fused) return g.fused('QuickGelu', [x], { alpha: { float: 1.702 } });
	return multiply(g, x, g.op('Sigmoid', [multiply(g, x, g.floats([1.702], []))]));
}

/** The exact GELU, by the error function. */
export const gelu = (g: Graph, x: Value): Value => g.op('Gelu', [x]);

/** Rows [N, from] → [N, to]. torch keeps the weight as [to, from], which Gemm reads in place. */
export function linear(g: Graph, name: string, rows: Value, from: number, to: number): Value {
	const weight = g.weight(`${name}.weight`, [to, from]);
	return g.op('Gemm', [rows, weight, g.weight(`${name}.bias`, [to])], { transB: 1 });
}

/** A linear layer without bias. */
export function projection(g: Graph, name: string, rows: Value, from: number, to: number): Value {
	return g.op('Gemm', [rows, g.weight(`${name}.weight`, [to, from])], { transB: 1 });
}

export interface ConvShape {
	readonly from: number;
	readonly to: number;
	readonly kernel: number;
	readonly stride: number;
	/** Zeros added above and left, below and right. */
	readonly pads: readonly [before: number, after: number];
}

export function conv(g: Graph, name: string, x: Value, { from, to, kernel, stride, pads }: ConvShape): Value {
	const weight = g.weight(`${name}.weight`, [to, from, kernel, kernel]);
	const [before, after] = pads;
	return g.op('Conv', [x, weight, g.weight(`${name}.bias`, [to])], {
		kernel_shape: [kernel, kernel],
		strides: [stride, stride],
		pads: [before, before, after, after],
	});
}

/** The 3×3 convolution that keeps the size. */
export const conv3 = (g: Graph, name: string, x: Value, from: number, to: number): Value =>
	conv(g, name, x, { from, to, kernel: 3, stride: 1, pads: [1, 1] });

/** The 1×1 convolution. */
export const conv1 = (g: Graph, name: string, x: Value, from: number, to: number): Value =>
	conv(g, name, x, { from, to, kernel: 1, stride: 1, pads: [0, 0] });

export interface GroupNormShape {
	readonly channels: number;
	readonly groups: number;
	readonly epsilon: number;
}

/**
 * Group normalisation (Wu & He 2018) of a picture. Each group becomes one instance, which every runtime has a kernel
 * for; the scale and shift per channel follow.
 */
export function groupNorm(g: Graph, name: string, x: Value, { channels, groups, epsilon }: GroupNormShape): Value {
	const ones = g.floats(Array<number>(groups).fill(1), [groups]);
	const zeros = g.floats(Array<number>(groups).fill(0), [groups]);
	const grouped = reshape(g, x, [1, groups, -1]);
	const normal = g.op('InstanceNormalization', [grouped, ones, zeros], { epsilon: { float: epsilon } });
	const scale = g.weight(`${name}.weight`, [channels, 1, 1]);
	const shift = g.weight(`${name}.bias`, [channels, 1, 1]);
	return add(g, multiply(g, like(g, normal, x), scale), shift);
}

/** Layer normalisation (Ba et al. 2016) of rows. */
export function layerNorm(g: Graph, name: string, rows: Value, width: number, epsilon: number): Value {
	const weights = [g.weight(`${name}.weight`, [width]), g.weight(`${name}.bias`, [width])];
	return g.op('LayerNormalization', [rows, ...weights], { axis: -1, epsilon: { float: epsilon } });
}

/** A picture as rows: [1, C, H, W] → [H·W, C]. */
export const toRows = (g: Graph, x: Value, channels: number): Value =>
	transpose(g, reshape(g, x, [channels, -1]), [1, 0]);

/** Rows as a picture of the size of `picture`, which has as many channels: [H·W, C] → [1, C, H, W]. */
export const toPicture = (g: Graph, rows: Value, picture: Value): Value => like(g, transpose(g, rows, [1, 0]), picture);

/** The same numbers in the shape of `model`. */
export const like = (g: Graph, x: Value, model: Value): Value => g.op('Reshape', [x, g.op('Shape', [model])]);

const nearest = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' };

/** Twice as high and wide, each pixel repeated. */
export const doubled = (g: Graph, x: Value): Value =>
	g.op('Resize', [x, '', g.exactFloats([1, 1, 2, 2], [4])], nearest);

/** The height and width of `model`, by the nearest pixel, as torch's interpolate does it. */
export const resizedTo = (g: Graph, x: Value, model: Value): Value =>
	g.op('Resize', [x, '', '', g.op('Shape', [model], { start: 2 })], { ...nearest, axes: [2, 3] });
