// Models that are broken, foreign or hostile: a clear failure each, and the sidecar lives on.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Failure } from '../../sidecar/protocol/failure.ts';
import { tinySd1 } from '../fixtures/architectures.ts';
import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';
import { checkFails, type Facts } from './fixtures/failing.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

const root = mkdtempSync(join(tmpdir(), 'limn-models-'));
const unetFile = 'unet/diffusion_pytorch_model.safetensors';

const sound = join(root, 'sound');

/** A copy of the sound checkpoint, then spoiled; its path. */
function model(name: string, spoil: (folder: string) => void): string {
	const folder = join(root, name);
	cpSync(sound, folder, { recursive: true });
	spoil(folder);
	return folder;
}

/** The same with other bytes for its UNet. */
const withUnet = (name: string, bytes: (sound: Buffer) => Uint8Array | string) =>
	model(name, folder => writeFileSync(join(folder, unetFile), bytes(readFileSync(join(folder, unetFile)))));

/** A safetensors file with this header and `length` zero bytes. */
function safetensors(header: string, length: number): Buffer {
	const prefix = Buffer.alloc(8);
	prefix.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
	return Buffer.concat([prefix, Buffer.from(header), Buffer.alloc(length)]);
}

const headerLength = (file: Buffer): number => 8 + Number(file.readBigUInt64LE(0));

