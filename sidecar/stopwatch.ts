// Where a picture's seconds went.
import type { ProgressParams } from './protocol/methods.ts';

export type Stage = ProgressParams['stage'];

export class Stopwatch {
	readonly #begun = performance.now();
	readonly #spent = new Map<Stage, number>();
	#stage: Stage;
	#since = this.#begun;

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	/** The stage whose time is running. */
	get stage(): Stage {
		return this.#stage;
	}

	/** Milliseconds since the watch was made. */
	get total(): number {
		return performance.now() - this.#begun;
	}

	/** From here on time belongs to `stage`. */
	enter(stage: Stage): void {
		const now = performance.now();
		this.#spent.set(this.#stage, (this.#spent.get(this.#stage) ?? 0) + now - this.#since);
		this.#stage = stage;
		this.#since = now;
	}

	/** Seconds spent in a stage that was left. */
	in(stage: Stage): number {
		return Math.round(this.#spent.get(stage) ?? 0) / 1000;
	}
}
