// The state of assets on disk, what may be written over, the lock and the report.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../sidecar/assets/hash.ts';
import { keep } from '../../sidecar/assets/keep.ts';
import { lockPath, openLock, readLock, type Lock } from '../../sidecar/assets/lock.ts';
import { planOf } from '../../sidecar/assets/plan.ts';
import { inWords, junit } from '../../sidecar/cli/sync-report.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { folderWith, manifest } from '../fixtures/manifests.ts';

const isFailure = (error: unknown) => error instanceof FailureError;
const assets = (...entries: object[]) => ({ assets: entries });

describe('the state of an asset', () => {
	const two = { lists: { c: ['red', 'blue'] }, ...assets({ name: '{c}', prompt: 'a {c} cup' }) };

	async function states(root: string, fields: object, lock: Lock): Promise<string[]> {
		const plan = await planOf(manifest(fields), lock, root, undefined);
		return [...plan.pictures, ...plan.derived].map(({ id, state, why }) => `${id} ${state}${why ? `: ${why}` : ''}`);
	}

	/** A lock as it were if every file had been made now. */
	async function locked(root: string, fields: object): Promise<Lock> {
		const { pictures } = await planOf(manifest(fields), { limn: 1, made: {} }, root, undefined);
		return {
			limn: 1,
			made: Object.fromEntries(pictures.map(({ id, asked, content }) => [id, { asked, files: { [id]: content! } }])),
		};
	}

	it('is missing, fine, stale, changed; and what is left over is told of', async () => {
		const root = folderWith({ 'red.png': 'r', 'blue.png': 'b' });
		const lock = await locked(root, two);
		assert.deepEqual(await states(root, two, lock), ['red.png fine', 'blue.png fine']);
		const edited = { ...two, ...assets({ name: '{c}', prompt: 'a large {c} cup' }) };
		assert.match((await states(root, edited, lock)).join(), /red.png stale: the manifest asks.*blue.png stale/);
		writeFileSync(join(root, 'red.png'), 'touched');
		rmSync(join(root, 'blue.png'));
		assert.deepEqual(await states(root, two, lock), [
			'red.png changed: red.png is not as Limn wrote it',
			'blue.png missing: blue.png is not there',
		]);
		const { leftOver } = await planOf(manifest({ ...two, lists: { c: ['red'] } }), lock, root, undefined);
		assert.deepEqual(leftOver, ['blue.png']);
		rmSync(root, { recursive: true });
	});

	it('of a file that nobody tells of is changed, never missing', async () => {
		const root = folderWith({ 'cat.png': 'mine' });
		assert.match(
			(await states(root, {}, { limn: 1, made: {} })).join(),
			/cat.png changed: cat.png is there, and was not made/,
		);
		rmSync(root, { recursive: true });
	});

	it('changes with the palette file that its steps read', async () => {
		const root = folderWith({ 'red.png': 'r', 'blue.png': 'b', 'p.hex': 'ff0000' });
		const fields = { ...two, ...assets({ name: '{c}', prompt: '{c}', post: [{ step: 'palette', colours: 'p.hex' }] }) };
		const lock = await locked(root, fields);
		assert.deepEqual(await states(root, fields, lock), ['red.png fine', 'blue.png fine']);
		writeFileSync(join(root, 'p.hex'), '00ff00');
		assert.match((await states(root, fields, lock)).join(), /stale.*stale/);
		rmSync(root, { recursive: true });
	});

	it('of names that every object has is found like any other', async () => {
		const root = folderWith({});
		assert.match(
			(
				await states(root, assets({ name: 'constructor', prompt: 'a', out: 'constructor.png' }), { limn: 1, made: {} })
			).join(),
			/missing/,
		);
		rmSync(root, { recursive: true });
	});

	it('of 5,000 assets takes about half a second of the processor', async function () {
		const files = Object.fromEntries(
			Array.from({ length: 5000 }, (_, i) => [`a/w${i % 100}_${Math.floor(i / 100)}.png`, `picture ${i}`]),
		);
		const root = folderWith(files);
		const many = {
			lists: { x: Array.from({ length: 100 }, (_, i) => `w${i}`), y: Array.from({ length: 50 }, (_, i) => `${i}`) },
			...assets({ name: '{x}_{y}', prompt: 'a {x} of {y}', out: 'a/{name}.png', post: ['trim'] }),
		};
		const lock = await locked(root, many);
		const before = process.cpuUsage();
		const { pictures } = await planOf(manifest(many), lock, root, undefined);
		const { user, system } = process.cpuUsage(before);
		// Of the processor, so that whatever else the machine does is not counted.
		const seconds = (user + system) / 1e6;
		console.log(`        plan of 5,000 assets: ${seconds.toFixed(2)} s of the processor`);
		assert.equal(pictures.filter(({ state }) => state === 'fine').length, 5000);
		assert.ok(seconds < 2, `${seconds} s`);
		rmSync(root, { recursive: true });
	});
});

