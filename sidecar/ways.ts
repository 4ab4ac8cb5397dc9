// The ways to draw: which flow a kind of model goes through.
import type { Model, Run, StartPixels } from '../models/family.ts';
import { generate, type Drawn } from './generate.ts';
import { drawAtOnce } from './one-pass.ts';
import type { Recipe } from './protocol/recipe.ts';

/** Draws one picture the model's way; `start` is for models that hear of one. */
export function draw(recipe: Recipe, start: StartPixels | undefined, model: Model, run: Run): AsyncGenerator<Drawn> {
	switch (model.way) {
		case 'diffusion':
			return generate(recipe, start, model, run);
		case 'one-pass':
			return drawAtOnce(recipe, model, run);
	}
}
