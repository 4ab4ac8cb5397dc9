// What a recipe adds to a model, through the real sidecar and the real command line.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import { tinySd1, tinySd2 } from '../fixtures/architectures.ts';
import { writeHeld } from '../fixtures/ldm-checkpoint.ts';
import { writeCheckpoint, writeControlNet } from '../fixtures/random-checkpoint.ts';
import { dist, draw, testSidecar } from './fixtures/sidecar.ts';

const root = mkdtempSync(join(tmpdir(), 'limn-additions-'));
const checkpoints = join(root, 'models', 'Stable-diffusion');
const [tiny, other] = [join(checkpoints, 'tiny'), join(checkpoints, 'other')];
const style = { seed: 3, type: 'float32', oldNames: false } as const;
const golden = (path: string) => fileURLToPath(new URL(`../parity/goldens/${path}`, import.meta.url));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A1111's folders, as people have them. */
function writeFolders(): void {
	writeCheckpoint(tiny, tinySd1, style);
	writeCheckpoint(other, tinySd2, style);
	mkdirSync(join(root, 'models', 'Lora'));
	for (const name of ['peft', 'kohya']) {
		copyFileSync(golden(`lora/${name}.safetensors`), join(root, 'models', 'Lora', `${name}.safetensors`));
	}
	mkdirSync(join(root, 'models', 'ControlNet'));
	writeControlNet(join(root, 'models', 'ControlNet', 'edges'), tinySd1, { ...style, seed: 5 });
	mkdirSync(join(root, 'embeddings'));
	copyFileSync(golden('embeddings/sd1-moss.safetensors'), join(root, 'embeddings', 'moss.safetensors'));
	const decoder = new Map([['decoder.up.0.block.0.conv1.weight', { type: 'U8', dims: [1], bytes: new Uint8Array(1) }]]);
	writeHeld(join(checkpoints, 'coder.safetensors'), decoder as Parameters<typeof writeHeld>[1], {});
}

async function limn(...args: string[]) {
	const env = { ...process.env, LIMN_FIND_MODELS: '0', LIMN_MODELS: checkpoints };
	const stdio = ['ignore', 'pipe', 'pipe'] as const;
	const child = spawn(process.execPath, [join(dist, 'limn.cjs'), ...args], { cwd: root, env, stdio: [...stdio] });
	const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
	return { code: code as number | null, out, err };
}

const pixelsOf = async (bytes: Uint8Array): Promise<Buffer> => await sharp(bytes).raw().toBuffer();