describe('keeping files', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	it('writes what is new, replaces its own, and leaves what is foreign', async () => {
		const root = folderWith({});
		const made = async (text: string, before?: Record<string, string>, overwrite = false) =>
			await keep(root, [{ path: 'x/a.txt', bytes: bytes(text) }], before && { asked: '', files: before }, overwrite);
		const first = await made('one');
		assert.deepEqual(first, { 'x/a.txt': sha256('one') });
		await made('two', first);
		assert.equal(readFileSync(join(root, 'x/a.txt'), 'utf8'), 'two');
		await assert.rejects(made('three', first), /exists/);
		await assert.rejects(made('three'), /exists/);
		assert.equal(readFileSync(join(root, 'x/a.txt'), 'utf8'), 'two');
		await made('three', first, true);
		assert.equal(readFileSync(join(root, 'x/a.txt'), 'utf8'), 'three');
		rmSync(root, { recursive: true });
	});
	it('writes none of several when one is foreign', async () => {
		const root = folderWith({ 'b.txt': 'mine' });
		const two = ['a.txt', 'b.txt'].map(path => ({ path, bytes: bytes('new') }));
		await assert.rejects(keep(root, two, undefined, false), isFailure);
		assert.throws(() => readFileSync(join(root, 'a.txt')));
		rmSync(root, { recursive: true });
	});
});

describe('the lock', () => {
	it('comes back as it was, in order, and none is an empty one', async () => {
		const root = folderWith({});
		const path = lockPath(join(root, 'game.limn.json'));
		assert.equal(path, join(root, 'game.limn.lock.json'));
		const open = await openLock(path);
		assert.deepEqual(open.lock, { limn: 1, made: {} });
		const hash = sha256('x');
		const made = {
			'b.png': { asked: hash, files: { 'b.png': hash } },
			'a.png': { asked: hash, files: {}, facts: { seam: 0.5 } },
		};
		Object.assign(open.lock.made, made);
		await open.save();
		assert.deepEqual(await readLock(path), { limn: 1, made });
		assert.ok(readFileSync(path, 'utf8').indexOf('a.png') < readFileSync(path, 'utf8').indexOf('b.png'));
		writeFileSync(path, '{"limn":1,"made":{"a":{}}}');
		await assert.rejects(readLock(path), isFailure);
		rmSync(root, { recursive: true });
	});
});

describe('an open lock', () => {
	const hash = sha256('x');
	const made = { asked: hash, files: { 'a.png': hash } };
	it('is on disk as soon as something was made', async () => {
		const path = join(folderWith({}), 'a.limn.lock.json');
		const open = await openLock(path);
		open.lock.made['a.png'] = made;
		await open.saveNowAndThen();
		assert.deepEqual((await readLock(path)).made, { 'a.png': made });
	});
	it('is written over a lock that tells of nothing', async () => {
		const path = join(folderWith({ 'a.limn.lock.json': '{"limn":1,"made":{}}' }), 'a.limn.lock.json');
		const open = await openLock(path);
		open.lock.made['a.png'] = made;
		await open.save();
		assert.deepEqual((await readLock(path)).made, { 'a.png': made });
	});
	it('is not written over one that came meanwhile', async () => {
		const root = folderWith({});
		const open = await openLock(join(root, 'a.limn.lock.json'));
		writeFileSync(join(root, 'a.limn.lock.json'), 'mine');
		await assert.rejects(open.save(), isFailure);
		assert.equal(readFileSync(join(root, 'a.limn.lock.json'), 'utf8'), 'mine');
	});
});

describe('the report', () => {
	const report = {
		manifest: 'game.limn.json',
		outputs: [
			{ id: 'a.png', kind: 'picture', state: 'fine', why: '', seconds: 1.5 },
			{ id: 'b<c>.png', kind: 'picture', state: 'stale', why: 'words', seconds: undefined },
		],
		leftOver: ['old.png'],
		notes: [],
	} as const;
	it('has a line for what was made, what is wrong and what is left', () =>
		assert.deepEqual(inWords(report), [
			'game.limn.json',
			'  made     a.png     picture, 1.5 s',
			'  stale    b<c>.png  words',
			'  left     old.png   the manifest no longer asks for it; it was not deleted',
			'  1 fine, 1 stale',
		]));
	it('is JUnit’s XML, escaped', () => {
		const xml = junit([report]);
		assert.match(xml, /<testsuite name="game.limn.json" tests="2" failures="1">/);
		assert.match(xml, /name="b&lt;c&gt;.png" time="0.000">\s*<failure type="stale" message="stale: words"\/>/);
	});
});
