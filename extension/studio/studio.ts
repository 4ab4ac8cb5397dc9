// The Studio's host: owns all that must outlive a hidden page, and does what the page asks for.
import type { Uri } from 'vscode';
import { commands, env, l10n, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import { fail, failureOf } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type {
	FromStudio,
	RecipeDraft,
	Snapshot,
	StartPicture,
	StudioFailure,
	ToStudio,
} from '../../webview/protocol.ts';
import { markdownLink } from '../destinations/index.ts';
import type { Engine } from '../engine.ts';
import type { Remedy } from '../failures.ts';
import { shown } from '../files.ts';
import { saveAs } from '../keep.ts';
import { Current, Disposable } from '../lifetime.ts';
import { tryPlace } from '../place.ts';
import { settingsFor, type Settings } from '../settings.ts';
import { baseName, type Target } from '../target.ts';
import { press } from '../tell.ts';
import type { Gallery, GalleryPicture } from './gallery.ts';
import { StudioJob } from './job.ts';
import { LastTarget } from './lastTarget.ts';
import { Panel } from './panel.ts';
import { looksLikePicture } from './start.ts';
import { failureFor, pictureFor, statusFor } from './words.ts';

const viewType = 'limn.studio';

export class Studio extends Disposable {
	readonly #engine: Engine;
	readonly #gallery: Gallery;
	/** The extension's folder. */
	readonly #extension: Uri;
	readonly #panel = this.own(new Current<Panel>());
	readonly #target = this.own(new LastTarget());
	readonly #job: StudioJob;
	#models: readonly ModelCard[] = [];
	#start: StartPicture | undefined;
	/** A failure that came while no page was there to show it. */
	#unseen: StudioFailure | undefined;
	/** What the form is to hold when the page next asks. */
	#draft: RecipeDraft | undefined;

	constructor(engine: Engine, gallery: Gallery, extension: Uri) {
		super();
		this.#engine = engine;
		this.#gallery = gallery;
		this.#extension = extension;
		this.#job = new StudioJob(engine, gallery, message => this.#send(message));
		this.own(engine.onDidChange(state => this.#send({ type: 'status', ...statusFor(state) })));
		this.own(this.#target.onDidChange(target => this.#send({ type: 'target', ...named(target) })));
		this.own(workspace.onDidGrantWorkspaceTrust(() => void this.#answer({ type: 'ready' })));
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
		this.#draft = prompt ? { prompt } : undefined;
		if (!this.#panel.value) {
			const column = editor ? ViewColumn.Beside : ViewColumn.Active;
			this.#adopt(window.createWebviewPanel(viewType, 'Limn Studio', column));
			return;
		}
		this.#panel.value.reveal();
		if (this.#draft) this.#send({ type: 'recipe', recipe: this.#draft });
	}

	#adopt(view: WebviewPanel): void {
		const panel = new Panel(view, this.#extension, message => void this.#answer(message));
		view.onDidDispose(() => {
			if (this.#panel.value === panel) this.#panel.set(undefined);
		});
		this.#panel.set(panel);
	}

	/** Whether there was a page to send it to. */
	#send(message: ToStudio): boolean {
		return this.#panel.value?.send(message) ?? false;
	}

	/** Does what the page asks; a failure is shown there, and stays until it is followed by something else. */
	async #answer(message: FromStudio): Promise<void> {
		try {
			await this.#do(message);
		} catch (error) {
			this.#fail(failureFor(failureOf(error)));
		}
	}

	#fail(failure: StudioFailure): void {
		const seen = this.#send({ type: 'failure', ...failure });
		if (!seen) this.#unseen = failure;
	}

	async #do(message: FromStudio): Promise<unknown> {
		switch (message.type) {
			case 'ready':
				return this.#introduce();
			case 'generate':
				return this.#generate(message);
			case 'cancel':
				return this.#job.cancel();
			case 'insert':
				return this.#insert(this.#picture(message.picture));
			case 'saveTo':
				return this.#saveTo(this.#picture(message.picture));
			case 'remove':
				this.#gallery.remove(message.picture);
				return this.#send({ type: 'removed', picture: message.picture });
			case 'reuse':
				return this.#reuse(this.#picture(message.picture));
			case 'useAsStart':
				return this.#begin(startOf(this.#picture(message.picture)));
			case 'setStart':
				return this.#begin(message);
			case 'chooseStart':
				return this.#chooseStart();
			case 'clearStart':
				return this.#begin(undefined);
			case 'copySeed':
				return env.clipboard.writeText(String(message.seed));
			case 'openSettings':
				return commands.executeCommand('workbench.action.openSettings', 'limn.');
			case 'act':
				return press(message.action as Remedy);
		}
	}

	/** Tells a new page all that it shows, and then the models, which a process must be asked for. */
	async #introduce(): Promise<void> {
		await this.#gallery.load();
		const { running } = this.#job;
		const snapshot: Snapshot = {
			models: this.#models,
			model: this.#chosenModel(),
			status: statusFor(this.#engine.state),
			pictures: this.#gallery.pictures.map(pictureFor),
			...named(this.#target.value),
			...(running ? { running } : {}),
			...(this.#start ? { start: this.#start } : {}),
			...(this.#unseen ? { failure: this.#unseen } : {}),
			...(this.#draft ? { recipe: this.#draft } : {}),
		};
		this.#draft = undefined;
		this.#unseen = undefined;
		this.#send({ type: 'snapshot', ...snapshot });
		const { models } = await this.#engine.models(AbortSignal.timeout(60_000));
		this.#models = models;
		this.#send({ type: 'models', models });
	}

	async #generate(order: Extract<FromStudio, { type: 'generate' }>): Promise<void> {
		if (this.#job.running)
			throw fail({ kind: 'badRecipe', field: 'request', why: 'came while another picture is made' });
		this.#unseen = undefined;
		try {
			await this.#job.run(order, this.#start, this.#settings());
			this.#send({ type: 'finished', outcome: 'done' });
		} catch (error) {
			const failure = failureOf(error);
			if (failure.kind !== 'cancelled') this.#fail(failureFor(failure));
			this.#send({ type: 'finished', outcome: failure.kind === 'cancelled' ? 'cancelled' : 'failed' });
		}
	}

	async #insert({ id, picture }: GalleryPicture): Promise<void> {
		const target = this.#target.value;
		if (!target) throw fail({ kind: 'noPlace', document: '', why: 'none' });
		const result = await tryPlace(markdownLink(target), picture);
		if ('why' in result) this.#fail({ what: result.why, next: l10n.t('The picture stays here.'), actions: [] });
		else this.#placed(id, 'inserted', shown(target.home));
	}

	async #saveTo({ id, picture }: GalleryPicture): Promise<void> {
		const file = await saveAs(picture);
		if (file) this.#placed(id, 'saved', shown(file));
	}

	#placed(picture: string, how: 'inserted' | 'saved', where: string): void {
		this.#gallery.addPlace(picture, { how, where });
		this.#send({ type: 'placed', picture, how, where });
	}

	#reuse({ picture, start }: GalleryPicture): void {
		const { start: begin, ...recipe } = picture.recipe;
		this.#begin(start);
		this.#send({ type: 'recipe', recipe: { ...recipe, ...(begin ? { strength: begin.strength } : {}) } });
	}

	/** Throws `badPicture` where the bytes are none. */
	#begin(start: StartPicture | undefined): void {
		if (start && !looksLikePicture(start.bytes)) {
			throw fail({ kind: 'badPicture', path: start.name, why: 'it does not begin like one' });
		}
		this.#start = start && { name: start.name, bytes: start.bytes };
		this.#send({ type: 'start', ...(this.#start ? { start: this.#start } : {}) });
	}

	async #chooseStart(): Promise<void> {
		const filters = { [l10n.t('Pictures')]: ['png', 'jpg', 'jpeg', 'webp', 'avif'] };
		const [file] = (await window.showOpenDialog({ filters })) ?? [];
		if (file) this.#begin({ name: baseName(file), bytes: await workspace.fs.readFile(file) });
	}

	#picture(id: string): GalleryPicture {
		const found = this.#gallery.find(id);
		if (!found) throw fail({ kind: 'cannotRead', path: id, why: 'missing', detail: '' });
		return found;
	}

	#settings(): Settings {
		return settingsFor(this.#target.value?.home);
	}

	/** The model of the settings, as an id; any other than a listed one means the first. */
	#chosenModel(): string {
		const wish = this.#settings().model;
		return (this.#models.find(({ id, name }) => id === wish || name === wish) ?? this.#models[0])?.id ?? wish;
	}
}

function startOf({ picture }: GalleryPicture): StartPicture {
	return { name: picture.recipe.prompt, bytes: picture.bytes };
}

function named(target: Target | undefined): Pick<Snapshot, 'target'> {
	return target ? { target: { name: baseName(target.home) } } : {};
}
