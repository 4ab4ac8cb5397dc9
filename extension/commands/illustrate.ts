// Limn: Illustrate Selection — makes a paragraph's words into a picture below it: the link at once, the picture as it comes.
import type { Range} from 'vscode';
import { window } from 'vscode';
import { markdown } from '../../sidecar/documents/languages/markdown.ts';
import { relativePath } from '../../sidecar/documents/paths.ts';
import { altText } from '../../sidecar/documents/words.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { freshSeed, type RecipeWish } from '../../sidecar/protocol/recipe.ts';
import { newFile } from '../destinations/markdownLink.ts';
import { drawAll } from '../draw.ts';
import { shown } from '../files.ts';
import { Illustration } from '../markdown/illustration.ts';
import { paragraphAt, wordsIn } from '../markdown/paragraph.ts';
import { tellMade } from '../place.ts';
import { settingsFor } from '../settings.ts';
import { Target } from '../target.ts';
import { recipeIn, wishIn, type Command } from './command.ts';

export const illustrate: Command = {
	id: 'limn.illustrate',
	async run(limn, given) {
		const target = Target.in(window.activeTextEditor);
		target.dispose();
		const { document, home } = target;
		const { words, end } = subject(target, window.activeTextEditor!.selection);
		const named = wishIn(given);
		// Brackets in a document's words are brackets, and no weights.
		const wish: RecipeWish = named
			? recipeIn(named)
			: { prompt: words, emphasis: 'none', seed: freshSeed(Math.random) };
		const settings = settingsFor(home);
		const format = named?.format ?? settings.format;
		const card = await limn.engine.card(wish.model ?? settings.model, new AbortController().signal);

		const { width, height } = { ...card.defaults, ...wish };
		const file = await newFile(target, wish.prompt, format);
		const flat = await limn.engine.placeholder({ path: shown(file), width, height, format });
		const link = markdown.write(altText(wish.prompt), relativePath(home.path, file.path));
		const illustration = await Illustration.put(document, document.positionAt(end), link, file, flat);
		try {
			const order = { wish, count: 1, format, given: {} };
			const [picture] = await drawAll(limn, order, home, illustration.gone.signal);
			if (!(await illustration.fill(picture.bytes))) return { outcome: 'cancelled' };
			tellMade(picture, shown(file));
			return { outcome: 'placed', file: file.toString(), where: shown(home) };
		} catch (error) {
			// What was put in for a picture that never came goes again.
			await illustration.takeBack();
			throw error;
		} finally {
			illustration.dispose();
		}
	},
};

/** The words to draw, and the end of the paragraph that they stand in. Throws `badRecipe` where there are none. */
function subject(
	{ document, words: selected }: Target,
	selection: Range,
): { readonly words: string; readonly end: number } {
	const text = document.getText();
	const paragraph = paragraphAt(text, document.offsetAt(selection.end));
	const words = wordsIn(selected || (paragraph ? text.slice(paragraph.start, paragraph.end) : ''));
	if (words !== '' && paragraph) return { words, end: paragraph.end };
	throw fail({
		kind: 'badRecipe',
		field: 'selection',
		why: 'holds no paragraph to draw, or stands in a block of code',
	});
}
