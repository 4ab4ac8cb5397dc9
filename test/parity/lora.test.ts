// Parity with diffusers' LoRAs: networks and pictures, against goldens of make_goldens/lora.py.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grown, through, type Grown } from '../../models/additions/addition.ts';
import { openLora } from '../../models/additions/lora.ts';
import type { ImageModel, Run } from '../../models/family.ts';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import type { Recipe } from '../../sidecar/protocol/recipe.ts';
import { addedFile } from '../fixtures/added-file.ts';
import { peakSignalToNoise } from '../fixtures/decibels.ts';
import { checkPicture, checkRelative } from '../fixtures/nearness.ts';
import { writeParityCheckpoint } from '../fixtures/parity-checkpoints.ts';
import { atOnce, cpuRunner, plainly, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

const goldens = readTensors(new URL('goldens/lora/lora.safetensors', import.meta.url));
const loraFile = (name: string) =>
	addedFile(fileURLToPath(new URL(`goldens/lora/${name}.safetensors`, import.meta.url)));

/** File, strength in the UNet, strength in the text encoder. */
type Use = readonly [name: string, unet: number, encoder: number];

/** As make_goldens/lora.py has them. */
const cases: Readonly<Record<string, readonly Use[]>> = {
	peft: [['peft', 0.8, 0.5]],
	kohya: [['kohya', -0.7, 1.2]],
	both: [
		['peft', 0.6, 0.3],
		['kohya', 0.9, 0.4],
	],
	tucker: [['tucker', 0.75, 0]],
};
const usesOfAll: readonly Use[] = [...cases['both'], ...cases['tucker']];
const nothing: readonly Use[] = [];

function grownBy(model: ImageModel, uses: readonly Use[]): ReadonlyMap<string, Grown> {
	const opened = uses.map(([name, unet, encoder]) => ({ lora: openLora(loraFile(name), model.parts), unet, encoder }));
	const additions = model.parts.map(part => {
		const added = opened.map(({ lora, unet, encoder }) => lora.to(part, part.role === 'unet' ? unet : encoder));
		return [
			part.key,
			grown(
				part,
				added.filter(addition => addition !== undefined),
			),
		] as const;
	});
	return new Map(additions);
}

describe('LoRAs agree with diffusers', () => {
	const root = mkdtempSync(join(tmpdir(), 'limn-lora-'));
	after(() => rmSync(root, { recursive: true }));
	let model: ImageModel;
	before(async () => {
		model = await families[0].open(await openFolder(writeParityCheckpoint(root, 'sd1')), atOnce);
	});

	for (const [dialectName, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
		describe(`${dialectName} operators`, () => {
			let runner: Runner;
			before(async () => {
				runner = await cpuRunner(dialect);
			});
			after(() => runner.release());

			const statesOf = async (run: Run) => {
				const ids = BigInt64Array.from(goldens.get('ids')!.data, BigInt);
				const withIds: Run = (part, feeds) => run(part, { ...feeds, input_ids: { ...feeds['input_ids'], data: ids } });
				return await model.encode({ text: '', emphasis: 'a1111', negative: false }, withIds);
			};
			const noiseOf = async (run: Run, words: string) => {
				const { data, dims } = goldens.get('latent')!;
				const feeds = { encoder_hidden_states: goldens.get(`${words}/states`)! };
				const latents = { data, channels: dims[1], height: dims[2], width: dims[3] };
				return await model.predict(latents, 500, plainly({ feeds, negative: false, notes: [] }), run);
			};

			for (const [name, uses] of Object.entries(cases)) {
				it(`${name}: ${uses.map(([file, unet, encoder]) => `${file} ${unet}/${encoder}`).join(' and ')}`, async () => {
					const run = through(grownBy(model, uses), runner.run);
					const states = (await statesOf(run)).feeds['encoder_hidden_states'].data as Float32Array;
					const row = (what: string) => ({ what: `LoRA, ${name}: ${what}`, against: 'diffusers with its LoRAs fused' });
					checkRelative(row('words'), states, goldens.get(`${name}/states`)!.data, 1e-4);
					checkRelative(row('UNet'), await noiseOf(run, name), goldens.get(`${name}/noise`)!.data, 1e-4);
				});
			}

			it('strength 0 gives the bits of the model alone', async () => {
				const plain = await noiseOf(runner.run, 'both');
				const zeros = usesOfAll.map(([name]) => [name, 0, 0] as const);
				assert.deepEqual(await noiseOf(through(grownBy(model, zeros), runner.run), 'both'), plain);
				assert.notDeepEqual(await noiseOf(through(grownBy(model, usesOfAll), runner.run), 'both'), plain);
			});
			it('a linear branch of strength 0 inside the graph changes no bit either', async () => {
				const run: Run = (part, feeds) => {
					const zeros = Object.keys(feeds).filter(name => name.startsWith('strength of '));
					assert.ok(part.role !== 'unet' || zeros.length === 1);
					return runner.run(part, {
						...feeds,
						...Object.fromEntries(zeros.map(name => [name, { ...feeds[name], data: new Float32Array(1) }])),
					});
				};
				const file = loraFile('peft');
				const linear = [...file.tensors].filter(([name]) => !name.includes('.conv'));
				const lora = openLora({ ...file, tensors: new Map(linear) }, model.parts);
				const unet = model.parts.find(({ role }) => role === 'unet')!;
				const grownUnet = grown({ ...unet, key: 'linear' }, [lora.to(unet, 1)!]);
				const got = await noiseOf(through(new Map([[unet.key, grownUnet]]), run), 'both');
				assert.deepEqual(got, await noiseOf(runner.run, 'both'));
			});
		});
	}

	it('a whole picture with two', async () => {
		const runner = await cpuRunner(fusedDialect);
		const recipe: Recipe = {
			prompt: 'a red star on a blue background',
			negative: 'the green cat',
			model: 'sd1',
			...{ width: 64, height: 64, steps: 6, guidance: 5, seed: 7 },
			...{ sampler: 'euler', schedule: 'linspace', emphasis: 'a1111' },
		};
		const paint = async (uses: readonly Use[]) => {
			for await (const drawn of generate(recipe, undefined, model, through(grownBy(model, uses), runner.run))) {
				if (drawn.stage === 'done') return drawn.pixels.data;
			}
			throw new Error('no picture');
		};
		const golden = goldens.get('both/image')!.data;
		const row = { what: 'LoRA, both: a whole picture', against: 'StableDiffusionPipeline' };
		checkPicture(row, await paint(cases['both']), golden, 45);
		const without = peakSignalToNoise(await paint(nothing), golden);
		await runner.release();
		assert.ok(without < 30, `${without} dB without`);
	});
}).timeout(60_000);
