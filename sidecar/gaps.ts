// Measures how long the event loop was away: the proof that nothing blocks it.

/** Milliseconds between two looks. */
const beat = 2;

export class Gaps {
	#last = performance.now();
	#longest = 0;
	readonly #timer = setInterval(() => {
		const now = performance.now();
		this.#longest = Math.max(this.#longest, now - this.#last - beat);
		this.#last = now;
	}, beat);

	/** Ends the measurement; milliseconds of the longest gap. */
	stop(): number {
		clearInterval(this.#timer);
		return this.#longest;
	}
}
