// `limn sync` and `limn post` as people run them: the real program and the built-in model, on a project of their own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from '../../sidecar/pictures/read.ts';
import { readRgba } from '../../sidecar/pictures/rgba.ts';
import { hexOf } from '../../sidecar/post/rgba.ts';
import { folderWith } from '../fixtures/manifests.ts';
import { dist } from './fixtures/sidecar.ts';

const palette = ['#101018', '#ffffff', '#d63c3c', '#2860c8'];
const item = {
	prompt: 'a {prompt}',
	steps: 4,
	post: [
		{ step: 'cut-out', hard: true },
		'trim',
		{ step: 'pixel-art', size: 16 },
		{ step: 'size', width: 16, height: 16, resample: 'pixel' },
		{ step: 'palette', colours: 'four.hex' },
	],
};
const manifest = {
	limn: 1,
	lists: { colour: ['red', 'blue'] },
	styles: { item },
	assets: [
		{ name: 'circle_{colour}', prompt: '{colour} circle', style: 'item', out: 'items/{name}.png' },
		{ name: 'star', prompt: 'a red star', steps: 4, out: '{name}.webp' },
	],
	sheets: [{ out: 'sheets/items.png', of: ['circle_*'], outputs: ['texturepacker-hash', 'css'] }],
	sets: [{ of: 'star', out: 'icons', kind: 'web' }],
};

const root = folderWith({
	'game.limn.json': JSON.stringify(manifest),
	'four.hex': palette.map(colour => colour.slice(1)).join('\n'),
});
const fresh = folderWith({});

