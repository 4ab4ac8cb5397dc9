// A file that a recipe adds to a model: it may lie anywhere, so its tensors go into the graph and not beside it.
import type { AdditionKind } from '../../sidecar/protocol/failure.ts';
import type { StoredTensor, WeightFile } from '../family.ts';
import type { Graph, GraphType, Value } from '../graph/graph.ts';
import { graphTypes, sameNumbers } from '../weights/weights.ts';
import { refused } from './failures.ts';

export interface AddedFile extends WeightFile {
	/** What a recipe calls it. */
	readonly name: string;
	/** Where it lies, for messages. */
	readonly path: string;
	/** The free texts of its header. */
	readonly metadata: Readonly<Record<string, string>>;
	/** The whole file. */
	bytes(): Promise<Uint8Array>;
}

/** The bytes of one tensor within those of its file. */
export const bytesOf = (whole: Uint8Array, { offset, length }: StoredTensor): Uint8Array =>
	whole.subarray(offset, offset + length);

/** The tensor inside the graph, seen as `dims`. */
export function heldIn(g: Graph, whole: Uint8Array, tensor: StoredTensor, dims: readonly number[]): Value {
	return g.held(graphTypes[tensor.type]!, dims, bytesOf(whole, tensor));
}

/** Throws `additionRefused` where a tensor is not of the shape or type that it must have. */
export function requireShape(
	kind: AdditionKind,
	file: AddedFile,
	name: string,
	{ type, dims }: StoredTensor,
	needed: readonly number[],
): void {
	if (!sameNumbers(dims, needed)) {
		const shapes = `its ${name} is [${dims.join(', ')}] where the model has room for [${needed.join(', ')}]`;
		throw refused(kind, file.path, `${shapes}: it was made for another kind of model`);
	}
	if (!graphTypes[type]) throw refused(kind, file.path, `its ${name} is of type ${type}, which Limn does not read`);
}

/** Numbers of a small tensor of floats. */
export function numbersOf(whole: Uint8Array, tensor: StoredTensor): Float32Array {
	const bytes = bytesOf(whole, tensor);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const read = readers[graphTypes[tensor.type] ?? 'uint8'];
	if (!read) return new Float32Array();
	return Float32Array.from({ length: bytes.length / read.bytes }, (_, i) => read.at(view, i * read.bytes));
}

interface Reader {
	readonly bytes: number;
	at(view: DataView, offset: number): number;
}

const readers: Partial<Record<GraphType, Reader>> = {
	float64: { bytes: 8, at: (view, offset) => view.getFloat64(offset, true) },
	float32: { bytes: 4, at: (view, offset) => view.getFloat32(offset, true) },
	float16: { bytes: 2, at: (view, offset) => float16(view.getUint16(offset, true)) },
	bfloat16: {
		bytes: 2,
		at(view, offset) {
			const wide = new DataView(new ArrayBuffer(4));
			wide.setUint16(0, view.getUint16(offset, true));
			return wide.getFloat32(0);
		},
	},
};

/** IEEE 754's half precision. */
function float16(bits: number): number {
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	const sign = bits & 0x8000 ? -1 : 1;
	if (exponent === 31) return fraction ? NaN : sign * Infinity;
	return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
