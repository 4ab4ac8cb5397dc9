// The start picture: a file dropped, pasted or chosen, or a result; and how much of it is drawn anew.
import { html, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { addressOf } from './addresses.ts';
import { iconButton } from './fields.ts';
import type { State } from './state.ts';

/** The place to drop a picture, or the picture with its strength. */
export function startPiece(state: State, act: Act): TemplateResult {
	return html`<div class="field" role="group" aria-label="Start picture">
		<span class="label" aria-hidden="true">Start picture</span>
		${state.start ? chosen(state, state.start, act) : place(act)}
	</div>`;
}

/** Begins from the first file of a drop or a paste; false when it holds none. */
export function takeFile(data: DataTransfer | null, act: Act): boolean {
	const file = data?.files[0];
	if (!file) return false;
	void file
		.arrayBuffer()
		.then(buffer => act.send({ type: 'setStart', name: file.name, bytes: new Uint8Array(buffer) }));
	return true;
}

function place(act: Act): TemplateResult {
	return html`<button class="drop" type="button" @click=${() => act.send({ type: 'chooseStart' })}>
		<vscode-icon name="file-media" aria-hidden="true"></vscode-icon>
		<span>Choose or drop a picture</span>
	</button>`;
}

function chosen({ draft }: State, start: NonNullable<State['start']>, act: Act): TemplateResult {
	const changed = (event: Event): void =>
		act.edit({ ...draft, strength: Number((event.target as HTMLInputElement).value) });
	return html`<div class="start">
		<img src=${addressOf(start.bytes)} alt="" width="48" height="48" />
		<div class="grow">
			<div class="row">
				<span class="name" title=${start.name}>${start.name}</span>
				${iconButton({
					icon: 'close',
					label: 'Begin without a picture',
					press: () => act.send({ type: 'clearStart' }),
				})}
			</div>
			<label class="row strength">
				<span>Change</span>
				<input
					type="range"
					id="strength"
					min="0.05"
					max="1"
					step="0.05"
					.value=${String(draft.strength)}
					@input=${changed}
				/>
				<output>${Math.round(draft.strength * 100)} %</output>
			</label>
		</div>
	</div>`;
}
