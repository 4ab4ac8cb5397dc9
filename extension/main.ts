// The extension's start: builds its parts and registers its commands. No process starts before the first request.
import { Uri, window, type ExtensionContext } from 'vscode';
import { commands } from './commands/index.ts';
import { register } from './commands/command.ts';
import { Engine } from './engine.ts';
import type { Limn } from './limn.ts';
import { IllustrateAction } from './markdown/illustrateAction.ts';
import { MissingActions } from './missing/actions.ts';
import { MissingCount } from './missing/count.ts';
import { ReportDocument } from './reportDocument.ts';
import { Status } from './status.ts';
import { Gallery } from './studio/gallery.ts';
import { Studio } from './studio/studio.ts';

export function activate({
	extension,
	extensionUri,
	globalStorageUri,
	storageUri,
	subscriptions,
}: ExtensionContext): void {
	const own = <T extends { dispose(): unknown }>(thing: T): T => (subscriptions.push(thing), thing);

	const log = own(window.createOutputChannel('Limn', { log: true }));
	const engine = own(new Engine(extensionUri, log));
	const gallery = new Gallery(Uri.joinPath(storageUri ?? globalStorageUri, 'gallery'), log);
	const studio = own(new Studio(engine, gallery, extensionUri));
	const report = own(new ReportDocument());
	own(new Status(engine));
	own(new MissingActions());
	own(new IllustrateAction());
	own(new MissingCount());

	const { version } = extension.packageJSON as { version: string };
	const limn: Limn = { engine, studio, report, log, extension: extensionUri, storage: globalStorageUri, version };
	for (const command of commands) own(register(limn, command));
}
