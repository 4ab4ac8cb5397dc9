#!/usr/bin/env node
// `limn`: the command line, a front end of the sidecar like the editor.
import { cannotWrite, codeOf } from '../files/trouble.ts';
import { sentence } from '../protocol/wording.ts';
import { limnVersion } from '../version.ts';
import { commands } from './commands.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { runCommand } from './run.ts';
import { processTerminal } from './terminal.ts';

const help = [
	'limn: turns words into pictures, on this machine.',
	'',
	'Usage: limn COMMAND [options]',
	'',
	...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
	'',
	'limn COMMAND --help says more. Folders of models are named by LIMN_MODELS, separated like PATH.',
	'',
	exitCodesHelp,
].join('\n');

async function main([name, ...rest]: readonly string[]): Promise<number> {
	const terminal = processTerminal();
	if (name === 'help' && rest.length > 0) return await main([rest[0], '--help']);
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		terminal.out(help);
		return name === undefined ? exitCodes.usage : exitCodes.ok;
	}
	if (name === '--version') {
		terminal.out(limnVersion(import.meta.dirname));
		return exitCodes.ok;
	}
	const command = commands.find(each => each.name === name);
	if (command) return await runCommand(command, rest, terminal);
	terminal.err(`limn has no command “${name}”. Its commands: ${commands.map(each => each.name).join(', ')}.`);
	return exitCodes.usage;
}

// Results that nobody reads any more (limn … | head) are no error; results that a full disk refuses are.
process.stdout.on('error', error => {
	if (codeOf(error) === 'EPIPE') process.exit(exitCodes.ok);
	processTerminal().err(`limn: ${sentence(cannotWrite('standard output', error).failure)}`);
	process.exit(exitCodes.failure);
});
// The work does not need its notes to be read.
process.stderr.on('error', () => {});
void main(process.argv.slice(2)).then(code => (process.exitCode = code));
