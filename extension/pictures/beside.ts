// New files beside a picture, named after it: in one edit, under names that are free, so that nothing is overwritten.
import type { Uri } from 'vscode';
import { commands, workspace } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { PictureFormat } from '../../sidecar/protocol/picture.ts';
import { fileEdit } from '../destinations/linkedFile.ts';
import { exists, shown } from '../files.ts';
import { freePath, nameBeside } from '../names.ts';
import type { Outcome } from '../place.ts';

/** A file to be: the picture it stands beside, and what its name says of it, such as `cut-out`. */
export interface Beside {
	readonly file: Uri;
	readonly suffix: string;
	readonly format: PictureFormat;
	readonly bytes: Uint8Array;
}

/** Writes the files and shows the first; one undo takes all of them away. Throws `cannotWrite`. */
export async function writeBeside(wanted: readonly [Beside, ...Beside[]]): Promise<Outcome> {
	const taken = new Set<string>();
	const files: { readonly file: Uri; readonly bytes: Uint8Array }[] = [];
	for (const { file, suffix, format, bytes } of wanted) {
		const wished = nameBeside(file.path, suffix, format);
		const path = await freePath(wished, async path => taken.has(path) || exists(file.with({ path })));
		taken.add(path);
		files.push({ file: file.with({ path }), bytes });
	}
	const [first = { file: wanted[0].file }] = files;
	if (!(await workspace.applyEdit(await fileEdit(files))))
		throw fail({ kind: 'cannotWrite', path: first.file.path, why: 'other', detail: '' });
	await commands.executeCommand('vscode.open', first.file, { preview: true, preserveFocus: true });
	return { outcome: 'placed', file: first.file.toString(), where: shown(first.file) };
}
