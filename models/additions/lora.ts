// LoRA (Hu et al. 2021) and LoCon: low-rank branches beside the layers of a network, with their strength as an input.
import { z } from 'zod';
import type { Part, StoredTensor } from '../family.ts';
import { rewriting } from '../graph/change.ts';
import type { Attribute, Graph, Value } from '../graph/graph.ts';
import { add, multiply } from '../graph/layers.ts';
import { parseJson } from '../json.ts';
import { float32 } from '../tensor.ts';
import { constantly, type Addition } from './addition.ts';
import { refused } from './failures.ts';
import { heldIn, numbersOf, requireShape, type AddedFile } from './file.ts';
import { layersOf, readName, type LoraTensor } from './lora-names.ts';

/** A LoRA that is known to fit a model: what it is to each of its networks. */
export interface Lora {
	/** The addition of strength `strength` to a network; undefined where it adds nothing there. */
	to(part: Part, strength: number): Addition | undefined;
}

/** The tensors of one layer's branch: [rank, in …], [out, rank …], and what may stand between them. */
interface Branch extends Partial<Record<LoraTensor, StoredTensor>> {
	readonly down: StoredTensor;
	readonly up: StoredTensor;
}

/** A branch in its place; its strength is multiplied by alpha / rank. */
interface Placed extends Branch {
	/** What PEFT's settings say, where the file carries no alpha of its own. */
	readonly usualAlpha: number;
}

/** Reads a LoRA's header against a model's networks. Throws `additionRefused` where any of it does not fit. */
export function openLora(file: AddedFile, parts: readonly Part[]): Lora {
	const branches = new Map(parts.map(part => [part.role, new Map<string, Placed>()]));
	const alphas = peftAlphas(file);
	const known = parts.map(part => ({ part, layers: layersOf(part) }));
	for (const [name, branch] of branchesOf(file)) {
		const home = known.find(({ layers }) => layers.has(name));
		if (!home && known.some(({ layers }) => layers.has(firstLayer(name)))) continue;
		if (!home) throw refused('lora', file.path, `it changes ${name}, which this model does not have: ${elsewhere}`);
		const layer = home.layers.get(name)!;
		requireFit(file, name, branch, home.part.weights.get(`${layer}.weight`)!);
		const usualAlpha = alphas(home.part.role, layer) ?? branch.down.dims[0];
		branches.get(home.part.role)!.set(`${layer}.weight`, { ...branch, usualAlpha });
	}
	return {
		to(part, strength) {
			const own = branches.get(part.role);
			// Without its branches the graph is the model's own, and so is every bit that comes out of it.
			if (!own || own.size === 0 || strength === 0) return undefined;
			const input = `strength of ${file.name}`;
			const load = async () => {
				const whole = await file.bytes();
				return (g: Graph) => branched(g, whole, own, input);
			};
			const change = { key: `lora ${file.path}`, load };
			return constantly(change, { [input]: float32(Float32Array.of(strength), [1]) });
		},
	};
}

const elsewhere = 'it was made for another kind of model';

/** The same place in a text encoder's first layer: SDXL reads none of the last, which LoRAs change all the same. */
const firstLayer = (name: string): string =>
	name.replace(/(?<=text_model[._]encoder[._]layers[._]|text_encoder\.encoder\.layers\.)\d+/, '0');

/** The file's branches by the layer's name in the file. Throws `additionRefused` for what is no plain LoRA. */
function branchesOf(file: AddedFile): ReadonlyMap<string, Branch> {
	const found = new Map<string, Partial<Record<LoraTensor, StoredTensor>>>();
	for (const [name, tensor] of file.tensors) {
		const read = readName(name);
		if (!read) throw refused('lora', file.path, `it holds ${name}: Limn uses plain LoRA and LoCon, and not their kin`);
		found.set(read.layer, { ...found.get(read.layer), [read.kind]: tensor });
	}
	if (found.size === 0) throw refused('lora', file.path, 'it holds nothing');
	for (const [layer, { down, up }] of found) {
		if (!down || !up || down.length === 0) throw refused('lora', file.path, `its branch of ${layer} is not whole`);
	}
	return found as ReadonlyMap<string, Branch>;
}

