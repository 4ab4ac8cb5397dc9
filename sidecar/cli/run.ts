// Runs one command: its arguments parsed, Ctrl-C a signal, its failure worded, an exit code in the end.
import { parseArgs } from 'node:util';
import { fail, failureOf } from '../protocol/failure.ts';
import { sentence } from '../protocol/wording.ts';
import type { Command, Values } from './command.ts';
import { exitCodeOf, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { bad } from './values.ts';

export async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
	const parsed = parse(command, args);
	if (typeof parsed === 'string') {
		terminal.err(`limn: ${parsed}\nlimn ${command.name} --help says more.`);
		if (args.includes('--json')) {
			terminal.out(JSON.stringify({ failure: bad('command line', parsed).failure }));
		}
		return exitCodes.usage;
	}
	if (parsed.values['help'] === true) {
		terminal.out(command.help);
		return exitCodes.ok;
	}
	const cancelling = new AbortController();
	const cancel = () => cancelling.abort(fail({ kind: 'cancelled' }));
	// A second Ctrl-C meets no listener, and ends the program at once; its sidecar ends with it.
	process.once('SIGINT', cancel);
	try {
		return await command.run({ ...parsed, terminal, signal: cancelling.signal });
	} catch (error) {
		const failure = failureOf(error);
		terminal.err(`limn: ${sentence(failure)}`);
		for (const line of 'lastLines' in failure ? failure.lastLines : []) terminal.err(`  log: ${line}`);
		if (parsed.values['json'] === true) terminal.out(JSON.stringify({ failure }));
		return exitCodeOf(failure);
	} finally {
		process.off('SIGINT', cancel);
	}
}

/** Node's sentence, in one line; of an option that is unknown it also tells how to write words that look like one. */
function plainly(message: string): string {
	const [, unknown] = /^Unknown option '(-[^']*)'/.exec(message) ?? [];
	if (unknown === undefined) return message.replaceAll('\n', ' ');
	return `There is no option ${unknown}. Words that begin with - stand at the end, behind --.`;
}

/** The values and words, or what is wrong with them. */
function parse(
	{ options, mostWords }: Command,
	args: readonly string[],
): { values: Values; words: readonly string[] } | string {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { ...options, help: { type: 'boolean', short: 'h' } },
			allowPositionals: true,
		});
		const surplus = positionals[mostWords];
		if (surplus !== undefined) return `“${surplus}” is one word too many. A text with blanks needs quotes round it.`;
		return { values: values as Values, words: positionals };
	} catch (error) {
		if (error instanceof TypeError && 'code' in error) return plainly(error.message);
		throw error;
	}
}
