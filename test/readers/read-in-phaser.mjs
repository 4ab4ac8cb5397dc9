// Reads the lists of a sheet with Phaser's own parsers and frames.
// Usage: npm install --no-save phaser@3.90.0, then: node test/readers/read-in-phaser.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Frame = require('phaser/src/textures/Frame.js');
const readers = {
	'sprites.json': require('phaser/src/textures/parsers/JSONHash.js'),
	'sprites.array.json': require('phaser/src/textures/parsers/JSONArray.js'),
	'sprites.phaser.json': require('phaser/src/textures/parsers/JSONArray.js'),
};

for (const [name, read] of Object.entries(readers)) {
	const texture = emptyTexture(38, 27);
	read(texture, 0, JSON.parse(readFileSync(new URL(`made/art/${name}`, import.meta.url), 'utf8')));
	const { walk_01, walk_02, key } = texture.frames;
	assert.deepEqual([walk_01.cutX, walk_01.cutY, walk_01.cutWidth, walk_01.cutHeight], [1, 1, 16, 16]);
	assert.deepEqual([walk_02.cutX, walk_02.cutY], [21, 1]);
	assert.deepEqual([key.trimmed, key.x, key.y, key.realWidth, key.realHeight], [true, 3, 2, 12, 10]);
	assert.deepEqual([key.pivotX, key.pivotY], [0.5, 1]);
	assert.deepEqual(key.data.scale9Borders, { x: 4, y: 3, w: 3, h: 3 });
	console.log(`${name}: read`);
}

/** What Phaser's parsers need of a texture, without a canvas. */
function emptyTexture(width, height) {
	const texture = { key: 'sprites', frames: {}, customData: {}, source: [{ width, height, resolution: 1, image: {} }] };
	texture.add = (...place) => (texture.frames[place[0]] = new Frame(texture, ...place));
	return texture;
}
