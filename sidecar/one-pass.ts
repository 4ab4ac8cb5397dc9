// A seed → a picture in one pass: noise goes in, pixels come out.
import type { OnePassModel, Run } from '../models/family.ts';
import type { Drawn } from './generate.ts';
import { noiseFor } from './passes.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Draws one picture. Throws whatever `run` throws. */
export async function* drawAtOnce(recipe: Recipe, model: OnePassModel, run: Run): AsyncGenerator<Drawn> {
	yield { stage: 'decode' };
	const noise = noiseFor(recipe, { channels: 1, height: model.noise, width: 1 });
	yield { stage: 'done', pixels: await model.draw(noise(), run), notes: [] };
}
