// What engines are given is what their readers were shown: test/readers/ says which, and how.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import decodeIco from 'decode-ico';
import { drawSet } from '../../sidecar/assets/sets/draw.ts';
import { IconSet } from '../../sidecar/assets/sets/set.ts';
import { drawSheet, type NewFile } from '../../sidecar/assets/sheets/draw.ts';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { sheetSprites, theSheet, theTiles } from '../fixtures/sheets.ts';

const shown = (path: string) => readFileSync(new URL(`../readers/made/${path}`, import.meta.url));

async function checkSame({ path, bytes }: NewFile): Promise<void> {
	if (path.endsWith('.png')) assert.deepEqual(await readRgba(path, bytes), await readRgba(path, shown(path)), path);
	else assert.equal(Buffer.from(bytes).toString(), shown(path).toString(), path);
}

describe('what other readers were shown', () => {
	it('is what Limn writes: sheets, and their lists for every engine', async () => {
		const sprites = sheetSprites();
		const files = [...(await drawSheet(sprites, theSheet)), ...(await drawSheet(sprites.slice(0, 2), theTiles))];
		assert.equal(files.length, 9);
		for (const file of files) await checkSame(file);
	});

	it('is what Limn writes: the favicon', async () => {
		const set = IconSet.parse({ of: 'a', out: 'icons', kind: 'web' });
		const files = await drawSet(sheetSprites()[0].picture, set);
		const icon = files.find(({ path }) => path === 'icons/favicon.ico')!;
		const sizes = (bytes: Uint8Array) => decodeIco(bytes).map(({ type, width, height }) => [type, width, height]);
		assert.deepEqual(sizes(icon.bytes), sizes(shown(icon.path)));
	});
});
