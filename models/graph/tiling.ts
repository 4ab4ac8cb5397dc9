// Pictures whose edges meet: convolutions that look past one edge see the other, along either axis or both.
import type { TilingName } from '../../sidecar/protocol/recipe.ts';
import { rewriting, type GraphChange } from './change.ts';
import type { Graph, Value } from './graph.ts';

/** Which edges meet: `x` joins left and right, `y` top and bottom. */
export function tiling(name: Exclude<TilingName, 'none'>): GraphChange {
	const axes = { x: name !== 'y', y: name !== 'x' };
	return { key: `tiling ${name}`, load: async () => g => tiled(g, axes) };
}

interface Axes {
	readonly x: boolean;
	readonly y: boolean;
}

/** torch's `padding_mode='circular'` for every convolution of `g`, along the axes named. */
function tiled(g: Graph, { x, y }: Axes): Graph {
	return rewriting(g, ({ op, inputs, attributes }) => {
		const { pads } = attributes;
		if (op !== 'Conv' || !Array.isArray(pads) || pads.every(pad => pad === 0)) return g.op(op, inputs, attributes);
		const [top, left, bottom, right] = pads as readonly number[];
		const [picture, ...rest] = inputs;
		const wrapped = wrap(g, picture, y ? [top, bottom] : [0, 0], x ? [left, right] : [0, 0]);
		const zeros = [y ? 0 : top, x ? 0 : left, y ? 0 : bottom, x ? 0 : right];
		return g.op('Conv', [wrapped, ...rest], { ...attributes, pads: zeros });
	});
}

type Ends = readonly [before: number, after: number];

const wrap = (g: Graph, picture: Value, [top, bottom]: Ends, [left, right]: Ends): Value =>
	g.op('Pad', [picture, g.ints([0, 0, top, left, 0, 0, bottom, right])], { mode: 'wrap' });
