// What the environment says about how the sidecar behaves: for tests and for those who must.

export interface Settings {
	/** Milliseconds without a question until loaded models are dropped. */
	readonly dropAfter: number;
	/** Milliseconds without a question until the process ends. */
	readonly endAfter: number;
	/** Bytes of weights that may be loaded at once on the processor. */
	readonly budget: number;
	/** Processor threads inside one operator; 0 lets the runtime choose. */
	readonly threads: number;
	/** Whether the event loop's longest absence is logged after each job. */
	readonly measure: boolean;
	/** Whether places of other programs may be looked into for models. */
	readonly findModels: boolean;
}

/** Reads `LIMN_*`; what is absent or not a number is as usual. */
export function settingsFrom(environment: NodeJS.ProcessEnv, totalMemory: number): Settings {
	const number = (name: string, usual: number): number => {
		const value = Number(environment[name] ?? NaN);
		return Number.isFinite(value) && value >= 0 ? value : usual;
	};
	return {
		dropAfter: number('LIMN_DROP_SECONDS', 5 * 60) * 1000,
		endAfter: number('LIMN_END_SECONDS', 15 * 60) * 1000,
		budget: number('LIMN_MEMORY_MB', totalMemory / 2 ** 21) * 2 ** 20,
		threads: number('LIMN_THREADS', 0),
		measure: environment['LIMN_MEASURE'] === '1',
		findModels: environment['LIMN_FIND_MODELS'] !== '0',
	};
}
