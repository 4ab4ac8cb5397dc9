// The engine's queue: one native call at a time, and leaving it.
import assert from 'node:assert/strict';
import { lane } from '../../sidecar/engine/lane.ts';

/** A piece of work that ends when told. */
function work(log: string[], name: string) {
	let end!: () => void;
	const ended = new Promise<void>(resolve => (end = resolve));
	const start = async () => {
		log.push(`${name} begins`);
		await ended;
		log.push(`${name} ends`);
		return name;
	};
	return { start, end };
}

const never = new AbortController().signal;

describe('the lane', () => {
	it('begins nothing before what came first has ended', async () => {
		const log: string[] = [];
		const { enter } = lane();
		const [first, second] = [work(log, 'first'), work(log, 'second')];
		const both = Promise.all([enter(first.start, never), enter(second.start, never)]);
		second.end();
		first.end();
		assert.deepEqual(await both, ['first', 'second']);
		assert.deepEqual(log, ['first begins', 'first ends', 'second begins', 'second ends']);
	});

	it('lets one who waits leave at once, and never begins his work', async () => {
		const log: string[] = [];
		const { enter } = lane();
		const [first, second] = [work(log, 'first'), work(log, 'second')];
		const running = enter(first.start, never);
		const leaving = new AbortController();
		const waiting = enter(second.start, leaving.signal);
		leaving.abort(new Error('gone'));
		await assert.rejects(waiting, /gone/);
		first.end();
		await running;
		await enter(async () => log.push('third'), never);
		assert.deepEqual(log, ['first begins', 'first ends', 'third']);
	});

	it('lets one who runs leave at once, but holds the next until the work has ended', async () => {
		const log: string[] = [];
		const { enter } = lane();
		const first = work(log, 'first');
		const leaving = new AbortController();
		const running = enter(first.start, leaving.signal);
		await Promise.resolve();
		leaving.abort(new Error('gone'));
		await assert.rejects(running, /gone/);
		const next = enter(async () => log.push('next begins'), never);
		log.push('left');
		first.end();
		await next;
		assert.deepEqual(log, ['first begins', 'left', 'first ends', 'next begins']);
	});

	it('goes on after work that failed', async () => {
		const { enter } = lane();
		await assert.rejects(
			enter(() => Promise.reject(new Error('broken')), never),
			/broken/,
		);
		assert.equal(await enter(() => Promise.resolve('fine'), never), 'fine');
	});
});
