// The UNet's tensors of an LDM checkpoint under their diffusers names (diffusers, loaders/single_file_utils.py).
import type { WeightFile } from '../family.ts';
import { entriesBelow, renamed, swap, type Renaming } from './names.ts';

/** Where an LDM checkpoint keeps its UNet. */
export const unetPrefix = 'model.diffusion_model.';

/**
 * The tensors below `model.diffusion_model.`. LDM numbers the blocks of all levels in one row, each level's layers and
 * then its change of size; a name that fits no rule stays, so that the binding finds it left over.
 */
export function unetTensors(tensors: WeightFile['tensors']): WeightFile['tensors'] {
	const own = new Map(entriesBelow(tensors, unetPrefix));
	const perLevel = blocksPerLevel([...own.keys()]);
	const place = (block: string) => [Math.floor(Number(block) / perLevel), Number(block) % perLevel] as const;
	const down = (block: string) => place(String(Number(block) - 1));
	const rules: readonly Renaming[] = [
		[/^time_embed\.([02])\./, (_, i) => `time_embedding.linear_${i === '0' ? 1 : 2}.`],
		[/^label_emb\.0\.([02])\./, (_, i) => `add_embedding.linear_${i === '0' ? 1 : 2}.`],
		[/^input_blocks\.0\.0\./, () => 'conv_in.'],
		[/^out\.0\./, () => 'conv_norm_out.'],
		[/^out\.2\./, () => 'conv_out.'],
		[/^middle_block\.0\./, () => 'mid_block.resnets.0.'],
		[/^middle_block\.1\./, () => 'mid_block.attentions.0.'],
		[/^middle_block\.2\./, () => 'mid_block.resnets.1.'],
		[/^input_blocks\.(\d+)\.0\.op\./, (_, n) => `down_blocks.${down(n)[0]}.downsamplers.0.conv.`],
		[/^input_blocks\.(\d+)\.0\./, (_, n) => `down_blocks.${down(n)[0]}.resnets.${down(n)[1]}.`],
		[/^input_blocks\.(\d+)\.1\./, (_, n) => `down_blocks.${down(n)[0]}.attentions.${down(n)[1]}.`],
		[/^output_blocks\.(\d+)\.[12]\.conv\./, (_, n) => `up_blocks.${place(n)[0]}.upsamplers.0.conv.`],
		[/^output_blocks\.(\d+)\.0\./, (_, n) => `up_blocks.${place(n)[0]}.resnets.${place(n)[1]}.`],
		[/^output_blocks\.(\d+)\.1\./, (_, n) => `up_blocks.${place(n)[0]}.attentions.${place(n)[1]}.`],
	];
	const rename = (name: string) => swap(renamed(name, rules), /(resnets\.\d+\.)(.+)$/, resnetLayers);
	return new Map([...own].map(([name, tensor]) => [rename(name), tensor]));
}

/** Layers of one level and the block that changes size; all blocks where there is but one level. */
function blocksPerLevel(names: readonly string[]): number {
	const numbers = (pattern: RegExp) => names.flatMap(name => pattern.exec(name)?.slice(1).map(Number) ?? []);
	const changes = numbers(/^input_blocks\.(\d+)\.0\.op\.weight$/);
	return changes.length > 0 ? Math.min(...changes) : Math.max(0, ...numbers(/^input_blocks\.(\d+)\./)) + 1;
}

const resnetLayers: Readonly<Record<string, string>> = {
	'in_layers.0.': 'norm1.',
	'in_layers.2.': 'conv1.',
	'emb_layers.1.': 'time_emb_proj.',
	'out_layers.0.': 'norm2.',
	'out_layers.3.': 'conv2.',
	'skip_connection.': 'conv_shortcut.',
};
