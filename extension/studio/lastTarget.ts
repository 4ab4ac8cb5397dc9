// The last Markdown editor that was looked at: where the Studio inserts, even while the Studio itself has the focus.
import { EventEmitter, window, type TextEditor } from 'vscode';
import { Current, Disposable } from '../lifetime.ts';
import { isOpen, placeTrouble, Target } from '../target.ts';

export class LastTarget extends Disposable {
	readonly #target = this.own(new Current<Target>());
	readonly #changed = this.own(new EventEmitter<Target | undefined>());
	/** Another document, or none any more. */
	readonly onDidChange = this.#changed.event;

	constructor() {
		super();
		this.own(window.onDidChangeActiveTextEditor(editor => this.#follow(editor)));
		this.own(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)));
		this.own(
			window.tabGroups.onDidChangeTabs(() => {
				if (this.value && !isOpen(this.value.home)) this.#set(undefined);
			}),
		);
		for (const editor of window.visibleTextEditors) this.#follow(editor);
		this.#follow(window.activeTextEditor);
	}

	get value(): Target | undefined {
		return this.#target.value;
	}

	#follow(editor: TextEditor | undefined): void {
		if (editor && !placeTrouble(editor.document)) this.#set(Target.in(editor));
	}

	#set(target: Target | undefined): void {
		const other = target?.document !== this.value?.document;
		this.#target.set(target);
		if (other) this.#changed.fire(target);
	}
}
