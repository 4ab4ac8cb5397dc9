// What a command of `limn` is.
import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;
/** Values as parseArgs gives them: texts, true for flags, and lists for options that may be given several times. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command has at hand. */
export interface Call {
	readonly values: Values;
	readonly words: readonly string[];
	readonly terminal: Terminal;
	/** Aborted by the first Ctrl-C. */
	readonly signal: AbortSignal;
}

export interface Command {
	readonly name: string;
	readonly summary: string;
	/** The whole of `limn NAME --help`. */
	readonly help: string;
	readonly options: Options;
	/** How many words it takes at most, besides its options. */
	readonly mostWords: number;
	/** Gives the exit code; throws a Failure. */
	run(call: Call): Promise<number>;
}
