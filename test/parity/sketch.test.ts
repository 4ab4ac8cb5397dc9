// The built-in model draws in Limn what it draws in diffusers: goldens of make_goldens/sketch.py.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImageModel, Pixels } from '../../models/family.ts';
import { fusedDialect } from '../../models/graph/dialect.ts';
import { families } from '../../models/index.ts';
import { generate } from '../../sidecar/generate.ts';
import { openFolder } from '../../sidecar/library/folder.ts';
import { fillRecipe } from '../../sidecar/protocol/recipe.ts';
import { checkPicture } from '../fixtures/nearness.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

interface Asked {
	readonly prompt: string;
	readonly negative: string;
	readonly seed: number;
}

const folder = new URL('goldens/sketch/', import.meta.url);
const asked = JSON.parse(readFileSync(new URL('sketch.json', folder), 'utf8')) as readonly Asked[];
const goldens = readTensors(new URL('sketch.safetensors', folder));
const checkpoint = fileURLToPath(new URL('../../models/sketch/checkpoint', import.meta.url));

describe('the built-in model agrees with diffusers', () => {
	let runner: Runner;
	let model: ImageModel;
	before(async () => {
		runner = await cpuRunner(fusedDialect);
		model = await families[0].open(await openFolder(checkpoint), atOnce);
	});
	after(() => runner.release());

	asked.forEach(({ prompt, negative, seed }, i) => {
		it(`${prompt}, seed ${seed}`, async () => {
			const recipe = fillRecipe({ prompt, negative }, model.card.defaults, seed);
			let pixels: Pixels | undefined;
			for await (const drawn of generate(recipe, undefined, model, runner.run)) {
				if (drawn.stage === 'done') pixels = drawn.pixels;
			}
			const row = { what: 'The built-in Sketch: whole pictures', against: 'StableDiffusionPipeline' };
			checkPicture(row, pixels!.data, goldens.get(String(i))!.data, 45);
		});
	});
});
