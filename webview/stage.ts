// The stage: the picture on its way, the selected picture with its actions, or where to begin.
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { hears } from '../sidecar/protocol/hearing.ts';
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { Act } from './act.ts';
import { addressOf } from './addresses.ts';
import type { Draft } from './draft.ts';
import { iconButton } from './fields.ts';
import { fit, type Shown } from './fit.ts';
import { placedLabel, runningLabel, secondsLabel, sizeLabel, wordsOf } from './labels.ts';
import type { Running, StudioPicture, Target } from './protocol.ts';
import { busy, chosenCard, heard, selectedPicture, type State } from './state.ts';
import { examples } from './words.ts';

/** What the stage shows now; `box` is its room in CSS pixels. */
export function stagePiece(state: State, box: { width: number; height: number }, act: Act): TemplateResult {
	const picture = selectedPicture(state);
	if (busy(state) && (state.watching || !picture)) return onItsWay(state, box);
	if (picture) return shown(picture, state, box, act);
	return state.known ? begin(state, act) : html`<div class="frame" aria-hidden="true"></div>`;
}

function onItsWay({ running, draft }: State, box: { width: number; height: number }): TemplateResult {
	const { width, height } = running ?? draft;
	const size = room(width, height, box);
	return html`<div class="frame">
			${
				running?.preview
					? html`<canvas
							role="img"
							aria-label="Preview of the picture on its way"
							class=${size.crisp ? 'crisp' : ''}
							${ref(canvas => paint(canvas as HTMLCanvasElement | undefined, running.preview, size))}
						></canvas>`
					: html`<div class="blank" ${ref(element => stretch(element as HTMLElement | undefined, size))}>
							<vscode-icon name="sparkle" size="24" aria-hidden="true"></vscode-icon>
						</div>`
			}
		</div>
		<p class="doing">${running ? runningLabel(running) : 'Starting…'}</p>`;
}

function shown(
	picture: StudioPicture,
	{ models, target }: State,
	box: { width: number; height: number },
	act: Act,
): TemplateResult {
	const size = room(picture.width, picture.height, box);
	const card = models.find(({ id }) => id === picture.recipe.model);
	return html`<div class="frame">
			<img
				src=${addressOf(picture.bytes)}
				alt=${wordsOf(picture)}
				width=${size.width}
				height=${size.height}
				class=${size.crisp ? 'crisp' : ''}
			/>
		</div>
		${actions(picture, target, act)} ${caption(picture, card)}`;
}

function actions({ id, recipe }: StudioPicture, target: Target | undefined, act: Act): TemplateResult {
	return html`<div class="actions" role="toolbar" aria-label="What to do with the picture">
			<vscode-button
				id="insert"
				secondary
				icon="insert"
				title="Insert (Enter in the list of pictures)"
				?disabled=${!target}
				aria-disabled=${String(!target)}
				aria-describedby=${target ? nothing : 'no-target'}
				@click=${() => act.send({ type: 'insert', picture: id })}
				>${target ? `Insert into ${target.name}` : 'Insert'}</vscode-button
			>
			<vscode-button
				id="save"
				secondary
				icon="save"
				title="Save to… (S)"
				@click=${() => act.send({ type: 'saveTo', picture: id })}
				>Save to…</vscode-button
			>
			<vscode-button
				id="use"
				secondary
				icon="file-media"
				title="Use as start (U)"
				@click=${() => act.send({ type: 'useAsStart', picture: id })}
				>Use as start</vscode-button
			>
			<span class="icons">
				${iconButton({ icon: 'history', label: 'Reuse the recipe (R)', press: () => act.send({ type: 'reuse', picture: id }) })}
				${iconButton({ icon: 'copy', label: `Copy the seed ${recipe.seed}`, press: () => act.send({ type: 'copySeed', seed: recipe.seed }) })}
				${iconButton({ icon: 'trash', label: 'Remove from this list (Delete)', press: () => act.send({ type: 'remove', picture: id }) })}
			</span>
		</div>
		${target ? nothing : html`<p class="hint centred" id="no-target">Open a Markdown document to insert the picture there.</p>`}`;
}

function caption(picture: StudioPicture, card: ModelCard | undefined): TemplateResult {
	const { recipe, width, height, device, seconds, modelName, notes, placed } = picture;
	const facts = [
		sizeLabel({ width, height }),
		...(card && !hears(card, 'steps') ? [] : [`${recipe.steps} steps`]),
		`seed ${recipe.seed}`,
		modelName,
		`${secondsLabel(seconds)} on ${device}`,
	];
	return html`<div class="caption">
		<p class="words" title=${wordsOf(picture)}>${wordsOf(picture)}</p>
		<p class="facts">${facts.map(fact => fact.replaceAll(' ', noBreak)).join(' · ')}</p>
		${placed.map(one => html`<p class="facts"><vscode-icon name="check" aria-hidden="true"></vscode-icon>${placedLabel(one)}</p>`)}
		${notes.map(note => html`<p class="facts"><vscode-icon name="info" aria-hidden="true"></vscode-icon>${note}</p>`)}
	</div>`;
}

function begin(state: State, act: Act): TemplateResult {
	const { models, draft } = state;
	const card = chosenCard(state);
	if (!heard(state, 'prompt')) return html`<div class="begin"><h2>Press Generate.</h2></div>`;
	return html`<div class="begin">
		<h2>What should it look like?</h2>
		${
			models.length === 0
				? html`<p>Looking for models…</p>`
				: html`<p>Say it in a few words, then press Generate. Or begin with one of these:</p>
						<ul>
							${examples(card?.vocabulary).map(example => html`<li>${exampleButton(example, draft, act)}</li>`)}
						</ul>`
		}
	</div>`;
}

function exampleButton(prompt: string, draft: Draft, act: Act): TemplateResult {
	const press = (): void => {
		act.edit({ ...draft, prompt });
		document.getElementById('prompt')?.focus();
	};
	return html`<button type="button" class="example" @click=${press}>${prompt}</button>`;
}

const noBreak = '\u00a0';

/** Small pictures grow at most sixfold: enough to see each pixel, not a wall of squares. */
function room(width: number, height: number, box: { width: number; height: number }): Shown {
	return fit(width, height, box, devicePixelRatio, 6);
}

function paint(canvas: HTMLCanvasElement | undefined, preview: Running['preview'], size: Shown): void {
	if (!canvas || !preview) return;
	canvas.width = preview.width;
	canvas.height = preview.height;
	stretch(canvas, size);
	const pixels = new ImageData(new Uint8ClampedArray(preview.rgba), preview.width, preview.height);
	canvas.getContext('2d')?.putImageData(pixels, 0, 0);
}

function stretch(element: HTMLElement | undefined, { width, height }: Shown): void {
	if (!element) return;
	element.style.width = `${width}px`;
	element.style.height = `${height}px`;
}
