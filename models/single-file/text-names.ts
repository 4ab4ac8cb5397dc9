// The text encoder's tensors of an LDM checkpoint under transformers' names: CLIP's as they are, OpenCLIP's unfused.
import type { StoredTensor, WeightFile } from '../family.ts';
import { entriesBelow, renamed, swap, type Renaming } from './names.ts';

/** CLIP-L of Stable Diffusion 1, which transformers wrote; older files leave out `text_model.` behind it. */
export const clipPrefix = 'cond_stage_model.transformer.';
/** OpenCLIP-H of Stable Diffusion 2. */
export const openClipPrefix = 'cond_stage_model.model.';

/** CLIP's tensors: the names are transformers' own. */
export function clipTensors(tensors: WeightFile['tensors']): WeightFile['tensors'] {
	return new Map(entriesBelow(tensors, clipPrefix));
}

/**
 * OpenCLIP's tensors but for its last layer, which Stable Diffusion 2 does not use. The fused projection of an attention
 * becomes three slices of the same bytes; what only CLIP's training and picture half need is left out.
 */
export function openClipTensors(tensors: WeightFile['tensors']): WeightFile['tensors'] {
	const own = entriesBelow(tensors, openClipPrefix).filter(([name]) => !unused.test(name));
	const last = Math.max(0, ...own.map(([name]) => Number(layer.exec(name)?.[1] ?? 0)));
	const used = own.filter(([name]) => Number(layer.exec(name)?.[1] ?? -1) !== last);
	return new Map(used.flatMap(([name, tensor]) => unfused(rename(name), tensor)));
}

const unused = /^(text_projection|logit_scale|attn_mask)$|^visual\./;
const layer = /^transformer\.resblocks\.(\d+)\./;

const rules: readonly Renaming[] = [
	[/^positional_embedding$/, () => 'text_model.embeddings.position_embedding.weight'],
	[/^token_embedding\./, () => 'text_model.embeddings.token_embedding.'],
	[/^ln_final\./, () => 'text_model.final_layer_norm.'],
	[layer, (_, i) => `text_model.encoder.layers.${i}.`],
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
