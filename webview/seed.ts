// The seed: drawn anew for each job, or kept.
import { html, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { freshSeed, type Draft } from './draft.ts';
import { iconButton, iconSwitch, numberInput, wholeBetween } from './fields.ts';

/** The largest seed that other tools accept too; the recipe's schema refuses more. */
export const largestSeed = 2 ** 32 - 1;

/** Seed, dice and lock. While it is not locked each job draws its own; naming or drawing one keeps it. */
export function seedPiece(draft: Draft, act: Act): TemplateResult {
	const keep = (seed: number): void => act.edit({ ...draft, seed, lockSeed: true });
	return html`<div class="field">
		<label class="label" for="seed">Seed</label>
		<div class="row">
			${numberInput({
				id: 'seed',
				label: 'Seed',
				value: draft.lockSeed ? draft.seed : undefined,
				placeholder: 'New for each job',
				step: 1,
				nearest: wholeBetween(0, largestSeed),
				change: keep,
			})}
			${iconButton({ icon: 'refresh', label: 'Draw a seed and keep it', press: () => keep(freshSeed()) })}
			${iconSwitch(
				{
					icon: draft.lockSeed ? 'lock' : 'unlock',
					label: 'Keep the seed of the last job',
					press: () => act.edit({ ...draft, lockSeed: !draft.lockSeed }),
				},
				draft.lockSeed,
			)}
		</div>
	</div>`;
}
