// The configs that a checkpoint in one file does not carry, told by its tensors' names and shapes.
import type { WeightFile } from '../family.ts';

type Tensors = WeightFile['tensors'];
type Config = Readonly<Record<string, unknown>>;

/** Which Stable Diffusion a checkpoint is: they differ in what shapes cannot tell. */
export type Version = 'sd1' | 'sd2';

/** transformers' CLIPTextModel. Both encoders have heads of 64 numbers. */
export function textConfig(tensors: Tensors, version: Version): Config {
	const root = tensors.has('embeddings.token_embedding.weight') ? '' : 'text_model.';
	const [vocabulary, width] = dimsOf(tensors, `${root}embeddings.token_embedding.weight`);
	return {
		vocab_size: vocabulary,
		hidden_size: width,
		intermediate_size: dimsOf(tensors, `${root}encoder.layers.0.mlp.fc1.weight`)[0],
		num_hidden_layers: countOf(tensors, `${root}encoder.layers.`),
		num_attention_heads: Math.max(1, Math.floor(width / 64)),
		max_position_embeddings: dimsOf(tensors, `${root}embeddings.position_embedding.weight`)[0],
		hidden_act: version === 'sd1' ? 'quick_gelu' : 'gelu',
	};
}

/** diffusers' UNet2DConditionModel: Stable Diffusion 1 has 8 heads everywhere, 2 has heads of 64 numbers. */
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
		attention_head_dim: version === 'sd1' ? 8 : channels.map(width => Math.max(1, Math.floor(width / 64))),
		use_linear_projection: version === 'sd2',
		// Stable Diffusion 2.1 overflows in float16 without it.
		upcast_attention: version === 'sd2',
	};
}

/** diffusers' AutoencoderKL. */
export function vaeConfig(tensors: Tensors): Config {
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
		scaling_factor: 0.18215,
		use_quant_conv: tensors.has('quant_conv.weight'),
		use_post_quant_conv: tensors.has('post_quant_conv.weight'),
	};
}

/** What a checkpoint's training decided and its shapes do not show. */
export interface Trained {
	readonly prediction: 'epsilon' | 'v_prediction';
	readonly zeroTerminalSnr: boolean;
}

/** The scheduler that Stable Diffusion 1 and 2 were published with: PNDM, or DDIM where v is predicted. */
export function schedulerConfig({ prediction, zeroTerminalSnr }: Trained): Config {
	return {
		_class_name: prediction === 'epsilon' ? 'PNDMScheduler' : 'DDIMScheduler',
		num_train_timesteps: 1000,
		beta_start: 0.00085,
		beta_end: 0.012,
		beta_schedule: 'scaled_linear',
		prediction_type: prediction,
		set_alpha_to_one: false,
		rescale_betas_zero_snr: zeroTerminalSnr,
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
