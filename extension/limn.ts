// What every command is given: the parts that `activate` built.
import type { LogOutputChannel, Uri } from 'vscode';
import type { Manifests } from './assets/manifests.ts';
import type { Engine } from './engine.ts';
import type { ReportDocument } from './reportDocument.ts';
import type { Studio } from './studio/studio.ts';

export interface Limn {
	readonly engine: Engine;
	readonly studio: Studio;
	readonly manifests: Manifests;
	readonly report: ReportDocument;
	readonly log: LogOutputChannel;
	/** The extension's folder. */
	readonly extension: Uri;
	/** Where pictures are kept whose place is gone. */
	readonly storage: Uri;
	/** The extension's own version. */
	readonly version: string;
}
