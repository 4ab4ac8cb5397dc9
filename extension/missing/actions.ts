// Quick fixes on a reference to a picture that is not there. They are found in the text: no validation has to be on.
import {
	CodeAction,
	CodeActionKind,
	l10n,
	languages as editor,
	type CodeActionProvider,
	type Range,
	type TextDocument,
} from 'vscode';
import { languages } from '../../sidecar/documents/languages/index.ts';
import { Disposable } from '../lifetime.ts';
import { missingIn } from './find.ts';

/** The ids of the languages that pictures are found in. */
export const languageIds = languages.flatMap(({ ids }) => ids);

export class MissingActions extends Disposable implements CodeActionProvider {
	constructor() {
		super();
		// Quick fixes alone, and none of them preferred: no Fix All and no auto fix ever draws a picture.
		this.own(
			editor.registerCodeActionsProvider([...languageIds], this, {
				providedCodeActionKinds: [CodeActionKind.QuickFix],
			}),
		);
	}

	async provideCodeActions(document: TextDocument, range: Range): Promise<CodeAction[]> {
		const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		const here = (await missingIn(document)).filter(each => each.range.start <= end && each.range.end >= start);
		return here.flatMap(({ path }) => {
			const at = { document: document.uri.toString(), path };
			const name = here.length > 1 ? l10n.t(' “{0}”', path) : '';
			return [
				fix(l10n.t('Create this picture{0}', name), 'limn.createPicture', at),
				fix(l10n.t('Create this picture{0} with a prompt…', name), 'limn.createPictureWithPrompt', at),
				fix(l10n.t('Put a placeholder{0} now', name), 'limn.putPlaceholder', at),
			];
		});
	}
}

function fix(title: string, command: string, at: object): CodeAction {
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	action.command = { title, command, arguments: [at] };
	return action;
}
