// A network bound to its weight files: checked tensor by tensor now, written as ONNX when it is loaded.
import type { Part, WeightFile } from '../family.ts';
import type { GraphChange } from '../graph/change.ts';
import { fusedDialect } from '../graph/dialect.ts';
import { newGraph, type Graph } from '../graph/graph.ts';
import { onnxBytesInTurns } from '../graph/onnx.ts';
import { fileWeights, recording } from './weights.ts';

/** A part that is known to fit its files, and the tensors it reads. */
export interface BoundPart {
	readonly part: Part;
	readonly asked: ReadonlySet<string>;
}

/**
 * Binds a graph to its files: throws `modelBroken` where a tensor that it asks for is missing or has another shape.
 *
 * Height, width and the UNet's number of tokens are free, so that one session serves all sizes and the key names the files
 * alone. A graph of fixed size is no faster: 1.98 against 2.00 CPU seconds for Stable Diffusion 1.5's UNet at 256×256 on one
 * thread.
 */
export function part(role: string, files: readonly WeightFile[], write: (g: Graph) => void): BoundPart {
	const { weights, asked } = recording(fileWeights(files));
	write(newGraph(weights, fusedDialect));
	const names = files.map(({ directory, file }) => `${directory}/${file}`);
	const written = (changes: readonly GraphChange[]): Part => ({
		role,
		key: [`${role} ${names.join(' ')}`, ...changes.map(({ key }) => key)].join(' + '),
		weights: asked,
		changed: more => written([...changes, ...more]),
		async build(dialect, turn) {
			const loaded = await Promise.all(changes.map(change => change.load()));
			const graph = newGraph(fileWeights(files), dialect);
			await turn();
			write(loaded.reduce((g, change) => change(g), graph));
			return { graph: await onnxBytesInTurns(graph, turn), directory: files[0].directory };
		},
	});
	return { asked: new Set(asked.keys()), part: written([]) };
}
