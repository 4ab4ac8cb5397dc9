// The sidecar as a value: starts with the first question, starts again after a death, ends when asked.
import { CancellationTokenSource, ResponseError, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
	AssetParams,
	AssetsPlanParams,
	AssetsPlanResult,
	AssetsSyncParams,
	AssetsSyncResult,
} from '../protocol/assets.ts';
import { fail, type Failure, type FailureError } from '../protocol/failure.ts';
import * as methods from '../protocol/methods.ts';
import type { Picture } from '../protocol/picture.ts';
import { startChild, type Child, type End } from './child.ts';
import { childEnvironment } from './environment.ts';
import { givesUp, recentDeaths, rested, type RestartPolicy } from './restarts.ts';

export interface SidecarSettings {
	/** The bundled sidecar program, such as `dist/sidecar.cjs`. */
	readonly entry: string;
	/** Who asks, for the log: `vscode 1.110.0`, `limn 0.1.0`. */
	readonly client: string;
	/** Read at every start and by `refresh`. */
	readonly modelFolders: () => readonly string[];
	/** Whether models of other programs are looked for; read as often. */
	readonly findModels: () => boolean;
	/** Variables for the process, besides the parent's. */
	readonly env: Readonly<Record<string, string>>;
	readonly restarts: RestartPolicy;
	/** Milliseconds a cancelled job may take to stop before its process is ended. */
	readonly patience: number;
	readonly onStatus: (status: methods.StatusParams) => void;
	readonly onLog: (log: methods.LogParams) => void;
	/** The process is gone, wanted or not; the next question starts another. */
	readonly onEnd: (end: End) => void;
}

/** What happens to one job while it runs. */
export interface JobEvents {
	readonly onProgress: (progress: methods.ProgressParams) => void;
	readonly onPicture: (picture: Picture, index: number) => void;
}

/** What happens to a sync while it runs. */
export interface SyncEvents extends Pick<JobEvents, 'onProgress'> {
	readonly onAsset: (asset: AssetParams) => void;
}

export interface Sidecar {
	/** The process that runs now, if any. */
	readonly pid: number | undefined;
	/** Starts the process if need be, and says what it is. */
	initialize(): Promise<methods.InitializeResult>;
	/** Tells a running process of changed model folders. */
	refresh(): Promise<void>;
	modelsList(signal: AbortSignal): Promise<methods.ModelsListResult>;
	/** Reads a model's weights to tell them from others. */
	modelHash(params: methods.ModelHashParams, signal: AbortSignal): Promise<methods.ModelHashResult>;
	deviceProbe(params: methods.DeviceProbeParams, signal: AbortSignal): Promise<methods.DeviceProbeResult>;
	/** Makes a placeholder, without any model. */
	placeholder(params: methods.PlaceholderParams): Promise<methods.PlaceholderResult>;
	/** How a manifest's assets stand. */
	assetsPlan(params: AssetsPlanParams, signal: AbortSignal): Promise<AssetsPlanResult>;
	/** Makes assets of a manifest and writes them. An abort is as with `generate`; what was made until then stays. */
	assetsSync(params: Omit<AssetsSyncParams, 'job'>, events: SyncEvents, signal: AbortSignal): Promise<AssetsSyncResult>;
	/** What a picture file says of how it was made. */
	inspect(params: methods.InspectParams): Promise<methods.InspectResult>;
	/** Works on a picture that is there, without any model. */
	post(params: methods.PostParams): Promise<methods.PostResult>;
	/** Makes pictures. An abort stops the job; a job that does not stop within the patience takes its process along. */
	generate(
		params: Omit<methods.GenerateParams, 'job'>,
		events: JobEvents,
		signal: AbortSignal,
	): Promise<methods.GenerateResult>;
	/** Ends the process now, whatever it does: the second press of a cancel button. */
	interrupt(): Promise<void>;
	/** Forgives earlier deaths: the next question starts a process again. */
	startAgain(): void;
	/** Asks the process to end, waits two seconds, ends it. Later questions start another. */
	shutdown(): Promise<void>;
}

