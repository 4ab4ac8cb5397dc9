// The engine as the editor sees it: one sidecar, started by the first request, its state, and the way to stop it.
import { EventEmitter, Uri, version, workspace, type LogOutputChannel } from 'vscode';
import { startSidecar, type JobEvents, type Sidecar, type SyncEvents } from '../sidecar/client/sidecar.ts';
import { usualRestarts } from '../sidecar/client/restarts.ts';
import type {
	AssetsPlanParams,
	AssetsPlanResult,
	AssetsSyncParams,
	AssetsSyncResult,
} from '../sidecar/protocol/assets.ts';
import { fail, failureOf } from '../sidecar/protocol/failure.ts';
import { hears } from '../sidecar/protocol/hearing.ts';
import type {
	DeviceProbeResult,
	GenerateParams,
	InitializeResult,
	InspectParams,
	InspectResult,
	LogParams,
	ModelCard,
	ModelsListResult,
	PlaceholderParams,
	PostParams,
	PostResult,
	ProgressParams,
	StatusParams,
} from '../sidecar/protocol/methods.ts';
import { portableName } from '../sidecar/protocol/names.ts';
import type { Device, DeviceWish, Picture } from '../sidecar/protocol/picture.ts';
import { fillRecipe, freshSeed, type Recipe, type RecipeWish } from '../sidecar/protocol/recipe.ts';
import { sentence } from '../sidecar/protocol/wording.ts';
import { Disposable } from './lifetime.ts';
import { findModels, modelFolders, type Settings } from './settings.ts';

/** What the engine is doing, for whoever shows it. */
export interface EngineState {
	/** `off`: no process runs. */
	readonly phase: 'off' | StatusParams['state'];
	readonly waiting: number;
	/** The device of the last job. */
	readonly device: Device | undefined;
	/** What each candidate device said, once they have been asked. */
	readonly devices: DeviceProbeResult | undefined;
	/** The names of the loaded models. */
	readonly loaded: readonly string[];
	/** The last word of the running job. */
	readonly progress: ProgressParams | undefined;
}

const off = { phase: 'off', waiting: 0, loaded: [], progress: undefined } as const;

/** How long a cancelled job may take before its process is ended, in milliseconds. */
const patience = 5000;

export class Engine extends Disposable {
	readonly #changed = this.own(new EventEmitter<EngineState>());
	readonly onDidChange = this.#changed.event;
	readonly #jobs = new Set<AbortController>();
	readonly #sidecar: Sidecar;
	readonly #log: LogOutputChannel;
	#state: EngineState = { ...off, device: undefined, devices: undefined };

