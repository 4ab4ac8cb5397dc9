// A seed → a picture in one pass: noise goes in, pixels come out.
import type { OnePassModel, Run } from '../models/family.ts';
import { torchNoise } from '../models/noise/torch.ts';
import type { Drawn } from './generate.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Draws one picture. Throws whatever `run` throws. */
export async function* drawAtOnce({ seed }: Recipe, model: OnePassModel, run: Run): AsyncGenerator<Drawn> {
	yield { stage: 'decode' };
	const noise = torchNoise(seed)(model.noise);
	yield { stage: 'done', pixels: await model.draw(noise, run), notes: [] };
}