interface Running {
	readonly child: Child;
	readonly initialized: Promise<methods.InitializeResult>;
	/** Why we end it ourselves, once we do. */
	deliberate: 'no' | 'shutdown' | 'interrupt';
	end: End | undefined;
}

/** Makes the sidecar's value. No process starts before the first question. */
export function startSidecar(settings: SidecarSettings): Sidecar {
	let current: Running | undefined;
	let deaths: readonly number[] = [];
	let lastWords: readonly string[] = [];
	let lastJob = 0;
	const jobs = new Map<number, JobEvents & SyncEvents>();

	function running(): Running {
		if (current) return current;
		const now = performance.now();
		if (givesUp(deaths, now, settings.restarts)) {
			throw fail({ kind: 'sidecarGivesUp', deaths: deaths.length, lastLines: lastWords });
		}
		const child = startChild({
			...settings,
			env: childEnvironment(process.env, process.versions['electron'] !== undefined, settings.env),
			onProgress: progress => jobs.get(progress.job)?.onProgress(progress),
			onAsset: asset => jobs.get(asset.job)?.onAsset(asset),
			onPicture: done => jobs.get(done.job)?.onPicture(done.picture, done.index),
		});
		const initialized = request(child.connection, connection =>
			connection.sendRequest(methods.initialize, introduction()),
		);
		const started: Running = { child, initialized, deliberate: 'no', end: undefined };
		// Whoever asked hears of it through `initialized`; an unasked rejection must not end the editor.
		initialized.catch(() => {});
		void child.ended.then(end => {
			started.end = end;
			if (current === started) current = undefined;
			lastWords = end.lastLines;
			const died = started.deliberate === 'no' && end.code !== rested;
			if (died) deaths = [...recentDeaths(deaths, performance.now(), settings.restarts), performance.now()];
			settings.onEnd(end);
		});
		current = started;
		return started;
	}

	function introduction(): methods.InitializeParams {
		const { client, modelFolders, findModels } = settings;
		return { protocol: methods.protocolVersion, client, modelFolders: modelFolders(), findModels: findModels() };
	}

	/** Asks once; asks again only where the process had ended itself for want of work, and so never read the question. */
	async function ask<Result>(question: (connection: MessageConnection) => Promise<Result>): Promise<Result> {
		for (let tries = 1; ; tries++) {
			const asked = running();
			try {
				await asked.initialized;
				return await request(asked.child.connection, question);
			} catch (error) {
				if (!(error instanceof ConnectionLost)) throw error;
				const end = await asked.child.ended;
				if (asked.deliberate !== 'no') throw fail({ kind: 'cancelled' });
				if (end.code !== rested || tries === mostTries) throw deathOf(end);
			}
		}
	}

	/** Runs a job; one that does not stop within the patience after an abort takes its process along. */
	async function work<Result>(
		events: JobEvents & SyncEvents,
		signal: AbortSignal,
		send: (job: number, token: CancellationTokenSource['token']) => Promise<Result>,
	): Promise<Result> {
		const job = ++lastJob;
		jobs.set(job, events);
		const impatience = new AbortController();
		const lostPatience = () => {
			const started = current;
			const timer = setTimeout(() => {
				if (started && current === started) void end(started, 'interrupt');
			}, settings.patience);
			impatience.signal.addEventListener('abort', () => clearTimeout(timer));
		};
		signal.addEventListener('abort', lostPatience);
		try {
			return await cancellable(signal, token => send(job, token));
		} finally {
			signal.removeEventListener('abort', lostPatience);
			impatience.abort();
			jobs.delete(job);
		}
	}

	async function end(started: Running, why: 'shutdown' | 'interrupt'): Promise<void> {
		started.deliberate = why;
		if (current === started) current = undefined;
		started.child.kill();
		await started.child.ended;
	}

	return {
		get pid() {
			return current?.child.pid;
		},
		initialize: () => ask(async () => running().initialized),
		async refresh() {
			if (current) await ask(connection => connection.sendRequest(methods.initialize, introduction()));
		},
		modelsList: signal =>
			cancellable(signal, token => ask(connection => connection.sendRequest(methods.modelsList, token))),
		modelHash: (params, signal) =>
			cancellable(signal, token => ask(connection => connection.sendRequest(methods.modelHash, params, token))),
		deviceProbe: (params, signal) =>
			cancellable(signal, token => ask(connection => connection.sendRequest(methods.deviceProbe, params, token))),
		placeholder: params => ask(connection => connection.sendRequest(methods.placeholder, params)),
		inspect: params => ask(connection => connection.sendRequest(methods.inspect, params)),
		post: params => ask(connection => connection.sendRequest(methods.post, params)),
		assetsPlan: (params, signal) =>
			cancellable(signal, token => ask(connection => connection.sendRequest(methods.assetsPlan, params, token))),
		assetsSync: (params, events, signal) =>
			work({ ...events, onPicture: () => {} }, signal, (job, token) =>
				ask(connection => connection.sendRequest(methods.assetsSync, { ...params, job }, token)),
			),
		generate: (params, events, signal) =>
			work({ ...events, onAsset: () => {} }, signal, (job, token) =>
				ask(connection => connection.sendRequest(methods.generate, { ...params, job }, token)),
			),
		async interrupt() {
			if (current) await end(current, 'interrupt');
		},
		startAgain() {
			deaths = [];
		},
		async shutdown() {
			const started = current;
			if (!started) return;
			started.deliberate = 'shutdown';
			current = undefined;
			// A process that answers nothing is ended all the same.
			request(started.child.connection, connection => connection.sendRequest(methods.shutdown)).catch(() => {});
			const timer = setTimeout(() => started.child.kill(), 2000);
			await started.child.ended;
			clearTimeout(timer);
		},
	};
}

