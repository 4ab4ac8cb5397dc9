// The results: a list of pictures to walk through with the arrow keys, one of them selected.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Act } from './act.ts';
import { addressOf } from './addresses.ts';
import { fit } from './fit.ts';
import { placedLabel, sizeLabel, wordsOf } from './labels.ts';
import type { StudioPicture } from './protocol.ts';
import { selectedPicture, type State } from './state.ts';

/** The list; nothing at all before there is a first picture. */
export function resultsPiece(state: State, act: Act): TemplateResult | typeof nothing {
	if (state.pictures.length === 0) return nothing;
	const selected = selectedPicture(state)?.id;
	return html`<section class="results" aria-labelledby="results-title">
		<div class="row">
			<h2 id="results-title">Pictures</h2>
			<p class="keys" id="results-keys">
				Enter inserts · S saves · U starts from it · R reuses the recipe · Delete removes
			</p>
		</div>
		<div
			class="grid"
			id="results"
			role="listbox"
			aria-labelledby="results-title"
			aria-describedby="results-keys"
			@keydown=${(event: KeyboardEvent) => pressed(event, state, act)}
		>
			${repeat(
				state.pictures,
				({ id }) => id,
				picture => tile(picture, picture.id === selected, act),
			)}
		</div>
	</section>`;
}

/** Moves the focus to the selected picture. */
export function focusSelected(): void {
	document.querySelector<HTMLElement>('#results [aria-selected="true"]')?.focus();
}

function tile(picture: StudioPicture, selected: boolean, act: Act): TemplateResult {
	const size = fit(picture.width, picture.height, { width: 128, height: 128 }, devicePixelRatio, 6);
	const { recipe, placed } = picture;
	const name = [wordsOf(picture), sizeLabel(picture), `seed ${recipe.seed}`, ...placed.map(placedLabel)].join(', ');
	return html`<div
		class="tile"
		role="option"
		tabindex=${selected ? '0' : '-1'}
		aria-selected=${String(selected)}
		aria-label=${name}
		title=${wordsOf(picture)}
		@click=${() => act.select(picture.id)}
		@focus=${() => (selected ? undefined : act.select(picture.id))}
	>
		<img
			src=${addressOf(picture.bytes)}
			alt=""
			width=${size.width}
			height=${size.height}
			class=${size.crisp ? 'crisp' : ''}
		/>
		${placed.length > 0 ? html`<vscode-icon class="mark" name="check" size="12" aria-hidden="true"></vscode-icon>` : nothing}
	</div>`;
}

function pressed(event: KeyboardEvent, state: State, act: Act): void {
	const picture = selectedPicture(state);
	if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
	const doing = keys(event.key, picture.id, state, act) ?? steps(event.key, picture.id, state, act);
	if (!doing) return;
	event.preventDefault();
	doing();
}

function keys(key: string, picture: string, { target }: State, act: Act): (() => void) | undefined {
	switch (key.length === 1 ? key.toLowerCase() : key) {
		case 'Enter':
			return () => (target ? act.send({ type: 'insert', picture }) : undefined);
		case 's':
			return () => act.send({ type: 'saveTo', picture });
		case 'u':
			return () => act.send({ type: 'useAsStart', picture });
		case 'r':
			return () => act.send({ type: 'reuse', picture });
		case 'Delete':
		case 'Backspace':
			return () => act.send({ type: 'remove', picture });
		default:
			return undefined;
	}
}

function steps(key: string, picture: string, { pictures }: State, act: Act): (() => void) | undefined {
	const at = pictures.findIndex(({ id }) => id === picture);
	const last = pictures.length - 1;
	const reach: Readonly<Record<string, number>> = {
		ArrowLeft: at - 1,
		ArrowRight: at + 1,
		ArrowUp: at - columns(),
		ArrowDown: at + columns(),
		Home: 0,
		End: last,
	};
	const next = reach[key];
	const to = next === undefined ? undefined : pictures[Math.min(last, Math.max(0, next))];
	if (!to) return undefined;
	return () => {
		act.select(to.id);
		focusSelected();
	};
}

/** How many pictures stand in a row now. */
function columns(): number {
	const tiles = [...document.querySelectorAll<HTMLElement>('#results .tile')];
	const below = tiles.findIndex(({ offsetTop }) => offsetTop !== tiles[0]?.offsetTop);
	return below === -1 ? tiles.length : below;
}
