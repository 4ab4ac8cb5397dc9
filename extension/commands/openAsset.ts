// Open an asset — the picture or sheet itself, or a set's folder in the Explorer.
import { commands, Uri } from 'vscode';
import { askOutput, orderIn } from '../assets/order.ts';
import type { Command } from './command.ts';

export const openAsset: Command = {
	id: 'limn.openAsset',
	async run({ manifests }, given) {
		const order = await orderIn(manifests, given);
		const output = order && (await askOutput(order.outputs.filter(({ state }) => state !== 'missing')));
		if (!output) return { outcome: 'cancelled' };
		const file = Uri.joinPath(order.uri, '..', output.id);
		if (output.kind === 'set') await commands.executeCommand('revealInExplorer', file);
		else await commands.executeCommand('vscode.open', file, { preview: true });
		return { outcome: 'done' };
	},
};
