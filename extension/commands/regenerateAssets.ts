// Regenerate assets — made anew by the same recipe, though they are fine; over what was changed by hand only after a yes.
import { orderIn } from '../assets/order.ts';
import { askOverwrite, sync } from '../assets/sync.ts';
import type { Command } from './command.ts';

export const regenerateAssets: Command = {
	id: 'limn.regenerateAssets',
	async run(limn, given) {
		const order = await orderIn(limn.manifests, given);
		if (!order) return { outcome: 'cancelled' };
		const ids = order.outputs.map(({ id }) => id);
		const overwrite = order.overwrite ? ids : await askOverwrite(order.outputs);
		if (!overwrite) return { outcome: 'cancelled' };
		return await sync(limn, order.uri, { only: ids, again: ids, overwrite });
	},
};
