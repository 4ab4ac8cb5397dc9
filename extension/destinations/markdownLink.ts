// A Markdown document: the file goes where VS Code would put a pasted picture, the link where the person asked for it.
import {
	EndOfLine,
	languages,
	Range,
	RelativePattern,
	WorkspaceEdit,
	workspace,
	type TextDocument,
	type Uri,
} from 'vscode';
import type { PictureFormat } from '../../sidecar/protocol/picture.ts';
import { free, shown } from '../files.ts';
import { pathByRules, rulesOf, type Glob } from '../markdown/copyFiles.ts';
import { markdown } from '../../sidecar/documents/languages/markdown.ts';
import { relativePath } from '../../sidecar/documents/paths.ts';
import { altText } from '../../sidecar/documents/words.ts';
import { fileNameFor } from '../names.ts';
import type { Target } from '../target.ts';
import type { Destination } from './destination.ts';

export function markdownLink(target: Target): Destination {
	return {
		name: shown(target.home),
		async edit(picture) {
			// Always a free name, whatever markdown.copyFiles.overwriteBehavior says: VS Code's undo brings no old file back.
			const file = await newFile(target, picture.recipe.prompt, picture.format);
			// Looked up last, so that nothing comes between it and the edit.
			const range = await target.now();
			if (!(range instanceof Range)) return range;

			const edit = new WorkspaceEdit();
			edit.createFile(file, { contents: picture.bytes });
			const { at, text } = linkAt(
				target.document,
				range,
				altText(picture.recipe.prompt),
				relativePath(target.home.path, file.path),
			);
			edit.replace(target.document.uri, at, text);
			const start = target.document.offsetAt(at.start);
			return { edit, file, applied: () => target.goBehind(start, text.length) };
		},
	};
}

/** Checks the setting before work begins: throws what is wrong with it. */
export function checkRules(target: Target): void {
	filePath(target, 'picture.png');
}

/** The file for a picture of these words: where VS Code's rules say, under a name that is free. Throws `badRecipe`. */
export async function newFile(target: Target, words: string, format: PictureFormat): Promise<Uri> {
	return free(target.home.with({ path: filePath(target, fileNameFor(words, format)) }));
}

function filePath({ document, home }: Target, fileName: string): string {
	const setting: unknown = workspace.getConfiguration('markdown', home).get('copyFiles.destination');
	const place = { document: home.path, folder: workspace.getWorkspaceFolder(home)?.uri.path };
	return pathByRules(rulesOf(setting), glob => matches(glob, document), place, fileName, new Date());
}

/** VS Code's own globs decide, so that its rules hold to the letter. */
function matches({ from, pattern }: Glob, document: TextDocument): boolean {
	const folders = workspace.workspaceFolders ?? [];
	const patterns = from === 'anywhere' ? [pattern] : folders.map(folder => new RelativePattern(folder, pattern));
	return patterns.some(each => languages.match({ pattern: each }, document) > 0);
}

/**
 * The link replaces selected words that it holds whole as its alt text; other words stay, and it follows them in a
 * paragraph of its own: none are lost.
 */
function linkAt(
	document: TextDocument,
	range: Range,
	alt: string,
	path: string,
): { readonly at: Range; readonly text: string } {
	const words = document.getText(range);
	const link = markdown.write(alt, path);
	if (words === '' || words === alt) return { at: range, text: link };
	const newline = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
	return { at: new Range(range.end, range.end), text: newline + newline + link };
}
