// The small parts that the process and its client are made of.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../sidecar/client/environment.ts';
import { givesUp, usualRestarts } from '../../sidecar/client/restarts.ts';
import { readWhole } from '../../sidecar/files/read.ts';
import { writeNew } from '../../sidecar/files/write.ts';
import { requireFinite } from '../../sidecar/finite.ts';
import { portableName } from '../../sidecar/protocol/names.ts';
import { Line } from '../../sidecar/line.ts';
import { previewOf, previewOfPixels } from '../../sidecar/preview.ts';
import { FailureError, type Failure } from '../../sidecar/protocol/failure.ts';
import { Recent } from '../../sidecar/recent.ts';
import { settingsFrom, type Settings } from '../../sidecar/settings.ts';

describe('the environment of a sidecar', () => {
	const check = (parent: Record<string, string>, expected: Record<string, string>, electron = false) =>
		assert.deepEqual(childEnvironment(parent, electron, {}), { UV_THREADPOOL_SIZE: '8', ...expected });
	it('is the parent’s', () => check({ PATH: '/bin', HOME: '/home' }, { PATH: '/bin', HOME: '/home' }));
	it('has no debugger', () => check({ NODE_OPTIONS: '--require x', VSCODE_INSPECTOR_OPTIONS: '{}' }, {}));
	it('has nothing of the editor', () => check({ ELECTRON_NO_ATTACH_CONSOLE: '1', VSCODE_PID: '1' }, {}));
	it('has no channel of another', () => check({ NODE_CHANNEL_FD: '3', NODE_UNIQUE_ID: '1' }, {}));
	it('tells Electron to be Node', () => check({}, { ELECTRON_RUN_AS_NODE: '1' }, true));
});

describe('restarts', () => {
	const check = (deaths: number[], now: number, expected: boolean) =>
		assert.equal(givesUp(deaths, now, usualRestarts), expected);
	it('go on after four deaths', () => check([0, 1, 2, 3], 4, false));
	it('end after the fifth', () => check([0, 1, 2, 3, 4], 5, true));
	it('go on when the deaths were long ago', () => check([0, 1, 2, 3, 4], 180_001, false));
});

describe('the waiting line', () => {
	const never = new AbortController().signal;

	it('lets one in at a time, in order', async () => {
		const line = new Line();
		const order: string[] = [];
		const work = (name: string) => async () => {
			order.push(`${name} begins`);
			await Promise.resolve();
			order.push(`${name} ends`);
		};
		await Promise.all([line.enter(never, work('a')), line.enter(never, work('b'))]);
		assert.deepEqual(order, ['a begins', 'a ends', 'b begins', 'b ends']);
		assert.equal(line.busy, false);
	});

	it('goes on after a failure', async () => {
		const line = new Line();
		await assert.rejects(
			line.enter(never, () => Promise.reject(new Error('no'))),
			/no/,
		);
		assert.equal(await line.enter(never, async () => 'yes'), 'yes');
	});

	it('lets go at once who gives up waiting, and the rest move up', async () => {
		const line = new Line();
		let finish = () => {};
		const first = line.enter(never, () => new Promise<void>(resolve => (finish = resolve)));
		const giving = new AbortController();
		const second = line.enter(giving.signal, async () => assert.fail('it gave up'));
		const third = line.enter(never, async () => 'third');
		assert.equal(line.waiting, 2);
		giving.abort();
		await assert.rejects(second, isFailure('cancelled'));
		assert.equal(line.waiting, 1);
		finish();
		await first;
		assert.equal(await third, 'third');
	});
});

describe('what was made lately', () => {
	it('is made once', async () => {
		const recent = new Recent<number>(2);
		let made = 0;
		const make = async () => ++made;
		assert.deepEqual(await Promise.all([recent.get('a', make), recent.get('a', make)]), [1, 1]);
	});

	it('is forgotten when it failed', async () => {
		const recent = new Recent<number>(2);
		await assert.rejects(recent.get('a', () => Promise.reject(new Error('no'))));
		assert.equal(await recent.get('a', async () => 2), 2);
	});

	it('forgets what was not asked for longest', async () => {
		const recent = new Recent<string>(2);
		const made: string[] = [];
		const get = (name: string) =>
			recent.get(name, async () => {
				made.push(name);
				return name;
			});
		for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await get(name);
		assert.deepEqual(made, ['a', 'b', 'c', 'b']);
	});
});

