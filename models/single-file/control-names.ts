// A ControlNet's tensors under their diffusers names, from a file in LDM's names or in diffusers' own.
import type { WeightFile } from '../family.ts';
import { entriesBelow, renamed, type Renaming } from './names.ts';
import { unetPrefix, unetTensors } from './unet-names.ts';

/** Where an LDM checkpoint keeps its ControlNet. */
const prefix = 'control_model.';

/** The tensors of a ControlNet; its half of a UNet is named as a UNet's. */
export function controlTensors(tensors: WeightFile['tensors']): WeightFile['tensors'] {
	const below = entriesBelow(tensors, prefix);
	const own = below.length > 0 ? below : [...tensors];
	if (!own.some(([name]) => name.startsWith('input_hint_block.'))) return new Map(own);
	const asUnet = unetTensors(new Map(own.map(([name, tensor]) => [unetPrefix + name, tensor])));
	const hints = own.map(([name]) => Number(/^input_hint_block\.(\d+)\./.exec(name)?.[1] ?? 0));
	const last = Math.max(...hints);
	// Every second layer is a SiLU.
	const hint = (place: number) => (place === 0 ? 'conv_in' : place === last ? 'conv_out' : `blocks.${place / 2 - 1}`);
	const rules: readonly Renaming[] = [
		[/^zero_convs\.(\d+)\.0\./, (_, i) => `controlnet_down_blocks.${i}.`],
		[/^middle_block_out\.0\./, () => 'controlnet_mid_block.'],
		[/^input_hint_block\.(\d+)\./, (_, place) => `controlnet_cond_embedding.${hint(Number(place))}.`],
	];
	return new Map([...asUnet].map(([name, tensor]) => [renamed(name, rules), tensor]));
}
