// The graph under construction: nodes, weights and constants, added one by one by the layers.
import type { StoredTensor } from '../family.ts';
import type { Dialect } from './dialect.ts';

/** The name of a value that flows between nodes. */
export type Value = string;

/** Element types as ONNX knows them; weights come in any of them, edges are float32 and int64. */
export type GraphType =
	| 'float32'
	| 'float16'
	| 'bfloat16'
	| 'float64'
	| 'float8e4m3fn'
	| 'float8e5m2'
	| 'int64'
	| 'int32'
	| 'int16'
	| 'int8'
	| 'uint8'
	| 'bool';

/** A node's attribute: a whole number, a list of them, a text, or a float. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface Node {
	readonly op: string;
	/** Empty for standard ONNX. */
	readonly domain: '' | 'com.microsoft';
	readonly inputs: readonly Value[];
	readonly outputs: readonly Value[];
	readonly attributes: Readonly<Record<string, Attribute>>;
}

/** An initializer: bytes in a weight file beside the graph, or a constant inside it. */
export type Initializer = { readonly name: Value; readonly type: GraphType; readonly dims: readonly number[] } & (
	{ readonly file: string; readonly offset: number; readonly length: number } | { readonly raw: Uint8Array }
);

/** An input or output; a dim is a name where its size is free. */
export interface Edge {
	readonly name: Value;
	readonly type: 'float32' | 'int64';
	readonly dims: readonly (number | string)[];
}

/** Where a builder's weights come from: files, or a recorder that only notes what is asked for. */
export interface Weights {
	has(name: string): boolean;
	/** The tensor `name` seen as `dims`; throws `modelBroken` when it is missing or of another shape. */
	get(name: string, dims: readonly number[]): WeightRef;
}

/** Where one tensor's bytes lie. */
export interface WeightRef extends Pick<StoredTensor, 'offset' | 'length'> {
	readonly type: GraphType;
	readonly file: string;
}

export interface Graph {
	readonly dialect: Dialect;
	readonly nodes: readonly Node[];
	readonly initializers: readonly Initializer[];
	readonly inputs: readonly Edge[];
	readonly outputs: readonly Edge[];
	hasWeight(name: string): boolean;
	/** A weight in the dialect's arithmetic type. */
	weight(name: string, dims: readonly number[]): Value;
	/** Whole numbers, as shapes and axes need them; a list, or one number without dims. */
	ints(values: readonly number[] | number): Value;
	/** Constants in the dialect's arithmetic type. */
	floats(values: readonly number[], dims: readonly number[]): Value;
	/** Constants in float32 whatever the dialect. */
	exactFloats(values: readonly number[], dims: readonly number[]): Value;
	/** A tensor whose bytes go into the graph itself, in the dialect's arithmetic type. */
	held(type: GraphType, dims: readonly number[], bytes: Uint8Array): Value;
	/** A place where a change may add to `value`, a picture of `channels`; as it stands, the value itself. */
	seam(name: string, value: Value, channels: number): Value;
	/** A standard operator with one output. */
	op(op: string, inputs: readonly Value[], attributes?: Readonly<Record<string, Attribute>>): Value;
	/** A com.microsoft operator with one output. */
	fused(op: string, inputs: readonly Value[], attributes: Readonly<Record<string, Attribute>>): Value;
	/** A standard operator with several outputs. */
	split(input: Value, parts: number, axis: number): Value[];
	cast(value: Value, to: GraphType): Value;
	/** An input; float32 inputs arrive in the dialect's arithmetic type. */
	input(name: string, type: Edge['type'], dims: Edge['dims']): Value;
	/** A float32 input that stays float32 inside. */
	exactInput(name: string, dims: Edge['dims']): Value;
	/** Names `value` as a float32 output. */
	output(name: string, value: Value, dims: Edge['dims']): void;
}

/** An empty graph over `weights`. */
export function newGraph(weights: Weights, dialect: Dialect): Graph {
	const nodes: Node[] = [];
	const initializers: Initializer[] = [];
	const inputs: Edge[] = [];
	const outputs: Edge[] = [];
	/** Weights and constants already in the graph, by what they are. */
	const known = new Map<string, Value>();
	let count = 0;

	function once(key: string, make: () => Value): Value {
		const value = known.get(key) ?? make();
		known.set(key, value);
		return value;
	}
	function node(
		op: string,
		domain: Node['domain'],
		from: readonly Value[],
		attributes: Node['attributes'],
		parts: number,
	) {
		const to = Array.from({ length: parts }, () => `v${count++}`);
		nodes.push({ op, domain, inputs: from, outputs: to, attributes });
		return to;
	}
	function constant(type: GraphType, dims: readonly number[], data: Float32Array | BigInt64Array | Uint8Array): Value {
		const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
		const name = `c${count++}`;
		initializers.push({ name, type, dims, raw });
		return name;
	}
	const arithmetic = (value: Value, type: GraphType) =>
		type === dialect.compute ? value : graph.cast(value, dialect.compute);

	const graph: Graph = {
		dialect,
		nodes,
		initializers,
		inputs,
		outputs,
		hasWeight: name => weights.has(name),
		weight: (name, dims) =>
			once(`weight ${name} ${dims.join()}`, () => {
				const stored = weights.get(name, dims);
				initializers.push({ name, dims, ...stored });
				return arithmetic(name, stored.type);
			}),
		ints: values =>
			once(`ints ${JSON.stringify(values)}`, () => {
				const list = typeof values === 'number' ? [values] : values;
				return constant('int64', typeof values === 'number' ? [] : [list.length], BigInt64Array.from(list, BigInt));
			}),
		floats: (values, dims) =>
			once(`floats ${dims.join()} ${values.join()}`, () =>
				arithmetic(constant('float32', dims, Float32Array.from(values)), 'float32'),
			),
		exactFloats: (values, dims) =>
			once(`exact ${dims.join()} ${values.join()}`, () => constant('float32', dims, Float32Array.from(values))),
		held: (type, dims, bytes) => arithmetic(constant(type, dims, bytes), type),
		seam: (_name, value) => value,
		op: (op, from, attributes = {}) => node(op, '', from, attributes, 1)[0],
		fused: (op, from, attributes) => node(op, 'com.microsoft', from, attributes, 1)[0],
		split: (input, parts, axis) => node('Split', '', [input], { axis, num_outputs: parts }, parts),
		cast: (value, to) => node('Cast', '', [value], { to: typeNumbers[to] }, 1)[0],
		input(name, type, dims) {
			inputs.push({ name, type, dims });
			return type === 'float32' ? arithmetic(name, type) : name;
		},
		exactInput(name, dims) {
			inputs.push({ name, type: 'float32', dims });
			return name;
		},
		output(name, value, dims) {
			nodes.push({ op: 'Cast', domain: '', inputs: [value], outputs: [name], attributes: { to: typeNumbers.float32 } });
			outputs.push({ name, type: 'float32', dims });
		},
	};
	return graph;
}

/** ONNX's numbers for element types (onnx.proto, TensorProto.DataType). */
export const typeNumbers: Record<GraphType, number> = {
	float32: 1,
	uint8: 2,
	int8: 3,
	int16: 5,
	int32: 6,
	int64: 7,
	bool: 9,
	float16: 10,
	float64: 11,
	bfloat16: 16,
	float8e4m3fn: 17,
	float8e5m2: 19,
};
