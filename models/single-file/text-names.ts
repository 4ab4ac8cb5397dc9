// A text encoder's tensors of an LDM checkpoint under transformers' names: CLIP's as they are, OpenCLIP's unfused.
import type { StoredTensor, WeightFile } from '../family.ts';
import { entriesBelow, renamed, swap, type Renaming } from './names.ts';

/** The tensors below `prefix` under transformers' names. */
export type TextTensors = (tensors: WeightFile['tensors'], prefix: string) => WeightFile['tensors'];

/** CLIP's tensors: the names are transformers' own; older files leave out `text_model.`. */
export const clipTensors: TextTensors = (tensors, prefix) => new Map(entriesBelow(tensors, prefix));

/**
 * OpenCLIP's tensors. The fused projection of an attention becomes three slices of the same bytes; what only CLIP's training
 * and picture half need is left out. `text_projection` lies the other way round than transformers' and keeps its name.
 */
export const openClipTensors: TextTensors = (tensors, prefix) => {
	const own = entriesBelow(tensors, prefix).filter(([name]) => !unused.test(name));
	return new Map(own.flatMap(([name, tensor]) => unfused(rename(name), tensor)));
};

/** The same but for the last layer and the projection, which Stable Diffusion 2 does not use. */
export const openClipTensorsBeforeLast: TextTensors = (tensors, prefix) => {
	const own = [...openClipTensors(tensors, prefix)].filter(([name]) => name !== 'text_projection');
	const last = Math.max(0, ...own.map(([name]) => layerOf(name)));
	return new Map(own.filter(([name]) => layerOf(name) !== last));
};

const layerOf = (name: string): number => Number(/\.layers\.(\d+)\./.exec(name)?.[1] ?? -1);

const unused = /^(logit_scale|attn_mask)$|^visual\./;

const rules: readonly Renaming[] = [
	[/^positional_embedding$/, () => 'text_model.embeddings.position_embedding.weight'],
	[/^token_embedding\./, () => 'text_model.embeddings.token_embedding.'],
	[/^ln_final\./, () => 'text_model.final_layer_norm.'],
	[/^transformer\.resblocks\.(\d+)\./, (_, i) => `text_model.encoder.layers.${i}.`],
];
const layers: Readonly<Record<string, string>> = {
	'ln_1.': 'layer_norm1.',
	'ln_2.': 'layer_norm2.',
	'attn.in_proj_': 'self_attn.in_proj_',
	'attn.out_proj.': 'self_attn.out_proj.',
	'mlp.c_fc.': 'mlp.fc1.',
	'mlp.c_proj.': 'mlp.fc2.',
};
const rename = (name: string): string => swap(renamed(name, rules), /(\.layers\.\d+\.)(.+)$/, layers);

/** The three projections that lie one behind the other in one tensor; any other tensor as it is. */
function unfused(name: string, tensor: StoredTensor): [string, StoredTensor][] {
	const [, before, kind] = /^(.*\.)in_proj_(weight|bias)$/.exec(name) ?? [];
	const [rows, ...rest] = tensor.dims;
	if (before === undefined || rows === undefined || rows % 3 !== 0) return [[name, tensor]];
	const length = tensor.length / 3;
	return ['q_proj', 'k_proj', 'v_proj'].map((which, i) => [
		`${before}${which}.${kind}`,
		{ type: tensor.type, dims: [rows / 3, ...rest], offset: tensor.offset + i * length, length },
	]);
}
