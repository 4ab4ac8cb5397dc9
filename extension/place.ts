// Puts a finished picture where it belongs; one that finds its place gone is kept, and the person told where.
import { l10n, window, workspace, type Uri } from 'vscode';
import { failureOf, type Failure } from '../sidecar/protocol/failure.ts';
import type { Picture } from '../sidecar/protocol/picture.ts';
import { sentence } from '../sidecar/protocol/wording.ts';
import type { Destination, Placement } from './destinations/destination.ts';
import { deviceNames } from './devices.ts';
import { keep, lostWords, tellKept } from './keep.ts';
import { inBackground } from './tell.ts';

/** What became of a command: what it resolves with for whoever called it. URIs are strings. */
export type Outcome =
	| { readonly outcome: 'placed'; readonly file: string; readonly where: string }
	| { readonly outcome: 'kept'; readonly file: string; readonly why: string }
	| { readonly outcome: 'failed'; readonly failure: Failure; readonly words: string }
	| { readonly outcome: 'cancelled' }
	| {
			readonly outcome: 'synced';
			/** Outputs of a manifest: those that were made, and those that are not as it asks. */
			readonly made: readonly string[];
			readonly left: readonly string[];
			readonly notes: readonly string[];
	  }
	| { readonly outcome: 'reported'; readonly report: string }
	| { readonly outcome: 'done' };

/** Applies the destination's edit; a picture without its place is kept in `storage`, so that nothing is lost. */
export async function place(destination: Destination, picture: Picture, storage: Uri): Promise<Outcome> {
	const result = await tryPlace(destination, picture);
	if ('file' in result) return { outcome: 'placed', file: result.file.toString(), where: destination.name };
	const file = await keep(storage, picture);
	inBackground(tellKept(result.why, file, picture));
	return { outcome: 'kept', file: file.toString(), why: result.why };
}

/** Applies the destination's edit: the file that it made, or in words why there is none. */
export async function tryPlace(
	destination: Destination,
	picture: Picture,
): Promise<{ readonly file: Uri } | { readonly why: string }> {
	const placement = await placementOf(destination, picture);
	if (typeof placement === 'string') return { why: placement };
	const applied = await workspace.applyEdit(placement.edit);
	if (!applied) return { why: l10n.t('The editor did not allow the change to “{0}”.', destination.name) };
	placement.applied();
	return { file: placement.file };
}

/** The edit, or in words why there is none. */
async function placementOf(destination: Destination, picture: Picture): Promise<Placement | string> {
	try {
		const placement = await destination.edit(picture);
		return typeof placement === 'string' ? lostWords(placement, destination.name) : placement;
	} catch (error) {
		return sentence(failureOf(error));
	}
}

/** Tells what a person should know of a finished picture: in passing, or in a message where there is a note. */
export function tellMade({ width, height, making, notes }: Picture, file: string): void {
	const seconds = Object.values(making.seconds).reduce((sum, stage) => sum + stage, 0);
	window.setStatusBarMessage(
		l10n.t('Limn: {0}, {1} × {2}, {3} s on {4}', file, width, height, seconds.toFixed(1), deviceNames[making.device]),
		10_000,
	);
	if (notes.length > 0) void window.showInformationMessage(notes.join(' '));
}
