// Checkpoints in one file, through the real sidecar and the real command line: found, named, drawn with.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ModelsListResult } from '../../sidecar/protocol/methods.ts';
import { tinySd1 } from '../fixtures/architectures.ts';
import { leftovers, ldmParts, writeHeld, type HeldTensors } from '../fixtures/ldm-checkpoint.ts';
import { oneOfEach } from '../fixtures/one-of-each.ts';
import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';
import { sizeOf } from '../../models/tensor.ts';
import { dist, draw, testSidecar } from './fixtures/sidecar.ts';

const root = mkdtempSync(join(tmpdir(), 'limn-files-'));
const models = join(root, 'models');
const folder = join(models, 'as-folder');
const file = join(models, 'as-file.safetensors');
const tiny = { ...tinySd1, text_encoder: { ...tinySd1.text_encoder, vocab_size: 49_408 } };

/** Writes a tiny checkpoint as a folder and as a file, and one file of every other kind. */
function writeModels(): void {
	writeCheckpoint(folder, tiny, { seed: 3, type: 'float32', oldNames: false });
	const { text: words, unet, vae } = ldmParts(folder, tiny);
	writeHeld(file, new Map([...leftovers(), ...words, ...unet, ...vae]), {});
	const { text_encoder, unet: net, vae: coder, scheduler } = tiny;
	const settings = { name: 'Tiny', configs: { text_encoder, unet: net, vae: coder, scheduler } };
	writeFileSync(join(models, 'as-file.limn.json'), JSON.stringify(settings));
	mkdirSync(join(models, 'others'));
	for (const [name, { shapes }] of Object.entries(oneOfEach)) {
		const small = [...shapes].filter(([, dims]) => sizeOf(dims) < 1e8);
		const held: HeldTensors = new Map(
			small.map(([tensor, dims]) => [tensor, { type: 'U8', dims, bytes: new Uint8Array(sizeOf(dims)) }]),
		);
		writeHeld(join(models, 'others', `${name}.safetensors`), held, {});
	}
}

async function limn(environment: Record<string, string>, ...args: string[]) {
	const env = { ...process.env, LIMN_FIND_MODELS: '0', ...environment };
	const child = spawn(process.execPath, [join(dist, 'limn.cjs'), ...args], {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code: code as number | null, out, err };
}

describe('a checkpoint in one file', function () {
	this.timeout(120_000);
	const sidecar = testSidecar({ folders: [models] });
	before(writeModels);
	after(async () => {
		await sidecar.shutdown();
		rmSync(root, { recursive: true });
	});

	it('draws the very picture that its folder draws', async () => {
		const recipe = { prompt: 'a castle in the fog', negative: 'rain', guidance: 4 };
		const [one, other] = await Promise.all(
			[folder, file].map(async model => (await draw(sidecar, { recipe: { ...recipe, model } })).pictures[0]),
		);
		assert.equal(other.making.modelName, 'Tiny');
		assert.deepEqual(await pixelsOf(other.bytes), await pixelsOf(one.bytes));
	});

	it('is found by its name without its ending', async () => {
		const { pictures } = await draw(sidecar, { recipe: { model: 'as-file' } });
		assert.equal(pictures[0].recipe.model, 'as-file');
	});

	it('is listed, and every other file is named as what it is', async () => {
		const { code, out } = await limn({ LIMN_MODELS: models }, 'models', '--json');
		assert.equal(code, 0);
		const { models: found, refused } = JSON.parse(out) as ModelsListResult;
		assert.deepEqual(found.map(({ name }) => name).sort(), ['Sketch', 'Textures', 'Tiny', 'as-folder']);
		const reasons = new Map(refused.map(({ file: path, failure }) => [basename(path, '.safetensors'), failure]));
		for (const [name, { says }] of Object.entries(oneOfEach)) {
			assert.equal(reasons.get(name)?.kind, 'modelRefused', name);
			assert.match(JSON.stringify(reasons.get(name)), says, name);
		}
		assert.equal(refused.length, Object.keys(oneOfEach).length);
	});

	it('is drawn with by its path, and found by no path', async () => {
		const cpu = ['--device', 'cpu', '--steps', '2', '--seed', '1'];
		const drawn = await limn(
			{},
			'generate',
			'a hill',
			'--model',
			'models/as-file.safetensors',
			...cpu,
			'--out',
			'a.png',
		);
		assert.equal(drawn.code, 0, drawn.err);
		const named = await limn(
			{ LIMN_MODELS: models },
			'generate',
			'--from',
			'a.png',
			'--device',
			'cpu',
			'--out',
			'b.png',
		);
		assert.equal(named.code, 0, named.err);
	});

	it('that is none is refused by its path with what it is', async () => {
		const { code, err } = await limn(
			{},
			'generate',
			'a',
			'--model',
			'models/others/lora-kohya.safetensors',
			'--out',
			'c.png',
		);
		assert.equal(code, 1);
		assert.match(err, /LoRA/);
	});

	it('is found where other programs keep theirs, unless that is unwanted', async () => {
		const home = { COMFYUI_PATH: join(root, 'comfy'), HF_HUB_CACHE: models, HOME: root, USERPROFILE: root };
		const names = async (environment: Record<string, string>) => {
			const { out } = await limn({ ...home, ...environment }, 'models', '--json');
			const { models: found, refused } = JSON.parse(out) as ModelsListResult;
			assert.deepEqual(refused, []);
			return found.map(({ name }) => name).sort();
		};
		assert.deepEqual(await names({ LIMN_FIND_MODELS: '1' }), ['Sketch', 'Textures', 'Tiny', 'as-folder']);
		assert.deepEqual(await names({}), ['Sketch', 'Textures']);
	});
});

/** A PNG's image data: everything but the recipe, which names the model. */
async function pixelsOf(png: Uint8Array): Promise<Buffer> {
	const { default: sharp } = await import('sharp');
	return await sharp(png).raw().toBuffer();
}
