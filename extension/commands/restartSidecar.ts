// Limn: Restart Sidecar — ends the process and starts another, whatever became of it before.
import { l10n, window } from 'vscode';
import type { Command } from './command.ts';

export const restartSidecar: Command = {
	id: 'limn.restartSidecar',
	async run({ engine }) {
		const { version } = await engine.restart();
		window.setStatusBarMessage(l10n.t('Limn {0} started', version), 10_000);
		return { outcome: 'done' };
	},
};
