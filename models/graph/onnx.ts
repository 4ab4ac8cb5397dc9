// Writes a graph as an ONNX model: ModelProto bytes for the runtime, fields numbered as in onnx.proto.
import type { Turn } from '../family.ts';
import { typeNumbers, type Attribute, type Edge, type Graph, type Initializer, type Node } from './graph.ts';
import { message, type Message } from './protobuf.ts';

/** Gelu came with opset 20; IR version 9 is the oldest that goes with it. */
const opset = 20;
const irVersion = 9;

/** Nodes or initializers that are written between two turns: a few milliseconds of work. */
const stretch = 200;

/** The model's bytes. Weights stay outside: each is named by file, offset and length. */
export function onnxBytes(graph: Graph): Uint8Array {
	const writing = onnxStretches(graph);
	for (;;) {
		const { done, value } = writing.next();
		if (done) return value;
	}
}

/** The same for a large network, whose writing takes long enough to be felt: others get their turn in between. */
export async function onnxBytesInTurns(graph: Graph, turn: Turn): Promise<Uint8Array> {
	const writing = onnxStretches(graph);
	for (;;) {
		await turn();
		const { done, value } = writing.next();
		if (done) return value;
	}
}

function* onnxStretches(graph: Graph): Generator<undefined, Uint8Array> {
	// Long constants are copied once, into the whole: a LoRA's may come to hundreds of megabytes.
	const pieces: Uint8Array[] = [];
	let body = message();
	for (const [i, node] of graph.nodes.entries()) {
		if (i % stretch === stretch - 1) yield;
		body.message(1, nodeProto(node));
	}
	body.text(2, 'limn');
	for (const [i, initializer] of graph.initializers.entries()) {
		if (i % stretch === stretch - 1) yield;
		if ('raw' in initializer) {
			const { raw } = initializer;
			const head = tensorProto(initializer).begin(9, raw.length).done();
			pieces.push(body.begin(5, head.length + raw.length).done(), head, raw);
			body = message();
		} else body.message(5, externalTensor(initializer));
	}
	for (const input of graph.inputs) body.message(11, valueInfo(input));
	for (const output of graph.outputs) body.message(12, valueInfo(output));
	pieces.push(body.done());
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	const opening = message().int(1, irVersion).text(2, 'limn').begin(7, length).done();
	const closing = message().message(8, operatorSet('', opset));
	if (graph.nodes.some(node => node.domain === 'com.microsoft')) closing.message(8, operatorSet('com.microsoft', 1));
	return yield* joined([opening, ...pieces, closing.done()]);
}

/** Bytes that are copied between two turns: a few milliseconds of work. */
const copied = 8 << 20;

function* joined(pieces: readonly Uint8Array[]): Generator<undefined, Uint8Array> {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	let since = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
		since += piece.length;
		if (since < copied) continue;
		since = 0;
		yield;
	}
	return whole;
}

const operatorSet = (domain: string, version: number): Message => message().text(1, domain).int(2, version);

function nodeProto(node: Node): Message {
	const proto = message();
	for (const input of node.inputs) proto.text(1, input);
	for (const output of node.outputs) proto.text(2, output);
	proto.text(3, `${node.op}_${node.outputs[0]}`).text(4, node.op);
	for (const [name, value] of Object.entries(node.attributes)) proto.message(5, attributeProto(name, value));
	if (node.domain) proto.text(7, node.domain);
	return proto;
}

/** AttributeProto: the value in its field, and in field 20 which field that is. */
function attributeProto(name: string, value: Attribute): Message {
	const proto = message().text(1, name);
	if (typeof value === 'number') return proto.int(3, value).int(20, 2);
	if (typeof value === 'string') return proto.text(4, value).int(20, 3);
	if ('float' in value) return proto.float(2, value.float).int(20, 1);
	for (const item of value) proto.int(8, item);
	return proto.int(20, 7);
}

/** TensorProto without its bytes. */
function tensorProto({ name, type, dims }: Initializer): Message {
	const proto = message();
	for (const dim of dims) proto.int(1, dim);
	return proto.int(2, typeNumbers[type]).text(8, name);
}

/** The same with external data, in the keys that onnx/docs/ExternalData.md lists. */
function externalTensor(initializer: Extract<Initializer, { file: string }>): Message {
	const { file, offset, length } = initializer;
	const proto = tensorProto(initializer);
	const entry = (key: string, value: string) => proto.message(13, message().text(1, key).text(2, value));
	entry('location', file);
	entry('offset', String(offset));
	entry('length', String(length));
	return proto.int(14, 1);
}

function valueInfo(edge: Edge): Message {
	const shape = message();
	for (const dim of edge.dims) {
		shape.message(1, typeof dim === 'number' ? message().int(1, dim) : message().text(2, dim));
	}
	const tensorType = message().int(1, typeNumbers[edge.type]).message(2, shape);
	return message().text(1, edge.name).message(2, message().message(1, tensorType));
}
