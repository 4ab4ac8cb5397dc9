// A folder: the picture becomes a file of the wished name, numbered when that was taken meanwhile.
import { Uri, WorkspaceEdit } from 'vscode';
import { free, shown } from '../files.ts';
import type { Destination } from './destination.ts';

export function assetFolder(folder: Uri, fileName: string): Destination {
	return {
		name: shown(folder),
		async edit({ bytes }) {
			const file = await free(Uri.joinPath(folder, fileName));
			const edit = new WorkspaceEdit();
			edit.createFile(file, { contents: bytes });
			return { edit, file, applied: () => {} };
		},
	};
}
