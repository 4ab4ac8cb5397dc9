// What is wrong with a manifest beyond its schema, and where an editor marks it.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { overview, problemsIn } from '../../sidecar/assets/problems.ts';
import { folderWith, manifest } from '../fixtures/manifests.ts';

const cat = { name: 'cat', prompt: 'a cat' };

describe('a manifest that cannot be made', () => {
	for (const [what, fields, at, says] of [
		['an unknown style', { assets: [cat, { ...cat, name: 'dog', style: 'px' }] }, 'assets.1.style', /“px”/],
		['an unknown list', { assets: [{ name: '{colour}', prompt: 'a' }] }, 'assets.0.lists', /“colour”/],
		['a name twice', { assets: [cat, { ...cat, out: 'b.png' }] }, 'assets.1.name', /“cat”/],
		['a file twice', { assets: [cat, { name: 'Cat', prompt: 'x' }] }, 'assets.1.out', /“Cat.png”/],
		['a path that leads out', { assets: [{ ...cat, out: '../cat.png' }] }, 'assets.0.out', /upwards/],
		['a pin of nothing', { pins: { cat: 1, dog: 3 } }, 'pins.dog', /“dog”/],
		['a sheet of nothing', { sheets: [{ out: 's.png', of: ['dog_*'], outputs: ['css'] }] }, 'sheets.0.of', /dog_/],
		['a set of nothing', { sets: [{ of: 'dog', out: 'icons', kind: 'web' }] }, 'sets.0.of', /dog/],
	] as const)
		it(`says where ${what} is`, () => {
			const [found, ...more] = problemsIn(manifest(fields));
			assert.deepEqual([found.at.join('.'), more], [at, []]);
			assert.match(found.words, says);
		});

	it('says everything at once', () => {
		const assets = [cat, { ...cat, name: 'a', style: 'px' }, { ...cat, name: 'b', out: 'b.gif' }];
		assert.deepEqual(
			problemsIn(manifest({ assets })).map(({ at }) => at.join('.')),
			['assets.1.style', 'assets.2.format'],
		);
	});
	it('and nothing of one that can be', () => assert.deepEqual(problemsIn(manifest({ pins: { cat: 1 } })), []));
});

describe('how a manifest stands, for an editor', () => {
	const root = folderWith({ 'a.limn.json': JSON.stringify({ limn: 1, assets: [cat] }) });
	const path = join(root, 'a.limn.json');
	after(() => rmSync(root, { recursive: true }));

	it('is told for every output, with the entry that asks for it', async () => {
		const { problems, outputs } = await overview(path, undefined);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			outputs.map(({ id, state, asset }) => [id, state, asset?.name, asset?.entry]),
			[['cat.png', 'missing', 'cat', 0]],
		);
	});
	it('is told of the text that is not saved yet', async () => {
		const text = JSON.stringify({ limn: 1, assets: [cat, { ...cat, name: 'dog' }], pins: { dog: 5 } });
		const { outputs } = await overview(path, text);
		assert.deepEqual(outputs[1].asset, { name: 'dog', seed: 5, entry: 1 });
	});
	it('is a problem where a palette is not there', async () => {
		const post = [{ step: 'palette', colours: 'no.gpl' }];
		const missing = await overview(path, JSON.stringify({ limn: 1, assets: [{ ...cat, post }] }));
		assert.match(missing.problems[0].words, /no\.gpl/);
	});
	it('is not known of a text that is no manifest', () => assert.rejects(overview(path, '{'), /badRecipe/));
});
