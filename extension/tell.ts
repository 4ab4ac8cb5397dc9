// Tells people what happened, with the buttons that help; never waits for an answer before going on.
import { commands, l10n, window } from 'vscode';
import { failureOf, type Failure } from '../sidecar/protocol/failure.ts';
import { wording } from '../sidecar/protocol/wording.ts';
import { remediesOf, type Remedy } from './failures.ts';

/** What a button says and which command it runs. */
interface Button {
	readonly label: string;
	readonly command: string;
	readonly arguments?: readonly unknown[];
}

/** A button for each remedy; made when shown, so that labels come in the user's language. */
function button(remedy: Remedy): Button {
	switch (remedy) {
		case 'trust':
			return { label: l10n.t('Manage Workspace Trust'), command: 'workbench.trust.manage' };
		case 'save':
			return { label: l10n.t('Save…'), command: 'workbench.action.files.save' };
		case 'openStudio':
			return { label: l10n.t('Open Studio'), command: 'limn.openStudio' };
		case 'intoFolder':
			return { label: l10n.t('Generate Into Folder…'), command: 'limn.generateIntoFolder' };
		case 'chooseDevice':
			return settings(l10n.t('Choose Device'), 'limn.device');
		case 'chooseModel':
			return settings(l10n.t('Choose Model'), 'limn.model');
		case 'addModelFolder':
			return settings(l10n.t('Add Model Folder'), 'limn.modelFolders');
		case 'copyFilesRules':
			return settings(l10n.t('Open Setting'), 'markdown.copyFiles.destination');
		case 'restart':
			return { label: l10n.t('Start Again'), command: 'limn.restartSidecar' };
		case 'doctor':
			return { label: l10n.t('Run Doctor'), command: 'limn.doctor' };
		case 'log':
			return { label: l10n.t('Show Log'), command: 'limn.showLog' };
		case 'reload':
			return { label: l10n.t('Reload Window'), command: 'workbench.action.reloadWindow' };
	}
}

function settings(label: string, query: string): Button {
	return { label, command: 'workbench.action.openSettings', arguments: [query] };
}

/** The buttons of a failure: what to show, and the id to come back with. */
export function actionsOf(failure: Failure): readonly { readonly id: Remedy; readonly label: string }[] {
	return remediesOf(failure).map(id => ({ id, label: button(id).label }));
}

/** Presses a button. */
export async function press(remedy: Remedy): Promise<void> {
	const { command, arguments: given = [] } = button(remedy);
	await commands.executeCommand(command, ...given);
}

/** Shows a failure; one that was wished is not shown. */
export async function tellFailure(failure: Failure): Promise<void> {
	if (failure.kind === 'cancelled') return;
	const { what, next } = wording(failure);
	const actions = actionsOf(failure);
	const show = failure.kind === 'noPlace' || failure.kind === 'restricted' ? warn : error;
	const pressed = await show(`${what} ${next}`, ...actions.map(({ label }) => label));
	const action = actions.find(({ label }) => label === pressed);
	if (action) await press(action.id);
}

/** Goes on without waiting; a failure is told when it comes. */
export function inBackground(work: Promise<unknown>): void {
	work.catch(async error => {
		await tellFailure(failureOf(error));
	});
}

const warn = (text: string, ...labels: string[]) => window.showWarningMessage(text, ...labels);
const error = (text: string, ...labels: string[]) => window.showErrorMessage(text, ...labels);
