// The text encoder: transformers' CLIPTextModel (Radford et al. 2021) as an ONNX graph.
import { causalAttention } from '../graph/attention.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { add, gelu, layerNorm, linear, quickGelu, reshape } from '../graph/layers.ts';
import type { ClipTextConfig } from './configs.ts';

/** `input_ids` [1, tokens] int64 → `last_hidden_state` [1, tokens, hidden] after the final norm. */
export function clipText(g: Graph, config: ClipTextConfig, tokens: number): void {
	const { hidden_size: width, max_position_embeddings: longest, layer_norm_eps: epsilon } = config;
	// transformers 5 writes the names without the model's own.
	const root = g.hasWeight('embeddings.token_embedding.weight') ? '' : 'text_model.';
	const ids = reshape(g, g.input('input_ids', 'int64', [1, tokens]), [-1]);
	const words = g.weight(`${root}embeddings.token_embedding.weight`, [config.vocab_size, width]);
	const places = g.weight(`${root}embeddings.position_embedding.weight`, [longest, width]);
	let x = add(g, g.op('Gather', [words, ids]), g.op('Slice', [places, g.ints([0]), g.ints([tokens])]));
	for (let i = 0; i < config.num_hidden_layers; i++) {
		x = layer(g, `${root}encoder.layers.${i}`, x, config, tokens);
	}
	const last = layerNorm(g, `${root}final_layer_norm`, x, width, epsilon);
	g.output('last_hidden_state', reshape(g, last, [1, tokens, width]), [1, tokens, width]);
}

function layer(g: Graph, name: string, x: Value, config: ClipTextConfig, tokens: number): Value {
	const { hidden_size: width, intermediate_size: inner, num_attention_heads: heads, layer_norm_eps: epsilon } = config;
	const normal = layerNorm(g, `${name}.layer_norm1`, x, width, epsilon);
	const project = (which: string, rows: Value) => linear(g, `${name}.self_attn.${which}`, rows, width, width);
	const [q, k, v] = ['q_proj', 'k_proj', 'v_proj'].map(which => project(which, normal));
	const shape = { heads, width: width / heads, upcast: false };
	const attended = causalAttention(g, q, k, v, shape, tokens);
	const y = add(g, x, project('out_proj', attended));
	const hidden = linear(g, `${name}.mlp.fc1`, layerNorm(g, `${name}.layer_norm2`, y, width, epsilon), width, inner);
	const activated = config.hidden_act === 'gelu' ? gelu(g, hidden) : quickGelu(g, hidden);
	return add(g, y, linear(g, `${name}.mlp.fc2`, activated, inner, width));
}
