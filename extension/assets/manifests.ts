// The manifests of the workspace and how their assets stand: asked of the sidecar, kept until a file or a text changes.
import { EventEmitter, Uri, workspace, type TextDocument } from 'vscode';
import type { AssetsPlanResult } from '../../sidecar/protocol/assets.ts';
import { failureOf, type Failure } from '../../sidecar/protocol/failure.ts';
import type { Engine } from '../engine.ts';
import { Disposable } from '../lifetime.ts';

/** A manifest's plan, or why there is none. */
export type Look = { readonly plan: AssetsPlanResult } | { readonly failure: Failure };

/** Milliseconds without another change before everything is looked at anew. */
const calm = 300;

/** Folders of other people's work. */
const passedFolders = '**/{.*,node_modules}/**';

export class Manifests extends Disposable {
	readonly #engine: Engine;
	readonly #changed = this.own(new EventEmitter<void>());
	/** Some asset may stand otherwise than before. */
	readonly onDidChange = this.#changed.event;
	readonly #looks = new Map<string, { readonly version: number | undefined; readonly look: Promise<Look> }>();
	#timer: NodeJS.Timeout | undefined;
	#syncs = 0;

	constructor(engine: Engine) {
		super();
		this.#engine = engine;
		// Any file may be an asset, or a palette that one is made with.
		const files = this.own(workspace.createFileSystemWatcher('**/*'));
		const touched = (file: Uri) => {
			if (isManifest(file) || [...this.#looks.keys()].some(manifest => isBeside(file, manifest))) this.#stir();
		};
		for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete]) this.own(event(touched));
		this.own(
			workspace.onDidChangeTextDocument(({ document }) => {
				if (isManifest(document.uri)) this.#stir();
			}),
		);
		this.own(workspace.onDidGrantWorkspaceTrust(() => this.#stir()));
		this.own({ dispose: () => clearTimeout(this.#timer) });
	}

	/** The manifests of the workspace, by their paths. */
	async all(): Promise<readonly Uri[]> {
		const found = await workspace.findFiles('**/*.limn.json', passedFolders);
		const texts = await Promise.all(found.map(async uri => new TextDecoder().decode(await workspace.fs.readFile(uri))));
		return found
			.filter((uri, i) => isManifest(uri) && speaksOfAssets(texts[i]!))
			.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** How the assets stand by what the manifest says in the editor, or else on the disk. */
	look(manifest: Uri): Promise<Look> {
		const key = manifest.toString();
		const open = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
		const known = this.#looks.get(key);
		if (known && known.version === open?.version) return known.look;
		const look = this.#ask(manifest, open);
		this.#looks.set(key, { version: open?.version, look });
		return look;
	}

	/** The same, whatever was known until now: a file that was written this moment counts. */
	lookAgain(manifest: Uri): Promise<Look> {
		this.#looks.delete(manifest.toString());
		return this.look(manifest);
	}

	/** Writes assets: everything is looked at once, afterwards. */
	async during<Result>(work: () => Promise<Result>): Promise<Result> {
		this.#syncs++;
		try {
			return await work();
		} finally {
			this.#syncs--;
			this.#renew();
		}
	}

	async #ask(manifest: Uri, open: TextDocument | undefined): Promise<Look> {
		const text = open?.isDirty ? { text: open.getText() } : {};
		try {
			const stop = new AbortController();
			return { plan: await this.#engine.assetsPlan({ manifest: manifest.fsPath, ...text }, stop.signal) };
		} catch (error) {
			return { failure: failureOf(error) };
		}
	}

	#stir(): void {
		clearTimeout(this.#timer);
		if (this.#syncs === 0) this.#timer = setTimeout(() => this.#renew(), calm);
	}

	#renew(): void {
		clearTimeout(this.#timer);
		if (this.ended) return;
		this.#looks.clear();
		this.#changed.fire();
	}
}

/** Whether a file may be a manifest; settings of checkpoints have the same ending, but speak of no assets. */
export function isManifest({ scheme, path }: Uri): boolean {
	return scheme === 'file' && path.endsWith('.limn.json');
}

/** Whether the document is a manifest as it stands. */
export function isManifestDocument(document: TextDocument): boolean {
	return isManifest(document.uri) && speaksOfAssets(document.getText());
}

const speaksOfAssets = (text: string): boolean => /"assets"\s*:/.test(text);

/** Whether a file lies in a manifest's folder, or below it. */
function isBeside(file: Uri, manifest: string): boolean {
	return file.path.startsWith(`${Uri.joinPath(Uri.parse(manifest), '..').path}/`);
}