/** How often a question may meet a process that is just ending for want of work. */
const mostTries = 3;

/** The channel closed before an answer came. */
class ConnectionLost extends Error {}

/** Sends a request; the far side's failures come back as failures, a lost channel as ConnectionLost. */
async function request<Result>(
	connection: MessageConnection,
	question: (connection: MessageConnection) => Promise<Result>,
): Promise<Result> {
	try {
		return await question(connection);
	} catch (error) {
		if (!(error instanceof ResponseError) || lost.has(error.code)) throw new ConnectionLost(String(error));
		throw fail(failureIn(error));
	}
}

/** vscode-jsonrpc's codes for a write or read that failed, and for a connection that closed under a request. */
const lost: ReadonlySet<number> = new Set([-32099, -32098, -32097, -32096]);

function failureIn(error: ResponseError<unknown>): Failure {
	const { data } = error;
	const known = typeof data === 'object' && data !== null && 'kind' in data;
	return known ? (data as Failure) : { kind: 'internal', detail: error.message };
}

function deathOf(end: End): FailureError {
	const exit = end.signal ? `signal ${end.signal}` : end.code === null ? 'it could not be started' : `code ${end.code}`;
	return fail({ kind: 'sidecarDied', exit, lastLines: end.lastLines });
}

/** Runs `work` with the signal as the token vscode-jsonrpc knows. */
async function cancellable<Result>(
	signal: AbortSignal,
	work: (token: CancellationTokenSource['token']) => Promise<Result>,
): Promise<Result> {
	if (signal.aborted) throw fail({ kind: 'cancelled' });
	const source = new CancellationTokenSource();
	const cancel = () => source.cancel();
	signal.addEventListener('abort', cancel);
	try {
		return await work(source.token);
	} finally {
		signal.removeEventListener('abort', cancel);
		source.dispose();
	}
}
