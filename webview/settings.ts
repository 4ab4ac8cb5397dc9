// The settings: model, size, numbers, seed, start picture, and what few people touch under Advanced.
import { html, nothing, type TemplateResult } from 'lit';
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { EmphasisName, SamplerName, ScheduleName } from '../sidecar/protocol/recipe.ts';
import type { Act } from './act.ts';
import { withModel, type Draft } from './draft.ts';
import { choiceField, numberField, wholeBetween } from './fields.ts';
import { emphasisLabels, samplerLabels, scheduleLabels, sizeLabel } from './labels.ts';
import { mostAtOnce } from './protocol.ts';
import { seedPiece } from './seed.ts';
import { sizePiece } from './size.ts';
import { startPiece } from './start.ts';
import { chosenCard, heard, type State } from './state.ts';

/**
 * Everything of a recipe but its words; nothing before the models are known, for they bring the numbers. What is folded
 * away is not drawn, because a select cannot read its options' text while they are hidden.
 */
export function settingsPiece(state: State, act: Act): TemplateResult | typeof nothing {
	const { draft, models, settingsOpen } = state;
	if (models.length === 0) return nothing;
	const card = chosenCard(state);
	const summary = [card?.name ?? '', sizeLabel(draft), ...(heard(state, 'steps') ? [`${draft.steps} steps`] : [])];
	return html`<details
		class="settings"
		.open=${settingsOpen}
		@toggle=${(event: Event) => act.open('settingsOpen', isOpen(event))}
	>
		<summary>
			<vscode-icon name="chevron-right" aria-hidden="true"></vscode-icon>Settings
			<span class="summary">${settingsOpen ? '' : summary.join(' · ')}</span>
		</summary>
		${settingsOpen ? settingsFields(state, card, act) : nothing}
	</details>`;
}

function settingsFields(state: State, card: ModelCard | undefined, act: Act): TemplateResult {
	const { draft, models } = state;
	return html`<div class="fields">
		${choiceField({
			id: 'model',
			label: 'Model',
			value: draft.model,
			options: modelOptions(state),
			change: id => {
				const chosen = models.find(model => model.id === id);
				if (chosen) act.edit(withModel(draft, chosen));
			},
		})}
		${heard(state, 'width') ? sizePiece(draft, card, act) : nothing}
		<div class="thirds">
			${heard(state, 'steps') ? stepsFields(draft, act) : nothing}
			${numberField({
				id: 'count',
				label: 'Pictures',
				value: draft.count,
				placeholder: '',
				step: 1,
				nearest: wholeBetween(1, mostAtOnce),
				change: count => act.edit({ ...draft, count }),
			})}
		</div>
		${seedPiece(draft, act)} ${heard(state, 'start') ? startPiece(state, act) : nothing}
		${heard(state, 'sampler') ? advanced(state, act) : nothing}
	</div>`;
}

function stepsFields(draft: Draft, act: Act): TemplateResult {
	return html`${numberField({
		id: 'steps',
		label: 'Steps',
		value: draft.steps,
		placeholder: '',
		step: 1,
		nearest: wholeBetween(1, 1000),
		change: steps => act.edit({ ...draft, steps }),
	})}
	${numberField({
		id: 'guidance',
		label: 'Guidance',
		value: draft.guidance,
		placeholder: '',
		step: 0.5,
		nearest: value => Math.min(100, Math.max(0, value)),
		change: guidance => act.edit({ ...draft, guidance }),
	})}`;
}

function advanced({ draft, advancedOpen }: State, act: Act): TemplateResult {
	return html`<details .open=${advancedOpen} @toggle=${(event: Event) => act.open('advancedOpen', isOpen(event))}>
		<summary><vscode-icon name="chevron-right" aria-hidden="true"></vscode-icon>Advanced</summary>
		${advancedOpen ? advancedFields(draft, act) : nothing}
	</details>`;
}

function advancedFields(draft: Draft, act: Act): TemplateResult {
	return html`<div class="fields halves">
		${choiceField({
			id: 'sampler',
			label: 'Sampler',
			value: draft.sampler,
			options: optionsOf(samplerLabels),
			change: sampler => act.edit({ ...draft, sampler: sampler as SamplerName }),
		})}
		${choiceField({
			id: 'schedule',
			label: 'Schedule',
			value: draft.schedule,
			options: optionsOf(scheduleLabels),
			change: schedule => act.edit({ ...draft, schedule: schedule as ScheduleName }),
		})}
		${choiceField({
			id: 'emphasis',
			label: 'Brackets',
			value: draft.emphasis,
			options: optionsOf(emphasisLabels),
			change: emphasis => act.edit({ ...draft, emphasis: emphasis as EmphasisName }),
		})}
	</div>`;
}

function modelOptions({ draft, models }: State): { value: string; label: string }[] {
	const listed = models.map(({ id, name }) => ({ value: id, label: name }));
	const gone = models.every(({ id }) => id !== draft.model);
	return gone ? [...listed, { value: draft.model, label: `${draft.model} (not found)` }] : listed;
}

function optionsOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
	return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function isOpen(event: Event): boolean {
	return (event.target as HTMLDetailsElement).open;
}