describe('additions', function () {
	this.timeout(120_000);
	const sidecar = testSidecar({ folders: [checkpoints] });
	before(writeFolders);
	after(async () => {
		await sidecar.shutdown();
		rmSync(root, { recursive: true });
	});

	/** A picture with `change` in its recipe, and how many networks were loaded for it. */
	async function drawn(change: object, controls: readonly Uint8Array[] = []) {
		let loads = -1;
		const count = ({ stage }: ProgressParams) => void (loads += stage === 'load' ? 1 : 0);
		const { pictures } = await draw(sidecar, { recipe: { model: tiny, steps: 2, ...change }, controls }, count);
		return { ...pictures[0], loads, pixels: await pixelsOf(pictures[0].bytes) };
	}
	const refused = async (change: object, controls: readonly Uint8Array[] = []) => {
		const thrown = await draw(sidecar, { recipe: { model: tiny, steps: 2, ...change }, controls }).catch(
			error => error,
		);
		return thrown.failure;
	};

	describe('LoRAs', () => {
		const lora = (unet: number, encoder: number) => ({ loras: [{ name: 'peft', unet, encoder }] });

		it('change the picture, and say by its hash which file did', async () => {
			const plain = await drawn({});
			const changed = await drawn(lora(0.8, 0.8));
			assert.notDeepEqual(changed.pixels, plain.pixels);
			assert.equal(changed.recipe.loras?.[0].sha256, sha256(golden('lora/peft.safetensors')));
			assert.deepEqual((await drawn(changed.recipe)).bytes, changed.bytes);
		});
		it('change with their strength, and nothing is loaded for it', async () => {
			const one = await drawn(lora(0.8, 0.8));
			const less = await drawn(lora(0.3, 0.5));
			assert.equal(less.loads, 0);
			assert.notDeepEqual(less.pixels, one.pixels);
		});
		it('that the prompt names are added as those of the recipe’s list', async () => {
			const plain = await drawn({ prompt: 'a red star' });
			const named = await drawn({ prompt: 'a red star<lora:peft:0.8>' });
			const listed = await drawn({ prompt: 'a red star', ...lora(0.8, 0.8) });
			assert.notDeepEqual(named.pixels, plain.pixels);
			assert.deepEqual(named.bytes, listed.bytes);
			assert.deepEqual([named.recipe.prompt, named.recipe.loras], ['a red star', listed.recipe.loras]);
		});
		it('of strength 0 give the bytes of none', async () => {
			assert.deepEqual((await drawn(lora(0, 0))).pixels, (await drawn({})).pixels);
		});
		it('that are not there are missed by name', async () => {
			const failure = { kind: 'additionMissing', what: 'lora', name: 'fern', known: ['kohya', 'peft'] };
			assert.deepEqual(await refused({ loras: [{ name: 'fern', unet: 1, encoder: 1 }] }), failure);
		});
		it('that are something else are told as that', async () => {
			const failure = await refused({ loras: [{ name: 'coder', unet: 1, encoder: 1 }] });
			assert.equal(failure.kind, 'additionRefused');
			assert.match(failure.why, /autoencoder/);
		});
		it('made for another kind of model are refused', async () => {
			const failure = await refused({ ...lora(1, 1), model: other });
			assert.equal(failure.kind, 'additionRefused');
			assert.match(failure.why, /made for another kind of model/);
		});
		it('other than the recipe’s are refused', async () => {
			const failure = await refused({ loras: [{ name: 'peft', sha256: '0'.repeat(64), unet: 1, encoder: 1 }] });
			assert.deepEqual([failure.kind, failure.field], ['badRecipe', 'loras']);
		});
		it('are named on the command line, by name or path', async () => {
			const path = join(root, 'models', 'Lora', 'kohya.safetensors');
			const options = ['--model', tiny, '--steps', '2', '--seed', '7', '--size', '64x64', '--guidance', '4', '--json'];
			const given = ['--lora', 'peft:0.8', '--lora', `${path}:0.5:-1`];
			const { code, out, err } = await limn('generate', 'a star', '--out', 'a.png', ...options, ...given);
			assert.equal(code, 0, err);
			const [{ recipe }] = JSON.parse(out).pictures;
			assert.deepEqual(recipe.loras, [
				{ name: 'peft', unet: 0.8, encoder: 0.8, sha256: sha256(golden('lora/peft.safetensors')) },
				{ name: 'kohya', unet: 0.5, encoder: -1, sha256: sha256(path) },
			]);
		});
	});

	describe('ControlNets', () => {
		const file = golden('preprocessors/shapes.png');
		const edges = { model: 'edges', picture: sha256(file), preprocessor: 'canny', weight: 1, start: 0, end: 1 };
		const bytes = new Uint8Array(readFileSync(file));
		const under = async (change: object) => await drawn({ controls: [{ ...edges, ...change }] }, [bytes]);

		it('are guided by a picture, and say by its hash which file they are', async () => {
			const guided = await under({});
			assert.notDeepEqual(guided.pixels, (await drawn({})).pixels);
			const net = join(root, 'models', 'ControlNet', 'edges', 'diffusion_pytorch_model.safetensors');
			assert.equal(guided.recipe.controls?.[0].sha256, sha256(net));
			assert.deepEqual((await drawn(guided.recipe, [bytes])).bytes, guided.bytes);
		});
		it('see what the preprocessor makes of it', async () =>
			assert.notDeepEqual((await under({ preprocessor: 'none' })).pixels, (await under({})).pixels));
		it('of weight 0 say nothing', async () =>
			assert.deepEqual((await under({ weight: 0 })).pixels, (await drawn({})).pixels));
		it('act in their share of the steps', async () => {
			const [all, half] = [await under({}), await under({ start: 0.5 })];
			assert.notDeepEqual(half.pixels, all.pixels);
		});
		it('change with their weight, and nothing is loaded for it', async () => {
			await under({});
			assert.equal((await under({ weight: 0.4 })).loads, 0);
		});
		it('are refused another picture than the recipe’s', async () => {
			const failure = await refused({ controls: [{ ...edges, picture: '0'.repeat(64) }] }, [bytes]);
			assert.deepEqual([failure.kind, failure.field], ['badRecipe', 'controls']);
		});
		it('are refused without their picture', async () => {
			const failure = await refused({ controls: [edges] }, []);
			assert.deepEqual([failure.kind, failure.field], ['badRecipe', 'controls']);
		});
		it('made for another kind of model are refused', async () => {
			const failure = await refused({ controls: [edges], model: other }, [bytes]);
			assert.equal(failure.kind, 'additionRefused');
			assert.match(failure.why, /made for another kind of model/);
		});
		it('are named on the command line', async () => {
			const options = ['--model', tiny, '--steps', '2', '--seed', '7', '--size', '64x64', '--guidance', '4', '--json'];
			const given = ['--control', `edges=${file},preprocessor=canny,weight=0.8,end=0.5`];
			const { code, out, err } = await limn('generate', 'a star', '--out', 'b.png', ...options, ...given);
			assert.equal(code, 0, err);
			const [{ recipe }] = JSON.parse(out).pictures;
			assert.equal(recipe.controls.length, 1);
			const { weight, start, end, preprocessor } = recipe.controls[0];
			assert.deepEqual(
				{ weight, start, end, preprocessor },
				{ weight: 0.8, start: 0, end: 0.5, preprocessor: 'canny' },
			);
			const again = await limn('generate', '--from', 'b.png', '--out', 'c.png', '--model', tiny, ...given);
			assert.equal(again.code, 0, again.err);
			assert.deepEqual(readFileSync(join(root, 'c.png')), readFileSync(join(root, 'b.png')));
		});
	});

	describe('embeddings', () => {
		it('are found by their words in the prompt, and named by their hash', async () => {
			const [plain, mossy] = [await drawn({ prompt: 'a star' }), await drawn({ prompt: 'a star, MOSS' })];
			assert.notDeepEqual(mossy.pixels, plain.pixels);
			assert.deepEqual(plain.recipe.embeddings, []);
			const file = golden('embeddings/sd1-moss.safetensors');
			assert.deepEqual(mossy.recipe.embeddings, [{ name: 'moss', sha256: sha256(file) }]);
			assert.match(mossy.notes.join(), /“moss” is an embedding of 3 tokens/);
			assert.deepEqual((await drawn(mossy.recipe)).bytes, mossy.bytes);
		});
		it('are left alone where the recipe says so', async () => {
			const without = await drawn({ prompt: 'a star, moss', embeddings: [] });
			assert.notDeepEqual(without.pixels, (await drawn({ prompt: 'a star, moss' })).pixels);
		});
		it('other than the recipe’s are refused', async () => {
			const failure = await refused({ embeddings: [{ name: 'moss', sha256: '0'.repeat(64) }] });
			assert.deepEqual([failure.kind, failure.field], ['badRecipe', 'embeddings']);
		});
		it('made for another kind of model are told of, and their names are words', async () => {
			const { notes, recipe } = await drawn({ prompt: 'a star, moss', model: other });
			assert.match(notes.join(), /read as plain words.*made for another kind of model/);
			assert.deepEqual(recipe.embeddings, []);
		});
	});

	describe('tiling', () => {
		it('joins the edges that it names', async () => {
			const [none, x, both] = await Promise.all([{}, { tiling: 'x' }, { tiling: 'both' }].map(change => drawn(change)));
			assert.notDeepEqual(x.pixels, none.pixels);
			assert.notDeepEqual(both.pixels, x.pixels);
			assert.equal(both.recipe.tiling, 'both');
		});
	});
});
