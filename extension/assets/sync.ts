// A sync under one progress that can be cancelled. The sidecar makes and writes, as it does for `limn sync`.
import { l10n, ProgressLocation, window, workspace, type Uri } from 'vscode';
import type { AssetOutput, AssetsChoice } from '../../sidecar/protocol/assets.ts';
import type { Limn } from '../limn.ts';
import type { Outcome } from '../place.ts';
import { progressWords } from '../progress.ts';
import { settingsFor } from '../settings.ts';

/** Saves the manifest, makes what was chosen, and tells what became of it. */
export async function sync({ engine, manifests }: Limn, manifest: Uri, choice: AssetsChoice): Promise<Outcome> {
	await saved(manifest);
	const { device } = settingsFor(manifest);
	const params = { manifest: manifest.fsPath, device, ...choice };
	const done = await window.withProgress(
		{ location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Limn: Sync Assets') },
		(notification, token) => {
			const stop = new AbortController();
			token.onCancellationRequested(() => stop.abort());
			let current = '';
			const events = {
				onAsset({ id, number, total }: { id: string; number: number; total: number }) {
					current = l10n.t('{0} of {1}: {2}', number, total, id);
					notification.report({ message: current, increment: number > 1 ? 100 / total : 0 });
				},
				onProgress(progress: Parameters<typeof progressWords>[0]) {
					notification.report({ message: `${current} · ${progressWords(progress)}` });
				},
			};
			return manifests.during(() => engine.assetsSync(params, events, stop.signal));
		},
	);
	const made = done.outputs.filter(({ seconds }) => seconds !== undefined).map(({ id }) => id);
	const left = done.outputs.filter(({ state }) => state !== 'fine').map(({ id }) => id);
	tell(made.length, left.length, done.notes);
	return { outcome: 'synced', made, left, notes: done.notes };
}

/** Asks before anything is made over what a person changed: what may be, or nothing when they think again. */
export async function askOverwrite(outputs: readonly AssetOutput[]): Promise<readonly string[] | undefined> {
	const changed = outputs.filter(({ state }) => state === 'changed').map(({ id }) => id);
	if (changed.length === 0) return [];
	const overwrite = l10n.t('Make Anew');
	const pressed = await window.showWarningMessage(
		changed.length === 1
			? l10n.t('“{0}” was changed by hand. Make it anew over that?', changed[0]!)
			: l10n.t('{0} assets were changed by hand. Make them anew over that?', changed.length),
		{ modal: true, detail: changed.slice(0, 10).join('\n') },
		overwrite,
	);
	return pressed === overwrite ? changed : undefined;
}

async function saved(manifest: Uri): Promise<void> {
	await workspace.textDocuments.find(({ uri }) => uri.toString() === manifest.toString())?.save();
}

function tell(made: number, left: number, notes: readonly string[]): void {
	const done = made === 1 ? l10n.t('1 asset made') : l10n.t('{0} assets made', made);
	const words =
		left === 0
			? l10n.t('Limn: {0}; everything is as the manifest asks.', done)
			: l10n.t('Limn: {0}; not as the manifest asks: {1}.', done, left);
	window.setStatusBarMessage(words, 10_000);
	if (notes.length > 0) void window.showInformationMessage([words, ...notes].join(' '));
}
