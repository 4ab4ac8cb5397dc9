// What a destination is: it knows where a picture goes and builds the one edit that puts it there.
import type { Uri, WorkspaceEdit } from 'vscode';
import type { Picture } from '../../sidecar/protocol/picture.ts';
import type { Lost } from '../target.ts';

export interface Destination {
	/** As people read it, such as `docs/guide.md`. */
	readonly name: string;
	/** Builds the edit without writing anything, or says why the place is gone. */
	edit(picture: Picture): Promise<Placement | Lost>;
}

export interface Placement {
	/** File and link together: one undo takes both away. */
	readonly edit: WorkspaceEdit;
	readonly file: Uri;
	/** Called once the edit is applied. */
	readonly applied: () => void;
}
