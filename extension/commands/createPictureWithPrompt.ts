// Create this picture with a prompt… — asks what the missing picture at the cursor shall show, and draws that.
import { l10n, window } from 'vscode';
import { create } from '../missing/create.ts';
import { orderIn } from '../missing/order.ts';
import type { Command } from './command.ts';

export const createPictureWithPrompt: Command = {
	id: 'limn.createPictureWithPrompt',
	async run(limn, given) {
		const order = await orderIn(given);
		const words = await window.showInputBox({
			title: l10n.t('Create “{0}”', order.missing.path),
			prompt: l10n.t('What should the picture show? The alternative text stays as it is.'),
			value: order.prompt ?? order.missing.words,
			ignoreFocusOut: true,
			validateInput: text => (text.trim() === '' ? l10n.t('Say in a few words what it should show.') : undefined),
		});
		return words === undefined ? { outcome: 'cancelled' } : create(limn, order, words);
	},
};
