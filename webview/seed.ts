// The seed: drawn anew for each job, or kept.
import { html, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import { freshSeed, type Draft } from './draft.ts';
import { iconButton, iconSwitch, numberInput } from './fields.ts';

/** The largest seed that other tools accept too; the recipe's schema refuses more. */
export const largestSeed = 2 ** 32 - 1;

/** Seed, dice and lock. Naming a seed keeps it. */
export function seedPiece(draft: Draft, act: Act): TemplateResult {
	return html`<div class="field">
		<label class="label" for="seed">Seed</label>
		<div class="row">
			${numberInput({
				id: 'seed',
				label: 'Seed',
				value: draft.seed,
				min: 0,
				max: largestSeed,
				step: 1,
				change: seed => act.edit({ ...draft, seed: Math.round(seed), lockSeed: true }),
			})}
			${iconButton({
				icon: 'refresh',
				label: 'Draw another seed',
				press: () => act.edit({ ...draft, seed: freshSeed() }),
			})}
			${iconSwitch(
				{
					icon: draft.lockSeed ? 'lock' : 'unlock',
					label: draft.lockSeed ? 'Keep this seed' : 'Keep this seed (now each job draws its own)',
					press: () => act.edit({ ...draft, lockSeed: !draft.lockSeed }),
				},
				draft.lockSeed,
			)}
		</div>
	</div>`;
}
