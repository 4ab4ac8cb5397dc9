// How often a dying sidecar is started again before someone must look: the policy as a value.

export interface RestartPolicy {
	/** Restarts allowed within the window. */
	readonly most: number;
	/** Milliseconds. */
	readonly window: number;
}

/** What editors do with their language servers: four restarts in three minutes. */
export const usualRestarts: RestartPolicy = { most: 4, window: 180_000 };

/** Deaths that still count at `now`; all are milliseconds of one clock. */
export function recentDeaths(deaths: readonly number[], now: number, policy: RestartPolicy): readonly number[] {
	return deaths.filter(death => now - death < policy.window);
}

/** Whether another start is due to fail like the ones before. */
export function givesUp(deaths: readonly number[], now: number, policy: RestartPolicy): boolean {
	return recentDeaths(deaths, now, policy).length > policy.most;
}

/** The exit code of a sidecar that ended itself for want of work: no death. */
export const rested = 86;
