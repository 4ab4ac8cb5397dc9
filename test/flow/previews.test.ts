// Previews by a small decoder beside the checkpoints, through the real sidecar.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sizeOf } from '../../models/tensor.ts';
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import { tinySd1 } from '../fixtures/architectures.ts';
import { writeHeld, type Held } from '../fixtures/ldm-checkpoint.ts';
import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

const golden = (path: string) => fileURLToPath(new URL(`../parity/goldens/${path}`, import.meta.url));

/** What lies beside the checkpoints, by the name of its case. */
const cases = {
	nothing: () => {},
	'TAESD’s own file': (folder: string) => {
		mkdirSync(join(folder, 'VAE-approx'));
		copyFileSync(
			golden('tiny-decoder/taesd_decoder.safetensors'),
			join(folder, 'VAE-approx/taesd_decoder.safetensors'),
		);
	},
	'the folder of diffusers’ AutoencoderTiny': (folder: string) =>
		cpSync(golden('tiny-decoder/diffusers'), join(folder, 'vae_approx/taesd'), { recursive: true }),
	'one for SDXL': (folder: string) => {
		mkdirSync(join(folder, 'vae_approx'));
		copyFileSync(
			golden('tiny-decoder/taesd_decoder.safetensors'),
			join(folder, 'vae_approx/taesdxl_decoder.safetensors'),
		);
	},
	'an embedding of that name': (folder: string) => {
		mkdirSync(join(folder, 'vae_approx'));
		copyFileSync(golden('embeddings/sd1-moss.safetensors'), join(folder, 'vae_approx/taesd_decoder.safetensors'));
	},
	'a broken one': writeCut,
};

/** A small decoder's first layers alone. */
function writeCut(folder: string): void {
	mkdirSync(join(folder, 'vae_approx'));
	const held = (dims: number[]): Held => ({ type: 'F32', dims, bytes: new Uint8Array(sizeOf(dims) * 4) });
	const tensors = { '1.weight': held([8, 4, 3, 3]), '3.conv.0.weight': held([8, 8, 3, 3]) };
	writeHeld(join(folder, 'vae_approx/taesd_decoder.safetensors'), new Map(Object.entries(tensors)), {});
}

describe('previews', function () {
	this.timeout(120_000);
	const root = mkdtempSync(join(tmpdir(), 'limn-previews-'));
	const tiny = join(root, 'tiny');
	before(() => writeCheckpoint(tiny, tinySd1, { seed: 3, type: 'float32', oldNames: false }));
	after(() => rmSync(root, { recursive: true }));

	/** A picture's bytes, its notes, the widths of its previews, and how often something was loaded. */
	async function drawn(name: keyof typeof cases) {
		const folder = mkdtempSync(join(root, 'models-'));
		const checkpoints = join(folder, 'Stable-diffusion');
		mkdirSync(checkpoints);
		cases[name](folder);
		const sidecar = testSidecar({ folders: [checkpoints] });
		const heard: ProgressParams[] = [];
		const { pictures } = await draw(sidecar, { recipe: { model: tiny } }, progress => void heard.push(progress));
		await sidecar.shutdown();
		const widths = new Set(heard.flatMap(({ preview }) => preview?.width ?? []));
		const loads = heard.filter(({ stage }) => stage === 'load').length;
		return { bytes: pictures[0].bytes, notes: pictures[0].notes, widths: [...widths], loads };
	}

	/** Colours enlarge the 8 latents a side; a decoder gives the 64 pixels that they stand for. */
	for (const [name, width] of [
		['TAESD’s own file', 64],
		['the folder of diffusers’ AutoencoderTiny', 64],
		['one for SDXL', 128],
		['an embedding of that name', 128],
	] as const) {
		it(`beside ${name} are ${width} pixels wide, and the picture is the same`, async () => {
			const [seen, plain] = [await drawn(name), await drawn('nothing')];
			assert.deepEqual([plain.widths, seen.widths], [[128], [width]]);
			assert.deepEqual(seen.bytes, plain.bytes);
			assert.deepEqual([seen.notes, seen.loads], [plain.notes, plain.loads]);
		});
	}
	it('are of the latents’ colours where it is broken, and say so', async () => {
		const { notes, widths } = await drawn('a broken one');
		assert.deepEqual(widths, [128]);
		assert.match(notes.join(), /“taesd_decoder” cannot be used/);
	});
});
