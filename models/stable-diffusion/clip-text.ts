// The text encoders: transformers' CLIPTextModel and CLIPTextModelWithProjection (Radford et al. 2021) as an ONNX graph.
import { causalAttention } from '../graph/attention.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { add, gelu, layerNorm, linear, projection, quickGelu, reshape } from '../graph/layers.ts';
import type { ClipTextConfig } from './configs.ts';

/** What a model wants of its text encoder. */
export interface ClipTextAnswer {
	/** Up to which layer its states may be read: the last, then each after the final norm, or the one before, each as it is. */
	readonly layer: 'last' | 'penultimate';
	/** Whether it also says all words in one vector. */
	readonly pools: boolean;
}

/**
 * `input_ids` [1, tokens] and `layer` [1], from 0, int64 → `states` [1, tokens, hidden] of that layer. With `pools` also `end` [1] int64, the place of the token
 * that ends the words → `pooled` [1, projection]: the last layer's state there, after the final norm, projected.
 */
export function clipText(g: Graph, config: ClipTextConfig, tokens: number, { layer, pools }: ClipTextAnswer): void {
	const { hidden_size: width, max_position_embeddings: longest, layer_norm_eps: epsilon } = config;
	// transformers 5 writes the names without the model's own.
	const root = g.hasWeight('embeddings.token_embedding.weight') ? '' : 'text_model.';
	const ids = reshape(g, g.input('input_ids', 'int64', [1, tokens]), [-1]);
	const words = g.weight(`${root}embeddings.token_embedding.weight`, [config.vocab_size, width]);
	const places = g.weight(`${root}embeddings.position_embedding.weight`, [longest, width]);
	const start = add(g, g.op('Gather', [words, ids]), g.op('Slice', [places, g.ints([0]), g.ints([tokens])]));
	const deeper = (x: Value, i: number) => encoderLayer(g, `${root}encoder.layers.${i}`, x, config, tokens);
	const normal = (x: Value) => layerNorm(g, `${root}final_layer_norm`, x, width, epsilon);

	const layers: Value[] = [];
	for (let i = 0; i < readableLayers(config, layer); i++) layers.push(deeper(layers.at(-1) ?? start, i));
	const all = g.op(
		'Concat',
		layers.map(x => reshape(g, x, [1, tokens, width])),
		{ axis: 0 },
	);
	const read = g.op('Gather', [all, g.input('layer', 'int64', [1])], { axis: 0 });
	g.output('states', layer === 'last' ? normal(read) : read, [1, tokens, width]);
	if (!pools) return;
	const deepest = layer === 'last' ? layers.at(-1)! : deeper(layers.at(-1)!, layers.length);
	pool(g, normal(deepest), config);
}

/** How many layers' states may be asked for: up to the one that the model was trained with. */
export const readableLayers = (
	{ num_hidden_layers: layers }: ClipTextConfig,
	layer: ClipTextAnswer['layer'],
): number => (layer === 'last' ? layers : layers - 1);

/** The tensors that the graph leaves aside although they belong to the network. */
export function unusedByClipText({ num_hidden_layers: layers }: ClipTextConfig, asked: ClipTextAnswer): RegExp {
	const always = '(^|\\.)position_ids$|^text_projection\\.weight$';
	if (asked.layer === 'last' || asked.pools) return new RegExp(always);
	return new RegExp(`${always}|(^|\\.)encoder\\.layers\\.${layers - 1}\\.|(^|\\.)final_layer_norm\\.`);
}

function pool(g: Graph, states: Value, { hidden_size: width, projection_dim: to }: ClipTextConfig): void {
	const state = g.op('Gather', [states, g.input('end', 'int64', [1])], { axis: 0 });
	// OpenCLIP keeps the projection the other way round than transformers.
	const pooled = g.hasWeight('text_projection')
		? g.op('MatMul', [state, g.weight('text_projection', [width, to])])
		: projection(g, 'text_projection', state, width, to);
	g.output('pooled', pooled, [1, to]);
}

function encoderLayer(g: Graph, name: string, x: Value, config: ClipTextConfig, tokens: number): Value {
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
