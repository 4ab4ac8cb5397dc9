// The missing pictures of a document as it stands in the editor.
import type { TextDocument, Uri } from 'vscode';
import { languageOfId } from '../../sidecar/documents/languages/index.ts';
import { planFor, type Missing } from '../../sidecar/documents/plan.ts';
import { homeOf } from '../target.ts';
import { filesFor } from './files.ts';

/** Characters of the longest document that is looked through. */
const longestDocument = 1 << 20;

/** Every picture that the document shows, that is not there and that can be made. */
export async function missingIn(document: TextDocument): Promise<readonly Missing<Uri>[]> {
	const language = languageOfId(document.languageId);
	const home = homeOf(document);
	const text = document.getText();
	if (!language || home.scheme === 'untitled' || text.length > longestDocument) return [];
	return (await planFor([{ document: home, language, text }], filesFor(home))).missing;
}
