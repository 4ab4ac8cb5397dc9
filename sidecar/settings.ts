// What the environment says about how the sidecar behaves: for tests and for those who must.
import { delimiter } from 'node:path';

export interface Settings {
	/** Milliseconds without a question until loaded models are dropped. */
	readonly dropAfter: number;
	/** Milliseconds without a question until the process ends. */
	readonly endAfter: number;
	/** Bytes of weights that may be loaded at once on the processor. */
	readonly budget: number;
	/** Bytes that one network may take beside its weights: on the processor, and on other devices. */
	readonly room: { readonly cpu: number; readonly other: number };
	/** Processor threads inside one operator; 0 lets the runtime choose. */
	readonly threads: number;
	/** Whether the event loop's longest absence is logged after each job. */
	readonly measure: boolean;
	/** Whether places of other programs may be looked into for models. */
	readonly findModels: boolean;
	/** Folders of wildcards, the first of which counts where several have one. */
	readonly wildcards: readonly string[];
}

/** Reads `LIMN_*`; what is absent, not a number or out of reason is as usual. */
export function settingsFrom(environment: NodeJS.ProcessEnv, totalMemory: number): Settings {
	const number = (name: string, usual: number, most: number): number => {
		const text = environment[name]?.trim();
		const value = text ? Number(text) : NaN;
		return value >= 0 && value <= most ? value : usual;
	};
	return {
		dropAfter: number('LIMN_DROP_SECONDS', 5 * 60, mostSeconds) * 1000,
		endAfter: number('LIMN_END_SECONDS', 15 * 60, mostSeconds) * 1000,
		budget: number('LIMN_MEMORY_MB', totalMemory / 2 ** 21, 2 ** 30) * 2 ** 20,
		room: {
			cpu: number('LIMN_ROOM_MB', totalMemory / 3 / 2 ** 20, 2 ** 30) * 2 ** 20,
			other: number('LIMN_ROOM_MB', usualRoom, 2 ** 30) * 2 ** 20,
		},
		threads: Math.floor(number('LIMN_THREADS', 0, 1024)),
		measure: environment['LIMN_MEASURE'] === '1',
		findModels: environment['LIMN_FIND_MODELS'] !== '0',
		wildcards: (environment['LIMN_WILDCARDS'] ?? '').split(delimiter).filter(folder => folder !== ''),
	};
}

/** Megabytes that a device is trusted with whose memory nobody knows. */
const usualRoom = 4096;

/** A timer waits 2³¹ milliseconds at most; a longer one fires at once. */
const mostSeconds = 2_000_000;
