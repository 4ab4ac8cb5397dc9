// The refactoring “Illustrate this selection” of Markdown: on selected words, and at a cursor only where one asks for it.
import {
	CodeAction,
	CodeActionKind,
	CodeActionTriggerKind,
	l10n,
	languages,
	type CodeActionContext,
	type CodeActionProvider,
	type Range,
	type TextDocument,
} from 'vscode';
import { Disposable } from '../lifetime.ts';
import { placeTrouble } from '../target.ts';
import { paragraphAt } from './paragraph.ts';

export class IllustrateAction extends Disposable implements CodeActionProvider {
	constructor() {
		super();
		const kinds = { providedCodeActionKinds: [CodeActionKind.Refactor] };
		this.own(languages.registerCodeActionsProvider('markdown', this, kinds));
	}

	provideCodeActions(document: TextDocument, range: Range, { triggerKind }: CodeActionContext): CodeAction[] {
		if (range.isEmpty && triggerKind !== CodeActionTriggerKind.Invoke) return [];
		if (placeTrouble(document) || !paragraphAt(document.getText(), document.offsetAt(range.end))) return [];
		const title = range.isEmpty ? l10n.t('Illustrate this paragraph') : l10n.t('Illustrate this selection');
		const action = new CodeAction(title, CodeActionKind.Refactor.append('illustrate'));
		action.command = { title, command: 'limn.illustrate' };
		return [action];
	}
}