/** Holds a branch to the shape of the layer's weight: [out, in] or [out, in, height, width]. */
function requireFit(file: AddedFile, name: string, { down, up, mid }: Branch, weight: readonly number[]): void {
	const [out, from, ...kernel] = weight;
	const [rank] = down.dims;
	const ones = kernel.map(() => 1);
	const require = (tensor: StoredTensor, dims: readonly number[]) => requireShape('lora', file, name, tensor, dims);
	require(down, [rank, from, ...(mid ? ones : kernel)]);
	if (mid) require(mid, [rank, rank, ...kernel]);
	require(up, [out, rank, ...ones]);
}

/** `g` with the branches beside the layers of those weights. */
function branched(g: Graph, whole: Uint8Array, branches: ReadonlyMap<string, Placed>, input: string): Graph {
	const strength = g.input(input, 'float32', [1]);
	return rewriting(g, ({ op, inputs, attributes, weight }) => {
		const plain = g.op(op, inputs, attributes);
		const branch = weight === undefined ? undefined : branches.get(weight);
		if (!branch) return plain;
		const { alpha, usualAlpha, down } = branch;
		const [own = usualAlpha] = alpha ? numbersOf(whole, alpha) : [];
		const scale = multiply(g, strength, g.floats([own / down.dims[0]], [1]));
		const write = op === 'Gemm' ? besideRows : besidePicture;
		return write(g, whole, branch, scale, { x: inputs[0], plain, attributes });
	});
}

/** A layer as it was written: what goes in, what comes out. */
interface Layer {
	readonly x: Value;
	readonly plain: Value;
	readonly attributes: Readonly<Record<string, Attribute>>;
}

function besideRows(g: Graph, whole: Uint8Array, { down, up }: Branch, scale: Value, { x, plain }: Layer): Value {
	const [rank, from] = down.dims;
	const narrow = g.op('Gemm', [x, heldIn(g, whole, down, [rank, from])], { transB: 1 });
	return g.op('Gemm', [multiply(g, narrow, scale), heldIn(g, whole, up, [up.dims[0], rank]), plain], { transB: 1 });
}

function besidePicture(
	g: Graph,
	whole: Uint8Array,
	{ down, mid, up }: Branch,
	scale: Value,
	{ x, plain, attributes }: Layer,
): Value {
	const point = (y: Value, tensor: StoredTensor) =>
		g.op('Conv', [y, heldIn(g, whole, tensor, [...tensor.dims.slice(0, 2), 1, 1])], { kernel_shape: [1, 1] });
	const along = (y: Value, tensor: StoredTensor) =>
		g.op('Conv', [y, heldIn(g, whole, tensor, tensor.dims)], attributes);
	const narrow = mid ? along(point(x, down), mid) : along(x, down);
	return add(g, plain, point(multiply(g, narrow, scale), up));
}

/** diffusers keeps PEFT's settings beside the weights, each under the name of its network. */
const Settings = z.record(z.string(), z.unknown());
const Pattern = z.record(z.string(), z.number());
const networks: Readonly<Record<string, string>> = {
	'text-encoder': 'text_encoder',
	'text-encoder-2': 'text_encoder_2',
};

/** The alpha of a layer by those settings; undefined where they say nothing. */
function peftAlphas({ path, metadata }: AddedFile): (role: string, layer: string) => number | undefined {
	const broken = (why: string) => refused('lora', path, `its lora_adapter_metadata: ${why}`);
	const settings = Settings.safeParse(parseJson(metadata['lora_adapter_metadata'] ?? '{}', broken)).data ?? {};
	return (role, layer) => {
		const network = networks[role] ?? role;
		const pattern = Pattern.safeParse(settings[`${network}.alpha_pattern`]).data ?? {};
		const own = Object.keys(pattern).find(name => layer === name || layer.endsWith(`.${name}`));
		const usual = settings[`${network}.lora_alpha`];
		return own === undefined ? (typeof usual === 'number' ? usual : undefined) : pattern[own];
	};
}
