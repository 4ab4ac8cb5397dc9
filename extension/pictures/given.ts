// The picture files that a command is to work on: clicked in the Explorer, shown in a tab, or named by a caller.
import { TabInputCustom, Uri, window, workspace } from 'vscode';
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { InspectParams } from '../../sidecar/protocol/methods.ts';
import { formatOf } from '../../sidecar/protocol/picture.ts';
import { cannotRead, shown } from '../files.ts';

/** Bytes of the largest file that is read. */
const largest = 64 << 20;

/** A picture file and what is in it. */
export interface Given extends InspectParams {
	readonly file: Uri;
}

/** The named picture, else the clicked one, else the one that the active tab shows. Throws `badPicture`, `cannotRead`. */
export async function pictureIn(given: unknown): Promise<Given> {
	const file = fileIn(given);
	if (!file) throw fail({ kind: 'badPicture', path: 'What is open', why: 'no picture was named or clicked' });
	return read(file);
}

/** The same for a command that works on all files that are selected in the Explorer. */
export async function picturesIn(given: unknown, selected: unknown): Promise<readonly Given[]> {
	const files = Array.isArray(selected) ? selected.filter(file => file instanceof Uri && formatOf(file.path)) : [];
	if (files.length < 2) return [await pictureIn(given)];
	const pictures: Given[] = [];
	for (const file of files as Uri[]) pictures.push(await read(file));
	return pictures;
}

/** What a key binding or another extension may give beside a command's own words. This is public. */
const Named = z.object({ picture: z.string() });

function fileIn(given: unknown): Uri | undefined {
	if (given instanceof Uri) return given;
	const { data } = Named.safeParse(given);
	if (data) return Uri.parse(data.picture);
	const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
	return input instanceof TabInputCustom && formatOf(input.uri.path) ? input.uri : undefined;
}

async function read(file: Uri): Promise<Given> {
	const path = shown(file);
	try {
		const { size } = await workspace.fs.stat(file);
		if (size > largest) throw fail({ kind: 'cannotRead', path, why: 'tooLarge', detail: '' });
		return { file, path, bytes: await workspace.fs.readFile(file) };
	} catch (error) {
		throw cannotRead(path, error);
	}
}
