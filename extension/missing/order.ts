// A missing picture that a command is asked for: looked up when the command runs, for the text may have changed since.
import { Uri, window, workspace } from 'vscode';
import { z } from 'zod';
import type { Missing } from '../../sidecar/documents/plan.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { homeOf } from '../target.ts';
import { missingIn } from './find.ts';

/** What the commands on a missing picture take; without it, the picture at the cursor is meant. This is public. */
const At = z.object({
	/** The document's URI. */
	document: z.string(),
	/** The picture's path, as the document names it. */
	path: z.string(),
	/** What it shall show, instead of the words in the document. */
	prompt: z.string().min(1).optional(),
});

export interface Order {
	readonly missing: Missing<Uri>;
	readonly prompt: string | undefined;
}

/** Throws `badRecipe` where no such picture is missing. */
export async function orderIn(given: unknown): Promise<Order> {
	const { data: at } = At.safeParse(given);
	const editor = window.activeTextEditor;
	const document = at ? await workspace.openTextDocument(Uri.parse(at.document)) : editor?.document;
	if (!document) throw fail({ kind: 'noPlace', document: '', why: 'none' });
	const cursor = editor?.document === document ? document.offsetAt(editor.selection.active) : -1;
	const missing = (await missingIn(document)).find(({ path, range }) =>
		at ? path === at.path : range.start <= cursor && cursor <= range.end,
	);
	if (!missing) {
		const name = at?.path ?? homeOf(document).path;
		throw fail({
			kind: 'badRecipe',
			field: `reference (${name})`,
			why: 'names no picture that is missing and can be made',
		});
	}
	return { missing, prompt: at?.prompt };
}
