// What the VSIX holds: all that Limn needs on this platform, nothing else, and not too much of it.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { root } from '../harness/root.ts';
import { vsix } from '../harness/vsix.ts';
import { readZip } from '../harness/zip.ts';

describe('the VSIX', () => {
	let files: ReadonlyMap<string, Buffer>;
	const names = () => [...files.keys()].map(name => name.replace(/^extension\//, ''));
	before(() => (files = readZip(readFileSync(vsix))));

	it('is at most 45 MB', () => assert.ok(statSync(vsix).size <= 45e6, `${statSync(vsix).size} bytes`));

	const needed = [
		'package.json',
		'readme.md',
		'changelog.md',
		'LICENSE.txt',
		'dist/extension.cjs',
		'dist/sidecar.cjs',
		'dist/limn.cjs',
		'dist/studio.js',
		'dist/codicons/codicon.css',
		'dist/codicons/codicon.ttf',
		'models/sketch/checkpoint/model_index.json',
		'models/dcgan/checkpoint/textures.safetensors',
		'models/dcgan/checkpoint/textures.limn.json',
		'models/text/clip/merges.txt.gz',
		'models/text/clip/LICENSE',
	];
	for (const name of needed) it(`holds ${name}`, () => assert.ok(names().includes(name)));

	it('holds the icon that its manifest names', () => {
		const { icon } = JSON.parse(String(files.get('extension/package.json')));
		assert.match(icon, /\.png$/);
		assert.ok(names().includes(icon));
	});

	it('holds nothing foreign', () => {
		const known =
			/^(extension\.vsixmanifest|\[Content_Types\]\.xml|package\.json|readme\.md|changelog\.md|LICENSE\.txt|(dist|extension\/media|models\/sketch|models\/dcgan|models\/text\/clip)\/.*|node_modules\/(onnxruntime-(node|common)|koffi|@koromix\/koffi-[^/]+|sharp|@img\/(colour|sharp-[^/]+)|detect-libc|semver)\/.*)$/;
		const unwanted = /\.(ts|mts|cts|map|cc|h|py|tsbuildinfo|part)$|(^|\/)(test|tests|\.[^/]+)(\/|$)/;
		const foreign = names().filter(name => !known.test(name) || unwanted.test(name));
		assert.deepEqual(foreign, []);
	});

	it('holds native files of this platform only', () => {
		const native = names().filter(name => /\.(node|so|dylib|dll)(\.[\d.]+)?$/.test(name));
		const ours = new RegExp(`${process.platform}[-_/]${process.arch}`);
		assert.deepEqual(
			native.filter(name => !ours.test(name)),
			[],
		);
		for (const part of ['onnxruntime_binding.node', 'koffi.node', 'sharp'])
			assert.ok(
				native.some(name => name.includes(part)),
				part,
			);
	});

	it('names no folder of the machine that built it', () => {
		const telling = [...files].filter(([name, bytes]) => name.includes('/dist/') && bytes.includes(root));
		assert.deepEqual(
			telling.map(([name]) => name),
			[],
		);
	});
});
