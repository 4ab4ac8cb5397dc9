// LoRA files by their headers: whose words name which layer, and what is refused.
import assert from 'node:assert/strict';
import type { AddedFile } from '../../models/additions/file.ts';
import { layersOf, readName } from '../../models/additions/lora-names.ts';
import { openLora } from '../../models/additions/lora.ts';
import type { Part, StoredTensor } from '../../models/family.ts';
import { UnetConfig } from '../../models/stable-diffusion/configs.ts';
import { unet } from '../../models/stable-diffusion/unet.ts';
import { newGraph } from '../../models/graph/graph.ts';
import { plainDialect } from '../../models/graph/dialect.ts';
import { imaginaryWeights, recording } from '../../models/weights/weights.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { sd15 } from '../fixtures/architectures.ts';
import { plainPart } from '../fixtures/run.ts';

type Shapes = Readonly<Record<string, readonly number[]>>;

function part(role: string, weights: ReadonlyMap<string, readonly number[]>): Part {
	const nothing = async () => ({ graph: new Uint8Array(), directory: '' });
	return { ...plainPart(role, nothing), role, weights };
}

/** Stable Diffusion 1.5's UNet, and one layer of its text encoder. */
function sd15Parts(): readonly Part[] {
	const { weights, asked } = recording(imaginaryWeights(() => false));
	unet(newGraph(weights, plainDialect), UnetConfig.parse(sd15.unet));
	const query = 'text_model.encoder.layers.0.self_attn.q_proj.weight';
	return [part('unet', asked), part('text-encoder', new Map([[query, [768, 768]]]))];
}

function fileOf(shapes: Shapes, metadata: Record<string, string>): AddedFile {
	const tensors = new Map<string, StoredTensor>();
	for (const [name, dims] of Object.entries(shapes)) {
		tensors.set(name, { type: 'F32', dims, offset: 0, length: dims.reduce((size, dim) => size * dim, 4) });
	}
	const bytes = async () => new Uint8Array();
	return { name: 'a', path: 'a.safetensors', directory: '.', file: 'a.safetensors', tensors, metadata, bytes };
}

const parts = sd15Parts();
const query = 'down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q';

describe('a LoRA’s names', () => {
	const known = new Map(parts.flatMap(each => [...layersOf(each)].map(([name, layer]) => [name, [each.role, layer]])));
	const check = (name: string, layer: string, kind: string, role = 'unet') => {
		const read = readName(name);
		assert.equal(read?.kind, kind);
		assert.deepEqual(known.get(read.layer), [role, layer]);
	};
	const kohya = 'lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q';
	const text = 'text_model.encoder.layers.0.self_attn.q_proj';

	it('are kohya’s', () => check(`${kohya}.lora_down.weight`, query, 'down'));
	it('are kohya’s, with alpha', () => check(`${kohya}.alpha`, query, 'alpha'));
	it('are LyCORIS’s, with a middle', () =>
		check('lora_unet_mid_block_resnets_0_conv1.lora_mid.weight', 'mid_block.resnets.0.conv1', 'mid'));
	it('are kohya’s for the text encoder', () =>
		check('lora_te_text_model_encoder_layers_0_self_attn_q_proj.lora_up.weight', text, 'up', 'text-encoder'));
	it('are kohya’s for the first of two text encoders', () =>
		check('lora_te1_text_model_encoder_layers_0_self_attn_q_proj.lora_up.weight', text, 'up', 'text-encoder'));
	it('are diffusers’', () => check(`unet.${query}.lora_A.weight`, query, 'down'));
	it('are PEFT’s', () => check(`unet.base_model.model.${query}.lora_B.default.weight`, query, 'up'));
	it('are diffusers’ of 2023', () => check(`unet.${query}.lora.up.weight`, query, 'up'));
	it('are diffusers’ first', () =>
		check(`unet.${query.replace('.to_q', '.processor')}.to_q_lora.down.weight`, query, 'down'));
	it('are diffusers’ first, where the layer has a number', () => {
		const name = query.replace('.to_q', '');
		check(`unet.${name}.processor.to_out_lora.up.weight`, `${name}.to_out.0`, 'up');
	});
	it('are diffusers’ for the text encoder', () =>
		check(`text_encoder.${text}.lora_linear_layer.down.weight`, text, 'down', 'text-encoder'));

	const ldm = (name: string, layer: string) => check(`lora_unet_${name}.lora_down.weight`, layer, 'down');
	it('are LDM’s on the way down', () =>
		ldm(
			'input_blocks_4_1_transformer_blocks_0_attn1_to_k',
			'down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_k',
		));
	it('are LDM’s in a residual block', () => ldm('input_blocks_5_0_in_layers_2', 'down_blocks.1.resnets.1.conv1'));
	it('are LDM’s where the size halves', () => ldm('input_blocks_3_0_op', 'down_blocks.0.downsamplers.0.conv'));
	it('are LDM’s in the middle', () => ldm('middle_block_1_proj_in', 'mid_block.attentions.0.proj_in'));
	it('are LDM’s in the middle’s second block', () => ldm('middle_block_2_out_layers_3', 'mid_block.resnets.1.conv2'));
	it('are LDM’s on the way up', () => ldm('output_blocks_8_1_proj_out', 'up_blocks.2.attentions.2.proj_out'));
	it('are LDM’s where the size doubles', () => ldm('output_blocks_5_2_conv', 'up_blocks.1.upsamplers.0.conv'));
	it('are LDM’s at the ends', () => ldm('out_2', 'conv_out'));
});

describe('a LoRA that does not fit', () => {
	const check = (shapes: Shapes, why: RegExp, metadata: Record<string, string> = {}) =>
		assert.throws(
			() => openLora(fileOf(shapes, metadata), parts),
			(thrown: unknown) =>
				thrown instanceof FailureError && thrown.failure.kind === 'additionRefused' && why.test(thrown.failure.why),
		);
	const down = `unet.${query}.lora_A.weight`;
	const up = `unet.${query}.lora_B.weight`;

	it('was made for layers of another width', () =>
		check({ [down]: [4, 640], [up]: [640, 4] }, /\[4, 640\] where the model has room for \[4, 320\].*another kind/));
	it('was made for layers that are not there', () =>
		check(
			{ 'lora_te2_text_model_x.lora_down.weight': [4, 8], 'lora_te2_text_model_x.lora_up.weight': [8, 4] },
			/another kind/,
		));
	it('has two ranks', () => check({ [down]: [4, 320], [up]: [320, 8] }, /\[320, 8\]/));
	it('lacks a half', () => check({ [down]: [4, 320] }, /not whole/));
	it('has no rank', () => check({ [down]: [0, 320], [up]: [320, 0] }, /not whole/));
	it('is a DoRA', () =>
		check({ [down]: [4, 320], [up]: [320, 4], [`unet.${query}.lora_magnitude_vector`]: [320] }, /not their kin/));
	it('is a LoHa', () => check({ 'lora_unet_mid_block_attentions_0_proj_in.hada_w1_a': [8, 8] }, /hada_w1_a/));
	it('is empty', () => check({}, /nothing/));
	it('has settings that are not JSON', () =>
		check({ [down]: [4, 320], [up]: [320, 4] }, /lora_adapter_metadata/, { lora_adapter_metadata: '{' }));
});
