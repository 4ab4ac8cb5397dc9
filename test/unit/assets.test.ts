// The asset manifest: what its entries become, what it may not ask for, and how its state is told.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expand } from '../../sidecar/assets/expand.ts';
import { findManifests } from '../../sidecar/assets/find.ts';
import { hashOf, sha256 } from '../../sidecar/assets/hash.ts';
import { keep } from '../../sidecar/assets/keep.ts';
import { lockPath, readLock, writeLock, type Lock } from '../../sidecar/assets/lock.ts';
import { manifestSchema, readManifest } from '../../sidecar/assets/manifest.ts';
import { insideOf, refuseUnsafe } from '../../sidecar/assets/paths.ts';
import { planOf } from '../../sidecar/assets/plan.ts';
import { inWords, junit } from '../../sidecar/cli/sync-report.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { folderWith, manifest } from '../fixtures/manifests.ts';

const isFailure = (error: unknown) => error instanceof FailureError;
const assets = (...entries: object[]) => ({ assets: entries });

describe('an entry of a manifest', () => {
	const names = (fields: object) => expand(manifest(fields)).map(({ name, file, wish }) => [name, file, wish.prompt]);

	it('is one picture', () => assert.deepEqual(names({}), [['cat', 'cat.png', 'a cat']]));
	it('is as many as its lists have words', () =>
		assert.deepEqual(
			names({
				lists: { colour: ['red', 'sky blue'], size: ['s', 'l'] },
				...assets({ name: '{colour}_{size}', prompt: 'a {colour} cup', out: 'cups/{name}.webp' }),
			}),
			[
				['red_s', 'cups/red_s.webp', 'a red cup'],
				['red_l', 'cups/red_l.webp', 'a red cup'],
				['sky_blue_s', 'cups/sky_blue_s.webp', 'a sky blue cup'],
				['sky_blue_l', 'cups/sky_blue_l.webp', 'a sky blue cup'],
			],
		));
	it('has variations', () =>
		assert.deepEqual(
			expand(manifest(assets({ name: 'cat_{n}', prompt: 'a cat', count: 3, seed: 7 }))).map(({ name, wish }) => [
				name,
				wish.seed,
			]),
			[
				['cat_01', 7],
				['cat_02', 8],
				['cat_03', 9],
			],
		));
	it('takes from its style what it does not say', () => {
		const style = { prompt: 'pixel art, {prompt}', steps: 9, post: ['trim'], format: 'png' };
		const [item] = expand(
			manifest({ styles: { px: style }, ...assets({ name: 'a', prompt: 'a cat', style: 'px', steps: 4 }) }),
		);
		assert.deepEqual([item.wish.prompt, item.wish.steps, item.post], ['pixel art, a cat', 4, ['trim']]);
	});
	it('has the seed of its words, of its place, or a pinned one', () => {
		const seeds = (fields: object) => expand(manifest(fields)).map(({ wish }) => wish.seed);
		const lists = { c: ['x', 'y', 'z'] };
		const entry = { name: '{c}', prompt: '{c}' };
		assert.deepEqual(seeds({ lists, ...assets(entry) }), seeds({ lists, ...assets({ ...entry, seed: 'words' }) }));
		assert.equal(new Set(seeds({ lists, ...assets(entry) })).size, 3);
		assert.deepEqual(seeds({ lists, ...assets({ ...entry, seed: { from: 5 } }), pins: { y: 99 } }), [5, 99, 7]);
	});

	for (const [what, fields, says] of [
		['an unknown list', assets({ name: '{colour}', prompt: 'a' }), /“lists|lists.*colour/],
		['an unknown style', assets({ name: 'a', prompt: 'a', style: 'px' }), /style/],
		['an unknown step', assets({ name: 'a', prompt: 'a', post: ['paint'] }), /badRecipe/],
		[
			'a step with an unknown option',
			assets({ name: 'a', prompt: 'a', post: [{ step: 'trim', foo: 1 }] }),
			/badRecipe/,
		],
		['two of one name', assets({ name: 'a', prompt: 'a' }, { name: 'a', prompt: 'b', out: 'b.png' }), /two assets/],
		['two of one file, in other letters', assets({ name: 'a', prompt: 'a' }, { name: 'A', prompt: 'b' }), /two assets/],
		['a pin of nothing', { pins: { dog: 3 } }, /“dog”/],
		['an unclear format', assets({ name: 'a', prompt: 'a', out: 'a.gif' }), /format/],
		['two formats', assets({ name: 'a', prompt: 'a', out: 'a.png', format: 'webp' }), /format/],
		[
			'more pictures than reason has',
			{
				lists: Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [name, words(100)])),
				...assets({ name: '{a}{b}{c}{d}', prompt: 'a' }),
			},
			/more than 10000/,
		],
		['an unknown field', { surprise: 1 }, /surprise/],
		['a model by its path', { model: '../../models/x' }, /model/],
		['a model by an address', { model: 'https://example.org/x' }, /model/],
	] as const)
		it(`is refused: ${what}`, () => assert.throws(() => expand(manifest(fields)), says));

	function words(count: number): string[] {
		return Array.from({ length: count }, (_, i) => `w${i}`);
	}
});

