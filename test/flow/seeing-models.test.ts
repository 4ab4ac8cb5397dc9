// Models that see a picture beside the latents, through the real sidecar: inpainting with a mask, changing by instruction.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { tinyEditing, tinyInpainting, type Architecture } from '../fixtures/architectures.ts';

import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';
import { checkFails } from './fixtures/failing.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

const root = mkdtempSync(join(tmpdir(), 'limn-seeing-'));
const write = (name: string, architecture: Architecture): string => {
	const folder = join(root, name);
	writeCheckpoint(folder, architecture, { seed: 4, type: 'float32', oldNames: false });
	return folder;
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const plain = async (colour: string) =>
	new Uint8Array(
		await sharp({ create: { width: 64, height: 64, channels: 3, background: colour } })
			.png()
			.toBuffer(),
	);

describe('a model that sees a picture', function () {
	this.timeout(120_000);
	const sidecar = testSidecar({ folders: [root] });
	let inpainting: string;
	let editing: string;
	let picture: Uint8Array;
	before(async () => {
		inpainting = write('inpainting', tinyInpainting);
		editing = write('editing', tinyEditing);
		picture = await plain('orange');
	});
	after(async () => {
		await sidecar.shutdown();
		rmSync(root, { recursive: true });
	});

	const pixels = async (change: Parameters<typeof draw>[1]) => {
		const { pictures } = await draw(sidecar, change);
		return sharp(pictures[0].bytes).raw().toBuffer();
	};
	const masked = async (colour: string) => {
		const mask = await plain(colour);
		const start = { picture: sha256(picture), strength: 1, mask: sha256(mask) };
		return { start: picture, mask, recipe: { model: inpainting, steps: 2, start } };
	};

	it('is shown where to draw anew: another mask gives another picture, none is a white one', async () => {
		const [white, black] = [await pixels(await masked('white')), await pixels(await masked('black'))];
		assert.notDeepEqual(black, white);
		const start = { picture: sha256(picture), strength: 1 };
		const whole = await pixels({ start: picture, recipe: { model: inpainting, steps: 2, start } });
		assert.deepEqual(whole, white);
	});
	it('draws from words alone as if all were masked', async () =>
		assert.deepEqual(await pixels({ recipe: { model: inpainting, steps: 2 } }), await pixels(await masked('white'))));
	it('refuses a mask that is not the one the recipe names', async () => {
		const other = { ...(await masked('white')), mask: new Uint8Array(9) };
		await checkFails(draw(sidecar, other), { kind: 'badRecipe', field: 'mask' });
	});
	it('refuses a mask that is no picture', async () => {
		const mask = new TextEncoder().encode('<svg/>');
		const start = { picture: sha256(picture), strength: 1, mask: sha256(mask) };
		const recipe = { model: inpainting, steps: 2, start };
		await checkFails(draw(sidecar, { start: picture, mask, recipe }), { kind: 'badPicture' });
	});

	const edited = (imageGuidance?: number) => ({
		start: picture,
		recipe: {
			...{ model: editing, steps: 2, sampler: 'euler', schedule: 'linspace' },
			start: { picture: sha256(picture), strength: 1, ...(imageGuidance === undefined ? {} : { imageGuidance }) },
		},
	});
	it('changes a picture by words, as near to it as the recipe says', async () => {
		const usual = await pixels(edited());
		assert.deepEqual(await pixels(edited(1.5)), usual);
		assert.notDeepEqual(await pixels(edited(3)), usual);
	});
	it('asks for the picture that it changes', () =>
		checkFails(draw(sidecar, { recipe: { model: editing } }), { kind: 'badRecipe', field: 'start' }));
	it('is the only kind with a guidance by the picture', () => {
		const start = { picture: sha256(picture), strength: 1, imageGuidance: 2 };
		return checkFails(draw(sidecar, { start: picture, recipe: { start } }), {
			kind: 'badRecipe',
			field: 'image guidance',
		});
	});
});
