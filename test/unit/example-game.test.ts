// The example game's manifest asks for what its readme says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expand } from '../../sidecar/assets/expand.ts';
import { readManifest } from '../../sidecar/assets/manifest.ts';
import { planOf } from '../../sidecar/assets/plan.ts';
import { readPalette } from '../../sidecar/post/palettes/index.ts';
import { prepared } from '../../sidecar/post/run.ts';
import { blank } from '../../sidecar/post/rgba.ts';
import { root } from '../harness/root.ts';

const path = join(root, 'examples/game/game.limn.json');

describe('examples/game', () => {
	it('has 24 items, 6 tiles, 8 icons and the app’s own', async () => {
		const folders = expand(await readManifest(path)).map(({ file }) => dirname(file));
		const count = (folder: string) => folders.filter(each => each === folder).length;
		assert.deepEqual(['items', 'tiles', 'interface', '.'].map(count), [24, 6, 8, 1]);
	});

	it('has every item on a sheet, and every tile', async () => {
		const { derived } = await planOf(await readManifest(path), { limn: 1, made: {} }, dirname(path), undefined);
		assert.deepEqual(
			derived.map(({ id, of }) => [id, of.length]),
			[
				['sheets/items.png', 24],
				['sheets/ground.png', 6],
				['icons/web', 1],
				['icons/links', 1],
			],
		);
	});

	it('has a palette of 16 colours', async () => {
		const file = join(dirname(path), 'palette.gpl');
		assert.equal((await readPalette(file, readFileSync(file))).length, 16);
	});

	it('makes items of 32 pixels and tiles of 64, whatever is drawn', async () => {
		const { styles } = await readManifest(path);
		const read = (name: string) => Promise.resolve(readFileSync(join(dirname(path), name)));
		const sizeOf = async (style: string) => {
			const picture = {
				...blank(128, 128),
				data: Uint8Array.from({ length: 128 * 128 * 4 }, (_, at) => ((at * 37) % 256) | (at % 4 === 3 ? 255 : 0)),
			};
			const done = await prepared(styles[style].post!)({ picture, facts: {}, notes: [] }, read);
			return [done.picture.width, done.picture.height];
		};
		assert.deepEqual(await sizeOf('item'), [32, 32]);
		assert.deepEqual(await sizeOf('tile'), [64, 64]);
		assert.deepEqual(await sizeOf('sign'), [64, 64]);
	});
});