describe('a new file', () => {
	let folder: string;
	before(async () => (folder = await mkdtemp(join(tmpdir(), 'limn-write-'))));
	after(() => rm(folder, { recursive: true }));

	it('is whole, with nothing beside it', async () => {
		await writeNew(join(folder, 'a.png'), Uint8Array.of(1, 2, 3));
		assert.deepEqual([...(await readFile(join(folder, 'a.png')))], [1, 2, 3]);
		assert.deepEqual(await readdir(folder), ['a.png']);
	});

	it('never replaces another', async () => {
		await writeFile(join(folder, 'b.png'), 'mine');
		await assert.rejects(writeNew(join(folder, 'b.png'), Uint8Array.of(1)), cannotWrite('exists'));
		assert.equal(await readFile(join(folder, 'b.png'), 'utf8'), 'mine');
		assert.deepEqual(
			(await readdir(folder)).filter(name => name.endsWith('.part')),
			[],
		);
	});

	it('is written by one of two at once', async () => {
		const both = [1, 2].map(byte => writeNew(join(folder, 'c.png'), Uint8Array.of(byte)));
		const results = (await Promise.allSettled(both)).map(({ status }) => status).sort();
		assert.deepEqual(results, ['fulfilled', 'rejected']);
	});

	it('may have the longest name that its folder takes', async () => {
		const name = `${'n'.repeat(250)}.png`;
		await writeNew(join(folder, name), Uint8Array.of(1));
		assert.ok((await readdir(folder)).includes(name));
	});

	it('needs its folder', () =>
		assert.rejects(writeNew(join(folder, 'none', 'a.png'), Uint8Array.of(1)), cannotWrite('missing')));
	it('needs its folder to be one', () =>
		assert.rejects(writeNew(join(folder, 'a.png', 'a.png'), Uint8Array.of(1)), cannotWrite('notAFile')));
});

describe('a file to read', () => {
	let folder: string;
	before(async () => (folder = await mkdtemp(join(tmpdir(), 'limn-read-'))));
	after(() => rm(folder, { recursive: true }));
	const check = (path: string, why: string) =>
		assert.rejects(
			readWhole(path, 10),
			isFailure('cannotRead', failure => 'why' in failure && failure.why === why),
		);

	it('is no folder', () => check(folder, 'notAFile'));
	it('is there', () => check(join(folder, 'none'), 'missing'));
	it('is of bounded length', async () => {
		await writeFile(join(folder, 'long'), 'eleven byte');
		await check(join(folder, 'long'), 'tooLarge');
	});
	// Windows has no named pipes among its files.
	(process.platform === 'win32' ? it.skip : it)('is no pipe, which would be waited for for ever', async () => {
		execFileSync('mkfifo', [join(folder, 'pipe')]);
		await check(join(folder, 'pipe'), 'notAFile');
	});
});

describe('the environment’s settings', () => {
	const check = (environment: Record<string, string>, expected: Partial<Settings>) => {
		const settings = settingsFrom(environment, 2 ** 31);
		assert.deepEqual({ ...settings, ...expected }, settings);
	};
	it('are as usual without any', () => check({}, { endAfter: 900_000, budget: 2 ** 30, threads: 0, measure: false }));
	it('are read for the room of one network', () => {
		const [usual, asked] = [{}, { LIMN_ROOM_MB: '100' }].map(env => settingsFrom(env, 3 * 2 ** 30).room);
		assert.deepEqual([usual.cpu, usual.other], [2 ** 30, 2 ** 32]);
		assert.deepEqual([asked.cpu, asked.other], [100 * 2 ** 20, 100 * 2 ** 20]);
	});
	it('are read', () => check({ LIMN_END_SECONDS: '1', LIMN_THREADS: '3' }, { endAfter: 1000, threads: 3 }));
	for (const text of ['', ' ', 'many', '-1', 'NaN', 'Infinity', '1e300']) {
		it(`are as usual where they say “${text}”`, () =>
			check(
				{ LIMN_END_SECONDS: text, LIMN_DROP_SECONDS: text, LIMN_MEMORY_MB: text, LIMN_THREADS: text },
				{ endAfter: 900_000, dropAfter: 300_000, budget: 2 ** 30, threads: 0 },
			));
	}
});

