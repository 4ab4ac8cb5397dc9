// The missing pictures of a document as it stands in the editor.
import { FileType, RelativePattern, Uri, workspace, type TextDocument } from 'vscode';
import { languageOfFile, languageOfId, languages } from '../../sidecar/documents/languages/index.ts';
import { planFor, type Missing, type Page } from '../../sidecar/documents/plan.ts';
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

/** Folders of other people's work, and of what programs make. */
const passedFolders = '**/{.*,node_modules,bower_components,vendor,dist,build,out,target,__pycache__}/**';

/** Every missing picture of a document, or of all documents below a folder. */
export async function missingBelow(place: Uri): Promise<readonly Missing<Uri>[]> {
	const isFolder = ((await workspace.fs.stat(place)).type & FileType.Directory) !== 0;
	const endings = languages.flatMap(language => language.endings).join();
	const found = isFolder
		? await workspace.findFiles(new RelativePattern(place, `**/*{${endings}}`), passedFolders)
		: [place];
	const documents = [...found].sort((one, other) => (one.path < other.path ? -1 : 1));
	return (await planFor(pagesOf(documents), filesFor(isFolder ? Uri.joinPath(place, 'document') : place))).missing;
}

/** What the editor has open counts as it stands there. */
async function* pagesOf(documents: readonly Uri[]): AsyncGenerator<Page<Uri>> {
	for (const document of documents) {
		const open = workspace.textDocuments.find(({ uri }) => uri.toString() === document.toString());
		const language = (open && languageOfId(open.languageId)) ?? languageOfFile(document.path);
		if (!language) continue;
		const text = open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(document));
		if (text.length <= longestDocument) yield { document, language, text };
	}
}
