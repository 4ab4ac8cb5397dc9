// Asks a throw-away child process about one device; a child that crashes or hangs has answered too.
import { fork, type ChildProcess } from 'node:child_process';
import { fail } from '../protocol/failure.ts';
import { probeArguments, type ProbeAnswer, type ProbeRequest } from './probe-child.ts';
import type { Verdict } from './self-test.ts';

/** How long a device may take; a graphics driver that compiles for the first time takes seconds. */
const patience = 30_000;

/** Throws the Failure of a missing or mismatched runtime library, about which the device can do nothing. */
export async function ask(entry: string, request: ProbeRequest): Promise<Verdict> {
	const child = fork(entry, probeArguments(request), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
	const answer = await firstWord(child).finally(() => child.kill('SIGKILL'));
	if ('verdict' in answer) return answer.verdict;
	if (answer.failure.kind === 'cannotRead' || answer.failure.kind === 'runtimeMismatch') throw fail(answer.failure);
	return no(`its self-test failed: ${JSON.stringify(answer.failure)}`);
}

function firstWord(child: ChildProcess): Promise<ProbeAnswer> {
	return new Promise(resolve => {
		const timer = setTimeout(() => say(`its self-test did not end within ${patience / 1000} seconds`), patience);
		const say = (why: string) => done({ verdict: no(why) });
		const done = (answer: ProbeAnswer) => {
			clearTimeout(timer);
			resolve(answer);
		};
		child.once('message', message => done(message as ProbeAnswer));
		child.once('error', error => say(`its self-test could not start: ${error.message}`));
		child.once('exit', (code, signal) => say(`its self-test crashed (${signal ?? `exit code ${code}`})`));
	});
}

const no = (why: string): Verdict => ({ works: false, fused: false, why });