describe('the name of a model in a picture', () => {
	const check = (path: string, expected: string) => assert.equal(portableName(path), expected);
	it('is its folder’s', () => check('/somewhere/my-model', 'my-model'));
	it('is the repository’s in the cache of Hugging Face', () =>
		check('/hub/models--org--name/snapshots/0123abcd', 'org/name'));
});

describe('a preview', () => {
	const colours = [
		[1, 0, 0],
		[0, 1, 0],
	] as const;
	const latents = (width: number, height: number, values: readonly [number, number]) => ({
		width,
		height,
		channels: 2,
		data: Float32Array.from({ length: width * height * 2 }, (_, i) => values[i < width * height ? 0 : 1]),
	});

	it('has the colours of the channels', () => {
		const { rgba } = previewOf(latents(64, 64, [1, -1]), colours);
		assert.deepEqual([...rgba.subarray(0, 4)], [255, 0, 128, 255]);
	});

	it('of a small decoder has the means of its pixels', () => {
		const data = Float32Array.from(
			{ length: 3 * 512 * 512 },
			(_, i) => [i % 2 === 0 ? 1 : -1, 2, -0.5][Math.floor(i / 512 ** 2)],
		);
		const { width, height, rgba } = previewOfPixels({ data, width: 512, height: 512 });
		assert.deepEqual([width, height, rgba.length], [256, 256, 256 * 256 * 4]);
		for (const at of [0, rgba.length - 4]) assert.deepEqual([...rgba.subarray(at, at + 4)], [128, 255, 64, 255]);
	});
	for (const [width, height, expected] of [
		[64, 64, [64, 64]],
		[384, 256, [192, 128]],
		[8, 1024, [2, 256]],
		[1, 1024, [1, 256]],
		[1000, 520, [250, 130]],
	] as const) {
		it(`of a small decoder's ${width}×${height} is ${expected.join('×')}`, () => {
			const preview = previewOfPixels({ data: new Float32Array(3 * width * height), width, height });
			assert.deepEqual([preview.width, preview.height], expected);
		});
	}

	for (const [width, height] of [
		[8, 8],
		[8, 4],
		[64, 64],
		[96, 64],
		[128, 128],
		[192, 128],
		[1024, 512],
		[3, 2],
	]) {
		it(`of ${width}x${height} latents is 64 to 128 pixels long, in their shape`, () => {
			const preview = previewOf(latents(width, height, [0, 0]), colours);
			const longer = Math.max(preview.width, preview.height);
			assert.ok(longer >= 64 && longer <= 128, String(longer));
			assert.ok(Math.abs(preview.width / preview.height - width / height) < 0.05);
			assert.equal(preview.rgba.length, preview.width * preview.height * 4);
		});
	}
});

describe('numbers of a network', () => {
	const where = { stage: 'step', step: 3, of: 20 } as const;
	it('pass when they are finite', () => {
		const values = Float32Array.of(1e38, 1e38, -1);
		assert.equal(requireFinite(values, where), values);
	});
	for (const value of [NaN, Infinity, -Infinity]) {
		it(`fail with ${value}`, () =>
			assert.throws(() => requireFinite(Float32Array.of(0, value, 1), where), isFailure('brokenNumbers')));
	}
});

const isFailure =
	(kind: Failure['kind'], holds: (failure: Failure) => boolean = () => true) =>
	(error: unknown) =>
		error instanceof FailureError && error.failure.kind === kind && holds(error.failure);
const cannotWrite = (why: string) => (error: unknown) =>
	error instanceof FailureError && error.failure.kind === 'cannotWrite' && error.failure.why === why;
