// The config.json files of a Stable Diffusion folder: what each must say, within sane bounds.
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder } from '../family.ts';
import { parseJson } from '../json.ts';

const width = z.int().min(1).max(65_536);
const count = z.int().min(1).max(64);
const levels = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(8);
const perLevel = <T extends z.ZodType>(item: T) => z.union([item, levels(item)]);
const epsilon = z.number().gt(0).max(1);
/** A field that only its usual value is supported for. */
const only = <T extends string | number | boolean | null>(value: T) =>
	z.literal(value, { error: `Limn opens models only where it is ${JSON.stringify(value)}` }).default(value as never);

/** transformers' CLIPTextModel and CLIPTextModelWithProjection. */
export const ClipTextConfig = z
	.object({
		vocab_size: z.int().min(2).max(1_000_000),
		hidden_size: width,
		intermediate_size: width,
		num_hidden_layers: count,
		num_attention_heads: count,
		max_position_embeddings: z.int().min(3).max(4096),
		hidden_act: z.enum(['quick_gelu', 'gelu']).default('quick_gelu'),
		layer_norm_eps: epsilon.default(1e-5),
		/** Numbers of the vector that stands for all words; transformers' default. */
		projection_dim: width.default(512),
	})
	.check(({ value, issues }) => {
		const { num_attention_heads: heads, hidden_size: channels } = value;
		if (channels % heads !== 0)
			issues.push(wrong(value, 'num_attention_heads', `${heads} heads do not divide ${channels} channels`));
	});
export type ClipTextConfig = z.infer<typeof ClipTextConfig>;

const Downs = z.enum(['CrossAttnDownBlock2D', 'DownBlock2D']);
const Ups = z.enum(['CrossAttnUpBlock2D', 'UpBlock2D']);

/** diffusers' UNet2DConditionModel as Stable Diffusion 1, 2 and XL use it; defaults are diffusers'. */
export const UnetConfig = z
	.object({
		sample_size: z.union([width, z.tuple([width, width])]).nullish(),
		in_channels: z.int().min(1).max(64).default(4),
		out_channels: z.int().min(1).max(64).default(4),
		center_input_sample: z.boolean().default(false),
		flip_sin_to_cos: z.boolean().default(true),
		freq_shift: z.number().min(0).max(1).default(0),
		down_block_types: levels(Downs).default([
			'CrossAttnDownBlock2D',
			'CrossAttnDownBlock2D',
			'CrossAttnDownBlock2D',
			'DownBlock2D',
		]),
		mid_block_type: z.enum(['UNetMidBlock2DCrossAttn', 'UNetMidBlock2D']).nullable().default('UNetMidBlock2DCrossAttn'),
		up_block_types: levels(Ups).default([
			'UpBlock2D',
			'CrossAttnUpBlock2D',
			'CrossAttnUpBlock2D',
			'CrossAttnUpBlock2D',
		]),
		only_cross_attention: perLevel(z.boolean()).default(false),
		block_out_channels: levels(width).default([320, 640, 1280, 1280]),
		layers_per_block: perLevel(count).default(2),
		downsample_padding: z.int().min(0).max(1).default(1),
		mid_block_scale_factor: only(1),
		act_fn: z.enum(['silu', 'swish']).default('silu'),
		norm_num_groups: z.int().min(1).max(1024).default(32),
		norm_eps: epsilon.default(1e-5),
		cross_attention_dim: perLevel(width).default(1280),
		transformer_layers_per_block: perLevel(count).default(1),
		reverse_transformer_layers_per_block: only(null),
		attention_head_dim: perLevel(width).default(8),
		num_attention_heads: perLevel(width).nullish(),
		dual_cross_attention: only(false),
		use_linear_projection: z.boolean().default(false),
		class_embed_type: only(null),
		num_class_embeds: only(null),
		/** What the picture's size and the words in one vector do: nothing, or SDXL's way. */
		addition_embed_type: z.enum(['text_time']).nullable().default(null),
		addition_time_embed_dim: width.nullish(),
		projection_class_embeddings_input_dim: width.nullish(),
		encoder_hid_dim_type: only(null),
		upcast_attention: z.boolean().default(false),
		resnet_time_scale_shift: only('default'),
		resnet_skip_time_act: only(false),
		resnet_out_scale_factor: only(1),
		time_embedding_type: only('positional'),
		time_embedding_dim: only(null),
		time_embedding_act_fn: only(null),
		timestep_post_act: only(null),
		/** Numbers that a latent consistency model takes the guidance in. */
		time_cond_proj_dim: z.int().min(4).max(65_536).nullish(),
		conv_in_kernel: z.literal([1, 3, 5, 7]).default(3),
		conv_out_kernel: z.literal([1, 3, 5, 7]).default(3),
		attention_type: only('default'),
		cross_attention_norm: only(null),
	})
	.check(({ value, issues }) => {
		const size = value.block_out_channels.length;
		for (const field of ['addition_time_embed_dim', 'projection_class_embeddings_input_dim'] as const) {
			if (value.addition_embed_type !== null && typeof value[field] !== 'number')
				issues.push(wrong(value, field, 'is missing, where addition_embed_type is text_time'));
		}
		for (const [field, entry] of Object.entries(value)) {
			const lists = Array.isArray(entry) && field !== 'sample_size' && entry.length !== size;
			if (lists) issues.push(wrong(value, field, `has ${entry.length} entries for ${size} levels`));
		}
		const heads = value.num_attention_heads ?? value.attention_head_dim;
		value.block_out_channels.forEach((channels, i) => {
			if (channels % value.norm_num_groups !== 0) {
				issues.push(wrong(value, 'norm_num_groups', `${value.norm_num_groups} does not divide ${channels} channels`));
			}
			const here = Array.isArray(heads) ? heads[i] : heads;
			if (here !== undefined && channels % here !== 0) {
				issues.push(wrong(value, 'attention_head_dim', `${here} heads do not divide ${channels} channels`));
			}
		});
	});
