// How assets stand, in words.
import { l10n } from 'vscode';
import type { AssetOutput, AssetState } from '../../sidecar/protocol/assets.ts';

export const stateWords: Readonly<Record<AssetState, () => string>> = {
	fine: () => l10n.t('fine'),
	missing: () => l10n.t('missing'),
	stale: () => l10n.t('stale'),
	changed: () => l10n.t('changed by hand'),
};

/** Whether a sync makes it unasked. */
export const toMake = ({ state }: AssetOutput): boolean => state === 'missing' || state === 'stale';

/** `3 missing, 12 fine`. */
export function sumOf(outputs: readonly AssetOutput[]): string {
	const states: readonly AssetState[] = ['missing', 'stale', 'changed', 'fine'];
	return states
		.map(state => [outputs.filter(output => output.state === state).length, stateWords[state]()] as const)
		.filter(([count]) => count > 0)
		.map(([count, words]) => `${count} ${words}`)
		.join(', ');
}
