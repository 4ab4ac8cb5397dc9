// The Studio: its one panel, opened, brought back after a reload, and tied to the desk that does the work.
import { ViewColumn, window, workspace, type Uri, type WebviewPanel } from 'vscode';
import type { ToStudio } from '../../webview/protocol.ts';
import type { Engine } from '../engine.ts';
import { Current, Disposable } from '../lifetime.ts';
import { Desk } from './desk.ts';
import type { Gallery } from './gallery.ts';
import { Panel } from './panel.ts';

const viewType = 'limn.studio';

export class Studio extends Disposable {
	/** The extension's folder. */
	readonly #extension: Uri;
	readonly #panel = this.own(new Current<Panel>());
	readonly #desk: Desk;

	constructor(engine: Engine, gallery: Gallery, extension: Uri) {
		super();
		this.#extension = extension;
		this.#desk = this.own(new Desk(engine, gallery, message => this.#send(message)));
		this.own(workspace.onDidGrantWorkspaceTrust(() => void this.#desk.answer({ type: 'ready' })));
		this.own(
			window.registerWebviewPanelSerializer(viewType, {
				deserializeWebviewPanel: async panel => this.#adopt(panel),
			}),
		);
	}

	/** Shows the panel; selected words of the editor become its prompt. */
	open(): void {
		const editor = window.activeTextEditor;
		const prompt = editor?.document.getText(editor.selection).trim();
		if (prompt) this.#desk.fill({ prompt });
		if (this.#panel.value) this.#panel.value.reveal();
		else
			this.#adopt(window.createWebviewPanel(viewType, 'Limn Studio', editor ? ViewColumn.Beside : ViewColumn.Active));
	}

	#adopt(view: WebviewPanel): void {
		// The desk words its failures itself: there is nothing to wait for.
		const panel = new Panel(view, this.#extension, message => void this.#desk.answer(message));
		view.onDidDispose(() => {
			if (this.#panel.value === panel) this.#panel.set(undefined);
		});
		this.#panel.set(panel);
	}

	/** Whether there was a page to send it to. */
	#send(message: ToStudio): boolean {
		return this.#panel.value?.send(message) ?? false;
	}
}
