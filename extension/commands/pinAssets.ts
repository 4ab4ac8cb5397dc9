// Pin assets — writes the seeds that they have now into the manifest, so that other words leave them alone; or takes the pins away.
import { orderIn } from '../assets/order.ts';
import { pin } from '../assets/pin.ts';
import type { Command } from './command.ts';

export const pinAssets: Command = {
	id: 'limn.pinAssets',
	async run(limn, given) {
		const order = await orderIn(limn.manifests, given);
		if (!order) return { outcome: 'cancelled' };
		const assets = order.outputs.flatMap(({ asset }) => asset ?? []);
		const seedOf = (seed: number) => (order.pin === false ? undefined : seed);
		await pin(order.uri, Object.fromEntries(assets.map(({ name, seed }) => [name, seedOf(seed)])));
		return { outcome: 'done' };
	},
};
