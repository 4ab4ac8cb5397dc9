// Parity with torch: DCGAN generators of several builds, from seed to picture, against goldens of make_goldens/dcgan.py.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { fusedDialect, plainDialect, type Dialect } from '../../models/graph/dialect.ts';
import { dcgan } from '../../models/dcgan/family.ts';
import { drawAtOnce } from '../../sidecar/one-pass.ts';
import { openFile } from '../../sidecar/library/file.ts';
import { fillRecipe } from '../../sidecar/protocol/recipe.ts';
import { checkApart } from '../fixtures/nearness.ts';
import { atOnce, cpuRunner, type Runner } from '../fixtures/run.ts';
import { readTensors } from '../fixtures/tensors.ts';

const folder = new URL('goldens/dcgan/', import.meta.url);
const shipped = new URL('../../models/dcgan/checkpoint/', import.meta.url);
const pictures = readTensors(new URL('pictures.safetensors', folder));
const dialects: Readonly<Record<string, Dialect>> = { fused: fusedDialect, plain: plainDialect };
const tolerance = 1e-5;

/** Where a case's checkpoint lies: its own golden, or the one that Limn ships. */
const checkpoint = (name: string): string =>
	fileURLToPath(new URL(`${name}.safetensors`, name === 'textures' ? shipped : folder));

describe('DCGAN generators agree with torch', () => {
	for (const [dialectName, dialect] of Object.entries(dialects)) {
		describe(`${dialectName} operators`, () => {
			let runner: Runner;
			before(async () => (runner = await cpuRunner(dialect)));
			after(() => runner.release());

			for (const [name, golden] of pictures) {
				it(name, async () => {
					const [which = '', seed] = name.split('/');
					const model = await dcgan.open(await openFile(checkpoint(which)), atOnce);
					const recipe = fillRecipe({ prompt: '' }, model.card.defaults, Number(seed));
					for await (const drawn of drawAtOnce(recipe, model, runner.run)) {
						if (drawn.stage !== 'done') continue;
						const { data, height, width } = drawn.pixels;
						assert.deepEqual([height, width], golden.dims.slice(2));
						check(data, golden.data);
						return;
					}
					assert.fail('no picture');
				});
			}
		});
	}
});

/** The largest difference is within the tolerance; a grey golden stands for each of the three colours. */
function check(got: Float32Array, golden: Float32Array): void {
	assert.ok(got.length === golden.length || got.length === 3 * golden.length, `${got.length} values`);
	const row = { what: 'DCGAN: from seed to picture', against: 'torch' };
	checkApart(
		row,
		got,
		got.map((_, i) => golden[i % golden.length]),
		tolerance,
	);
}
