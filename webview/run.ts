// The run bar: Generate and Cancel, how far the job is, and the device it runs on.
import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { iconButton } from './fields.ts';
import { fraction, runningLabel, secondsLabel } from './labels.ts';
import { busy, heard, type State } from './state.ts';

/** Whether Generate can be pressed. */
export function ready(state: State): boolean {
	const worded = state.draft.prompt.trim() !== '' || !heard(state, 'prompt');
	return state.models.length > 0 && worded && !busy(state);
}

/** Buttons, bar and line. */
export function runPiece(state: State, act: Act): TemplateResult {
	const { running } = state;
	const off = !ready(state);
	const working = busy(state) || state.models.length === 0;
	const unsure = !running || running.stage === 'queue' || running.stage === 'load';
	return html`<div class="run">
		<div class="row">
			<vscode-button
				id="generate"
				class="grow"
				block
				icon="sparkle"
				title="Generate (${generateKeys})"
				?disabled=${off}
				aria-disabled=${String(off)}
				@click=${() => act.generate()}
				>${draws(state.draft.count)}</vscode-button
			>
			${busy(state) ? cancelButton(state.cancel, act) : nothing}
		</div>
		<vscode-progress-bar
			class=${working ? (unsure ? 'unsure' : '') : 'idle'}
			aria-label="Progress"
			.indeterminate=${unsure}
			.max=${100}
			.value=${running ? fraction(running) * 100 : 0}
		></vscode-progress-bar>
		<div class="row line">
			<span class="grow" title=${state.status.detail ?? ''}>${line(state)}</span>
			${
				running && !state.watching
					? iconButton({ icon: 'eye', label: 'Show the picture on its way', press: () => act.watch() })
					: nothing
			}
			${iconButton({ icon: 'gear', label: 'Open Limn’s settings', press: () => act.send({ type: 'openSettings' }) })}
		</div>
	</div>`;
}

function cancelButton(cancel: State['cancel'], act: Act): TemplateResult {
	const off = cancel === 'asked';
	const title =
		cancel === 'stuck' ? 'Ends the process that makes pictures; the next job starts it again' : 'Cancel (Escape)';
	return html`<vscode-button
		id="cancel"
		secondary
		title=${title}
		?disabled=${off}
		aria-disabled=${String(off)}
		@click=${() => act.cancel()}
		>${{ no: 'Cancel', asked: 'Cancelling…', stuck: 'Stop now' }[cancel]}</vscode-button
	>`;
}

/** The keys that generate, as this machine's people write them. */
const mac = navigator.platform.startsWith('Mac');
const generateKeys = mac ? '⌘ Return' : 'Ctrl+Enter';

function draws(count: number): string {
	return count > 1 ? `Generate ${count} pictures` : 'Generate';
}

function line({ known, models, running, asked, status }: State): string {
	if (running) return `${runningLabel(running)} · ${secondsLabel(running.seconds)}`;
	if (asked) return 'Starting…';
	if (!known || models.length === 0) return 'Looking for models…';
	return status.device ? `Ready on ${status.device}` : 'Ready';
}