describe('a model', function () {
	this.timeout(120_000);
	const sidecar = testSidecar({ folders: [root] });
	before(() => writeCheckpoint(sound, tinySd1, { seed: 1, type: 'float32', oldNames: false }));
	after(async () => {
		await sidecar.shutdown();
		rmSync(root, { recursive: true });
	});

	/** Drawing with this model fails so, soon, and the process stays. */
	async function check(path: string, facts: Facts<Failure['kind']>, why: RegExp): Promise<void> {
		const failure = await checkFails(draw(sidecar, { recipe: { model: path } }), facts);
		assert.match(JSON.stringify(failure), why);
		assert.deepEqual(sidecar.ends, []);
	}

	it('that is sound draws', async () => {
		const { pictures } = await draw(sidecar, { recipe: { model: sound } });
		assert.equal(pictures[0].making.modelName, 'sound');
	});

	it('that is sound is found by its name', async () => {
		const { pictures } = await draw(sidecar, { recipe: { model: 'sound' } });
		assert.equal(pictures[0].making.modelName, 'sound');
	});

	it('of Hugging Face’s cache draws, through its links', async () => {
		const blobs = model('blobs', () => {});
		const snapshot = join(root, 'models--org--linked', 'snapshots', '0a1b2c');
		for (const file of filesOf(blobs)) {
			mkdirSync(dirname(join(snapshot, file)), { recursive: true });
			symlinkSync(join(blobs, file), join(snapshot, file));
		}
		const { pictures } = await draw(sidecar, { recipe: { model: 'org/linked' } });
		assert.equal(pictures[0].recipe.model, 'org/linked');
	});

	it('that nobody knows is missing, and the known ones are named', () =>
		check('unheard-of', { kind: 'modelMissing', model: 'unheard-of' }, /sketch/));
	it('at a path where nothing is, is missing', () => check(join(root, 'nothing'), { kind: 'modelMissing' }, /nothing/));

	it('that is a .ckpt is refused, with the reason', () => {
		const file = join(root, 'old.ckpt');
		writeFileSync(file, Buffer.from('80027d', 'hex'));
		return check(file, { kind: 'modelRefused', file }, /pickle.*run/);
	});
	it('that is a file of something else is refused, with what is needed', () => {
		const file = join(root, 'empty.safetensors');
		writeFileSync(file, safetensors('{}', 0));
		return check(file, { kind: 'modelRefused', file }, /Stable Diffusion 1, 2 or XL checkpoint/);
	});
	it('in a circle of links is found once', async () => {
		const circle = join(root, 'circle');
		mkdirSync(circle);
		for (let i = 0; i < 40; i++) {
			symlinkSync(root, join(circle, `again${i}`), 'junction');
			symlinkSync(sound, join(sound, `again${i}`), 'junction');
		}
		const { models } = await sidecar.modelsList(new AbortController().signal);
		assert.equal(models.filter(({ id }) => basename(id) === 'sound').length, 1);
		rmSync(circle, { recursive: true });
		for (let i = 0; i < 40; i++) rmSync(join(sound, `again${i}`));
	});
	it('that is a folder of something else is refused', () => {
		const folder = join(root, 'photos');
		mkdirSync(folder);
		return check(folder, { kind: 'modelRefused', file: folder }, /model_index\.json/);
	});
	it('of a family that Limn does not know is refused', () => {
		const index = JSON.stringify({ _class_name: 'MagicPipeline' });
		const path = model('magic', folder => writeFileSync(join(folder, 'model_index.json'), index));
		return check(path, { kind: 'modelRefused', file: path }, /does not know/);
	});

	const spoiled: [string, (sound: Buffer) => Uint8Array | string, RegExp][] = [
		['that is cut off in its weights', sound => sound.subarray(0, sound.length - 1000), /cut off/],
		['that is cut off in its header', sound => sound.subarray(0, 100), /cut off/],
		['that is empty', () => '', /0 bytes/],
		['that is a web page', () => '<!doctype html><title>404</title>', /web page/],
		['that is a pointer of Git LFS', () => 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', /git lfs/i],
		[
			'with a header longer than the world',
			sound => Buffer.concat([Buffer.alloc(8, 0xff), sound.subarray(8)]),
			/header/,
		],
		['with a header that is no JSON', () => safetensors('{"a', 0), /JSON/],
		['with a tensor beyond its end', () => safetensors(tensor([4], [0, 1 << 30]), 16), /cut off/],
		['with a tensor that ends before it begins', () => safetensors(tensor([4], [16, 0]), 16), /ends before/],
		['with a tensor of the wrong length', () => safetensors(tensor([5], [0, 16]), 16), /16 bytes/],
		['with a negative offset', () => safetensors(tensor([4], [-16, 0]), 16), /data_offsets/],
		[
			'with one key twice',
			() => safetensors(`{${tensor([4], [0, 16]).slice(1, -1)},${tensor([4], [0, 16]).slice(1)}`, 16),
			/twice/,
		],
		['with another model’s tensors', () => safetensors(tensor([4], [0, 16]), 16), /conv_in|missing|lacks|tensor/],
	];
	for (const [what, bytes, why] of spoiled) {
		it(`${what} is broken, with the reason`, () =>
			check(withUnet(what.replace(/\W+/g, '-'), bytes), { kind: 'modelBroken' }, why));
	}

	it('that is a pickle by another name is refused', () =>
		check(
			withUnet('pickled', () => Buffer.from('80047d', 'hex')),
			{ kind: 'modelRefused' },
			/pickle/,
		));

	it('of NaN gives no picture, and says in which step', async () => {
		const path = withUnet('nan', sound => {
			const spoiled = Buffer.from(sound);
			for (let at = headerLength(sound); at + 4 <= spoiled.length; at += 4) spoiled.writeFloatLE(NaN, at);
			return spoiled;
		});
		await check(path, { kind: 'brokenNumbers', stage: 'step', step: 1, of: 4 }, /step/);
	});

	it('that opens is listed, and every other with the reason', async () => {
		const { models, refused } = await sidecar.modelsList(new AbortController().signal);
		const names = models.map(({ id }) => basename(id));
		for (const name of ['sketch', 'sound', '0a1b2c', 'nan']) assert.ok(names.includes(name), names.join());
		const kinds = new Map(refused.map(({ file, failure }) => [basename(file), failure.kind]));
		assert.equal(kinds.get('old.ckpt'), 'modelRefused');
		assert.equal(kinds.get('empty.safetensors'), 'modelRefused');
		assert.equal(kinds.get('that-is-empty'), 'modelBroken');
		assert.equal(kinds.get('magic'), 'modelRefused');
	});
});

describe('a hostile request', function () {
	this.timeout(120_000);
	const sidecar = testSidecar();
	after(() => sidecar.shutdown());

	const check = (recipe: object, field: string) => checkFails(draw(sidecar, { recipe }), { kind: 'badRecipe', field });
	it('of width 0 is refused', () => check({ width: 0 }, 'width'));
	it('of width 7 is refused', () => check({ width: 7 }, 'width'));
	it('of width 100000 is refused', () => check({ width: 100_000 }, 'width'));
	it('of no steps is refused', () => check({ steps: 0 }, 'steps'));
	it('of 10 MB of words is refused', () => check({ prompt: 'a'.repeat(10 << 20) }, 'prompt'));
	it('with half of a character is refused', () => check({ prompt: '\ud83c' }, 'prompt'));
	it('for a thousand pictures is refused', () =>
		checkFails(draw(sidecar, { count: 1000 }), { kind: 'badRecipe', field: 'count' }));
	it('with words beyond the encoder’s window draws, and says in how many chunks it read them', async () => {
		const { pictures } = await draw(sidecar, { recipe: { prompt: `a red circle ${'and another '.repeat(100)}` } });
		assert.match(pictures[0].notes.join(), /^The prompt is read in \d+ chunks/);
	});
	it('with the strangest words draws', async () => {
		const { pictures } = await draw(sidecar, { recipe: { prompt: '\0\u202e((((🏰‍🔥))))\uffff', negative: '\n' } });
		assert.equal(pictures.length, 1);
	});
});

const tensor = (shape: number[], offsets: number[]): string =>
	JSON.stringify({ a: { dtype: 'F32', shape, data_offsets: offsets } });

/** Paths of all files below a folder. */
function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => relative(folder, join(entry.parentPath, entry.name)));
}
