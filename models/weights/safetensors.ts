// Reads the header of a .safetensors file from its first bytes, believing nothing it says.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { StoredTensor, WeightFile } from '../family.ts';
import { fromUtf8 } from '../utf8.ts';
import { firstDuplicateKey, nestsDeeper } from './json-shape.ts';
import { foreignKind } from './magic.ts';

/** Bytes of the length that a file begins with. */
export const prefixLength = 8;
/**
 * The longest header that is read. The format allows 100 MB, which take half a minute to check; those of the largest Stable
 * Diffusion models have less than 1 MB.
 */
export const longestHeader = 10_000_000;
/** File, tensor, list: no sound header nests deeper. */
const deepest = 3;

const elementBytes: Record<StoredTensor['type'], number> = {
	F64: 8,
	F32: 4,
	F16: 2,
	BF16: 2,
	I64: 8,
	I32: 4,
	I16: 2,
	I8: 1,
	U8: 1,
	BOOL: 1,
};

/**
 * How many header bytes follow the prefix of a file of `fileBytes`. `prefix` is the file's first bytes: 8 or more, and
 * all of them when it is shorter. Throws `modelBroken` (or `modelRefused` for a pickle) with what is wrong.
 */
export function headerLength(file: string, prefix: Uint8Array, fileBytes: number): number {
	const foreign = foreignKind(prefix);
	if (foreign?.runsCode) throw fail({ kind: 'modelRefused', file, why: foreign.why });
	if (foreign) throw broken(file, foreign.why);
	if (fileBytes < prefixLength || prefix.length < prefixLength)
		throw broken(file, `it is only ${fileBytes} bytes long`);
	const view = new DataView(prefix.buffer, prefix.byteOffset, prefixLength);
	const length = Number(view.getBigUint64(0, true));
	if (length > longestHeader) throw broken(file, 'it is not a safetensors file (its header would be too long)');
	if (length < 2 || prefixLength + length > fileBytes)
		throw broken(file, 'its header reaches past its end: the file is cut off');
	return length;
}

/** Where every tensor of a file lies, from its header's bytes (without the prefix). Throws `modelBroken`. */
export function parseHeader(file: string, header: Uint8Array, fileBytes: number): WeightFile['tensors'] {
	const text = headerText(file, header);
	const entries = headerEntries(file, text);
	const duplicate = firstDuplicateKey(text);
	if (duplicate !== undefined) throw broken(file, `its header names ${quoted(duplicate)} twice`);
	const start = prefixLength + header.length;
	const tensors = new Map<string, StoredTensor>();
	for (const [name, entry] of entries) {
		if (name !== '__metadata__') tensors.set(name, storedTensor(file, name, entry, start, fileBytes));
	}
	refuseOverlap(file, tensors);
	return tensors;
}

function headerText(file: string, header: Uint8Array): string {
	try {
		return fromUtf8(header);
	} catch (thrown) {
		if (thrown instanceof TypeError) throw broken(file, 'its header is not text');
		throw thrown;
	}
}

function headerEntries(file: string, text: string): [string, unknown][] {
	if (nestsDeeper(text, deepest)) throw broken(file, 'its header is nested too deeply');
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw broken(file, 'its header is not JSON');
		throw thrown;
	}
	if (!isRecord(parsed)) throw broken(file, 'its header is not a JSON object');
	return Object.entries(parsed);
}

function storedTensor(file: string, name: string, entry: unknown, start: number, fileBytes: number): StoredTensor {
	const trouble = (why: string) => broken(file, `tensor ${quoted(name)} ${why}`);
	if (!isRecord(entry)) throw trouble('is not described');
	const { dtype, shape, data_offsets: offsets } = entry;
	if (typeof dtype !== 'string') throw trouble('has no dtype');
	if (!Object.hasOwn(elementBytes, dtype)) throw trouble(`is of type ${quoted(dtype)}, which Limn does not read`);
	const type = dtype as StoredTensor['type'];
	if (!isWholeNumbers(shape) || shape.length > 8) throw trouble('has no sound shape');
	if (!isWholeNumbers(offsets) || offsets.length !== 2) throw trouble('has no sound data_offsets');
	const [begin, end] = offsets;
	if (end < begin) throw trouble('ends before it begins');
	if (start + end > fileBytes) {
		throw trouble(`reaches to byte ${start + end} of a file of ${fileBytes}: the file is cut off`);
	}
	const length = shape.reduce((product, dim) => product * dim, elementBytes[type]);
	if (length !== end - begin)
		throw trouble(`is ${end - begin} bytes long, its shape [${shape.join(', ')}] needs ${length}`);
	return { type, dims: shape, offset: start + begin, length };
}

function refuseOverlap(file: string, tensors: WeightFile['tensors']): void {
	const inOrder = [...tensors].filter(([, { length }]) => length > 0).sort(([, a], [, b]) => a.offset - b.offset);
	inOrder.slice(1).forEach(([name, { offset }], i) => {
		const [before, { offset: begin, length }] = inOrder[i];
		if (offset < begin + length) throw broken(file, `tensors ${quoted(before)} and ${quoted(name)} overlap`);
	});
}

const broken = (file: string, why: string) => fail({ kind: 'modelBroken', file, why });
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isWholeNumbers = (value: unknown): value is number[] =>
	Array.isArray(value) && value.every(item => Number.isSafeInteger(item) && item >= 0);
/** A name from a file, short enough for a message. */
const quoted = (name: string): string => JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
