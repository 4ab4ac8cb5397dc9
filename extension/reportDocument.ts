// Reports, such as the doctor's and a picture's recipe, as read-only documents, shown in Markdown's preview.
import { commands, EventEmitter, Uri, workspace } from 'vscode';
import { Disposable } from './lifetime.ts';

const scheme = 'limn-report';
/** Reports whose text is kept; an older one that is still open shows what it showed. */
const most = 50;
const preview = 'markdown.showPreview';

export class ReportDocument extends Disposable {
	readonly #changed = this.own(new EventEmitter<Uri>());
	readonly #texts = new Map<string, string>();

	constructor() {
		super();
		this.own(
			workspace.registerTextDocumentContentProvider(scheme, {
				onDidChange: this.#changed.event,
				provideTextDocumentContent: ({ path }) => this.#texts.get(path) ?? '',
			}),
		);
	}

	/** Shows the report under its name, or its text where VS Code's Markdown is switched off. */
	async show(name: string, report: string): Promise<void> {
		const uri = Uri.from({ scheme, path: `/${name}.md` });
		this.#texts.delete(uri.path);
		this.#texts.set(uri.path, report);
		for (const oldest of [...this.#texts.keys()].slice(0, -most)) this.#texts.delete(oldest);
		this.#changed.fire(uri);
		const known = await commands.getCommands(true);
		await commands.executeCommand(known.includes(preview) ? preview : 'vscode.open', uri);
	}
}
