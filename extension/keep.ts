// A picture whose place is gone: it is written into storage at once, and the person told where and asked where to.
import { homedir } from 'node:os';
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Picture } from '../sidecar/protocol/picture.ts';
import { free, write } from './files.ts';
import { fileNameFor } from './names.ts';
import type { Lost } from './target.ts';

/** Keeps a picture in `storage` and gives the file. Throws `cannotWrite`. */
export async function keep(storage: Uri, picture: Picture): Promise<Uri> {
	const file = await free(Uri.joinPath(storage, 'kept', fileNameFor(picture.recipe.prompt, picture.format)));
	await write(file, picture.bytes);
	return file;
}

/** Why the picture is not where it was wished, in words. */
export function lostWords(lost: Lost, name: string): string {
	switch (lost) {
		case 'closed':
			return l10n.t('“{0}” was closed while the picture was made.', name);
		case 'deleted':
			return l10n.t('“{0}” was deleted while the picture was made.', name);
		case 'changed':
			return l10n.t('The place in “{0}” was edited away while the picture was made.', name);
	}
}

/** Tells where a kept picture is, and offers to write it elsewhere. */
export async function tellKept(why: string, file: Uri, picture: Picture): Promise<void> {
	const saveTo = l10n.t('Save To…');
	const open = l10n.t('Open Picture');
	const pressed = await window.showWarningMessage(`${why} ${l10n.t('It is kept: {0}', file.fsPath)}`, saveTo, open);
	if (pressed === open) await commands.executeCommand('vscode.open', file);
	if (pressed === saveTo) await saveAs(picture);
}

/** Asks where to and writes there; the dialog asks before it replaces a file. Nothing when the person thinks again. */
export async function saveAs(picture: Picture): Promise<Uri | undefined> {
	const name = fileNameFor(picture.recipe.prompt, picture.format);
	const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
	const to = await window.showSaveDialog({
		defaultUri: await free(Uri.joinPath(folder, name)),
		filters: { [picture.format.toUpperCase()]: [name.slice(name.lastIndexOf('.') + 1)] },
	});
	if (to) await write(to, picture.bytes);
	return to;
}
