// A DCGAN's generator read off the names and shapes of its tensors: nothing else in the file tells its build.
import type { WeightFile } from '../family.ts';

/** One transposed convolution of the generator, and the norm behind it where it has one. */
export interface Layer {
	/** The names of its tensors, such as `main.0`, without `.weight`. */
	readonly name: string;
	/** The name of its BatchNorm2d's tensors. */
	readonly norm: string | undefined;
	readonly bias: boolean;
	/** Channels in and out. */
	readonly from: number;
	readonly to: number;
	/** Height and width of the kernel. */
	readonly kernel: number;
}

/** What a file's tensors are, as far as they are a DCGAN's: its half, and its layers in order. */
export interface Network {
	readonly half: 'generator' | 'discriminator';
	readonly layers: readonly Layer[];
}

/**
 * The network of a file as PyTorch's `nn.Sequential` names it (`main.0.weight`, `main.1.running_mean` …), whatever stands
 * before the numbers. A transposed convolution keeps its weight as [in, out, k, k], a convolution as [out, in, k, k]: in one
 * of the two readings each layer takes what the layer before it gives. Undefined where neither holds.
 */
export function networkOf(tensors: WeightFile['tensors']): Network | undefined {
	const modules = modulesOf(tensors);
	if (!modules) return undefined;
	const generator = chained(modules, ([from, to]) => [from, to]);
	if (generator) return { half: 'generator', layers: generator };
	const discriminator = chained(modules, ([to, from]) => [from, to]);
	return discriminator && { half: 'discriminator', layers: discriminator };
}

/** Pixels of a side of the pictures: the first layer makes a square of its kernel's size, every other one doubles it. */
export const sideOf = (layers: readonly Layer[]): number => layers[0].kernel * 2 ** (layers.length - 1);

/** One numbered module: the shapes of its tensors by their last names. */
interface Module {
	readonly name: string;
	readonly number: number;
	readonly dims: ReadonlyMap<string, readonly number[]>;
}

/** The numbered modules in order; undefined where a name is of another kind, or the names have different beginnings. */
function modulesOf(tensors: WeightFile['tensors']): readonly Module[] | undefined {
	const modules = new Map<string, Module & { readonly dims: Map<string, readonly number[]> }>();
	const beginnings = new Set<string>();
	for (const [name, { dims }] of tensors) {
		const [, module, beginning, number, last] = /^((.*\.)?(\d{1,3}))\.(\w+)$/.exec(name) ?? [];
		if (module === undefined) return undefined;
		beginnings.add(beginning ?? '');
		const known = modules.get(module) ?? { name: module, number: Number(number), dims: new Map() };
		known.dims.set(last, dims);
		modules.set(module, known);
	}
	if (beginnings.size !== 1) return undefined;
	return [...modules.values()].sort((one, other) => one.number - other.number);
}

/** The modules as layers, if each convolution takes what the one before gives, and each norm is as wide as it. */
function chained(
	modules: readonly Module[],
	sides: (dims: readonly number[]) => readonly [from: number, to: number],
): readonly Layer[] | undefined {
	const layers: Layer[] = [];
	for (const { name, dims } of modules) {
		const weight = dims.get('weight');
		const last = layers.at(-1);
		if (weight?.length === 4) {
			const [from, to] = sides(weight);
			if (last && last.to !== from) return undefined;
			layers.push({ name, norm: undefined, bias: dims.has('bias'), from, to, kernel: weight[2] });
		} else if (weight?.length === 1 && dims.has('running_mean') && last && !last.norm && last.to === weight[0]) {
			layers[layers.length - 1] = { ...last, norm: name };
		} else return undefined;
	}
	return layers.length > 1 ? layers : undefined;
}
