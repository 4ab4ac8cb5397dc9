// The environment a sidecar is started with: the parent's, without what would change how Node starts.

/** Debuggers and editors put these into every child; a sidecar must not attach to them. */
const unwanted = /^(NODE_OPTIONS|NODE_CHANNEL_.*|NODE_UNIQUE_ID|ELECTRON_.*|VSCODE_.*)$/i;

/**
 * The child's variables.
 * `electron`: the parent's program is Electron, which acts as Node only when told so.
 */
export function childEnvironment(
	parent: Readonly<Record<string, string | undefined>>,
	electron: boolean,
	extra: Readonly<Record<string, string>>,
): Record<string, string> {
	const kept = Object.entries(parent).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !unwanted.test(entry[0]),
	);
	return {
		...Object.fromEntries(kept),
		// Network runs, file reads and sharp share libuv's pool; four threads let a run delay a file read.
		UV_THREADPOOL_SIZE: '8',
		...(electron ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
		...extra,
	};
}
