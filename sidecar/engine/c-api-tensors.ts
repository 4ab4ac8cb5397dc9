// Tensors on their way into and out of the C API, and the ports of a loaded network.
import { sizeOf, type ElementType, type Tensor } from '../../models/tensor.ts';
import { fail } from '../protocol/failure.ts';
import type { OrtApi, Pointer } from './capi.ts';
import type { Port } from './session.ts';

/** By ONNXTensorElementDataType: the element type, and how its memory looks in C and in JavaScript. */
const elements = {
	1: { type: 'float32', c: 'float', array: Float32Array },
	2: { type: 'uint8', c: 'uint8_t', array: Uint8Array },
	6: { type: 'int32', c: 'int32_t', array: Int32Array },
	7: { type: 'int64', c: 'int64_t', array: BigInt64Array },
	9: { type: 'bool', c: 'uint8_t', array: Uint8Array },
} as const;

const codes = Object.fromEntries(Object.entries(elements).map(([code, { type }]) => [type, Number(code)])) as Readonly<
	Record<ElementType, keyof typeof elements>
>;

/** A tensor of zeros for a port whose shape is fixed; undefined where a size is free. */
export function emptyFor({ type, dims }: Port): Tensor | undefined {
	return dims.includes(-1) ? undefined : { type, dims, data: new elements[codes[type]].array(sizeOf(dims)) };
}

/** An OrtValue over the memory of `tensor`, without a copy: `tensor.data` must outlive it. */
export function wrap(api: OrtApi, memory: Pointer, name: string, { type, dims, data }: Tensor): Pointer {
	if (data.length !== sizeOf(dims)) {
		throw fail({ kind: 'internal', detail: `${name}: ${data.length} values for shape [${dims.join(', ')}]` });
	}
	const shape = BigInt64Array.from(dims, BigInt);
	return api.make('CreateTensorWithDataAsOrtValue', memory, data, data.byteLength, shape, shape.length, codes[type]);
}

/** A copy of an OrtValue that lies in ordinary memory. */
export function copyOut(api: OrtApi, value: Pointer): Tensor {
	const info = api.make('GetTensorTypeAndShape', value);
	try {
		const { type, dims } = shapeOf(api, info);
		const data = api.copy(api.make('GetTensorMutableData', value), elements[codes[type]].c, sizeOf(dims));
		return { type, dims, data };
	} finally {
		api.call('ReleaseTensorTypeAndShapeInfo', info);
	}
}

/** The inputs or outputs of a session; throws `internal` when one has a type that Limn does not carry. */
export function ports(api: OrtApi, allocator: Pointer, session: Pointer, kind: 'Input' | 'Output'): Port[] {
	const count = Number(api.make(`SessionGet${kind}Count`, session));
	return Array.from({ length: count }, (_, index) => {
		const name = api.make(`SessionGet${kind}Name`, session, index, allocator);
		const info = api.make(`SessionGet${kind}TypeInfo`, session, index);
		try {
			return { name: api.text(name), ...shapeOf(api, api.make('CastTypeInfoToTensorInfo', info)) };
		} finally {
			api.call('AllocatorFree', allocator, name);
			api.call('ReleaseTypeInfo', info);
		}
	});
}

function shapeOf(api: OrtApi, info: Pointer): { readonly type: ElementType; readonly dims: readonly number[] } {
	const code = new Int32Array(1);
	api.call('GetTensorElementType', info, code);
	const dims = new BigInt64Array(Number(api.make('GetDimensionsCount', info)));
	api.call('GetDimensions', info, dims, dims.length);
	const element = Object.entries(elements).find(([known]) => Number(known) === code[0]);
	if (!element) throw fail({ kind: 'internal', detail: `a network's edge has the ONNX element type ${code[0]}` });
	return { type: element[1].type, dims: Array.from(dims, Number) };
}
