// The autoencoder's tensors of an LDM checkpoint or a VAE file under their diffusers names.
import type { WeightFile } from '../family.ts';
import { entriesBelow, renamed, swap, type Renaming } from './names.ts';

/** Where an LDM checkpoint keeps its autoencoder. */
export const vaePrefix = 'first_stage_model.';

/** The autoencoder of a whole checkpoint, or of a file of its own with or without the checkpoint's prefix. */
export function vaeTensors(tensors: WeightFile['tensors']): WeightFile['tensors'] {
	const below = entriesBelow(tensors, vaePrefix);
	const own = new Map((below.length > 0 ? below : [...tensors]).filter(([name]) => parts.test(name)));
	// LDM counts the way up from the finest level, diffusers in the order of work.
	const finest = Math.max(0, ...[...own.keys()].map(name => Number(/^decoder\.up\.(\d+)\./.exec(name)?.[1] ?? 0)));
	const up = (level: string) => finest - Number(level);
	const rules: readonly Renaming[] = [
		[/^(encoder|decoder)\.norm_out\./, (_, half) => `${half}.conv_norm_out.`],
		[/^(encoder|decoder)\.mid\.block_([12])\./, (_, half, i) => `${half}.mid_block.resnets.${Number(i) - 1}.`],
		[/^(encoder|decoder)\.mid\.attn_1\./, (_, half) => `${half}.mid_block.attentions.0.`],
		[/^encoder\.down\.(\d+)\.block\.(\d+)\./, (_, i, j) => `encoder.down_blocks.${i}.resnets.${j}.`],
		[/^encoder\.down\.(\d+)\.downsample\./, (_, i) => `encoder.down_blocks.${i}.downsamplers.0.`],
		[/^decoder\.up\.(\d+)\.block\.(\d+)\./, (_, i, j) => `decoder.up_blocks.${up(i)}.resnets.${j}.`],
		[/^decoder\.up\.(\d+)\.upsample\./, (_, i) => `decoder.up_blocks.${up(i)}.upsamplers.0.`],
	];
	const rename = (name: string): string => {
		const placed = swap(renamed(name, rules), /(\.resnets\.\d+\.)(.+)$/, { 'nin_shortcut.': 'conv_shortcut.' });
		return swap(placed, /(\.attentions\.0\.)(.+)$/, attentionLayers);
	};
	return new Map([...own].map(([name, tensor]) => [rename(name), tensor]));
}

/** What belongs to the autoencoder; losses of its training lie beside it in some files. */
const parts = /^(encoder|decoder|quant_conv|post_quant_conv)\./;

/** 1×1 convolutions in LDM, the same numbers as diffusers' linear layers. */
const attentionLayers: Readonly<Record<string, string>> = {
	'norm.': 'group_norm.',
	'q.': 'to_q.',
	'k.': 'to_k.',
	'v.': 'to_v.',
	'proj_out.': 'to_out.0.',
};
