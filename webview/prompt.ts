// The prompt: what to draw, what to leave out, and a soft word about words the model was not taught.
import { html, nothing, type TemplateResult } from 'lit';
import { strangers, strangersNote } from '../sidecar/protocol/vocabulary.ts';
import type { Act } from './act.ts';
import { emphasisHints } from './labels.ts';
import { chosenCard, heard, type State } from './state.ts';

/** The two text areas and the hint; for a model that reads no words, what it draws. */
export function promptPiece(state: State, act: Act): TemplateResult {
	if (!heard(state, 'prompt')) return wordless(state);
	const { draft } = state;
	const title = emphasisHints[draft.emphasis];
	return html`${words('prompt', 'Prompt', 'What to draw', title, draft.prompt, prompt =>
		act.edit({ ...draft, prompt }),
	)}
	${hint(state)}
	${words('negative', 'Negative prompt', 'What to leave out', title, draft.negative, negative =>
		act.edit({ ...draft, negative }),
	)}`;
}

function wordless(state: State): TemplateResult {
	const card = chosenCard(state);
	return html`<p class="hint">
		<vscode-icon name="info" aria-hidden="true"></vscode-icon>
		<span
			>${card?.name} reads no words. It draws ${card?.draws ?? 'what it was trained on'}: another seed, another
			picture.</span
		>
	</p>`;
}

/** A text area that grows with its text. */
function words(
	id: string,
	label: string,
	placeholder: string,
	title: string,
	value: string,
	change: (text: string) => void,
): TemplateResult {
	return html`<div class="field">
		<label class="label" for=${id}>${label}</label>
		<textarea
			id=${id}
			placeholder=${placeholder}
			title=${title}
			.value=${value}
			@input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
		></textarea>
	</div>`;
}

function hint(state: State): TemplateResult | typeof nothing {
	const { draft } = state;
	const card = chosenCard(state);
	if (!card?.vocabulary) return nothing;
	const note = strangersNote(card.name, strangers(draft.prompt, card.vocabulary));
	if (note === undefined) return nothing;
	return html`<p class="hint">
		<vscode-icon name="info" aria-hidden="true"></vscode-icon>
		<span title=${`It draws: ${card.vocabulary.nouns.map(({ name }) => name).join(', ')}`}>${note}</span>
	</p>`;
}
