// Where a document's reference points: the very file, which must not be there yet; the text stays as it is.
import { WorkspaceEdit, type Uri } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import { exists, shown } from '../files.ts';
import type { Destination } from './destination.ts';

export function linkedFile(file: Uri): Destination {
	return {
		name: shown(file),
		async edit({ bytes }) {
			return { edit: await fileEdit([{ file, bytes }]), file, applied: () => {} };
		},
	};
}

/** The one edit that makes new files. Throws `cannotWrite` when one is there meanwhile. */
export async function fileEdit(
	files: readonly { readonly file: Uri; readonly bytes: Uint8Array }[],
): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
	for (const { file, bytes } of files) {
		if (await exists(file)) throw fail({ kind: 'cannotWrite', path: file.path, why: 'exists', detail: '' });
		edit.createFile(file, { contents: bytes });
	}
	return edit;
}
