// Limn: Sync Assets — what a manifest asks for: planned, approved, made and written.
import { l10n, window } from 'vscode';
import type { AssetOutput } from '../../sidecar/protocol/assets.ts';
import { orderIn } from '../assets/order.ts';
import { askOverwrite, sync } from '../assets/sync.ts';
import { stateWords, toMake } from '../assets/words.ts';
import type { Command } from './command.ts';

export const syncAssets: Command = {
	id: 'limn.syncAssets',
	async run(limn, given) {
		const order = await orderIn(limn.manifests, given);
		if (!order) return { outcome: 'cancelled' };
		const wrong = order.outputs.filter(({ state }) => state !== 'fine');
		if (wrong.length === 0) {
			void window.showInformationMessage(l10n.t('Every asset is as the manifest asks.'));
			return { outcome: 'synced', made: [], left: [], notes: [] };
		}
		const approved = order.write ? wrong.filter(output => toMake(output) || order.overwrite) : await approve(wrong);
		const overwrite = approved && (order.overwrite ? approved.map(({ id }) => id) : await askOverwrite(approved));
		if (!overwrite) return { outcome: 'cancelled' };
		return await sync(limn, order.uri, { only: approved.map(({ id }) => id), again: [], overwrite });
	},
};

/** Shows the plan: what is missing or stale is chosen, what was changed by hand is not. */
async function approve(outputs: readonly AssetOutput[]): Promise<readonly AssetOutput[] | undefined> {
	const items = outputs.map(output => ({
		label: output.id,
		description: `${stateWords[output.state]()}: ${output.why}`,
		picked: toMake(output),
		output,
	}));
	const picked = await window.showQuickPick(items, {
		title: l10n.t('Sync Assets: what shall be made?'),
		placeHolder: l10n.t('OK makes what is chosen'),
		canPickMany: true,
		matchOnDescription: true,
		ignoreFocusOut: true,
	});
	return picked && picked.length > 0 ? picked.map(({ output }) => output) : undefined;
}
