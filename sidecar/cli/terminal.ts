// Where the command line speaks: results on standard output, everything else on standard error.

export interface Terminal {
	/** A line of result. */
	out(line: string): void;
	/** A line for a person. */
	err(line: string): void;
	/** Replaces the last line on a terminal; nothing elsewhere. */
	over(line: string): void;
	/** Whether a person looks at standard error. */
	readonly live: boolean;
}

export function processTerminal(): Terminal {
	const live = process.stderr.isTTY === true;
	const wipe = live ? '\r\x1b[2K' : '';
	return {
		live,
		out: line => void process.stdout.write(`${line}\n`),
		err: line => void process.stderr.write(`${wipe}${line}\n`),
		over: line => {
			if (live) process.stderr.write(`${wipe}${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
		},
	};
}
