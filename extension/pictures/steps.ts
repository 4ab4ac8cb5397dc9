// Post steps over picture files that are there, for the commands that name the steps.
import { window } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import { formatOf, type PictureFormat, type WrittenStep } from '../../sidecar/protocol/picture.ts';
import type { Limn } from '../limn.ts';
import type { Outcome } from '../place.ts';
import { writeBeside, type Beside } from './beside.ts';
import type { Given } from './given.ts';

export interface Work {
	readonly steps: readonly WrittenStep[];
	/** What the new file's name says. */
	readonly suffix: string;
	readonly format: PictureFormat;
}

/** Makes the steps over each picture, and writes the results beside them; what should be known is told once. */
export async function workOn(
	{ engine }: Limn,
	pictures: readonly Given[],
	workFor: (picture: Given) => Work,
): Promise<Outcome> {
	const done: Beside[] = [];
	const notes = new Set<string>();
	for (const picture of pictures) {
		const { steps, suffix, format } = workFor(picture);
		const { path, bytes, file } = picture;
		const result = await engine.post({ path, bytes, steps, format });
		done.push({ file, suffix, format, bytes: result.bytes });
		for (const note of result.notes) notes.add(note);
	}
	const [first, ...others] = done;
	if (!first) return { outcome: 'cancelled' };
	const outcome = await writeBeside([first, ...others]);
	if (notes.size > 0) void window.showInformationMessage([...notes].join(' '));
	return outcome;
}

/** The picture's own format; PNG where that cannot hold what is transparent. */
export const clearFormat = (path: string): PictureFormat => {
	const format = ownFormat(path);
	return format === 'jpeg' ? 'png' : format;
};

/** The format that a picture's name says. Throws `badPicture`. */
export function ownFormat(path: string): PictureFormat {
	const format = formatOf(path);
	if (!format) throw fail({ kind: 'badPicture', path, why: 'its name ends like no format that Limn writes' });
	return format;
}
