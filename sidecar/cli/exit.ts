// The exit codes of `limn`: what a script may rely on.
import type { Failure } from '../protocol/failure.ts';

export const exitCodes = { ok: 0, failure: 1, usage: 2, cancelled: 130 } as const;

export const exitCodesHelp =
	'Exit codes: 0 done; 1 it failed, and said why; 2 the command line or the recipe is wrong; 130 cancelled (Ctrl-C).';

export function exitCodeOf({ kind }: Failure): number {
	if (kind === 'cancelled') return exitCodes.cancelled;
	return kind === 'badRecipe' ? exitCodes.usage : exitCodes.failure;
}
