// The questions that commands ask: the words of a picture, the name of its file, the folder it goes into.
import { l10n, Uri, window, workspace } from 'vscode';
import { exists, free } from '../files.ts';
import { fileNameFor, nameTrouble } from '../names.ts';
import { baseName } from '../target.ts';
import { settingsFor } from '../settings.ts';

/** Asks for the words of a picture; nothing when the person thinks again. */
export async function askWords(): Promise<string | undefined> {
	return window.showInputBox({
		title: l10n.t('Generate Picture'),
		prompt: l10n.t('What should the picture show?'),
		placeHolder: l10n.t('a red star on a blue background'),
		ignoreFocusOut: true,
		validateInput: words => (words.trim() === '' ? l10n.t('Say in a few words what it should show.') : undefined),
	});
}

/** Asks for the name of a new file in `folder`, with a free one made of the words filled in. */
export async function askName(folder: Uri, words: string): Promise<string | undefined> {
	const suggestion = baseName(await free(Uri.joinPath(folder, fileNameFor(words, settingsFor(folder).format))));
	return window.showInputBox({
		title: l10n.t('Generate Into “{0}”', baseName(folder)),
		prompt: l10n.t('The name of the new file'),
		value: suggestion,
		valueSelection: [0, suggestion.lastIndexOf('.')],
		ignoreFocusOut: true,
		validateInput: async name => {
			const trouble = nameTrouble(name);
			if (trouble) return troubleWords[trouble]();
			return (await exists(Uri.joinPath(folder, name))) ? l10n.t('There is a file of this name already.') : undefined;
		},
	});
}

/** The one workspace folder, or the one that the person picks. */
export async function askFolder(): Promise<Uri | undefined> {
	const folders = workspace.workspaceFolders ?? [];
	if (folders.length === 1) return folders[0]?.uri;
	if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
	const [picked] = (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
	return picked;
}

const troubleWords = {
	empty: () => l10n.t('A file needs a name.'),
	character: () => l10n.t('A name cannot hold any of these: {0}', '< > : " / \\ | ? *'),
	reserved: () => l10n.t('Windows keeps this name for a device.'),
	ending: () => l10n.t('A name cannot end with a dot or a space.'),
};
