// The place in a document where a picture goes: remembered when the wish is made, moved along with later edits.
import type { Uri } from 'vscode';
import { Range, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { fail, type PlaceTrouble } from '../sidecar/protocol/failure.ts';
import { exists } from './files.ts';
import { Disposable } from './lifetime.ts';
import { moved, type Span } from './markdown/span.ts';

/** Why a remembered place is gone. */
export type Lost = 'closed' | 'deleted' | 'changed';

/** Why a picture cannot go into `document`; nothing when it can. */
export function placeTrouble(document: TextDocument): PlaceTrouble | undefined {
	if (document.languageId !== 'markdown') return 'notMarkdown';
	const home = homeOf(document);
	if (home.scheme === 'untitled') return 'untitled';
	return workspace.fs.isWritableFileSystem(home.scheme) === false ? 'readOnly' : undefined;
}

/** The file that links in `document` start from: for a cell of a notebook, the notebook. */
export function homeOf(document: TextDocument): Uri {
	const notebook = workspace.notebookDocuments.find(candidate =>
		candidate.getCells().some(cell => cell.document === document),
	);
	return notebook?.uri ?? document.uri;
}

/** Whether a tab shows the file; a document may outlive its tab unseen. */
export function isOpen(home: Uri): boolean {
	const inputs: unknown[] = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
	return inputs.some(input => Object.values(input ?? {}).some(value => String(value) === home.toString()));
}

/** The last part of a path, as people read it. */
export function baseName(uri: Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export class Target extends Disposable {
	readonly document: TextDocument;
	/** The file that links start from. */
	readonly home: Uri;
	/** The words that were selected when the wish was made, without the space round them. */
	readonly words: string;
	#span: Span | undefined;

	/** The place where `editor` stands. Throws `noPlace` when no picture can go there. */
	static in(editor: TextEditor | undefined): Target {
		if (!editor) throw fail({ kind: 'noPlace', document: '', why: 'none' });
		const why = placeTrouble(editor.document);
		if (why) throw fail({ kind: 'noPlace', document: baseName(homeOf(editor.document)), why });
		return new Target(editor.document, editor.selection);
	}

	private constructor(document: TextDocument, selection: Range) {
		super();
		this.document = document;
		this.home = homeOf(document);
		const selected = document.getText(selection);
		this.words = selected.trim();
		const start = document.offsetAt(selection.start) + selected.indexOf(this.words);
		this.#span = { start, end: start + this.words.length };
		this.own(
			workspace.onDidChangeTextDocument(event => {
				if (event.document !== document) return;
				for (const { rangeOffset: offset, rangeLength: length, text } of event.contentChanges) {
					this.#span &&= moved(this.#span, { offset, length, inserted: text.length });
				}
			}),
		);
	}

	/** The place as it is now, or why it is gone. */
	async now(): Promise<Range | Lost> {
		if (!isOpen(this.home)) return 'closed';
		if (!(await exists(this.home))) return 'deleted';
		if (!this.#span) return 'changed';
		return new Range(this.document.positionAt(this.#span.start), this.document.positionAt(this.#span.end));
	}

	/** Goes on behind a text of `length` characters that was just placed at `start`. */
	goBehind(start: number, length: number): void {
		this.#span = { start: start + length, end: start + length };
	}
}
