// Limn: Edit With Words… — draws a picture over by other words, as freely as is wished, and writes the result beside it.
import { l10n, window } from 'vscode';
import { z } from 'zod';
import { drawnSize } from '../../sidecar/documents/size.ts';
import { Start } from '../../sidecar/protocol/recipe.ts';
import { drawAll } from '../draw.ts';
import { editWish } from '../pictures/again.ts';
import { writeBeside } from '../pictures/beside.ts';
import { pictureIn } from '../pictures/given.ts';
import { ownFormat } from '../pictures/steps.ts';
import { tellMade } from '../place.ts';
import { settingsFor } from '../settings.ts';
import { hashOf } from '../studio/start.ts';
import type { Command } from './command.ts';

/** What a key binding or another extension may give. This is public. */
const Given = z.object({ prompt: z.string().min(1), strength: Start.shape.strength });

export const editWithWords: Command = {
	id: 'limn.editWithWords',
	async run(limn, given) {
		const { file, path, bytes } = await pictureIn(given);
		const { recipe, width, height } = await limn.engine.inspect({ path, bytes });
		const asked = Given.safeParse(given).data ?? (await ask(recipe?.prompt ?? ''));
		if (!asked) return { outcome: 'cancelled' };

		const card = await limn.engine.card(recipe?.model ?? settingsFor(file).model, new AbortController().signal);
		const begin = { picture: hashOf(bytes), strength: asked.strength };
		const size = { width, height };
		const wish = editWish(recipe, asked.prompt, begin, drawnSize(size, card.defaults), size);
		const order = { wish, count: 1, format: ownFormat(path), given: { start: bytes } };
		const [picture] = await drawAll(limn, order, file, new AbortController().signal);
		const outcome = await writeBeside([{ file, suffix: 'edit', format: picture.format, bytes: picture.bytes }]);
		if (outcome.outcome === 'placed') tellMade(picture, outcome.where);
		return outcome;
	},
};

async function ask(known: string): Promise<z.infer<typeof Given> | undefined> {
	const title = l10n.t('Edit With Words');
	const prompt = await window.showInputBox({
		title,
		prompt: l10n.t('What should the picture show?'),
		value: known,
		ignoreFocusOut: true,
		validateInput: words => (words.trim() === '' ? l10n.t('Say in a few words what it should show.') : undefined),
	});
	const picked =
		prompt &&
		(await window.showQuickPick(
			[
				{ label: l10n.t('A little'), description: l10n.t('shapes stay, surfaces change'), strength: 0.35 },
				{ label: l10n.t('By half'), description: l10n.t('the composition stays'), strength: 0.55 },
				{ label: l10n.t('Much'), description: l10n.t('colours and places are kept roughly'), strength: 0.75 },
				{ label: l10n.t('Nearly all'), description: l10n.t('hardly more than the mood stays'), strength: 0.9 },
			],
			{ title, placeHolder: l10n.t('How much is drawn anew?') },
		));
	return prompt && picked ? { prompt, strength: picked.strength } : undefined;
}
