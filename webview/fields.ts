// The kinds of field the form is made of, each with its label: number, choice, switch.
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/vscode-single-select.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/vscode-textfield.js';

export interface NumberField {
	readonly id: string;
	readonly label: string;
	/** Absent where the field is empty and shows its placeholder. */
	readonly value: number | undefined;
	readonly placeholder: string;
	readonly step: number;
	/** The nearest number that is allowed. */
	readonly nearest: (value: number) => number;
	/** Called once an allowed number is entered; what is no number is put back. */
	readonly change: (value: number) => void;
}

/** A function that keeps numbers between two others, and whole. */
export function wholeBetween(min: number, max: number): (value: number) => number {
	return value => Math.round(Math.min(max, Math.max(min, value)));
}

/** A number with its label above. */
export function numberField(field: NumberField): TemplateResult {
	return html`<div class="field">
		<label class="label" for=${field.id}>${field.label}</label>
		${numberInput(field)}
	</div>`;
}

/** A number alone; its label is for screen readers. */
export function numberInput(field: NumberField): TemplateResult {
	const { id, label, value, placeholder, step, nearest, change } = field;
	const shown = String(value ?? '');
	const entered = (event: Event): void => {
		const input = event.target as VscodeTextfield;
		const typed = input.value.trim() === '' ? NaN : Number(input.value);
		if (Number.isFinite(typed)) {
			const entry = nearest(typed);
			input.value = String(entry);
			change(entry);
		} else input.value = shown;
	};
	return html`<vscode-textfield
		id=${id}
		type="number"
		.label=${label}
		.placeholder=${placeholder}
		.step=${step}
		.value=${shown}
		@change=${entered}
	></vscode-textfield>`;
}

export interface Choice {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly change: (value: string) => void;
}

/** One of several, with its label above. */
export function choiceField({ id, label, value, options, change }: Choice): TemplateResult {
	const chosen = (event: Event): void => change((event.target as VscodeSingleSelect).value);
	// The element reads its options once, so other options make another element.
	return html`<div class="field">
		<label class="label" for=${id}>${label}</label>
		${keyed(
			JSON.stringify(options),
			html`<vscode-single-select id=${id} .label=${label} .value=${value} @change=${chosen}>
				${options.map(
					option =>
						html`<vscode-option value=${option.value} ?selected=${option.value === value}
							>${option.label}</vscode-option
						>`,
				)}
			</vscode-single-select>`,
		)}
	</div>`;
}

export interface IconButton {
	readonly icon: string;
	/** What it does; also its tooltip. */
	readonly label: string;
	readonly press: () => void;
}

/** A small button with an icon. */
export function iconButton({ icon, label, press }: IconButton): TemplateResult {
	return html`<vscode-toolbar-button
		icon=${icon}
		.label=${label}
		title=${label}
		@click=${press}
	></vscode-toolbar-button>`;
}

/** A small button that stays down. */
export function iconSwitch({ icon, label, press }: IconButton, on: boolean): TemplateResult {
	return html`<vscode-toolbar-button
		icon=${icon}
		.label=${label}
		title=${label}
		toggleable
		.checked=${on}
		@change=${press}
	></vscode-toolbar-button>`;
}
