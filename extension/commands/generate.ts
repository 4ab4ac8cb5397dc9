// Limn: Generate Picture… — makes the selected or asked words into a picture at the cursor of a Markdown document.
import { window } from 'vscode';
import { checkRules, markdownLink } from '../destinations/index.ts';
import { draw } from '../draw.ts';
import { place, tellMade } from '../place.ts';
import { settingsFor } from '../settings.ts';
import { Target } from '../target.ts';
import { askWords } from './ask.ts';
import { recipeIn, wishIn, type Command } from './command.ts';

export const generate: Command = {
	id: 'limn.generate',
	async run(limn, given) {
		const target = Target.in(window.activeTextEditor);
		try {
			checkRules(target);
			const wish = wishIn(given) ?? { prompt: target.words || ((await askWords()) ?? '') };
			if (wish.prompt === '') return { outcome: 'cancelled' };
			const format = wish.format ?? settingsFor(target.home).format;
			const picture = await draw(limn, recipeIn(wish), format, target.home);
			const outcome = await place(markdownLink(target), picture, limn.storage);
			if (outcome.outcome === 'placed') tellMade(picture, outcome.where);
			return outcome;
		} finally {
			target.dispose();
		}
	},
};
