// The doctor's report as a read-only document, shown in Markdown's preview.
import { commands, EventEmitter, Uri, workspace } from 'vscode';
import { Disposable } from './lifetime.ts';

const uri = Uri.from({ scheme: 'limn-report', path: '/Limn Doctor.md' });
const preview = 'markdown.showPreview';

export class ReportDocument extends Disposable {
	readonly #changed = this.own(new EventEmitter<Uri>());
	#text = '';

	constructor() {
		super();
		this.own(
			workspace.registerTextDocumentContentProvider(uri.scheme, {
				onDidChange: this.#changed.event,
				provideTextDocumentContent: () => this.#text,
			}),
		);
	}

	/** Shows the report, or its text where VS Code's Markdown is switched off. */
	async show(report: string): Promise<void> {
		this.#text = report;
		this.#changed.fire(uri);
		const known = await commands.getCommands(true);
		await commands.executeCommand(known.includes(preview) ? preview : 'vscode.open', uri);
	}
}
