// Pins in a manifest: one edit that one undo takes back.
import { Range, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import { pinning } from './text.ts';

/** Pins assets to seeds; `undefined` takes a pin away. Throws `cannotWrite`. */
export async function pin(manifest: Uri, pins: Readonly<Record<string, number | undefined>>): Promise<void> {
	const document = await workspace.openTextDocument(manifest);
	const edit = new WorkspaceEdit();
	for (const { offset, length, content } of pinning(document.getText(), pins)) {
		const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
		edit.replace(manifest, range, content);
	}
	if (!(await workspace.applyEdit(edit)))
		throw fail({ kind: 'cannotWrite', path: manifest.path, why: 'other', detail: '' });
}