describe('a path in a manifest', () => {
	for (const path of ['a.png', 'art/items/Schloß 1.png', 'a/b.c/d-e_f.webp'])
		it(`may be ${path}`, () => refuseUnsafe(path));
	for (const path of [
		'../a.png',
		'a/../../b.png',
		'/etc/a.png',
		'C:\\a.png',
		'c:a.png',
		'a\\b.png',
		'./a.png',
		'.git/hooks/a.png',
		'a/.env.png',
		'',
		'a//b.png',
		'a/',
		'https://example.org/a.png',
		'file:///a.png',
		'a\0.png',
		'a\nb.png',
		'con.png',
		'x/LPT1',
		'a /b.png',
		'a./b.png',
		'node_modules/a.png',
		`${'a/'.repeat(200)}a.png`,
		'$HOME/a.png',
		'a?.png',
		'a*.png',
	])
		it(`may not be ${JSON.stringify(path).slice(0, 40)}`, () => assert.throws(() => refuseUnsafe(path), isFailure));

	it('does not lead out of the folder by a link', async function () {
		const root = folderWith({ 'in/a.txt': '' });
		try {
			symlinkSync(tmpdir(), join(root, 'out'), 'junction');
			await assert.rejects(insideOf(root)('out/a.png'), isFailure);
			await assert.rejects(insideOf(root)('out/new/folder/a.png'), isFailure);
			assert.equal(await insideOf(root)('in/new/a.png'), join(root, 'in/new/a.png'));
		} finally {
			rmSync(root, { recursive: true });
		}
	});

	it('that leads nowhere good is refused wherever a manifest has one', async () => {
		const root = folderWith({});
		const bad = '../evil.png';
		for (const fields of [
			assets({ name: 'a', prompt: 'a', out: bad }),
			assets({ name: 'a', prompt: 'a', post: [{ step: 'palette', colours: '../secret.gpl' }] }),
			{ sheets: [{ out: bad, of: ['cat'], outputs: ['css'] }] },
			{ sets: [{ out: '..', of: 'cat', kind: 'web' }] },
			{ lists: { p: ['../x'] }, ...assets({ name: 'a{p}', prompt: 'a' }) },
		])
			await assert.rejects(planOf(manifest(fields), { limn: 1, made: {} }, root), isFailure, JSON.stringify(fields));
		rmSync(root, { recursive: true });
	});
});

describe('a manifest on disk', () => {
	it('that is no manifest is refused', async () => {
		const root = folderWith({
			'a.limn.json': '{',
			'b.limn.json': '[]',
			'c.limn.json': '{"limn":2,"assets":[]}',
			'd.limn.json': ' '.repeat(2 << 20),
		});
		for (const name of ['a', 'b', 'c', 'd', 'none'])
			await assert.rejects(readManifest(join(root, `${name}.limn.json`)), isFailure);
		rmSync(root, { recursive: true });
	});
	it('is found below a folder, among locks, settings of checkpoints and strangers’ packages', async () => {
		const text = '{"limn":1,"assets":[]}';
		const root = folderWith({
			'x/a.limn.json': text,
			'a.limn.lock.json': text,
			'm.limn.json': '{"name":"m"}',
			'node_modules/b.limn.json': text,
			'.c/c.limn.json': text,
		});
		assert.deepEqual(await findManifests(root), [join(root, 'x', 'a.limn.json')]);
		rmSync(root, { recursive: true });
	});
	it('has a schema that editors read, in package.json and up to date', () => {
		const text = readFileSync(new URL('../../extension/schemas/manifest.schema.json', import.meta.url), 'utf8');
		assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(manifestSchema())), 'run npm run schema');
	});
});

describe('what was asked for', () => {
	it('has a hash that does not depend on the order of fields', () =>
		assert.equal(hashOf({ a: 1, b: { c: [1, 2], d: undefined } }), hashOf({ b: { c: [1, 2] }, a: 1 })));
	it('has another hash when anything changes', () => assert.notEqual(hashOf({ a: [1, 2] }), hashOf({ a: [2, 1] })));
});

describe('the state of an asset', () => {
	const two = { lists: { c: ['red', 'blue'] }, ...assets({ name: '{c}', prompt: 'a {c} cup' }) };

	async function states(root: string, fields: object, lock: Lock): Promise<string[]> {
		const plan = await planOf(manifest(fields), lock, root);
		return [...plan.pictures, ...plan.derived].map(({ id, state, why }) => `${id} ${state}${why ? `: ${why}` : ''}`);
	}

	/** A lock as it were if every file had been made now. */
	async function locked(root: string, fields: object): Promise<Lock> {
		const { pictures } = await planOf(manifest(fields), { limn: 1, made: {} }, root);
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
		const { leftOver } = await planOf(manifest({ ...two, lists: { c: ['red'] } }), lock, root);
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
		const { pictures } = await planOf(manifest(many), lock, root);
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
		const none = await readLock(path);
		const hash = sha256('x');
		const made = {
			'b.png': { asked: hash, files: { 'b.png': hash } },
			'a.png': { asked: hash, files: {}, facts: { seam: 0.5 } },
		};
		await writeLock(path, none, { limn: 1, made });
		assert.deepEqual(await readLock(path), { limn: 1, made });
		assert.ok(readFileSync(path, 'utf8').indexOf('a.png') < readFileSync(path, 'utf8').indexOf('b.png'));
		writeFileSync(path, '{"limn":1,"made":{"a":{}}}');
		await assert.rejects(readLock(path), isFailure);
		rmSync(root, { recursive: true });
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
