// The webview that shows the Studio's page: what it may load, and the messages to and from it.
import { randomBytes } from 'node:crypto';
import { Uri, type WebviewPanel } from 'vscode';
import { studioPage, type FromStudio, type ToStudio } from '../../webview/protocol.ts';
import { Disposable } from '../lifetime.ts';

export class Panel extends Disposable {
	readonly #panel: WebviewPanel;

	constructor(panel: WebviewPanel, extension: Uri, onMessage: (message: FromStudio) => void) {
		super();
		this.#panel = this.own(panel);
		const dist = Uri.joinPath(extension, 'dist');
		const address = (...path: string[]) => panel.webview.asWebviewUri(Uri.joinPath(dist, ...path)).toString();
		panel.iconPath = Uri.joinPath(extension, 'extension', 'media', 'icon.png');
		panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
		this.own(panel.webview.onDidReceiveMessage(onMessage));
		panel.webview.html = studioPage({
			cspSource: panel.webview.cspSource,
			nonce: randomBytes(16).toString('hex'),
			script: address('studio.js'),
			style: address('studio.css'),
			codicons: address('codicons', 'codicon.css'),
		});
	}

	/** Sends a message. A hidden page is gone and hears nothing: it asks for a snapshot when it is shown again. */
	send(message: ToStudio): boolean {
		if (this.ended || !this.#panel.visible) return false;
		void this.#panel.webview.postMessage(message);
		return true;
	}

	reveal(): void {
		this.#panel.reveal();
	}
}
