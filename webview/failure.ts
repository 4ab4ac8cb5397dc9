// A failure: what happened, what to do, and the buttons that do it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { iconButton } from './fields.ts';
import type { State } from './state.ts';

/** The failure above the stage, until it is closed. */
export function failurePiece({ failure }: State, act: Act): TemplateResult | typeof nothing {
	if (!failure) return nothing;
	return html`<section class="failure" role="alert">
		<vscode-icon name="error" aria-hidden="true"></vscode-icon>
		<div class="grow">
			<p class="what">${failure.what}</p>
			<p>${failure.next}</p>
			${
				failure.actions.length === 0
					? nothing
					: html`<div class="actions">
							${failure.actions.map(
								({ id, label }) =>
									html`<vscode-button secondary @click=${() => act.send({ type: 'act', action: id })}
										>${label}</vscode-button
									>`,
							)}
						</div>`
			}
		</div>
		${iconButton({ icon: 'close', label: 'Close this message', press: () => act.dismiss() })}
	</section>`;
}
