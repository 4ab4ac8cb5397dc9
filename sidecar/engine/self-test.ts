// A small network whose answer is known: what a device must get right before a picture is made on it.
import type { BuiltPart } from '../../models/family.ts';
import { attention } from '../../models/graph/attention.ts';
import { fusedDialect, plainDialect, type Dialect } from '../../models/graph/dialect.ts';
import { newGraph, type Weights } from '../../models/graph/graph.ts';
import { silu } from '../../models/graph/layers.ts';
import { onnxBytes } from '../../models/graph/onnx.ts';
import { float32, type Tensor } from '../../models/tensor.ts';
import { fail, failureOf } from '../protocol/failure.ts';
import type { Device } from '../protocol/picture.ts';
import { sentence } from '../protocol/wording.ts';
import { attend, convolve, normalise, project, rowsOf, swish } from './plain-layers.ts';
import type { Engine } from './session.ts';

export interface Verdict {
	readonly works: boolean;
	/** One sentence. */
	readonly why: string;
	/** Whether com.microsoft's fused operators are right on it too; the standard ones always are where it works. */
	readonly fused: boolean;
}

/** Opens the small network on the device, first in standard operators, then in fused ones, and compares the numbers. */
export async function selfTest(engine: Engine, device: Device, signal: AbortSignal): Promise<Verdict> {
	const plain = await wrongness(engine, device, plainDialect, signal);
	if (plain) return { works: false, why: plain, fused: false };
	const fused = await wrongness(engine, device, fusedDialect, signal);
	return {
		works: true,
		why: fused ? `its numbers are right, without fused operators (${fused})` : 'its numbers are right',
		fused: fused === undefined,
	};
}

/** The network, its weights inside; `picture` [1, 4, 8, 8] → each stage's numbers. */
export const selfTestPart = (dialect: Dialect): BuiltPart => ({
	graph: graph(dialect),
	directory: '.',
});

export const selfTestFeeds = (): Readonly<Record<string, Tensor>> => ({
	picture: float32(numbers(picture, 1), [1, ...inputDims]),
});

/** What is wrong with the network's answer in this dialect; undefined when it is right. */
async function wrongness(engine: Engine, device: Device, dialect: Dialect, signal: AbortSignal) {
	try {
		const session = await engine.open(selfTestPart(dialect), { device, threads: 1 }, signal);
		try {
			return firstDifference(await session.run(selfTestFeeds(), signal));
		} finally {
			await session.release();
		}
	} catch (error) {
		const failure = failureOf(error);
		return failure.kind === 'noDevice' ? failure.reasons.map(({ why }) => why).join('; ') : sentence(failure);
	}
}

const inChannels = 4;
const side = 8;
const groups = 8;
const heads = 2;
/** 64 rows by heads of 40: the shape on which small subgroups break WebGPU's fused attention. */
const headWidth = 40;
const channels = heads * headWidth;
const rows = side * side;
const inputDims = [inChannels, side, side];
const picture = inChannels * rows;
const epsilon = 1e-5;

/** Room for TF32 and other orders of summation; the known defects are off by 5 % and more. */
const tolerance = 5e-3;

/** Numbers that look random, in ±`scale`. */
const numbers = (count: number, scale: number, phase = 0): Float32Array =>
	Float32Array.from({ length: count }, (_, i) => scale * Math.sin(i * 12.9898 + phase * 78.233 + (i % 7)));

const weights = {
	kernel: numbers(channels * inChannels * 9, 0.3, 1),
	bias: numbers(channels, 0.1, 2),
	query: numbers(channels * channels, 0.3, 3),
	key: numbers(channels * channels, 0.3, 4),
	value: numbers(channels * channels, 0.3, 5),
};

const noFiles: Weights = {
	has: () => false,
	get: name => {
		throw fail({ kind: 'internal', detail: `the self-test has no weight file for ${name}` });
	},
};

/** Convolution → group normalisation → SiLU → attention, with each stage's numbers as an output. */
function graph(dialect: Dialect): Uint8Array {
	const g = newGraph(noFiles, dialect);
	const constant = (values: Float32Array, dims: readonly number[]) => g.floats([...values], dims);
	const x = g.input('picture', 'float32', [1, ...inputDims]);
	const convolved = g.op(
		'Conv',
		[x, constant(weights.kernel, [channels, inChannels, 3, 3]), constant(weights.bias, [channels])],
		{ kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
	);
	const grouped = g.op('Reshape', [convolved, g.ints([1, groups, -1])]);
	const [ones, zeros] = [1, 0].map(value => g.floats(Array<number>(groups).fill(value), [groups]));
	const normal = g.op('InstanceNormalization', [grouped, ones, zeros], { epsilon: { float: epsilon } });
	const active = silu(g, g.op('Reshape', [normal, g.ints([channels, rows])]));
	const asRows = g.op('Transpose', [active], { perm: [1, 0] });
	const [q, k, v] = [weights.query, weights.key, weights.value].map(weight =>
		g.op('Gemm', [asRows, constant(weight, [channels, channels])], { transB: 1 }),
	);
	g.output('convolution', convolved, [1, channels, side, side]);
	g.output('normalisation', asRows, [rows, channels]);
	g.output('projection', q, [rows, channels]);
	g.output('attention', attention(g, q, k, v, { heads, width: headWidth, upcast: false }), [rows, channels]);
	return onnxBytes(g);
}

/** What the network answers, by plain arithmetic. */
function expected(): Readonly<Record<string, Float32Array>> {
	const convolution = convolve(numbers(picture, 1), weights.kernel, weights.bias, side);
	const normalisation = rowsOf(swish(normalise(convolution, groups, epsilon)), channels);
	const [q, k, v] = [weights.query, weights.key, weights.value].map(weight => project(normalisation, weight, channels));
	return { convolution, normalisation, projection: q, attention: attend(q, k, v, heads, headWidth) };
}

function firstDifference(answer: Readonly<Record<string, Tensor>>): string | undefined {
	for (const [stage, right] of Object.entries(expected())) {
		const scale = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
		const given = answer[stage].data as Float32Array;
		const worst = right.reduce((most, value, i) => Math.max(most, Math.abs(value - given[i])), 0) / scale;
		if (!given.every(Number.isFinite)) return `its ${stage} gives numbers that are not finite`;
		if (!(worst <= tolerance)) return `its ${stage} is off by ${(100 * worst).toFixed(1)} %`;
	}
	return undefined;
}
