// Limn: Show Recipe — what a picture says of how it was made, Limn's or another tool's, as a document.
import { fail } from '../../sidecar/protocol/failure.ts';
import { pictureIn } from '../pictures/given.ts';
import { recipeText } from '../pictures/recipeText.ts';
import { baseName } from '../target.ts';
import type { Command } from './command.ts';

export const showRecipe: Command = {
	id: 'limn.showRecipe',
	async run({ engine, report }, given) {
		const { file, path, bytes } = await pictureIn(given);
		const said = await engine.inspect({ path, bytes });
		if (!said.recipe) throw fail({ kind: 'noRecipe', path });
		const text = recipeText(baseName(file), said);
		await report.show(`Recipe of ${baseName(file)}`, text);
		return { outcome: 'reported', report: text };
	},
};
