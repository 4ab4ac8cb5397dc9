// A waiting line: one piece of work at a time, in order of arrival; who gives up waiting leaves it at once.
import { fail } from './protocol/failure.ts';

export class Line {
	readonly #waiting: (() => void)[] = [];
	#busy = false;

	/** How many wait behind the running one. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** Whether something runs. */
	get busy(): boolean {
		return this.#busy;
	}

	/** Runs `work` when its turn comes; throws `cancelled` if the signal is aborted before that. */
	async enter<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
		await this.#turn(signal);
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#busy = false;
		}
	}

	#turn(signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal.aborted) return reject(fail({ kind: 'cancelled' }));
			if (!this.#busy) {
				this.#busy = true;
				return resolve();
			}
			const leave = () => {
				this.#waiting.splice(this.#waiting.indexOf(begin), 1);
				reject(fail({ kind: 'cancelled' }));
			};
			const begin = () => {
				signal.removeEventListener('abort', leave);
				resolve();
			};
			this.#waiting.push(begin);
			signal.addEventListener('abort', leave, { once: true });
		});
	}
}