	constructor(extension: Uri, log: LogOutputChannel) {
		super();
		this.#log = log;
		this.#sidecar = startSidecar({
			entry: Uri.joinPath(extension, 'dist', 'sidecar.cjs').fsPath,
			client: `vscode ${version}`,
			modelFolders,
			findModels,
			env: {},
			restarts: usualRestarts,
			patience,
			onStatus: ({ state: phase, device = this.#state.device, waiting, loaded }) =>
				this.#show({ phase, device, waiting, loaded }),
			onLog: line => write(log, line),
			onEnd: ({ code, signal }) => {
				log.info(`The sidecar ended (${signal ?? `code ${code}`}).`);
				this.#show(off);
			},
		});
		this.own({ dispose: () => void this.#sidecar.shutdown() });
		this.own(
			workspace.onDidChangeConfiguration(change => {
				// A folder that cannot be read is found by the next request, which says so.
				const concerned = ['limn.modelFolders', 'limn.findModels'].some(name => change.affectsConfiguration(name));
				if (concerned) void this.#sidecar.refresh().catch(() => {});
			}),
		);
	}

	get state(): EngineState {
		return this.#state;
	}

	/** The process that runs now, if any. */
	get pid(): number | undefined {
		return this.#sidecar.pid;
	}

	async about(): Promise<InitializeResult> {
		return this.#trusted().initialize();
	}

	async models(signal: AbortSignal): Promise<ModelsListResult> {
		return this.#trusted().modelsList(signal);
	}

	/** Asks every candidate device; the answer becomes part of the state. */
	async probe(wish: DeviceWish, signal: AbortSignal): Promise<DeviceProbeResult> {
		const devices = await this.#trusted().deviceProbe({ wish }, signal);
		this.#show({ devices });
		return devices;
	}

	/** The model of an id or name; the first where nothing is wished. Throws `modelMissing`. */
	async card(wish: string, signal: AbortSignal): Promise<ModelCard> {
		return chosenModel((await this.models(signal)).models, wish);
	}

	/** A flat picture with the path on it. */
	async placeholder(params: PlaceholderParams): Promise<Uint8Array> {
		return (await this.#trusted().placeholder(params)).bytes;
	}

	/** What a picture file says of how it was made. */
	async inspect(params: InspectParams): Promise<InspectResult> {
		return this.#trusted().inspect(params);
	}

	/** Steps over a picture that is there. */
	async post(params: PostParams): Promise<PostResult> {
		return this.#trusted().post(params);
	}

	/** Completes what a person wished for: from here on the recipe never changes. */
	async recipe(wish: RecipeWish, settings: Settings, signal: AbortSignal): Promise<Recipe> {
		const { models } = await this.models(signal);
		const card = chosenModel(models, wish.model ?? settings.model);
		const steps = settings.steps > 0 && hears(card, 'steps') ? { steps: settings.steps } : {};
		return fillRecipe({ ...steps, ...wish, model: card.id }, card.defaults, freshSeed(Math.random));
	}

	/** Makes pictures. Ends with `cancelled` when the signal aborts or someone calls `cancel`. */
	async generate(
		params: Omit<GenerateParams, 'job'>,
		events: JobEvents,
		signal: AbortSignal,
	): Promise<readonly Picture[]> {
		const { pictures } = await this.#job(signal, (sidecar, stop) =>
			sidecar.generate(params, this.#watched(events), stop),
		);
		if (!this.#state.devices) void this.#learnDevices(params.device);
		return pictures;
	}

	/** How a manifest's assets stand. */
	async assetsPlan(params: AssetsPlanParams, signal: AbortSignal): Promise<AssetsPlanResult> {
		return this.#trusted().assetsPlan(params, signal);
	}

	/** Makes assets of a manifest and writes them. Ends as `generate` does. */
	async assetsSync(
		params: Omit<AssetsSyncParams, 'job'>,
		events: SyncEvents,
		signal: AbortSignal,
	): Promise<AssetsSyncResult> {
		return this.#job(signal, (sidecar, stop) => sidecar.assetsSync(params, this.#watched(events), stop));
	}

	/** Stops every job. Pressed again while one still runs, it ends the process. */
	async cancel(): Promise<void> {
		const jobs = [...this.#jobs];
		const again = jobs.some(job => job.signal.aborted);
		for (const job of jobs) job.abort();
		if (again) await this.#sidecar.interrupt();
	}

	/** Ends the process and forgives earlier deaths; starts another at once. */
	async restart(): Promise<InitializeResult> {
		const sidecar = this.#trusted();
		await sidecar.shutdown();
		sidecar.startAgain();
		return sidecar.initialize();
	}

	/** Runs a job that `cancel` knows of. */
	async #job<Result>(
		signal: AbortSignal,
		work: (sidecar: Sidecar, stop: AbortSignal) => Promise<Result>,
	): Promise<Result> {
		const sidecar = this.#trusted();
		const job = new AbortController();
		const stop = () => job.abort();
		signal.addEventListener('abort', stop);
		this.#jobs.add(job);
		try {
			signal.throwIfAborted();
			return await work(sidecar, job.signal);
		} finally {
			signal.removeEventListener('abort', stop);
			this.#jobs.delete(job);
			if (this.#jobs.size === 0) this.#show({ progress: undefined });
		}
	}

	/** The same events, whose progress becomes part of the state. */
	#watched<Events extends Pick<JobEvents, 'onProgress'>>(events: Events): Events {
		return {
			...events,
			onProgress: (progress: ProgressParams) => {
				this.#show({ progress });
				events.onProgress(progress);
			},
		};
	}

	/** Learns what each device said, so that its reasons are shown beside the device in use. The job waits for none of it. */
	async #learnDevices(wish: DeviceWish): Promise<void> {
		try {
			await this.probe(wish, AbortSignal.timeout(60_000));
		} catch (error) {
			this.#log.warn(`The devices did not say why they work or not: ${sentence(failureOf(error))}`);
		}
	}

	/** The only way to a process: none starts in a workspace that is not trusted. */
	#trusted(): Sidecar {
		if (!workspace.isTrusted) throw fail({ kind: 'restricted' });
		return this.#sidecar;
	}

	#show(change: Partial<EngineState>): void {
		if (this.ended) return;
		this.#state = { ...this.#state, ...change };
		this.#changed.fire(this.#state);
	}
}

/** The card that a wish names, by id, name or as pictures name it; an empty wish takes the first. Throws `modelMissing`. */
function chosenModel(models: readonly ModelCard[], wish: string): ModelCard {
	const card = wish === '' ? models[0] : models.find(({ id, name }) => [id, name, portableName(id)].includes(wish));
	if (!card) throw fail({ kind: 'modelMissing', model: wish, known: models.map(({ name }) => name) });
	return card;
}

function write(log: LogOutputChannel, { level, text }: LogParams): void {
	switch (level) {
		case 'error':
			return log.error(text);
		case 'warning':
			return log.warn(text);
		case 'info':
			return log.info(text);
		case 'debug':
			return log.debug(text);
	}
}
