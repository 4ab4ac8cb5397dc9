// The engine with the real runtime library, one process per case.
import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Failure } from '../../sidecar/protocol/failure.ts';

type Said<T> = { readonly value?: T; readonly failure?: Failure };

/** Starts the case in a process of its own; gives what it said, or the signal that ended it unheard. */
async function child<T>(name: string, args: readonly string[], env: Record<string, string>): Promise<Said<T> | string> {
	const process_ = fork('test/flow/engine-child.ts', [name, ...args], {
		env: { ...process.env, ...env },
		silent: true,
	});
	let said: Said<T> | undefined;
	process_.once('message', message => (said = message as Said<T>));
	const [code, signal] = (await once(process_, 'exit')) as [number | null, string | null];
	return said ?? String(signal ?? code);
}

async function value<T>(name: string, ...args: string[]): Promise<T> {
	const said = await child<T>(name, args, {});
	assert.ok(typeof said === 'object' && !said.failure, JSON.stringify(said));
	return said.value as T;
}

async function failure(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Failure> {
	const said = await child(name, args, env);
	assert.ok(typeof said === 'object' && said.failure, JSON.stringify(said));
	return said.failure;
}

const has = (program: string): boolean => {
	try {
		execFileSync(program, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

describe('the engine', function () {
	this.timeout(120_000);
	let folder: string;
	before(() => (folder = mkdtempSync(path.join(tmpdir(), 'limn-engine-'))));
	after(() => rmSync(folder, { recursive: true }));

	describe('the runtime library', () => {
		for (const kind of ['c-api', 'binding']) {
			it(`is 1.30 through ${kind}`, async () => assert.match(await value('version', kind), /^1\.30\./));
		}

		for (const [from, by] of [
			[11, 1],
			[200, 1],
			[300, 1],
		]) {
			it(`is refused when its table is shifted by ${by} from slot ${from} on`, async () => {
				const refused = await failure('shifted', [String(from), String(by)]);
				assert.equal(refused.kind, 'runtimeMismatch');
			});
		}

		it('never loads with a table that is shifted near its start: refused, or ended by the system', async () => {
			const said = await child('shifted', ['5', '1'], {});
			assert.ok(typeof said === 'string' || said.failure?.kind === 'runtimeMismatch', JSON.stringify(said));
		});

		it('is missing: says where it was looked for', async () => {
			const library = path.join(folder, 'none.so');
			const refused = await failure('version', ['c-api'], { LIMN_ORT_LIBRARY: library });
			assert.deepEqual({ ...refused, detail: '' }, { kind: 'cannotRead', path: library, why: 'missing', detail: '' });
		});

		it('is no library: says so', async () => {
			const library = path.resolve('package.json');
			const refused = await failure('version', ['c-api'], { LIMN_ORT_LIBRARY: library });
			assert.ok(refused.kind === 'runtimeMismatch' && refused.file === library, JSON.stringify(refused));
			assert.match(refused.found, /^no such library/);
		});

		it('is of another version: names both (needs gcc)', async function () {
			if (process.platform !== 'linux' || !has('gcc')) return this.skip();
			const [source, library] = ['old.c', 'libold.so'].map(name => path.join(folder, name));
			writeFileSync(
				source,
				`static const char* version(void) { return "1.20.1"; }
				static const void* api(unsigned n) { return n > 20 ? (void*)0 : (void*)1; }
				static const struct { const void* (*get)(unsigned); const char* (*version)(void); } base = { api, version };
				const void* OrtGetApiBase(void) { return &base; }`,
			);
			execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source]);
			const refused = await failure('version', ['c-api'], { LIMN_ORT_LIBRARY: library });
			assert.deepEqual(refused, { kind: 'runtimeMismatch', file: library, found: '1.20.1', needed: '1.30 or newer' });
		});
	});

	for (const dialect of ['plain', 'fused']) {
		it(`gives the same bytes as the binding, in ${dialect} operators`, async () =>
			assert.deepEqual(await value('bytes', 'c-api', dialect), await value('bytes', 'binding', dialect)));
	}

	describe('abort', () => {
		interface Aborted {
			readonly whole: number;
			readonly latency: number;
			readonly wait: number;
			readonly reason: string;
			readonly usable: boolean;
			readonly before: { readonly reason: string; readonly milliseconds: number };
			readonly after: string;
		}
		let aborted: Aborted;
		before(async () => (aborted = await value<Aborted>('abort')));

		it('rejects within 100 ms, with its own reason', () => {
			assert.equal(aborted.reason, 'enough');
			assert.ok(aborted.latency < 100, JSON.stringify(aborted));
		});
		it('ends the run itself: the next one need not wait for the rest', () => {
			assert.ok(aborted.wait < Math.max(100, aborted.whole / 3), JSON.stringify(aborted));
		});
		it('leaves the session usable', () => assert.ok(aborted.usable));
		it('before a run, runs nothing', () => {
			assert.equal(aborted.before.reason, 'too early');
			assert.ok(aborted.before.milliseconds < 50, JSON.stringify(aborted));
		});
		it('after a run, changes nothing', () => assert.equal(aborted.after, 'finished'));
		it('while a network loads, rejects with its reason and leaves the engine usable', async () =>
			assert.deepEqual(await value('abortLoad'), { reason: 'changed my mind', works: true }));
	});

	it('keeps the event loop turning: never 50 ms without a turn while it loads or runs', async () => {
		const { gap, load } = await value<{ gap: number; load: number }>('gap', 'c-api');
		assert.ok(gap < 50 && load < 50, JSON.stringify({ gap, load }));
	});

	it('blocks the event loop in safe mode, which is why that is only the safe mode', async () => {
		const { gap } = await value<{ gap: number }>('gap', 'binding');
		assert.ok(gap > 50, `${gap} ms`);
	});

	it('keeps no memory over 300 rounds of open, run, abort and release: at most 16 MB over the last 200', async () => {
		const { early, late } = await value<{ early: number; late: number }>('cycles', '300');
		assert.ok(late - early < 16, `${early} → ${late} MB`);
	});

	it('holds its arguments while garbage is collected: 100 runs on arrays that nothing else holds, none wrong', async () =>
		assert.equal(await value('collect'), 0));

	describe('feeds', () => {
		for (const kind of ['c-api', 'binding']) {
			it(`odd ones are passed or refused through ${kind}`, async () => {
				const said = await value<Record<string, unknown>>('feeds', kind);
				assert.deepEqual(said['free'], [
					[
						[1, 2],
						['2', '4'],
					],
					[-1, 2],
				]);
				assert.deepEqual(said['notFinite'], [
					[2, 2],
					['NaN', 'Infinity', '2', '4'],
				]);
				for (const refused of ['missing', 'wrongShape', 'released']) assert.match(String(said[refused]), /"internal"/);
			});
		}
	});

	describe('weights outside the graph', () => {
		before(() => writeFileSync(path.join(folder, 'two.bin'), new Uint8Array(Float32Array.of(9, 10, 20).buffer)));

		for (const kind of ['c-api', 'binding']) {
			it(`are read from their place through ${kind}`, async () =>
				assert.deepEqual(await value('weights', kind, folder, 'two.bin'), [11, 22]));

			for (const file of ['none.bin', '../two.bin', 'short.bin']) {
				it(`are refused when they are ${file}, through ${kind}`, async () => {
					writeFileSync(path.join(folder, 'short.bin'), new Uint8Array(6));
					const refused = await failure('weights', [kind, folder, file]);
					assert.ok(refused.kind === 'modelBroken' && refused.file === folder, JSON.stringify(refused));
				});
			}

			it(`a graph cut short is a broken model, through ${kind}`, async () => {
				const refused = await failure('brokenGraph', [kind]);
				assert.ok(refused.kind === 'modelBroken' && refused.file === '/models/broken', JSON.stringify(refused));
			});
		}
	});
});
