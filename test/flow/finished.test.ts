// What is asked of pictures that are there, of the real process: how they were made, and steps over their pixels.
import assert from 'node:assert/strict';
import type { WrittenStep } from '../../sidecar/protocol/picture.ts';
import { checkFails } from './fixtures/failing.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

describe('a picture that is there', () => {
	const sidecar = testSidecar();
	let bytes: Uint8Array;
	before(async () => {
		bytes = (await draw(sidecar)).pictures[0].bytes;
	});
	after(() => sidecar.shutdown());
	const inspected = (picture: Uint8Array) => sidecar.inspect({ path: 'a.png', bytes: picture });
	const worked = (steps: readonly WrittenStep[], picture = bytes) =>
		sidecar.post({ path: 'a.png', bytes: picture, steps, format: 'png' });

	it('says its recipe, and what drew it', async () => {
		const { recipe, format, width, height, model, device, post, left } = await inspected(bytes);
		assert.equal(recipe?.prompt, 'a red circle on a blue background');
		assert.deepEqual(
			{ format, width, height, device, post, left },
			{ ...{ format: 'png', width: 64, height: 64 }, ...{ device: 'cpu', post: [], left: [] } },
		);
		assert.match(model?.hash ?? '', /^[0-9a-f]{10}$/);
	});

	it('keeps its recipe through steps, and names them', async () => {
		const size = { step: 'size', width: 20, height: 10, fit: 'stretch' };
		const once = await worked([size]);
		assert.deepEqual([once.width, once.height], [20, 10]);
		const twice = await worked(['trim'], once.bytes);
		const { post, recipe } = await inspected(twice.bytes);
		assert.deepEqual(post, [size, 'trim']);
		assert.deepEqual(recipe, (await inspected(bytes)).recipe);
	});

	it('is only written anew without steps', async () => {
		const { post } = await inspected((await worked([])).bytes);
		assert.deepEqual(post, []);
	});

	it('is worked on by known steps only', () => checkFails(worked(['sharpen']), { kind: 'badRecipe', field: 'step' }));
	it('reads no file of the disk, whatever a step names', async () => {
		const failure = await checkFails(worked([{ step: 'palette', colours: '/etc/passwd' }]), { kind: 'badRecipe' });
		assert.match(failure.why, /must not name a file/);
	});
	it('is refused where it is none', () =>
		checkFails(worked(['trim'], new TextEncoder().encode('not a picture')), { kind: 'badPicture', path: 'a.png' }));
});
