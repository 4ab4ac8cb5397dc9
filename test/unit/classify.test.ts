// What a weight file is, by its header: one of each, named as what it is.
import assert from 'node:assert/strict';
import { classify, refusalOf, type KindId } from '../../models/weights/classify.ts';
import { sd15, sd21, sdxl, sdxlRefiner, tinyRefiner, tinySd1, tinySd2, tinySdxl } from '../fixtures/architectures.ts';
import { diffusersShapes, headerOf, ldmShapes, type Shapes } from '../fixtures/ldm-shapes.ts';
import { oneOfEach } from '../fixtures/one-of-each.ts';

const kindOf = (shapes: Shapes, metadata: Record<string, string> = {}) => classify(headerOf(shapes, 'F16', metadata));
const check = (shapes: Shapes, expected: KindId) => assert.equal(kindOf(shapes).id, expected);

describe('a weight file', () => {
	for (const [name, { shapes, id, says }] of Object.entries(oneOfEach)) {
		it(`${name} is known as ${id}`, () => {
			const kind = kindOf(shapes);
			assert.equal(kind.id, id);
			assert.match(refusalOf(kind), says);
		});
	}

	it('of Stable Diffusion 1 opens', () => {
		for (const each of [sd15, tinySd1]) check(ldmShapes(each), 'sd1');
		assert.equal(kindOf(ldmShapes(sd15)).advice, '');
	});
	it('of Stable Diffusion 2 opens', () => {
		for (const each of [sd21, tinySd2]) check(ldmShapes(each), 'sd2');
		assert.equal(kindOf(ldmShapes(sd21)).advice, '');
	});
	it('of Stable Diffusion XL opens', () => {
		for (const each of [sdxl, tinySdxl]) check(ldmShapes(each), 'sdxl');
		for (const each of [sdxlRefiner, tinyRefiner]) check(ldmShapes(each), 'sdxl-refiner');
		for (const each of [sdxl, sdxlRefiner]) assert.equal(kindOf(ldmShapes(each)).advice, '');
	});
	it('is what it is by the number of channels that its UNet takes', () => {
		const entry = 'model.diffusion_model.input_blocks.0.0.weight';
		const taking = (channels: number) => ldmShapes(sd15).set(entry, [320, channels, 3, 3]);
		check(taking(9), 'inpainting');
		check(taking(8), 'instruct-pix2pix');
		check(ldmShapes(sdxl).set(entry, [320, 9, 3, 3]), 'sdxl-inpainting');
		check(taking(5), 'depth');
		check(taking(7), 'latent-upscaler');
	});
	it('is a LoRA by what its training noted', () =>
		assert.equal(kindOf(new Map([['x', [1]]]), { ss_network_module: 'networks.lora' }).id, 'lora'));
	it('of diffusers’ parts is that part', () => {
		const { texts, unet, vae } = diffusersShapes(sd15);
		check(texts.get('text_encoder')!, 'text-encoder');
		check(unet, 'unet');
		check(vae, 'vae');
	});
	it('of a checkpoint’s autoencoder alone is one, with and without the checkpoint’s prefix', () => {
		const own = [...ldmShapes(sd15)].filter(([name]) => name.startsWith('first_stage_model.'));
		check(new Map(own), 'vae');
		check(new Map(own.map(([name, dims]) => [name.replace('first_stage_model.', ''), dims])), 'vae');
	});
});
