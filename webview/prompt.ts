// The prompt: what to draw, what to leave out, and a soft word about words the model was not taught.
import { html, nothing, type TemplateResult } from 'lit';
import type { VscodeTextarea } from '@vscode-elements/elements/dist/vscode-textarea/vscode-textarea.js';
import type { Act } from './act.ts';
import type { State } from './state.ts';
import { unknownWords } from './words.ts';

/** The two text areas and the hint. */
export function promptPiece(state: State, act: Act): TemplateResult {
	const { draft } = state;
	return html`<div class="field">
			<label class="label" for="prompt">Prompt</label>
			<vscode-textarea
				id="prompt"
				.label=${'Prompt'}
				rows="4"
				resize="vertical"
				placeholder="What to draw"
				.value=${draft.prompt}
				@input=${(event: Event) => act.edit({ ...draft, prompt: textOf(event) })}
			></vscode-textarea>
			${hint(state)}
		</div>
		<div class="field">
			<label class="label" for="negative">Leave out</label>
			<vscode-textarea
				id="negative"
				.label=${'Leave out (negative prompt)'}
				rows="1"
				resize="vertical"
				placeholder="Negative prompt"
				.value=${draft.negative}
				@input=${(event: Event) => act.edit({ ...draft, negative: textOf(event) })}
			></vscode-textarea>
		</div>`;
}

function hint({ draft, models }: State): TemplateResult | typeof nothing {
	const card = models.find(({ id }) => id === draft.model);
	const unknown = card?.vocabulary ? unknownWords(draft.prompt, card.vocabulary) : [];
	if (!card?.vocabulary || unknown.length === 0) return nothing;
	const named = unknown.slice(0, 4).map(word => `“${word}”`);
	const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : '';
	return html`<p class="hint">
		<vscode-icon name="info" aria-hidden="true"></vscode-icon>
		<span title=${`It draws: ${card.vocabulary.nouns.join(', ')}`}
			>${card.name} was not taught ${named.join(', ')}${more}.</span
		>
	</p>`;
}

function textOf(event: Event): string {
	return (event.target as VscodeTextarea).value;
}
