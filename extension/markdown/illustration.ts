// A picture that follows its link: the link and a placeholder go in as one edit, and the placeholder becomes the picture.
import type { Position} from 'vscode';
import { EndOfLine, Range, RelativePattern, Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import { exists, write } from '../files.ts';
import { Disposable } from '../lifetime.ts';
import { baseName } from '../target.ts';

export class Illustration extends Disposable {
	/** Aborted when a person takes the edit back, or the file away, before the picture is there. */
	readonly gone = new AbortController();
	readonly #document: TextDocument;
	readonly #file: Uri;
	readonly #placeholder: Uint8Array;
	/** What was inserted. */
	readonly #text: string;

	/** Puts the link into a paragraph of its own behind `at`, and the placeholder where it points: one undo takes both back. */
	static async put(document: TextDocument, at: Position, link: string, file: Uri, placeholder: Uint8Array) {
		const newline = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
		const text = newline + newline + link;
		const edit = new WorkspaceEdit();
		edit.createFile(file, { contents: placeholder });
		edit.insert(document.uri, at, text);
		if (!(await workspace.applyEdit(edit)))
			throw fail({ kind: 'cannotWrite', path: file.path, why: 'other', detail: '' });
		return new Illustration(document, file, placeholder, text);
	}

	private constructor(document: TextDocument, file: Uri, placeholder: Uint8Array, text: string) {
		super();
		this.#document = document;
		this.#file = file;
		this.#placeholder = placeholder;
		this.#text = text;
		const pattern = new RelativePattern(Uri.joinPath(file, '..'), baseName(file));
		const watcher = this.own(workspace.createFileSystemWatcher(pattern, true, true, false));
		this.own(watcher.onDidDelete(() => this.gone.abort()));
	}

	/** The picture in the placeholder's place. False where that was taken away or changed: then nothing is written. */
	async fill(picture: Uint8Array): Promise<boolean> {
		if (!(await this.#untouched())) return false;
		await write(this.#file, picture);
		return true;
	}

	/** Takes the link and the placeholder away, as far as nobody changed them. */
	async takeBack(): Promise<void> {
		const edit = new WorkspaceEdit();
		const start = this.#document.getText().indexOf(this.#text);
		const place = (offset: number) => this.#document.positionAt(offset);
		if (start >= 0) edit.delete(this.#document.uri, new Range(place(start), place(start + this.#text.length)));
		if (await this.#untouched()) edit.deleteFile(this.#file, { ignoreIfNotExists: true });
		await workspace.applyEdit(edit);
	}

	async #untouched(): Promise<boolean> {
		if (!(await exists(this.#file))) return false;
		return Buffer.from(await workspace.fs.readFile(this.#file)).equals(this.#placeholder);
	}
}
