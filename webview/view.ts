// The page: the recipe on one side, the pictures on the other; one below the other where it is narrow.
import { html, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { failurePiece } from './failure.ts';
import { promptPiece } from './prompt.ts';
import { resultsPiece } from './results.ts';
import { runPiece } from './run.ts';
import { settingsPiece } from './settings.ts';
import { stagePiece } from './stage.ts';
import { takeFile } from './start.ts';
import type { State } from './state.ts';

/** Everything; `box` is the stage's room in CSS pixels, `said` what a screen reader was told last. */
export function page(state: State, box: { width: number; height: number }, said: string, act: Act): TemplateResult {
	return html`<main
		@dragover=${(event: DragEvent) => event.preventDefault()}
		@drop=${(event: DragEvent) => {
			if (takeFile(event.dataTransfer, act)) event.preventDefault();
		}}
	>
		<h1 class="unseen">Limn Studio</h1>
		<section class="recipe" aria-label="Recipe">
			<div class="form">${promptPiece(state, act)} ${settingsPiece(state, act)}</div>
			${runPiece(state, act)}
		</section>
		<section class="pictures" aria-label="Stage">
			${failurePiece(state, act)}
			<div class="stage">${stagePiece(state, box, act)}</div>
			${resultsPiece(state, act)}
		</section>
		<div class="unseen" role="status" aria-live="polite">${said}</div>
	</main>`;
}
