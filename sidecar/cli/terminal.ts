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
		out: line => void process.stdout.write(`${plain(line)}\n`),
		err: line => void process.stderr.write(`${wipe}${plain(line)}\n`),
		over: line => {
			if (live) process.stderr.write(`${wipe}${plain(line).slice(0, (process.stderr.columns || 80) - 1)}`);
		},
	};
}

/**
 * The line with control characters written out as JSON writes them, and those that turn the direction of words: a
 * stranger's file must not move the cursor, name the window, paint, or read as something else. Tabs and line ends stay.
 */
export function plain(line: string): string {
	return line.replace(
		/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
		sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
