// The asset manifest: what its entries become, and what it may not ask for.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expand } from '../../sidecar/assets/expand.ts';
import { findManifests } from '../../sidecar/assets/find.ts';
import { hashOf } from '../../sidecar/assets/hash.ts';
import { manifestSchema, readManifest } from '../../sidecar/assets/manifest.ts';
import { insideOf, refuseUnsafe } from '../../sidecar/assets/paths.ts';
import { planOf } from '../../sidecar/assets/plan.ts';
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
	it('may be called like something that every object has', () =>
		assert.deepEqual(
			names(
				assets(
					{ name: 'constructor', prompt: 'a cat' },
					{ name: '{toString}', prompt: 'a', lists: { toString: ['x'] } },
				),
			),
			[
				['constructor', 'constructor.png', 'a cat'],
				['x', 'x.png', 'a'],
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
		[
			'two of one file, with accents written in two ways',
			assets({ name: 'a', prompt: 'a', out: '\u00e9.png' }, { name: 'b', prompt: 'b', out: 'e\u0301.png' }),
			/two assets/,
		],
		[
			'words that grow beyond all bounds',
			{
				styles: { s: { prompt: '{prompt}'.repeat(2000) } },
				...assets({ name: 'a', prompt: 'a'.repeat(20_000), style: 's' }),
			},
			/too long/,
		],
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
		'COM¹.png',
		'nul .png',
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
			await assert.rejects(
				planOf(manifest(fields), { limn: 1, made: {} }, root, undefined),
				isFailure,
				JSON.stringify(fields),
			);
		rmSync(root, { recursive: true });
	});
});

describe('outputs of a manifest', () => {
	const root = folderWith({});
	const planned = (fields: object) => planOf(manifest({ ...two, ...fields }), { limn: 1, made: {} }, root, undefined);
	after(() => rmSync(root, { recursive: true }));
	const two = assets({ name: 'a', prompt: 'a' }, { name: 'a-1', prompt: 'b' });
	const sheet = (out: string, ...outputs: string[]) => ({ out, of: ['*'], outputs });
	const set = (out: string, kind: string) => ({ out, of: 'a', kind });

	for (const [what, fields, says] of [
		['a sheet and a picture', { sheets: [sheet('A.png', 'css')] }, /belong to a\.png and to A\.png|two outputs/],
		['two sheets', { sheets: [sheet('s.png', 'css'), sheet('s.png', 'css')] }, /two outputs/],
		['two sheets in other letters', { sheets: [sheet('s.png', 'css'), sheet('S.png', 'css')] }, /two outputs/],
		['two sets', { sets: [set('icons', 'web'), set('icons', 'ios')] }, /two outputs/],
		[
			'another page of a sheet and a sheet',
			{ sheets: [sheet('s.png', 'css'), sheet('s-1.png', 'css')] },
			/page of s\.png/,
		],
		['a sheet in a picture', { sheets: [sheet('a.png/s.png', 'css')] }, /lie in “a\.png”/],
		['a list and a manifest', { sheets: [sheet('x.limn.png', 'texturepacker-hash')] }, /manifest/],
		['a list and a lock', { sheets: [sheet('x.limn.lock.png', 'texturepacker-hash')] }, /lock/],
	] as const)
		it(`are refused where they meet: ${what}`, async () => {
			await assert.rejects(planned(fields), says);
		});
	it('may be called like a page that a sheet cannot have', async () => {
		const { derived } = await planned({
			sheets: [sheet('s.png', 'css'), sheet('s-2.png', 'css')],
			sets: [set('i', 'web')],
		});
		assert.deepEqual(
			derived.map(({ id }) => id),
			['s.png', 's-2.png', 'i'],
		);
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
	it('says which of its entries does not fit', () => {
		for (const [fields, field] of [
			[assets({ name: 'a', prompt: 'a' }, { name: 'b', prompt: 'b', width: 3 }), 'assets[1].width'],
			[{ sheets: [{ out: 's.png', of: ['a'] }] }, 'sheets[0].outputs'],
			[{ styles: { s: { surprise: 1 } } }, 'styles.s.surprise'],
			[{ assets: [[]] }, 'assets[0]'],
		] as const)
			assert.throws(
				() => manifest(fields),
				(error: unknown) => error instanceof FailureError && 'field' in error.failure && error.failure.field === field,
				field,
			);
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
	it('that is too large, or called otherwise, is refused in words that say so', async () => {
		const root = folderWith({ 'x/a.limn.json': ' '.repeat(2 << 20), 'words.txt': '{"limn":1,"assets":[]}' });
		const failure = (why: object) => (error: unknown) => {
			assert.ok(error instanceof FailureError);
			assert.deepEqual({ ...error.failure, ...why }, error.failure);
			return true;
		};
		const path = join(root, 'x', 'a.limn.json');
		await assert.rejects(findManifests(root), failure({ kind: 'cannotRead', path, why: 'tooLarge' }));
		await assert.rejects(findManifests(join(root, 'words.txt')), failure({ kind: 'badRecipe', field: 'path' }));
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
