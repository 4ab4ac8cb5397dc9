// The engine over ONNX Runtime's C API: loads and runs off the event loop, and stops inside a run.
import type { BuiltPart } from '../../models/family.ts';
import { cApiSession, type Native } from './c-api-session.ts';
import { OrtApi, type Pointer } from './capi.ts';
import { engineFailure, noDevice } from './failures.ts';
import { lane } from './lane.ts';
import { configFor, optimisation, type SessionConfig } from './options.ts';
import { providers } from './providers/index.ts';
import type { Engine, Session, SessionSettings } from './session.ts';
import { slots } from './slots.ts';

/**
 * Loads the runtime library at the absolute path `library`, once per process; `config` goes into every session.
 * Throws `cannotRead` when there is none and `runtimeMismatch` when it does not fit.
 */
export async function cApiEngine(library: string, config: SessionConfig): Promise<Engine> {
	const api = await OrtApi.load(library, slots);
	const native: Native = {
		api,
		cpuMemory: api.make('CreateCpuMemoryInfo', arenaAllocator, defaultMemory),
		allocator: api.make('GetAllocatorWithDefaultOptions'),
		lane: lane(),
	};
	const env = api.make('CreateEnv', errorsOnly, 'limn');
	return {
		kind: 'c-api',
		version: api.version,
		open: (part, settings, signal) =>
			native.lane.enter(() => load(native, env, part, settings, config, signal), signal),
		release: () =>
			native.lane.enter(async () => {
				api.call('ReleaseMemoryInfo', native.cpuMemory);
				await api.callAsync('ReleaseEnv', [env], undefined);
			}, new AbortController().signal),
	};
}

/** OrtArenaAllocator, OrtMemTypeDefault, ORT_LOGGING_LEVEL_ERROR and GraphOptimizationLevel of onnxruntime_c_api.h. */
const arenaAllocator = 1;
const defaultMemory = 0;
const errorsOnly = 3;
const levels = { extended: 2, all: 99 } as const;

async function load(
	native: Native,
	env: Pointer,
	part: BuiltPart,
	settings: SessionSettings,
	config: SessionConfig,
	signal: AbortSignal,
): Promise<Session> {
	const { api } = native;
	const place = { directory: part.directory, device: settings.device };
	const options = api.make('CreateSessionOptions');
	try {
		api.call('SetSessionGraphOptimizationLevel', options, levels[await optimisation(part.directory)]);
		configure(api, options, settings, { ...configFor(part.directory), ...config });
		const handle = new BigUint64Array(1);
		await api.callAsync('CreateSessionFromArray', [env, part.graph, part.graph.byteLength, options, handle], undefined);
		return await owned(api, handle[0], () => {
			signal.throwIfAborted();
			return cApiSession(native, handle[0], place);
		});
	} catch (error) {
		signal.throwIfAborted();
		throw engineFailure(error, { what: 'load', ...place });
	} finally {
		api.call('ReleaseSessionOptions', options);
	}
}

/** What `make` makes of a session's handle; when it throws, nobody has the handle, and it is released. */
async function owned(api: OrtApi, handle: Pointer, make: () => Session): Promise<Session> {
	try {
		return make();
	} catch (error) {
		await api.callAsync('ReleaseSession', [handle], undefined);
		throw error;
	}
}

function configure(api: OrtApi, options: Pointer, settings: SessionSettings, config: SessionConfig): void {
	api.call('SetIntraOpNumThreads', options, settings.threads);
	for (const [key, value] of Object.entries(config)) {
		api.call('AddSessionConfigEntry', options, key, value);
	}
	try {
		providers[settings.device].append(api, options);
	} catch (error) {
		throw noDevice(settings.device, error instanceof Error ? error.message : String(error));
	}
}
