// Says above a document's first line how many of its pictures are missing.
import {
	CodeLens,
	EventEmitter,
	l10n,
	languages,
	Range,
	workspace,
	type CodeLensProvider,
	type TextDocument,
} from 'vscode';
import { pictureFormats } from '../../sidecar/protocol/picture.ts';
import { Disposable } from '../lifetime.ts';
import { settingsFor } from '../settings.ts';
import { homeOf } from '../target.ts';
import { languageIds } from './actions.ts';
import { missingIn } from './find.ts';

export class MissingCount extends Disposable implements CodeLensProvider {
	readonly #changed = this.own(new EventEmitter<void>());
	readonly onDidChangeCodeLenses = this.#changed.event;

	constructor() {
		super();
		this.own(languages.registerCodeLensProvider([...languageIds], this));
		const pictures = this.own(
			workspace.createFileSystemWatcher(`**/*.{${[...pictureFormats, 'jpg'].join()}}`, false, true),
		);
		this.own(pictures.onDidCreate(() => this.#changed.fire()));
		this.own(pictures.onDidDelete(() => this.#changed.fire()));
		this.own(
			workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('limn.countMissing')) this.#changed.fire();
			}),
		);
	}

	async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
		if (!settingsFor(document.uri).countMissing) return [];
		const missing = await missingIn(document);
		if (missing.length === 0) return [];
		const title =
			missing.length === 1 ? l10n.t('1 picture is missing') : l10n.t('{0} pictures are missing', missing.length);
		const command = { title, command: 'limn.fillMissing', arguments: [{ in: homeOf(document).toString() }] };
		return [new CodeLens(new Range(0, 0, 0, 0), command)];
	}
}
