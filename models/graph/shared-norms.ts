// Norms whose statistics come from outside: so that a tile of a picture is normalised as the whole picture is.
import type { Graph, Value } from './graph.ts';
import { add, multiply } from './layers.ts';

/**
 * Writes `build` on a graph whose group norms, of `groups` groups each, mix their own statistics with given ones. Besides the
 * inputs and outputs of `build`: `given` [norms, 2, groups], mean and mean square of each group; `share` [1], 0 for the
 * tile's own statistics to 1 for the given ones; and the output `statistics` [norms, 2, groups], the tile's own.
 */
export function withSharedNorms(g: Graph, groups: number, build: (g: Graph) => void): void {
	const given = g.input('given', 'float32', ['norms', 2, groups]);
	const share = g.input('share', 'float32', [1]);
	const found: Value[] = [];

	const norm = (grouped: Value, epsilon: number): Value => {
		const axis = g.ints([2]);
		const count = g.cast(g.op('Gather', [g.op('Shape', [grouped]), axis]), 'float32');
		const mean = g.op('ReduceMean', [grouped, axis]);
		const squares = g.op('Div', [g.op('ReduceSumSquare', [grouped, axis]), count]);
		const own = g.op('Concat', [mean, squares], { axis: 0 });
		const theirs = g.op('Unsqueeze', [g.op('Gather', [given, g.ints(found.length)], { axis: 0 }), axis]);
		found.push(own);
		const used = add(g, own, multiply(g, share, g.op('Sub', [theirs, own])));
		const [centre, square] = g.split(used, 2, 0);
		const variance = g.op('Sub', [square, multiply(g, centre, centre)]);
		const spread = g.op('Sqrt', [add(g, g.op('Relu', [variance]), g.floats([epsilon], []))]);
		return g.op('Div', [g.op('Sub', [grouped, centre]), spread]);
	};

	build({
		...g,
		op(op, inputs, attributes) {
			const epsilon = attributes?.['epsilon'];
			if (op !== 'InstanceNormalization' || typeof epsilon !== 'object' || !('float' in epsilon))
				return g.op(op, inputs, attributes);
			return norm(inputs[0], epsilon.float);
		},
	});
	const all = found.map(own => g.op('Unsqueeze', [g.op('Squeeze', [own, g.ints([2])]), g.ints([0])]));
	g.output('statistics', g.op('Concat', all, { axis: 0 }), [found.length, 2, groups]);
}
