// The page of missing pictures: a list to approve before anything is drawn, and to review before anything is written.
import { html, nothing, render, type TemplateResult } from 'lit';
import './style.css';
import type { FillRow, FromFill, ToFill } from '../fillProtocol.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromFill): void };

const host = acquireVsCodeApi();
const root = document.getElementById('studio') ?? document.body;
const pictures = new Map<number, string>();
let shown: Extract<ToFill, { type: 'rows' }> = { type: 'rows', rows: [], phase: 'plan', estimate: '' };

addEventListener('message', ({ data }: MessageEvent<ToFill>) => {
	if (data.type === 'rows') shown = data;
	else {
		URL.revokeObjectURL(pictures.get(data.id) ?? '');
		pictures.set(data.id, URL.createObjectURL(new Blob([data.bytes as BlobPart], { type: `image/${data.format}` })));
	}
	render(page(shown), root);
});
host.postMessage({ type: 'ready' });

function page({ rows, phase, estimate }: typeof shown): TemplateResult {
	const waiting = rows.filter(({ state, keep }) => keep && (state === 'waiting' || state === 'failed')).length;
	const ready = rows.filter(({ state, keep }) => keep && state === 'done').length;
	return html`<header>
			<h1>${rows.length === 1 ? '1 missing picture' : `${rows.length} missing pictures`}</h1>
			<p role="status">${phase === 'written' ? 'Written.' : estimate}</p>
			${phase === 'drawing' ? button('Cancel', { type: 'cancel' }, true) : nothing}
			${phase === 'plan' && waiting > 0 ? button(`Draw ${waiting}`, { type: 'draw' }, ready === 0) : nothing}
			${phase === 'plan' && ready > 0 ? button(`Write ${ready}`, { type: 'write' }, true) : nothing}
			${phase === 'written' ? button('Undo', { type: 'undo' }, false) : nothing}
		</header>
		<ul>
			${rows.map(row => line(row, phase))}
		</ul>`;
}

function line(row: FillRow, phase: typeof shown.phase): TemplateResult {
	const { id, path, document, state, note, keep, words } = row;
	const locked = phase !== 'plan';
	const picture = state === 'done' ? pictures.get(id) : undefined;
	return html`<li class=${keep ? '' : 'discarded'} aria-label=${path}>
		<div class="frame">
			${picture ? html`<img src=${picture} alt=${words} />` : html`<span>${note || 'not drawn yet'}</span>`}
		</div>
		<div class="facts">
			<strong>${path}</strong> <small>${document}</small>
			<textarea
				aria-label="Prompt of ${path}"
				rows="2"
				.value=${words}
				?disabled=${locked}
				@change=${(event: Event) => edit(row, { words: (event.target as HTMLTextAreaElement).value })}
			></textarea>
			<div class="row">
				${side(row, 'width', locked)} × ${side(row, 'height', locked)}
				<span class="grow"></span>
				${state === 'done' && !locked ? button('Redo', { type: 'redo', id }, false) : nothing}
				${locked ? nothing : button(keep ? 'Discard' : 'Keep', { type: 'keep', id, keep: !keep }, false)}
			</div>
		</div>
	</li>`;
}

function side(row: FillRow, name: 'width' | 'height', locked: boolean): TemplateResult {
	return html`<input
		type="number"
		min="0"
		max="4096"
		aria-label="${name} of ${row.path}"
		placeholder="auto"
		?disabled=${locked}
		.value=${row[name] === 0 ? '' : String(row[name])}
		@change=${(event: Event) => edit(row, { [name]: Math.round(Number((event.target as HTMLInputElement).value)) || 0 })}
	/>`;
}

function edit({ id, words, width, height }: FillRow, change: Partial<FillRow>): void {
	host.postMessage({ type: 'edit', id, words, width, height, ...change });
}

function button(label: string, message: FromFill, primary: boolean): TemplateResult {
	return html`<button class=${primary ? 'primary' : ''} @click=${() => host.postMessage(message)}>${label}</button>`;
}
