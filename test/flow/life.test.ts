// The process's life and death: cancelled, killed, idle, orphaned, talked over; nothing hangs and the next job works.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import { checkFails } from './fixtures/failing.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

const tireless = { most: 1000, window: 60_000 };
/** A job that no test waits for. */
const long = { recipe: { width: 256, height: 256, steps: 1000 } };

describe('a job', function () {
	this.timeout(120_000);
	const sidecar = testSidecar();
	after(() => sidecar.shutdown());

	it('that is cancelled before it is asked for never starts', async () => {
		const signal = AbortSignal.abort();
		await checkFails(
			draw(sidecar, {}, () => assert.fail('it started'), signal),
			{ kind: 'cancelled' },
		);
	});

	for (const stage of ['load', 'encode', 'step'] as const) {
		it(`that is cancelled at its stage “${stage}” ends soon, and the process stays`, async () => {
			const cancelling = new AbortController();
			const job = draw(
				sidecar,
				long,
				progress => {
					if (progress.stage === stage) cancelling.abort();
				},
				cancelling.signal,
			);
			await checkFails(job, { kind: 'cancelled' });
			const { pid } = sidecar;
			await draw(sidecar);
			assert.equal(sidecar.pid, pid);
		});
	}

	it('that is cancelled while it waits leaves the line at once', async () => {
		const [first, second] = [new AbortController(), new AbortController()];
		const running = draw(sidecar, long, ({ stage }) => stage === 'step' && second.abort(), first.signal);
		const heard: string[] = [];
		const waiting = draw(sidecar, {}, ({ stage }) => void heard.push(stage), second.signal);
		await checkFails(waiting, { kind: 'cancelled' });
		assert.deepEqual(heard, ['queue']);
		first.abort();
		await checkFails(running, { kind: 'cancelled' });
	});

	it('that is cancelled after its end has its picture', async () => {
		const late = new AbortController();
		const { pictures } = await draw(sidecar, {}, () => {}, late.signal);
		late.abort();
		assert.equal(pictures.length, 1);
		assert.equal((await draw(sidecar)).pictures.length, 1);
	});

	it('may be cancelled a hundred times over', async () => {
		const jobs = Array.from({ length: 100 }, () => {
			const cancelling = new AbortController();
			const job = draw(sidecar, long, () => {}, cancelling.signal);
			cancelling.abort();
			return checkFails(job, { kind: 'cancelled' });
		});
		await Promise.all(jobs);
		assert.equal((await draw(sidecar)).pictures.length, 1);
	});

	it('that is interrupted ends with its process, and the next one starts another', async () => {
		const { pid } = sidecar;
		const job = draw(sidecar, long, ({ stage }) => stage === 'step' && void sidecar.interrupt());
		await checkFails(job, { kind: 'cancelled' });
		await draw(sidecar);
		assert.notEqual(sidecar.pid, pid);
	});
});

describe('a sidecar that is killed', function () {
	this.timeout(240_000);

	it('rejects its job at once at any stage, and the next question starts another', async () => {
		const sidecar = testSidecar({ restarts: tireless });
		const moments: ((progress: ProgressParams) => boolean)[] = [
			({ stage }) => stage === 'load',
			({ stage }) => stage === 'encode',
			...[1, 2, 3].map(
				at =>
					({ stage, step }: ProgressParams) =>
						stage === 'step' && step === at,
			),
			({ stage }) => stage === 'decode',
		];
		for (const moment of moments) {
			let killed = 0;
			const job = draw(sidecar, {}, progress => {
				if (killed > 0 || !moment(progress)) return;
				killed = performance.now();
				process.kill(sidecar.pid!, 'SIGKILL');
			});
			await checkFails(job, { kind: 'sidecarDied', exit: 'signal SIGKILL' });
			assert.ok(performance.now() - killed < 1000, `${performance.now() - killed} ms until the job failed`);
		}
		assert.equal((await draw(sidecar)).pictures.length, 1);
		await sidecar.shutdown();
	});

	it('too often is left alone until someone asks for it', async () => {
		const sidecar = testSidecar({ restarts: { most: 1, window: 60_000 } });
		for (let death = 0; death < 2; death++) {
			const job = draw(sidecar, {}, () => process.kill(sidecar.pid!, 'SIGKILL'));
			await checkFails(job, { kind: 'sidecarDied' });
		}
		await checkFails(draw(sidecar), { kind: 'sidecarGivesUp', deaths: 2 });
		await checkFails(draw(sidecar), { kind: 'sidecarGivesUp' });
		sidecar.startAgain();
		assert.equal((await draw(sidecar)).pictures.length, 1);
		await sidecar.shutdown();
	});

	it('because it cannot start says its last words', async () => {
		const sidecar = testSidecar({ env: { NODE_OPTIONS: '--require=/nowhere/at/all.cjs' } });
		const { exit, lastLines } = await checkFails(sidecar.initialize(), { kind: 'sidecarDied' });
		assert.equal(exit, 'code 1');
		assert.match(lastLines.join('\n'), /Cannot find module/);
	});
});

describe('a sidecar', function () {
	this.timeout(120_000);

	it('is gone two seconds after its parent was killed', async () => {
		const parent = spawn(process.execPath, ['--import', 'tsx', here('fixtures/parent.ts')], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [line] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
		const pid = Number(line);
		assert.ok(isAlive(pid));
		parent.kill('SIGKILL');
		const killed = performance.now();
		while (isAlive(pid) && performance.now() - killed < 10_000) await delay(20);
		assert.ok(performance.now() - killed < 2000, `${performance.now() - killed} ms`);
	});

	it('does not mind what native code prints', async () => {
		const env = { NODE_OPTIONS: `--require=${here('fixtures/garbage.cjs')}` };
		const sidecar = testSidecar({ env });
		assert.equal((await draw(sidecar)).pictures.length, 1);
		assert.ok(sidecar.logs.some(({ text }) => text.includes('Content-Length: 99999999999')));
		await sidecar.shutdown();
	});

	it('ends for want of work, and the next question starts another without a word', async () => {
		const sidecar = testSidecar({ env: { LIMN_DROP_SECONDS: '0', LIMN_END_SECONDS: '1' } });
		assert.equal((await draw(sidecar)).pictures.length, 1);
		for (let wait = 0; sidecar.pid !== undefined && wait < 1000; wait++) await delay(20);
		assert.deepEqual(new Set(sidecar.ends), new Set([86]));
		assert.equal((await draw(sidecar)).pictures.length, 1);
		await sidecar.shutdown();
	});

	it('ends when it is told to, and again when it is told twice', async () => {
		const sidecar = testSidecar();
		await sidecar.initialize();
		await sidecar.shutdown();
		await sidecar.shutdown();
		assert.deepEqual(sidecar.ends, [0]);
		assert.equal(sidecar.pid, undefined);
	});
});

const here = (path: string): string => join(fileURLToPath(new URL('.', import.meta.url)), path);

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch {
		// ESRCH: there is no such process.
		return false;
	}
	// A process that ended stays in the table until its new parent looks.
	return process.platform !== 'linux' || !/^State:\s*Z/m.test(statusOf(pid));
}

function statusOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/status`, 'utf8');
	} catch {
		return 'State: Z';
	}
}
