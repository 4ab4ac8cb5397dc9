// ControlNets at full size: how large the network is that the config describes, and what a file without one tells.
import assert from 'node:assert/strict';
import { openControlNet } from '../../models/additions/controlnet.ts';
import type { AddedFile } from '../../models/additions/file.ts';
import type { StoredTensor } from '../../models/family.ts';
import { plainDialect } from '../../models/graph/dialect.ts';
import { newGraph } from '../../models/graph/graph.ts';
import { UnetConfig } from '../../models/stable-diffusion/configs.ts';
import { controlnet, ControlNetConfig } from '../../models/stable-diffusion/controlnet.ts';
import { unet } from '../../models/stable-diffusion/unet.ts';
import { sizeOf } from '../../models/tensor.ts';
import { imaginaryWeights, recording } from '../../models/weights/weights.ts';
import { sd15, sd21, type Architecture } from '../fixtures/architectures.ts';
import { ldmControlName } from '../fixtures/ldm-names.ts';
import { plainPart } from '../fixtures/run.ts';

type Shapes = ReadonlyMap<string, readonly number[]>;

function askedFor(write: (g: ReturnType<typeof newGraph>) => void): Shapes {
	const { weights, asked } = recording(imaginaryWeights(() => false));
	write(newGraph(weights, plainDialect));
	return asked;
}

function controlShapes({ unet: net }: Architecture): Shapes {
	const { up_block_types: _up, ...half } = net;
	return askedFor(g => controlnet(g, ControlNetConfig.parse(half)));
}

const unetPart = ({ unet: net }: Architecture) => ({
	...plainPart('unet', async () => ({ graph: new Uint8Array(), directory: '' })),
	...{ role: 'unet', weights: askedFor(g => unet(g, UnetConfig.parse(net))) },
});

function fileOf(shapes: Shapes, rename: (name: string) => string): AddedFile {
	const tensors = new Map<string, StoredTensor>();
	let offset = 0;
	for (const [name, dims] of shapes) {
		const length = sizeOf(dims) * 2;
		tensors.set(rename(name), { type: 'F16', dims, offset, length });
		offset += length;
	}
	const at = { name: 'a', path: 'a.safetensors', directory: '.', file: 'a.safetensors' };
	return { ...at, tensors, metadata: {}, bytes: async () => new Uint8Array() };
}

describe('a ControlNet at full size', () => {
	it('has as many weights as the published ones for Stable Diffusion 1.5', () => {
		const shapes = [...controlShapes(sd15).values()];
		assert.equal(
			shapes.reduce((sum, dims) => sum + sizeOf(dims), 0),
			361_279_120,
		);
		assert.equal(shapes.length, 340);
	});
	for (const [name, architecture] of Object.entries({ sd15, sd21 })) {
		it(`for ${name} needs no config, in diffusers’ names or in LDM’s`, () => {
			const shapes = controlShapes(architecture);
			for (const rename of [(name: string) => name, ldmControlName(architecture, 3)]) {
				const net = openControlNet(fileOf(shapes, rename), undefined, unetPart(architecture));
				assert.deepEqual(net.part.weights, shapes);
			}
		});
	}
	it('for sd21 does not fit sd15', () =>
		assert.throws(
			() =>
				openControlNet(
					fileOf(controlShapes(sd21), name => name),
					undefined,
					unetPart(sd15),
				),
			/made for another kind of model/,
		));
	it('with tensors to spare is none that Limn knows', () => {
		const shapes = new Map([...controlShapes(sd15), ['difference', [1]]]);
		assert.throws(
			() =>
				openControlNet(
					fileOf(shapes, name => name),
					undefined,
					unetPart(sd15),
				),
			/no place for.*difference/,
		);
	});
	it('that pools globally is refused', () =>
		assert.throws(
			() =>
				openControlNet(
					fileOf(controlShapes(sd15), name => name),
					'{"global_pool_conditions":true}',
					unetPart(sd15),
				),
			/global_pool_conditions/,
		));
});
