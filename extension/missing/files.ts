// The workspace's files, as planning sees them: a picture is made inside the folder of its document and nowhere else.
import { realpath } from 'node:fs/promises';
import { Uri, workspace } from 'vscode';
import type { Files } from '../../sidecar/documents/plan.ts';
import { exists } from '../files.ts';

/** For documents of one workspace folder; a document outside every folder has its own. */
export function filesFor(home: Uri): Files<Uri> {
	const root = workspace.getWorkspaceFolder(home)?.uri ?? Uri.joinPath(home, '..');
	return {
		at: (document, path) => Uri.joinPath(document, '..', path),
		keyOf: file => file.toString(),
		exists,
		async reasonToLeave(file) {
			if (!below(root.path, file.path) || !(await reallyBelow(root, file))) return 'it lies outside the folder';
			return workspace.fs.isWritableFileSystem(file.scheme) === false ? 'its file system is read-only' : undefined;
		},
	};
}

const below = (folder: string, path: string): boolean => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Whether the nearest folder that exists above `file`, links resolved, lies in `root`; other file systems have no links. */
async function reallyBelow(root: Uri, file: Uri): Promise<boolean> {
	if (root.scheme !== 'file') return true;
	const top = Uri.file(await realpath(root.fsPath)).path;
	for (let folder = Uri.joinPath(file, '..'); ; folder = Uri.joinPath(folder, '..')) {
		const real = await realpath(folder.fsPath).catch(() => undefined);
		if (real !== undefined) return below(top, `${Uri.file(real).path}/`);
		if (folder.path === '/') return false;
	}
}
