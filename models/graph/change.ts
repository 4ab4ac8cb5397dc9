// Changes to a graph while it is written: LoRAs, tiling, added words and controls know no network, and no network them.
import type { Attribute, Graph, Value } from './graph.ts';

export interface GraphChange {
	/** Tells graphs apart that are changed in different ways. */
	readonly key: string;
	/** Fetches what the change writes, and gives the graph that writes it wherever it belongs. */
	load(): Promise<(g: Graph) => Graph>;
}

/** An operator's node as it is asked for. */
export interface Asked {
	readonly op: string;
	readonly inputs: readonly Value[];
	readonly attributes: Readonly<Record<string, Attribute>>;
	/** The name of the weight among the inputs, whatever type it was cast to; undefined where there is none. */
	readonly weight: string | undefined;
}

/** The graph `g` where each standard operator with one output is written by `write`, which may ask `g` for others. */
export function rewriting(g: Graph, write: (asked: Asked) => Value): Graph {
	const weights = new Map<Value, string>();
	return {
		...g,
		weight(name, dims) {
			const value = g.weight(name, dims);
			weights.set(value, name);
			return value;
		},
		op(op, inputs, attributes = {}) {
			const weight = inputs.map(input => weights.get(input)).find(name => name?.endsWith('.weight'));
			return write({ op, inputs, attributes, weight });
		},
	};
}
