// Noise to pixels: the generator of a DCGAN (Radford, Metz and Chintala 2015) as a graph.
import type { Graph, Value } from '../graph/graph.ts';
import type { Layer } from './layers.ts';

/** The epsilon of PyTorch's BatchNorm2d; no file says another. */
const epsilon = 1e-5;

/**
 * `noise` [1, layers[0].from, 1, 1] → `sample` [1, 3, side, side] in [-1, 1]. The first layer spreads the noise over a square of
 * its kernel's size, each other one doubles the sides (kernel 4, stride 2, padding 1); norm and ReLU follow all but the last,
 * which tanh follows. A generator of grey pictures gives the same three times.
 */
export function generator(g: Graph, layers: readonly Layer[], side: number): void {
	const noise = g.input('noise', 'float32', [1, layers[0].from, 1, 1]);
	const inner = layers.slice(0, -1);
	const last = layers[layers.length - 1];
	const spread = inner.reduce(
		(x, layer, i) => g.op('Relu', [normed(g, layer, transposed(g, layer, x, i === 0))]),
		noise,
	);
	const picture = g.op('Tanh', [transposed(g, last, spread, false)]);
	const colours = last.to === 1 ? g.op('Concat', [picture, picture, picture], { axis: 1 }) : picture;
	g.output('sample', colours, [1, 3, side, side]);
}

function transposed(g: Graph, { name, bias, from, to, kernel }: Layer, x: Value, first: boolean): Value {
	const weights = [g.weight(`${name}.weight`, [from, to, kernel, kernel])];
	if (bias) weights.push(g.weight(`${name}.bias`, [to]));
	const [stride, pad] = first ? [1, 0] : [2, 1];
	return g.op('ConvTranspose', [x, ...weights], {
		kernel_shape: [kernel, kernel],
		strides: [stride, stride],
		pads: [pad, pad, pad, pad],
	});
}

/** Batch normalisation (Ioffe & Szegedy 2015) by the means and variances of training, where the layer has one. */
function normed(g: Graph, { norm, to }: Layer, x: Value): Value {
	if (norm === undefined) return x;
	const figures = ['weight', 'bias', 'running_mean', 'running_var'].map(name => g.weight(`${norm}.${name}`, [to]));
	return g.op('BatchNormalization', [x, ...figures], { epsilon: { float: epsilon } });
}