export type UnetConfig = z.infer<typeof UnetConfig>;

/** diffusers' AutoencoderKL; defaults are diffusers'. */
export const VaeConfig = z
	.object({
		in_channels: z.literal(3).default(3),
		out_channels: z.literal(3).default(3),
		down_block_types: levels(z.literal('DownEncoderBlock2D')).default(['DownEncoderBlock2D']),
		up_block_types: levels(z.literal('UpDecoderBlock2D')).default(['UpDecoderBlock2D']),
		block_out_channels: levels(width).default([64]),
		layers_per_block: count.default(1),
		act_fn: z.enum(['silu', 'swish']).default('silu'),
		latent_channels: z.int().min(1).max(64).default(4),
		norm_num_groups: z.int().min(1).max(1024).default(32),
		scaling_factor: z.number().gt(0).max(1000).default(0.18215),
		shift_factor: z.number().nullable().default(null),
		latents_mean: only(null),
		latents_std: only(null),
		use_quant_conv: z.boolean().default(true),
		use_post_quant_conv: z.boolean().default(true),
		mid_block_add_attention: z.boolean().default(true),
	})
	.check(({ value, issues }) => {
		const size = value.block_out_channels.length;
		for (const field of ['down_block_types', 'up_block_types'] as const) {
			if (value[field].length !== size)
				issues.push(wrong(value, field, `has ${value[field].length} entries for ${size} levels`));
		}
		if (value.block_out_channels.some(channels => channels % value.norm_num_groups !== 0)) {
			issues.push(wrong(value, 'norm_num_groups', `${value.norm_num_groups} does not divide every level's channels`));
		}
	});
export type VaeConfig = z.infer<typeof VaeConfig>;

const wrong = (input: unknown, field: string, message: string): z.core.$ZodRawIssue => ({
	code: 'custom',
	input,
	path: [field],
	message,
});

/** Reads and checks one JSON file of the folder; throws `modelBroken` naming the file and the field. */
export async function readConfig<T extends z.ZodType>(
	folder: ModelFolder,
	path: string,
	schema: T,
): Promise<z.infer<T>> {
	const broken = (why: string) => fail({ kind: 'modelBroken', file: `${folder.path}/${path}`, why });
	if (!folder.files.includes(path)) throw broken('it is missing');
	const parsed = schema.safeParse(parseJson(await folder.text(path), broken));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw broken(issue.path.length > 0 ? `its ${issue.path.join('.')}: ${issue.message}` : issue.message);
}
