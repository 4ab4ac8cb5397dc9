// New seed for an asset — pins it to another seed in the manifest, and makes it.
import { freshSeed } from '../../sidecar/protocol/recipe.ts';
import { askOutput, orderIn } from '../assets/order.ts';
import { pin } from '../assets/pin.ts';
import { askOverwrite, sync } from '../assets/sync.ts';
import type { Command } from './command.ts';

export const newAssetSeed: Command = {
	id: 'limn.newAssetSeed',
	async run(limn, given) {
		const order = await orderIn(limn.manifests, given);
		if (!order) return { outcome: 'cancelled' };
		const output = await askOutput(order.outputs.filter(({ asset }) => asset));
		if (!output?.asset) return { outcome: 'cancelled' };
		const overwrite = order.overwrite ? [output.id] : await askOverwrite([output]);
		if (!overwrite) return { outcome: 'cancelled' };
		await pin(order.uri, { [output.asset.name]: freshSeed(Math.random) });
		return await sync(limn, order.uri, { only: [output.id], again: [], overwrite });
	},
};
