// Marks in an open manifest what is wrong with it and its schema cannot say.
import { Diagnostic, languages, Range, workspace, type DiagnosticCollection, type TextDocument } from 'vscode';
import { Disposable } from '../lifetime.ts';
import { inBackground } from '../tell.ts';
import { isManifestDocument, type Manifests } from './manifests.ts';
import { spanOf } from './text.ts';

export class AssetProblems extends Disposable {
	readonly #manifests: Manifests;
	readonly #marks: DiagnosticCollection = this.own(languages.createDiagnosticCollection('limn'));

	constructor(manifests: Manifests) {
		super();
		this.#manifests = manifests;
		const markAll = () => inBackground(Promise.all(workspace.textDocuments.map(document => this.#mark(document))));
		this.own(manifests.onDidChange(markAll));
		this.own(workspace.onDidOpenTextDocument(document => inBackground(this.#mark(document))));
		this.own(workspace.onDidCloseTextDocument(({ uri }) => this.#marks.delete(uri)));
		markAll();
	}

	async #mark(document: TextDocument): Promise<void> {
		if (!isManifestDocument(document)) return;
		const { version } = document;
		const look = await this.#manifests.look(document.uri);
		// What was edited meanwhile is looked at again soon.
		if (this.ended || document.isClosed || document.version !== version) return;
		const problems = 'plan' in look ? look.plan.problems : [];
		this.#marks.set(
			document.uri,
			problems.map(({ at, words }) => {
				const { start, end } = spanOf(document.getText(), at);
				const mark = new Diagnostic(new Range(document.positionAt(start), document.positionAt(end)), words);
				mark.source = 'Limn';
				return mark;
			}),
		);
	}
}