describe('a project with a manifest', function () {
	this.timeout(240_000);
	after(() => {
		for (const folder of [root, fresh]) rmSync(folder, { recursive: true });
	});

	it('is not in order before it was made, and --dry-run makes nothing', async () => {
		const { code, out } = await limn(root, 'sync', '--check');
		assert.equal(code, 1);
		assert.match(out, /missing {2}items\/circle_red.png.*it was not made yet/);
		assert.match(out, /5 missing/);
		assert.equal((await limn(root, 'sync', '--dry-run')).code, 0);
		assert.ok(!existsSync(join(root, 'items')));
	});

	it('is made by sync, then in order', async () => {
		const { code, out, err } = await limn(root, 'sync', '--device', 'cpu');
		assert.equal(code, 0, err);
		assert.match(out, /made {5}items\/circle_blue.png/);
		assert.match(out, /5 fine/);
		const check = await limn(root, 'sync', '--check', '--json', '--junit', 'report.xml');
		assert.equal(check.code, 0, check.out);
		const { manifests } = JSON.parse(check.out) as { manifests: { outputs: { id: string; state: string }[] }[] };
		assert.deepEqual(
			manifests[0].outputs.map(({ id }) => id),
			[...['items/circle_red.png', 'items/circle_blue.png', 'star.webp', 'sheets/items.png', 'icons']],
		);
		assert.match(readFileSync(join(root, 'report.xml'), 'utf8'), /tests="5" failures="0"/);
	});

	it('has sprites of the exact size, with the palette’s colours and hard alpha, that carry their recipe', async () => {
		for (const colour of ['red', 'blue']) {
			const bytes = readFileSync(join(root, `items/circle_${colour}.png`));
			const { data, width, height } = await readRgba('a', bytes);
			assert.deepEqual([width, height], [16, 16]);
			for (let at = 0; at < data.length; at += 4) {
				if (data[at + 3] === 0) continue;
				assert.equal(data[at + 3], 255);
				assert.ok(palette.includes(hexOf([data[at], data[at + 1], data[at + 2]])));
			}
			const { stamp } = await inspect('a', bytes);
			assert.deepEqual(
				[stamp?.recipe.prompt, stamp?.recipe.model, stamp?.post?.length],
				[`a ${colour} circle`, 'sketch', 5],
			);
		}
	});

	it('is left alone by a second sync', async () => {
		const before = ['items/circle_red.png', 'game.limn.lock.json', 'icons/favicon.ico'].map(stamp);
		const { code, out } = await limn(root, 'sync');
		assert.equal(code, 0);
		assert.doesNotMatch(out, /made/);
		assert.deepEqual(['items/circle_red.png', 'game.limn.lock.json', 'icons/favicon.ico'].map(stamp), before);
	});

	it('comes out the same from a fresh clone', async () => {
		for (const file of ['game.limn.json', 'game.limn.lock.json', 'four.hex'])
			cpSync(join(root, file), join(fresh, file));
		const { code, out } = await limn(fresh, 'sync', '--device', 'cpu');
		assert.equal(code, 0);
		assert.doesNotMatch(out, /came out otherwise/);
		assert.equal(
			readFileSync(join(fresh, 'game.limn.lock.json'), 'utf8'),
			readFileSync(join(root, 'game.limn.lock.json'), 'utf8'),
		);
		assert.ok(readFileSync(join(fresh, 'sheets/items.png')).equals(readFileSync(join(root, 'sheets/items.png'))));
	});

	it('fails --check after a prompt was edited, with a line for what it touches, and is made again', async () => {
		const edited = { ...manifest, lists: { colour: ['red', 'black'] } };
		writeFileSync(join(root, 'game.limn.json'), JSON.stringify({ ...edited, styles: { item: { ...item, steps: 5 } } }));
		const { code, out } = await limn(root, 'sync', '--check');
		assert.equal(code, 1);
		assert.match(out, /stale {4}items\/circle_red.png +the manifest asks for something else by now/);
		assert.match(out, /stale {4}sheets\/items.png/);
		assert.match(out, /left {5}items\/circle_blue.png/);
		assert.match(out, /2 fine, 1 missing, 2 stale/);
		assert.equal((await limn(root, 'sync', '--device', 'cpu')).code, 0);
		assert.equal((await limn(root, 'sync', '--check')).code, 0);
	});

	it('fails --check after a file was touched; sync leaves that file alone until told otherwise', async () => {
		const file = join(root, 'items/circle_red.png');
		writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('mine')]));
		const mine = readFileSync(file);
		const check = await limn(root, 'sync', '--check');
		assert.equal(check.code, 1);
		assert.match(
			check.out,
			/changed {2}items\/circle_red.png +items\/circle_red.png is not as Limn wrote it; it is left alone/,
		);
		assert.equal((await limn(root, 'sync', '--device', 'cpu')).code, 0);
		assert.ok(readFileSync(file).equals(mine));
		assert.match(
			(await limn(root, 'sync', '--overwrite', '--only', 'circle_red', '--device', 'cpu')).out,
			/made {5}items\/circle_red.png/,
		);
		assert.ok(!readFileSync(file).equals(mine));
	});

	it('keeps what was made when sync is killed in its midst', async () => {
		const asset = { name: 'circle_{n}', prompt: 'a red circle', count: 100, steps: 2 };
		const torn = folderWith({ 'a.limn.json': JSON.stringify({ limn: 1, assets: [asset] }) });
		const child = spawn(process.execPath, [join(dist, 'limn.cjs'), 'sync', '--device', 'cpu'], { cwd: torn });
		while (!existsSync(join(torn, 'circle_05.png'))) await delay(20);
		child.kill('SIGKILL');
		await once(child, 'close');
		const { out } = await limn(torn, 'sync', '--check', '--json');
		const [{ outputs }] = (JSON.parse(out) as { manifests: { outputs: { state: string }[] }[] }).manifests;
		const count = (state: string) => outputs.filter(each => each.state === state).length;
		assert.ok(count('fine') >= 3, out);
		assert.ok(count('changed') <= 2, out);
		rmSync(torn, { recursive: true });
	});

	it('fails --check after its model changed, says so where the model is not at hand, and is made again', async () => {
		const models = folderWith({});
		const weights = join(models, 'mine/unet/diffusion_pytorch_model.safetensors');
		cpSync(join(import.meta.dirname, '../../models/sketch/checkpoint'), join(models, 'mine'), { recursive: true });
		const assets = [{ name: 'star', prompt: 'a red star', steps: 2 }];
		const other = folderWith({ 'a.limn.json': JSON.stringify({ limn: 1, model: 'mine', assets }) });
		const sync = (...more: string[]) => limn(other, 'sync', ...more, { LIMN_MODELS: models });
		const made = await sync('--device', 'cpu');
		assert.match(made.out, /1 fine/, made.err);
		assert.equal((await sync('--check')).code, 0);

		const bytes = readFileSync(weights);
		bytes[bytes.length - 1] ^= 1;
		writeFileSync(weights, bytes);
		const { code, out } = await sync('--check');
		assert.equal(code, 1);
		assert.match(out, /stale {4}star.png +its model changed: [0-9a-f]{10} made it, and now it is [0-9a-f]{10}/);
		assert.match((await sync('--device', 'cpu')).out, /made {5}star.png/);
		assert.equal((await sync('--check')).code, 0);

		rmSync(models, { recursive: true });
		const without = await sync('--check');
		assert.equal(without.code, 0);
		assert.match(without.out, /the model mine is not at hand/);
		rmSync(other, { recursive: true });
	});

	it('is refused, before anything is made, where its manifest leads out of its folder', async () => {
		const bad = folderWith({
			'a.limn.json': JSON.stringify({ limn: 1, assets: [{ name: 'a', prompt: 'a', out: '../a.png' }] }),
		});
		const { code, err } = await limn(bad, 'sync');
		assert.equal(code, 2);
		assert.match(err, /“..\/a.png” must not lead upwards/);
		rmSync(bad, { recursive: true });
	});

	it('lends its pictures to limn post, which keeps the recipe and never writes over a file', async () => {
		const steps = [
			'--step',
			'cut-out',
			'--step',
			'size width=24 height=20',
			'--step',
			'palette colours=four.hex dither=error',
		];
		const done = await limn(root, 'post', 'star.webp', ...steps, '--out', 'star24.png', '--json');
		assert.equal(done.code, 0, done.err);
		const { width, height, key } = JSON.parse(done.out) as Record<string, unknown>;
		assert.deepEqual([width, height], [24, 20]);
		assert.match(String(key), /^#[0-9a-f]{6}$/);
		const { stamp } = await inspect('a', readFileSync(join(root, 'star24.png')));
		assert.deepEqual([stamp?.recipe.prompt, stamp?.post?.length], ['a red star', 3]);
		const again = await limn(root, 'post', 'star.webp', '--step', 'trim', '--out', 'star24.png');
		assert.equal(again.code, 1);
		assert.match(again.err, /exists already/);
		for (const [step, says] of [
			['paint', /“paint” is not known/],
			['trim margin=many', /margin must be/],
			['palette colours=none.hex', /cannot be read/],
		] as const)
			assert.match((await limn(root, 'post', 'star.webp', '--step', step, '--out', 'x.png')).err, says);
	});

	const stamp = (path: string) => statSync(join(root, path)).mtimeMs;
});

/** Runs `limn` in a folder; what is no text is variables for it. */
async function limn(
	cwd: string,
	...given: (string | Record<string, string>)[]
): Promise<{ code: number | null; out: string; err: string }> {
	const args = given.filter(each => typeof each === 'string');
	const variables = given.filter(each => typeof each !== 'string');
	const env = { ...process.env, LIMN_FIND_MODELS: '0', ...Object.assign({}, ...variables) };
	const child = spawn(process.execPath, [join(dist, 'limn.cjs'), ...args], {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code: code as number | null, out, err };
}
