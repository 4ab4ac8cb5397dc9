// Hands a graph builder its weights out of safetensors files, and holds it to names and shapes.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { StoredTensor, WeightFile } from '../family.ts';
import type { GraphType, WeightRef, Weights } from '../graph/graph.ts';
import { sizeOf } from '../tensor.ts';

/** The types that weights are stored in, as ONNX knows them; a graph casts them to the one it computes in. */
export const graphTypes: Partial<Record<StoredTensor['type'], GraphType>> = {
	F64: 'float64',
	F32: 'float32',
	F16: 'float16',
	BF16: 'bfloat16',
	F8_E4M3: 'float8e4m3fn',
	F8_E5M2: 'float8e5m2',
};

/**
 * The weights of one network, from one file or the shards of one. A tensor may be asked for in another shape of the
 * same numbers as long as only sides of length 1 differ: a 1×1 convolution is a linear layer.
 */
export function fileWeights(files: readonly WeightFile[]): Weights {
	const homes = new Map(files.flatMap(file => [...file.tensors].map(([name, tensor]) => [name, { file, tensor }])));
	return {
		has: name => homes.has(name),
		get(name, dims) {
			const home = homes.get(name);
			if (!home) throw broken(files[0], `it has no tensor ${name}`);
			const { file, tensor } = home;
			if (!sameNumbers(tensor.dims, dims)) {
				throw broken(
					file,
					`tensor ${name} has the shape [${tensor.dims.join(', ')}], its config needs [${dims.join(', ')}]`,
				);
			}
			const type = graphTypes[tensor.type];
			if (!type) throw broken(file, `tensor ${name} is of type ${tensor.type}`);
			return { type, file: file.file, offset: tensor.offset, length: tensor.length };
		},
	};
}

/** A recorder between a builder and its weights: `asked` lists what was asked for, in order. */
export function recording(weights: Weights): {
	readonly weights: Weights;
	readonly asked: Map<string, readonly number[]>;
} {
	const asked = new Map<string, readonly number[]>();
	const get = (name: string, dims: readonly number[]): WeightRef => {
		asked.set(name, dims);
		return weights.get(name, dims);
	};
	return { weights: { has: name => weights.has(name), get }, asked };
}

/** Weights that lie nowhere, in float32: with a recorder, they tell what a builder would ask of a file that `has` names. */
export function imaginaryWeights(has: (name: string) => boolean): Weights {
	return { has, get: (_name, dims) => ({ type: 'float32', file: '', offset: 0, length: sizeOf(dims) * 4 }) };
}

/**
 * Throws `modelBroken` when the files hold tensors that nobody asked for: then the config and the weights belong to
 * different networks. Names that `tolerated` matches are left aside.
 */
export function refuseSurplus(files: readonly WeightFile[], asked: ReadonlySet<string>, tolerated: RegExp): void {
	for (const file of files) {
		const surplus = [...file.tensors.keys()].filter(name => !asked.has(name) && !tolerated.test(name));
		if (surplus.length > 0) {
			throw broken(file, `it holds ${surplus.length} tensors that its config has no place for, such as ${surplus[0]}`);
		}
	}
}

export const sameNumbers = (stored: readonly number[], asked: readonly number[]): boolean => {
	const sides = (dims: readonly number[]) => dims.filter(dim => dim !== 1).join();
	return sides(stored) === sides(asked);
};

const pathOf = ({ directory, file }: WeightFile): string => `${directory}/${file}`;
const broken = (file: WeightFile, why: string) => fail({ kind: 'modelBroken', file: pathOf(file), why });
