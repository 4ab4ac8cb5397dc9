// The item in the status bar: the device and what the engine does; a click offers what can be done about it.
import { commands, l10n, MarkdownString, StatusBarAlignment, window, type StatusBarItem } from 'vscode';
import { deviceNames } from './devices.ts';
import type { Engine, EngineState } from './engine.ts';
import { Disposable } from './lifetime.ts';
import { percentage, progressWords } from './progress.ts';

const menu = 'limn.statusMenu';

export class Status extends Disposable {
	readonly #item: StatusBarItem;
	#busy = false;

	constructor(engine: Engine) {
		super();
		this.#item = this.own(window.createStatusBarItem('limn.status', StatusBarAlignment.Right, 50));
		this.#item.name = 'Limn';
		this.#item.command = menu;
		this.own(commands.registerCommand(menu, () => showMenu(engine.state)));
		this.own(engine.onDidChange(state => this.#show(state)));
		this.#show(engine.state);
		this.#item.show();
	}

	#show(state: EngineState): void {
		const busy = state.progress !== undefined;
		if (busy !== this.#busy) void commands.executeCommand('setContext', 'limn.busy', busy);
		this.#busy = busy;
		const words = summary(state);
		this.#item.text = `${busy ? '$(loading~spin)' : '$(paintcan)'} ${words}`;
		this.#item.tooltip = tooltip(state);
		this.#item.accessibilityInformation = { label: l10n.t('Limn: {0}', words), role: 'button' };
	}
}

function summary({ phase, device, progress, waiting }: EngineState): string {
	const where = device ? deviceNames[device] : 'Limn';
	if (progress?.stage === 'step') {
		const done = l10n.t('{0}/{1}, {2} %', progress.step, progress.total, percentage(progress));
		return waiting > 0 ? l10n.t('{0}: {1}, {2} waiting', where, done, waiting) : l10n.t('{0}: {1}', where, done);
	}
	if (phase === 'loading' || progress?.stage === 'load') return l10n.t('{0}: loading', where);
	return progress || phase === 'busy' ? l10n.t('{0}: busy', where) : where;
}

function tooltip({ phase, device, devices, loaded, progress }: EngineState): MarkdownString {
	const lines = [`**Limn** · ${phaseWords(phase)}`];
	if (progress) lines.push(progressWords(progress));
	if (loaded.length > 0) lines.push(l10n.t('Loaded: {0}', loaded.join(', ')));
	if (device && !devices) lines.push(l10n.t('Device: {0}', deviceNames[device]));
	for (const report of devices?.reports ?? []) {
		lines.push(`${report.works ? '✓' : '✗'} ${deviceNames[report.device]}: ${report.why}`);
	}
	const text = new MarkdownString();
	for (const [index, line] of lines.entries()) {
		if (index === 0) text.appendMarkdown(line);
		else text.appendMarkdown('\n\n').appendText(line);
	}
	return text;
}

function phaseWords(phase: EngineState['phase']): string {
	switch (phase) {
		case 'off':
			return l10n.t('starts with the first picture');
		case 'idle':
			return l10n.t('ready');
		case 'loading':
			return l10n.t('loading');
		case 'busy':
			return l10n.t('at work');
	}
}

async function showMenu({ progress }: EngineState): Promise<void> {
	const entries = [
		{ label: l10n.t('$(symbol-color) Open Studio'), command: 'limn.openStudio' },
		...(progress ? [{ label: l10n.t('$(stop-circle) Cancel'), command: 'limn.cancel' }] : []),
		{ label: l10n.t('$(pulse) Doctor'), command: 'limn.doctor' },
		{ label: l10n.t('$(output) Show Log'), command: 'limn.showLog' },
	];
	const picked = await window.showQuickPick(entries, { title: 'Limn' });
	if (picked) await commands.executeCommand(picked.command);
}
