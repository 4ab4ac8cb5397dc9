// A tensor as plain data: what goes into and comes out of a network.

/** ONNX element types that cross a session's edge. Weights may be of other types; edges are float32 and int64. */
export type ElementType = 'float32' | 'int64' | 'int32' | 'uint8' | 'bool';

export interface Tensor {
	readonly type: ElementType;
	readonly dims: readonly number[];
	readonly data: Float32Array | BigInt64Array | Int32Array | Uint8Array;
}

/** The number of elements of a shape. */
export function sizeOf(dims: readonly number[]): number {
	return dims.reduce((product, dim) => product * dim, 1);
}

/** A float32 tensor over `data`; throws RangeError when the shape does not hold it. */
export function float32(data: Float32Array, dims: readonly number[]): Tensor {
	if (data.length !== sizeOf(dims)) throw new RangeError(`${data.length} values for shape [${dims.join(', ')}]`);
	return { type: 'float32', dims, data };
}

/** An int64 tensor of whole numbers. */
export function int64(values: readonly number[], dims: readonly number[]): Tensor {
	if (values.length !== sizeOf(dims)) throw new RangeError(`${values.length} values for shape [${dims.join(', ')}]`);
	return { type: 'int64', dims, data: BigInt64Array.from(values, BigInt) };
}
