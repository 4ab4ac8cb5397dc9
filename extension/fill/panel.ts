// The panel that shows the missing pictures of a place.
import { randomBytes } from 'node:crypto';
import { l10n, Uri, ViewColumn, window } from 'vscode';
import type { FromFill } from '../../webview/fillProtocol.ts';
import { studioPage } from '../../webview/protocol.ts';
import type { Missing } from '../../sidecar/documents/plan.ts';
import type { Engine } from '../engine.ts';
import { inBackground } from '../tell.ts';
import { FillDesk } from './desk.ts';

/** Opens a panel of its own; closing it ends its work, and what was not written is gone. */
export function openFill(engine: Engine, extension: Uri, missing: readonly Missing<Uri>[]): void {
	const dist = Uri.joinPath(extension, 'dist');
	const panel = window.createWebviewPanel('limn.fill', l10n.t('Missing Pictures'), ViewColumn.Active, {
		enableScripts: true,
		localResourceRoots: [dist],
		// Words that are being written, and the place in the list, outlive a look at another tab.
		retainContextWhenHidden: true,
	});
	const address = (...path: string[]) => panel.webview.asWebviewUri(Uri.joinPath(dist, ...path)).toString();
	const desk = new FillDesk(engine, missing, message => void panel.webview.postMessage(message));
	panel.iconPath = Uri.joinPath(extension, 'extension', 'media', 'icon.png');
	panel.webview.onDidReceiveMessage((message: FromFill) => inBackground(desk.answer(message)));
	panel.onDidDispose(() => desk.dispose());
	panel.webview.html = studioPage({
		cspSource: panel.webview.cspSource,
		nonce: randomBytes(16).toString('hex'),
		script: address('fill.js'),
		style: address('fill.css'),
		codicons: address('codicons', 'codicon.css'),
	});
}
