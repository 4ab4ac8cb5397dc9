// The DCGAN family: one generator in one file, which draws in one pass from its seed.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type { Family, ModelFolder, OnePassModel, Part, WeightFile } from '../family.ts';
import { float32 } from '../tensor.ts';
import { part } from '../weights/part.ts';
import { refuseSurplus } from '../weights/weights.ts';
import { cardOf } from './card.ts';
import { generatorFile } from './folder.ts';
import { generator } from './generator.ts';
import { networkOf, sideOf, type Layer } from './layers.ts';

export const dcgan: Family<OnePassModel> = { id: 'dcgan', recognises, describe, open };

async function recognises(folder: ModelFolder): Promise<boolean> {
	return folder.files.includes(generatorFile);
}

async function describe(folder: ModelFolder): Promise<ModelCard> {
	const weights = await folder.weights(generatorFile);
	return cardOf(folder, weights, drawable(folder, weights));
}

async function open(folder: ModelFolder): Promise<OnePassModel> {
	const weights = await folder.weights(generatorFile);
	const layers = drawable(folder, weights);
	const network = bound(weights, layers);
	const side = sideOf(layers);
	return {
		way: 'one-pass',
		card: await cardOf(folder, weights, layers),
		parts: [network],
		noise: layers[0].from,
		async draw(noise, run) {
			const { sample } = await run(network, { noise: float32(noise, [1, noise.length, 1, 1]) });
			return { data: sample.data as Float32Array, height: side, width: side };
		},
	};
}

/** The layers of a generator whose pictures Limn can show; throws `modelRefused` with what is in the way. */
function drawable({ path: file }: ModelFolder, { tensors }: WeightFile): readonly Layer[] {
	const network = networkOf(tensors);
	const refuse = (why: string) => fail({ kind: 'modelRefused', file, why });
	if (network?.half !== 'generator') throw refuse('it is not the generator of a DCGAN');
	const { layers } = network;
	const odd = layers.slice(1).find(({ kernel }) => kernel !== 4);
	if (odd)
		throw refuse(`the kernel of its layer ${odd.name} is ${odd.kernel} wide; only a DCGAN’s usual 4 doubles a picture`);
	const channels = layers[layers.length - 1].to;
	if (channels !== 1 && channels !== 3) throw refuse(`its pictures have ${channels} channels, neither grey nor RGB`);
	const side = sideOf(layers);
	if (side % 8 !== 0 || side < 16 || side > 1024)
		throw refuse(`its pictures are ${side} pixels wide; Limn draws multiples of 8 from 16 to 1024 with such a model`);
	return layers;
}

function bound(file: WeightFile, layers: readonly Layer[]): Part {
	const { part: network, asked } = part('generator', [file], g => generator(g, layers, sideOf(layers)));
	refuseSurplus([file], asked, /\.num_batches_tracked$/);
	return network;
}
