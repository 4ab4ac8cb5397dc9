// What every residual block of the UNet is told: the time, by some models the guidance, and for SDXL the picture's size and the words in one vector.
import type { Graph, Value } from '../graph/graph.ts';
import { add, linear, multiply, projection, reshape, silu } from '../graph/layers.ts';
import type { Time } from '../graph/resnet.ts';
import type { UnetConfig } from './configs.ts';

/** The time's sinusoids through two linear layers, plus what the config's addition_embed_type adds. */
export function timeEmbedding(g: Graph, config: UnetConfig): Time {
	const width = config.block_out_channels[0];
	const wide = width * 4;
	const waves = sinusoids(g, g.exactInput('timestep', [1]), width, config);
	const time = twoLayers(g, 'time_embedding', withGuidance(g, config, waves, width), width, wide);
	const told = config.addition_embed_type === null ? time : add(g, time, addedEmbedding(g, config, wide));
	// Every block begins with the same activation, so it is applied once here.
	const embedding = silu(g, told);
	return (name, picture, to) => add(g, picture, reshape(g, linear(g, name, embedding, wide, to), [1, to, 1, 1]));
}

/** Latent consistency models take the guidance as numbers too, projected and added (section 4.3, Luo et al. 2023). */
function withGuidance(g: Graph, { time_cond_proj_dim: numbers }: UnetConfig, waves: Value, width: number): Value {
	if (!numbers) return waves;
	const guidance = g.input('timestep_cond', 'float32', [1, numbers]);
	return add(g, waves, projection(g, 'time_embedding.cond_proj', guidance, numbers, width));
}

/**
 * SDXL's micro-conditioning (section 2.2, Podell et al. 2023): the words in one vector beside the sinusoids of each of
 * `time_ids`. How many numbers are of which is the model's to know; together they are as many as the config says.
 */
function addedEmbedding(g: Graph, config: UnetConfig, wide: number): Value {
	const { addition_time_embed_dim: width, projection_class_embeddings_input_dim: all } = config;
	const words = g.input('text_embeds', 'float32', [1, 'pooled']);
	const waves = sinusoids(g, g.exactInput('time_ids', [1, 'ids']), width!, config);
	const joined = g.op('Concat', [words, reshape(g, waves, [1, -1])], { axis: 1 });
	return twoLayers(g, 'add_embedding', joined, all!, wide);
}

/**
 * The sinusoids of numbers [N] (Ho et al. 2020, as diffusers' get_timestep_embedding) as rows [N, width]. The angles stay
 * float32 in every dialect: float16 cannot tell timestep 999 from 998.5.
 */
function sinusoids(g: Graph, numbers: Value, width: number, config: UnetConfig): Value {
	const half = Math.floor(width / 2);
	const rates = Array.from({ length: half }, (_, i) => Math.exp((-Math.log(10_000) * i) / (half - config.freq_shift)));
	const angles = multiply(g, reshape(g, numbers, [-1, 1]), g.exactFloats(rates, [1, half]));
	const [sine, cosine] = [g.op('Sin', [angles]), g.op('Cos', [angles])];
	const waves = g.op('Concat', config.flip_sin_to_cos ? [cosine, sine] : [sine, cosine], { axis: 1 });
	return g.dialect.compute === 'float32' ? waves : g.cast(waves, g.dialect.compute);
}

function twoLayers(g: Graph, name: string, row: Value, from: number, to: number): Value {
	return linear(g, `${name}.linear_2`, silu(g, linear(g, `${name}.linear_1`, row, from, to)), to, to);
}
