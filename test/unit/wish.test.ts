// From options and pictures to a wish: what another tool's picture carries over, and what it does not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Values } from '../../sidecar/cli/command.ts';
import { completed, readWish } from '../../sidecar/cli/wish.ts';
import { insertChunks, textChunk } from '../../sidecar/pictures/png.ts';
import { readBeginning, readStart } from '../../sidecar/pictures/read.ts';
import { writePicture } from '../../sidecar/pictures/write.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import { failureIn } from '../fixtures/failing.ts';
import { aPng, anImage, aRecipe, aStamp } from './fixtures/pictures.ts';

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

	it('carries a sampler that Limn has', () => check('Sampler: Euler a, RNG: CPU', 'euler-ancestral', /^$/));
	it('carries no other, and says so', () =>
		check('Sampler: DPM++ SDE, Size: 8x8', undefined, /Sampler: DPM\+\+ SDE, Size: 8x8, RNG: GPU/));
});

describe('words that were chosen', () => {
	const folder = mkdtempSync(join(tmpdir(), 'limn-template-'));
	after(() => rmSync(folder, { recursive: true }));
	const from = join(folder, 'a.png');
	const [template, words] = [
		{ prompt: 'a {red|green} cat', negative: '' },
		{ prompt: 'a red cat', negative: '' },
	];
	before(async () => {
		const stamp = { ...aStamp, recipe: { ...aRecipe, ...words, template } };
		writeFileSync(from, await writePicture(anImage, 'png', stamp));
	});
	const check = async (values: Values, prompt: string | undefined, expected: object) => {
		const { wish } = await readWish({ from, ...values }, prompt);
		const { prompt: words, negative, template } = wish;
		assert.deepEqual({ prompt: words, negative, template }, expected);
	};

	it('stay', () => check({}, undefined, { ...words, template }));
	it('are chosen anew for another seed', () => check({ seed: '5' }, undefined, { ...template, template: undefined }));
	it('give way to other words', () => check({}, 'a dog', { prompt: 'a dog', negative: '', template: undefined }));
});

describe('a beginning', () => {
	const folder = mkdtempSync(join(tmpdir(), 'limn-beginning-'));
	after(() => rmSync(folder, { recursive: true }));
	const [init, mask] = [join(folder, 'a.png'), join(folder, 'mask.png')];
	before(async () => {
		writeFileSync(init, await writePicture(anImage, 'png', aStamp));
		writeFileSync(mask, aPng);
	});
	const read = (values: Record<string, string>) => readWish({ init, ...values }, 'a cat');

	async function checkRefused(values: Values, field: string, why: RegExp): Promise<void> {
		const failure = await failureIn(() => readWish(values, 'a cat'));
		assert.ok(failure?.kind === 'badRecipe' && failure.field === field, JSON.stringify(failure));
		assert.match(failure.why, why);
	}

	it('with a mask names both pictures by their bytes', async () => {
		const { wish, start, mask: sent } = await read({ mask, 'mask-blur': '2.5' });
		assert.deepEqual(wish.start, { picture: hash(start!), strength: 0.75, mask: hash(sent!), maskBlur: 2.5 });
	});
	it('on a larger canvas keeps the picture, masks what is new, and has the canvas’s size', async () => {
		const { wish, start, mask: sent } = await read({ outpaint: 'left=16,bottom=3' });
		assert.deepEqual([wish.width, wish.height, wish.start?.strength], [80, 56, 1]);
		const canvas = await readBeginning(start!, sent, { ...aRecipe, ...wish, hires: undefined });
		const original = await readStart('a', await readFile(init), 64, 48);
		for (let y = 0; y < 56; y++) {
			for (let x = 0; x < 80; x++) {
				const inside = x >= 16 && y < 48;
				assert.equal(canvas.mask![y * 80 + x], inside ? 0 : 1);
				if (inside) assert.equal(canvas.data[y * 80 + x], original.data[y * 64 + x - 16]);
			}
		}
	});
	it('on a larger canvas is the same bytes each time', async () => {
		const [one, two] = [await read({ outpaint: 'top=8' }), await read({ outpaint: 'top=8' })];
		assert.deepEqual([one.start, one.mask], [two.start, two.mask]);
	});
	it('with sides that are none is refused', () =>
		checkRefused({ init, outpaint: 'up=8' }, 'outpaint', /left=64,bottom=32/));
	it('with a canvas too large to read is refused', () =>
		checkRefused({ init, outpaint: 'left=9999,top=9999' }, 'outpaint', /10064 × 10048 pixels/));
	it('with two masks is refused', () => checkRefused({ init, mask, outpaint: 'left=8' }, 'mask', /one of the two/));
	it('with a mask but no picture is refused', () => checkRefused({ mask }, 'mask', /no meaning without --init/));
	it('with a blur but no mask is refused', () => checkRefused({ init, 'mask-blur': '3' }, 'mask-blur', /no meaning/));
});

describe('a wish for controls', () => {
	const card = { id: 'sketch', defaults: { ...aRecipe, steps: 12 } } as unknown as ModelCard;
	const filled = async (values: Record<string, string>) => completed((await readWish(values, 'a cat')).wish, card);

	it('leaves the steps of the hires pass to the steps of the first', async () => {
		assert.deepEqual((await filled({ hires: '2' })).hires, { scale: 2, steps: 12, strength: 0.7 });
		assert.deepEqual((await filled({ hires: '2', steps: '5' })).hires, { scale: 2, steps: 5, strength: 0.7 });
		assert.deepEqual((await filled({ hires: '2', 'hires-steps': '3', 'hires-strength': '0.4' })).hires, {
			...{ scale: 2, steps: 3, strength: 0.4 },
		});
	});
	it('takes a variation’s seed or strength alone', async () => {
		assert.deepEqual((await filled({ 'variation-seed': '7' })).variation, { seed: 7, strength: 0.1 });
		assert.equal((await filled({ 'variation-strength': '0.4' })).variation?.strength, 0.4);
	});
	it('asks for nothing that was not asked for', async () => {
		const recipe = await filled({});
		assert.deepEqual([recipe.variation, recipe.hires, recipe.clipSkip], [undefined, undefined, undefined]);
	});
	it('refuses the steps of a hires pass that is none', async () => {
		const failure = await failureIn(() => readWish({ 'hires-steps': '3' }, 'a cat'));
		assert.equal(failure?.kind, 'badRecipe');
	});
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
