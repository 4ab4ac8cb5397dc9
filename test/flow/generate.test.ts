// Words become a picture in the real sidecar process.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { inspect } from '../../sidecar/pictures/read.ts';
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import { draw, quick, testSidecar } from './fixtures/sidecar.ts';
import { peakSignalToNoise } from '../fixtures/decibels.ts';
import { checkFails } from './fixtures/failing.ts';

describe('the sidecar', function () {
	this.timeout(120_000);
	const sidecar = testSidecar({ env: { LIMN_MEASURE: '1' } });
	const never = new AbortController().signal;
	after(() => sidecar.shutdown());

	it('says what it is', async () => {
		const { protocol } = await sidecar.initialize();
		assert.equal(protocol, 1);
	});

	it('says which runtime it proved, and on which device', async () => {
		const { runtime, chosen } = await sidecar.deviceProbe({ wish: 'cpu' }, never);
		assert.equal(chosen, 'cpu');
		assert.match(runtime.version, /^1\.\d+\.\d+$/);
		assert.equal(runtime.engine, 'c-api');
	});

	it('lists the built-in model', async () => {
		const { models } = await sidecar.modelsList(never);
		const [{ id, builtIn, defaults, bytes }] = models;
		assert.deepEqual([id, builtIn, defaults.model], ['sketch', true, 'sketch']);
		assert.ok(bytes > 1e6 && bytes < 17e6, `${bytes} bytes`);
	});

	it('proves the processor', async () => {
		const { chosen, reports } = await sidecar.deviceProbe({ wish: 'cpu' }, never);
		assert.equal(chosen, 'cpu');
		assert.deepEqual(
			reports.map(({ device, works }) => [device, works]),
			[['cpu', true]],
		);
	});

	it('has reasons for a device that is not there', () =>
		checkFails(draw(sidecar, { device: process.platform === 'darwin' ? 'dml' : 'coreml' }), { kind: 'noDevice' }));

	it('draws a picture that carries its recipe', async () => {
		const { pictures, arrived } = await draw(sidecar);
		const [{ bytes, recipe, making, width, height }] = pictures;
		assert.deepEqual([width, height, making.device, making.modelName], [64, 64, 'cpu', 'Sketch']);
		assert.deepEqual(recipe, quick);
		assert.deepEqual(arrived[0].bytes, bytes);
		const { stamp } = await inspect('it', bytes);
		assert.deepEqual(stamp?.recipe, quick);
		assert.equal(stamp?.model.hash, making.modelHash);
	});

	it('takes a large picture in tiles where there is little room, and refuses one that has none', async () => {
		const cramped = testSidecar({ env: { LIMN_ROOM_MB: '40' } });
		try {
			const recipe = { width: 256, height: 256, steps: 2 };
			const [tiled, whole] = [await draw(cramped, { recipe }), await draw(sidecar, { recipe })];
			assert.match(tiled.pictures[0].notes.join(), /tiles of 128 pixels/);
			assert.deepEqual(whole.pictures[0].notes, []);
			const { readStart } = await import('../../sidecar/pictures/read.ts');
			const [a, b] = await Promise.all(
				[tiled, whole].map(({ pictures }) => readStart('it', pictures[0].bytes, 256, 256)),
			);
			const decibels = peakSignalToNoise(
				a.data,
				b.data.map(value => value / 2 + 0.5),
			);
			assert.ok(decibels >= 40, `${decibels} dB`);
			await checkFails(draw(cramped, { recipe: { width: 2048, height: 2048 } }), { kind: 'outOfMemory', width: 2048 });
		} finally {
			await cramped.shutdown();
		}
	});

	it('tells how far it is, stage by stage, with seconds and previews', async () => {
		const heard: ProgressParams[] = [];
		await draw(sidecar, { recipe: { steps: 6, width: 128, height: 128 } }, progress => void heard.push(progress));
		const stages = heard.map(({ stage }) => stage).filter((stage, i, all) => stage !== all[i - 1]);
		assert.deepEqual(stages, ['load', 'encode', 'step', 'decode', 'write']);
		const steps = heard.filter(({ stage, step }) => stage === 'step' && step > 0).map(({ step }) => step);
		assert.deepEqual(steps, [1, 2, 3, 4, 5, 6]);
		assert.ok(heard.every(({ seconds }, i) => i === 0 || seconds >= heard[i - 1].seconds));
		const previews = heard.flatMap(({ preview }) => preview ?? []);
		assert.ok(previews.length >= 1);
		for (const { width, height, rgba } of previews) {
			assert.ok(rgba instanceof Uint8Array);
			assert.ok(Math.max(width, height) >= 64 && Math.max(width, height) <= 128);
			assert.equal(rgba.length, width * height * 4);
		}
	});

	it('draws the same bytes again, and others for another seed', async () => {
		const [one, two, other] = [
			await draw(sidecar),
			await draw(sidecar),
			await draw(sidecar, { recipe: { seed: 8 } }),
		].map(({ pictures }) => pictures[0].bytes);
		assert.ok(Buffer.from(one).equals(Buffer.from(two)));
		assert.ok(!Buffer.from(one).equals(Buffer.from(other)));
	});

	it('draws picture i of a batch from seed + i', async () => {
		const { pictures } = await draw(sidecar, { count: 3 });
		assert.deepEqual(
			pictures.map(({ recipe }) => recipe.seed),
			[7, 8, 9],
		);
		const alone = await draw(sidecar, { recipe: { seed: 9 } });
		assert.ok(Buffer.from(alone.pictures[0].bytes).equals(Buffer.from(pictures[2].bytes)));
	});

	it('draws other words differently, with and without guidance', async () => {
		const hash = async (recipe: object) => sha256((await draw(sidecar, { recipe })).pictures[0].bytes);
		const all = [{}, { prompt: 'a green key' }, { guidance: 1 }, { negative: 'a red circle' }, { sampler: 'unipc' }];
		assert.equal(new Set(await Promise.all(all.map(hash))).size, all.length);
	});

	it('begins from a picture', async () => {
		const [{ bytes: start }] = (await draw(sidecar)).pictures;
		const from = (strength: number) =>
			draw(sidecar, { start, recipe: { seed: 99, steps: 10, start: { picture: sha256(start), strength } } });
		const steps: number[] = [];
		const close = (await from(0.2)).pictures[0].bytes;
		await draw(
			sidecar,
			{ start, recipe: { steps: 10, start: { picture: sha256(start), strength: 0.55 } } },
			({ stage, total }) => void (stage === 'step' && steps.push(total)),
		);
		assert.equal(steps[0], 5);
		const far = (await from(1)).pictures[0].bytes;
		assert.ok((await difference(start, close)) < (await difference(start, far)));
	});

	it('refuses a start picture that is not the one the recipe names', () =>
		checkFails(
			draw(sidecar, { start: new Uint8Array(9), recipe: { start: { picture: '0'.repeat(64), strength: 1 } } }),
			{
				kind: 'badRecipe',
				field: 'start',
			},
		));

	it('refuses a start picture that is none', () => {
		const start = new TextEncoder().encode('<svg/>');
		const recipe = { start: { picture: sha256(start), strength: 1 } };
		return checkFails(draw(sidecar, { start, recipe }), { kind: 'badPicture' });
	});

	it('serves two askers in turn', async () => {
		const order: string[] = [];
		const job = async (name: string, seed: number) => {
			await draw(sidecar, { recipe: { seed } }, ({ stage }) => void order.push(`${name} ${stage}`));
		};
		await Promise.all([job('one', 1), job('two', 2)]);
		assert.ok(order.indexOf('two load') > order.lastIndexOf('one write'), order.join());
	});

	it('lets the event loop run while a network does', async () => {
		sidecar.logs.length = 0;
		const { pictures } = await draw(sidecar, { recipe: { width: 384, height: 384, steps: 2, guidance: 1 } });
		const step = (pictures[0].making.seconds.steps * 1000) / 2;
		const [, gap] = /longest gap of the event loop: ([\d.]+) ms/.exec(sidecar.logs.at(-1)!.text)!;
		// Where a step blocked the loop, the gap would be at least as long; on a busy machine every timer is late.
		assert.ok(Number(gap) < Math.max(50, 0.7 * step), `a gap of ${gap} ms, a step of ${step} ms`);
	});
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Mean difference of two pictures' values. */
async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
	const { readStart } = await import('../../sidecar/pictures/read.ts');
	const [one, two] = [await readStart('a', a, 64, 64), await readStart('b', b, 64, 64)];
	return one.data.reduce((sum, value, i) => sum + Math.abs(value - two.data[i]), 0) / one.data.length;
}
