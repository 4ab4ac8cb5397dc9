// Parity with diffusers' AutoencoderTiny: previews of latents, against goldens of make_goldens/tiny_decoder.py.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openTinyDecoder } from '../../models/additions/tiny-decoder.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { tinyDecoderConfig, tinyDecoderTensors } from '../../models/single-file/tiny-names.ts';
import { addedFile } from '../fixtures/added-file.ts';
import { failureIn } from '../fixtures/failing.ts';
import { checkRelative } from '../fixtures/nearness.ts';
import { cpuRunner, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

const at = (name: string) => new URL(`goldens/tiny-decoder/${name}`, import.meta.url);
const goldens = readTensors(at('goldens.safetensors'));
const file = (name: string) => addedFile(fileURLToPath(at(`${name}.safetensors`)));
const config = readFileSync(at('diffusers/config.json'), 'utf8');
const model = { latent: { channels: 4, downscale: 8 } };

/** Each layout of the same decoder, with the golden of what it gives. */
const layouts = {
	'as diffusers saves it': [file('diffusers/diffusion_pytorch_model'), config, 'picture'],
	'in TAESD’s own names': [file('taesd_decoder'), undefined, 'own'],
} as const;

describe('small decoders for previews agree with diffusers', () => {
	for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
		describe(`${dialectName} operators`, () => {
			let runner: Runner;
			before(async () => (runner = await cpuRunner(dialect)));
			after(() => runner.release());

			for (const [layout, [decoder, told, value]] of Object.entries(layouts)) {
				for (const number of [0, 1, 2]) {
					const latent = goldens.get(`${number}/latent`)!;
					const [, , height, width] = latent.dims;
					it(`${layout}, at ${height}×${width}`, async () => {
						const { sample } = await runner.run(openTinyDecoder(decoder, told, model), { latent });
						assert.deepEqual(sample.dims, [1, 3, height * 8, width * 8]);
						const row = { what: `A small decoder ${layout}: previews`, against: 'AutoencoderTiny.decode' };
						checkRelative(row, sample.data as Float32Array, goldens.get(`${number}/${value}`)!.data, 1e-4);
					});
				}
			}
		});
	}

	it('are read off their shapes as their config has them', () => {
		const told = JSON.parse(config) as Record<string, unknown>;
		const derived = tinyDecoderConfig(tinyDecoderTensors(file('taesd_decoder')));
		for (const [field, value] of Object.entries(derived)) assert.deepEqual(value, told[field], field);
	});
	it('for other latents than the model’s are refused', async () => {
		const other = { latent: { channels: 16, downscale: 8 } };
		const failure = await failureIn(() => openTinyDecoder(file('taesd_decoder'), undefined, other));
		assert.equal(failure?.kind, 'modelRefused');
	});
	it('without their last layer are broken', async () => {
		const whole = file('taesd_decoder');
		const cut = new Map([...whole.tensors].filter(([name]) => !name.startsWith('16.')));
		const failure = await failureIn(() => openTinyDecoder({ ...whole, tensors: cut }, config, model));
		assert.equal(failure?.kind, 'modelBroken');
	});
	it('are not found in an encoder', () => {
		const { tensors } = file('taesd_decoder');
		const encoder = new Map([...tensors, ['0.weight', tensors.get('1.weight')!]]);
		assert.equal(tinyDecoderTensors({ tensors: encoder }).size, 0);
	});
});
