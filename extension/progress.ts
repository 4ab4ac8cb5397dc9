// The progress of a job in words and in hundredths.
import { l10n } from 'vscode';
import type { ProgressParams } from '../sidecar/protocol/methods.ts';

/** Where a job stands, as people read it: `step 12 of 20 · 3.4 s`. */
export function progressWords({ stage, step, total, seconds }: ProgressParams): string {
	const time = l10n.t('{0} s', seconds.toFixed(1));
	switch (stage) {
		case 'queue':
			return l10n.t('waiting · {0}', time);
		case 'load':
			return l10n.t('loading the model · {0}', time);
		case 'encode':
			return l10n.t('reading the words · {0}', time);
		case 'step':
			return l10n.t('step {0} of {1} · {2}', step, total, time);
		case 'decode':
			return l10n.t('decoding · {0}', time);
		case 'write':
			return l10n.t('writing · {0}', time);
	}
}

/** How much of one picture is done, from 0 to 100: its steps, which take most of the time. */
export function percentage({ stage, step, total }: ProgressParams): number {
	if (stage === 'decode' || stage === 'write') return 100;
	return stage === 'step' ? Math.round((100 * step) / Math.max(1, total)) : 0;
}
