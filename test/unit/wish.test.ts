// From options and pictures to a wish: what another tool's picture carries over, and what it does not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWish } from '../../sidecar/cli/wish.ts';
import { insertChunks, textChunk } from '../../sidecar/pictures/png.ts';
import { failureIn } from '../fixtures/failing.ts';
import { aPng } from './fixtures/pictures.ts';

describe('a picture to start from', () => {
	const folder = mkdtempSync(join(tmpdir(), 'limn-init-'));
	const init = join(folder, 'a.png');
	before(() => writeFileSync(init, aPng));
	after(() => rmSync(folder, { recursive: true }));

	it('counts as much as is asked for', async () => {
		const { wish } = await readWish({ init, 'image-guidance': '2', strength: '1' }, 'make it snow');
		assert.deepEqual([wish.start?.strength, wish.start?.imageGuidance], [1, 2]);
	});
	it('counts for as much as the model likes where nothing is asked for', async () =>
		assert.equal((await readWish({ init }, 'make it snow')).wish.start?.imageGuidance, undefined));
	it('must be there to count', async () =>
		assert.deepEqual(await failureIn(() => readWish({ 'image-guidance': '2' }, 'make it snow')), {
			kind: 'badRecipe',
			field: 'image-guidance',
			why: 'has no meaning without --init',
		}));
});

describe('a picture of another tool', () => {
	const folder = mkdtempSync(join(tmpdir(), 'limn-wish-'));
	after(() => rmSync(folder, { recursive: true }));

	async function check(settings: string, sampler: string | undefined, notes: RegExp): Promise<void> {
		const from = join(folder, 'a.png');
		writeFileSync(from, insertChunks(aPng, [textChunk('parameters', `a cat\nSteps: 3, Seed: 1, ${settings}`)]));
		const read = await readWish({ from }, undefined);
		assert.equal(read.wish.sampler, sampler);
		assert.match(read.notes.join(), notes);
	}

	it('carries a sampler that Limn has', () => check('Sampler: Euler a', 'euler-ancestral', /^$/));
	it('carries no other, and says so', () => check('Sampler: DPM++ SDE, Size: 8x8', undefined, /“DPM\+\+ SDE”/));
});
