// The configs that a checkpoint in one file does not carry, told by its tensors' names and shapes.
import type { WeightFile } from '../family.ts';
import type { TextPlace, Trained, Version } from './versions.ts';

type Tensors = WeightFile['tensors'];
type Config = Readonly<Record<string, unknown>>;

/** transformers' CLIPTextModel. All encoders have heads of 64 numbers. */
export function textConfig(tensors: Tensors, { activation }: TextPlace): Config {
	const root = tensors.has('embeddings.token_embedding.weight') ? '' : 'text_model.';
	const [vocabulary, width] = dimsOf(tensors, `${root}embeddings.token_embedding.weight`);
	return {
		vocab_size: vocabulary,
		hidden_size: width,
		intermediate_size: dimsOf(tensors, `${root}encoder.layers.0.mlp.fc1.weight`)[0],
		num_hidden_layers: countOf(tensors, `${root}encoder.layers.`),
		num_attention_heads: Math.max(1, Math.floor(width / 64)),
		max_position_embeddings: dimsOf(tensors, `${root}embeddings.position_embedding.weight`)[0],
		hidden_act: activation,
		...(tensors.has('text_projection') ? { projection_dim: dimsOf(tensors, 'text_projection')[1] } : {}),
	};
}

/** diffusers' UNet2DConditionModel. */
export function unetConfig(tensors: Tensors, version: Version, sampleSize: number): Config {
	const levels = Array.from({ length: countOf(tensors, 'down_blocks.') }, (_, i) => `down_blocks.${i}`);
	const channels = levels.map(level => dimsOf(tensors, `${level}.resnets.0.conv2.weight`)[0]);
	const attends = levels.map(level => tensors.has(`${level}.attentions.0.norm.weight`));
	const context = [...tensors].find(([name]) => name.endsWith('.attn2.to_k.weight'))?.[1].dims[1] ?? 0;
	return {
		sample_size: sampleSize,
		in_channels: dimsOf(tensors, 'conv_in.weight')[1],
		out_channels: dimsOf(tensors, 'conv_out.weight')[0],
		down_block_types: attends.map(attention => (attention ? 'CrossAttnDownBlock2D' : 'DownBlock2D')),
		up_block_types: attends.toReversed().map(attention => (attention ? 'CrossAttnUpBlock2D' : 'UpBlock2D')),
		block_out_channels: channels,
		layers_per_block: countOf(tensors, 'down_blocks.0.resnets.'),
		cross_attention_dim: context,
		...version.unet(channels),
		...(tensors.has('add_embedding.linear_1.weight') ? addedConfig(tensors, levels) : {}),
	};
}

/** What SDXL's UNets have besides: transformers of several blocks, and sizes told in 256 sinusoids each. */
function addedConfig(tensors: Tensors, levels: readonly string[]): Config {
	const depth = (part: string) => countOf(tensors, `${part}.attentions.0.transformer_blocks.`);
	// The middle is as deep as the last level says, whether that level attends or not.
	const middle = levels.length - 1;
	return {
		transformer_layers_per_block: levels.map((level, i) => Math.max(1, depth(i === middle ? 'mid_block' : level))),
		addition_embed_type: 'text_time',
		addition_time_embed_dim: 256,
		projection_class_embeddings_input_dim: dimsOf(tensors, 'add_embedding.linear_1.weight')[1],
	};
}

/** diffusers' AutoencoderKL. */
export function vaeConfig(tensors: Tensors, { scalingFactor }: Version): Config {
	const levels = countOf(tensors, 'decoder.up_blocks.');
	const channels = Array.from({ length: levels }, (_, i) => {
		return dimsOf(tensors, `decoder.up_blocks.${levels - 1 - i}.resnets.0.conv2.weight`)[0];
	});
	return {
		down_block_types: channels.map(() => 'DownEncoderBlock2D'),
		up_block_types: channels.map(() => 'UpDecoderBlock2D'),
		block_out_channels: channels,
		layers_per_block: countOf(tensors, 'decoder.up_blocks.0.resnets.') - 1,
		latent_channels: dimsOf(tensors, 'decoder.conv_in.weight')[1],
		norm_num_groups: 32,
		scaling_factor: scalingFactor,
		use_quant_conv: tensors.has('quant_conv.weight'),
		use_post_quant_conv: tensors.has('post_quant_conv.weight'),
	};
}

/** The scheduler that the version was published with. */
export function schedulerConfig({ prediction, zeroTerminalSnr }: Trained, version: Version): Config {
	return {
		_class_name: version.scheduler[prediction],
		num_train_timesteps: 1000,
		beta_start: 0.00085,
		beta_end: 0.012,
		beta_schedule: 'scaled_linear',
		prediction_type: prediction,
		set_alpha_to_one: false,
		rescale_betas_zero_snr: zeroTerminalSnr,
		steps_offset: 1,
		// A last level without signal is only reached by trailing steps (Lin et al. 2023).
		timestep_spacing: zeroTerminalSnr ? 'trailing' : 'leading',
	};
}

/** The sides of a tensor; zeros where it is missing, which no config may have. */
function dimsOf(tensors: Tensors, name: string): readonly [number, number] {
	const [first = 0, second = 0] = tensors.get(name)?.dims ?? [];
	return [first, second];
}

/** One more than the largest number that follows `prefix` in a name. */
function countOf(tensors: Tensors, prefix: string): number {
	const numbers = [...tensors.keys()]
		.filter(name => name.startsWith(prefix))
		.map(name => Number.parseInt(name.slice(prefix.length), 10));
	return numbers.reduce((most, number) => Math.max(most, number + 1), 0);
}
