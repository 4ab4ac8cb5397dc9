// The process's own life: it ends with its parent, and when nobody has asked for anything for long.
import { rested } from './client/restarts.ts';

/** Milliseconds between two looks at the parent. */
const beat = 1000;

/** Ends this process within two seconds of its parent's end, whatever native code is doing. */
export function endWithParent(): void {
	const parent = process.ppid;
	process.once('disconnect', endNow);
	// A parent that was killed may leave the channel open in a child of its own; its children get another parent.
	setInterval(() => {
		if (process.ppid !== parent) endNow();
	}, beat).unref();
}

/** Nothing here is worth saving, and an orderly exit would wait for a network that runs. */
function endNow(): void {
	process.kill(process.pid, 'SIGKILL');
}

export interface IdleSettings {
	/** Milliseconds without a question until caches are dropped. */
	readonly dropAfter: number;
	/** Milliseconds without a question until the process ends. */
	readonly endAfter: number;
	readonly drop: () => Promise<void>;
}

/** Watches for idleness from the end of the first work on. Call the result when work begins, and what that returns when it ends. */
export function idleWatch({ dropAfter, endAfter, drop }: IdleSettings): () => () => void {
	let working = 0;
	let dropping: NodeJS.Timeout | undefined;
	let ending: NodeJS.Timeout | undefined;
	return () => {
		working++;
		clearTimeout(dropping);
		clearTimeout(ending);
		return () => {
			working--;
			if (working === 0) arm();
		};
	};

	function arm(): void {
		dropping = setTimeout(() => void drop(), dropAfter);
		ending = setTimeout(() => process.exit(rested), endAfter);
	}
}
