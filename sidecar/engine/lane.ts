// One thing at a time: native calls queue here, and whoever waits may leave without stopping what runs.

export interface Lane {
	/**
	 * Does `work` once everything before it is done. An abort rejects at once with the signal's reason: work that has not
	 * begun is dropped; work that has begun keeps the lane until it returns, and its result is thrown away.
	 */
	enter<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function lane(): Lane {
	let last: Promise<unknown> = Promise.resolve();
	return {
		enter(work, signal) {
			const mine = last.then(() => {
				signal.throwIfAborted();
				return work();
			});
			last = mine.catch(() => undefined);
			return leavable(mine, signal);
		},
	};
}

function leavable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason as Error);
		signal.addEventListener('abort', leave, { once: true });
		void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
		if (signal.aborted) leave();
	});
}
