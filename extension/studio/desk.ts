// The Studio's desk: owns all that must outlive a hidden page, and does what the page asks for.
import { commands, env, l10n, window, workspace } from 'vscode';
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
import { Disposable } from '../lifetime.ts';
import { tryPlace } from '../place.ts';
import { settingsFor, type Settings } from '../settings.ts';
import { baseName, type Target } from '../target.ts';
import { press } from '../tell.ts';
import type { Gallery, GalleryPicture } from './gallery.ts';
import { StudioJob, type Order } from './job.ts';
import { LastTarget } from './lastTarget.ts';
import { looksLikePicture } from './start.ts';
import { failureFor, pictureFor, statusFor } from './words.ts';

export class Desk extends Disposable {
	readonly #engine: Engine;
	readonly #gallery: Gallery;
	/** Says whether there was a page to send it to. */
	readonly #send: (message: ToStudio) => boolean;
	readonly #target = this.own(new LastTarget());
	readonly #job: StudioJob;
	#models: readonly ModelCard[] = [];
	#start: StartPicture | undefined;
	/** A failure and a wish for the form that came while no page was there to show them. */
	#unseen: StudioFailure | undefined;
	#draft: RecipeDraft | undefined;

	constructor(engine: Engine, gallery: Gallery, send: (message: ToStudio) => boolean) {
		super();
		this.#engine = engine;
		this.#gallery = gallery;
		this.#send = send;
		this.#job = new StudioJob(engine, gallery, send);
		this.own(engine.onDidChange(state => send({ type: 'status', ...statusFor(state) })));
		this.own(this.#target.onDidChange(target => send({ type: 'target', ...named(target) })));
	}

	/** Fills the form, at once or when the page is there. */
	fill(draft: RecipeDraft): void {
		if (!this.#send({ type: 'recipe', recipe: draft })) this.#draft = draft;
	}

	/** Does what the page asks; a failure is shown there, and stays until it is followed by something else. */
	async answer(message: FromStudio): Promise<void> {
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

	async #generate(order: Order): Promise<void> {
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
	return { name: picture.recipe.prompt || picture.making.modelName, bytes: picture.bytes };
}

function named(target: Target | undefined): Pick<Snapshot, 'target'> {
	return target ? { target: { name: baseName(target.home) } } : {};
}
