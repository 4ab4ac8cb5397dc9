// What the API tests share: documents with a cursor, Limn's commands with their outcomes, and waiting.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { commands, Position, Range, Selection, Uri, window, workspace, WorkspaceEdit, type TextEditor } from 'vscode';
import type { Outcome } from '../../../extension/place.ts';

/** The first folder of the workspace. */
export const root = workspace.workspaceFolders![0].uri;

let documents = 0;
/** Each file of tests is a bundle with a copy of this, and counts for itself. */
const bundle = randomUUID().slice(0, 8);

/** Opens a new Markdown file in a folder of its own; `|` in the text is the cursor, two of them a selection. */
export async function open(marked: string, name = 'page.md'): Promise<TextEditor> {
	const uri = Uri.joinPath(root, `test-${bundle}-${++documents}`, name);
	await workspace.fs.writeFile(uri, Buffer.from(marked.replaceAll('|', '')));
	const editor = await window.showTextDocument(uri);
	const [start, end = start] = [...marked.matchAll(/\|/g)].map(({ index }, before) => index - before);
	editor.selection = new Selection(editor.document.positionAt(start), editor.document.positionAt(end));
	return editor;
}

/** Runs a command of Limn; its messages stay on the screen and are not waited for. */
export async function run(command: string, given?: object): Promise<Outcome> {
	return commands.executeCommand<Outcome>(command, given);
}

/** A quick picture: few steps, a fixed seed. */
export function draw(prompt: string, more: object = {}): Promise<Outcome> {
	return run('limn.generate', { prompt, seed: 7, steps: 2, ...more });
}

/** Fails unless the picture was placed, and gives its file. */
export function placed(outcome: Outcome): Uri {
	assert.equal(outcome.outcome, 'placed', JSON.stringify(outcome));
	return Uri.parse((outcome as Extract<Outcome, { outcome: 'placed' }>).file);
}

/** Fails unless it failed so, and gives the words. */
export function failed(outcome: Outcome, kind: string): string {
	assert.equal(outcome.outcome, 'failed', JSON.stringify(outcome));
	const { failure, words } = outcome as Extract<Outcome, { outcome: 'failed' }>;
	assert.equal(failure.kind, kind, words);
	return words;
}

export async function checkIsPng(file: Uri): Promise<void> {
	const bytes = await workspace.fs.readFile(file);
	assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file.path);
}

/** The names in the folder of a document or file. */
export async function beside(file: Uri): Promise<string[]> {
	return (await workspace.fs.readDirectory(Uri.joinPath(file, '..'))).map(([name]) => name).sort();
}

/** Inserts text at the very beginning of the editor's document. */
export async function insertAtTop({ document }: TextEditor, text: string): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.insert(document.uri, new Position(0, 0), text);
	assert.ok(await workspace.applyEdit(edit));
}

/** Takes away all text of a document. */
export async function clear({ document }: TextEditor): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.delete(document.uri, new Range(0, 0, document.lineCount, 0));
	assert.ok(await workspace.applyEdit(edit));
}

/** Closes every editor without a question about unsaved changes. */
export async function closeAll(): Promise<void> {
	await workspace.saveAll(false);
	await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until `get` gives something, at most half a minute. */
export async function until<T>(what: string, get: () => T | Promise<T>): Promise<NonNullable<T>> {
	for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
		const found = await get();
		if (found) return found;
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	throw new Error(`Waited half a minute for ${what}`);
}

/** Sets a setting of the workspace for one test; the returned function takes it back. */
export async function set(section: string, name: string, value: unknown): Promise<() => Thenable<void>> {
	await workspace.getConfiguration(section).update(name, value, false);
	return () => workspace.getConfiguration(section).update(name, undefined, false);
}
