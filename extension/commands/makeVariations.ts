// Limn: Make Variations… — others of the recipe that a picture carries, written beside it.
import { l10n, window } from 'vscode';
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import { mostAtOnce } from '../../sidecar/protocol/methods.ts';
import type { Picture } from '../../sidecar/protocol/picture.ts';
import { freshSeed } from '../../sidecar/protocol/recipe.ts';
import { drawAll } from '../draw.ts';
import { strays, variationWish, type Stray } from '../pictures/again.ts';
import { writeBeside } from '../pictures/beside.ts';
import { pictureIn } from '../pictures/given.ts';
import { givenFor } from '../pictures/nearby.ts';
import { ownFormat } from '../pictures/steps.ts';
import type { Command } from './command.ts';

/** What a key binding or another extension may give. This is public. */
const Given = z.object({
	stray: z.enum(Object.keys(strays) as [Stray, ...Stray[]]),
	count: z.int().min(1).max(mostAtOnce).default(4),
});

export const makeVariations: Command = {
	id: 'limn.makeVariations',
	async run(limn, given) {
		const { file, path, bytes } = await pictureIn(given);
		const { recipe } = await limn.engine.inspect({ path, bytes });
		if (!recipe) throw fail({ kind: 'noRecipe', path });
		const { data } = Given.safeParse(given);
		const stray = data?.stray ?? (await askStray());
		if (!stray) return { outcome: 'cancelled' };

		const wish = variationWish(recipe, stray, freshSeed(Math.random));
		const order = { wish, count: data?.count ?? 4, format: ownFormat(path), given: await givenFor(recipe, file) };
		const [first, ...others] = await drawAll(limn, order, file, new AbortController().signal);
		const variation = ({ format, bytes }: Picture) => ({ file, suffix: 'variation', format, bytes });
		return writeBeside([variation(first), ...others.map(variation)]);
	},
};

async function askStray(): Promise<Stray | undefined> {
	const items: { readonly label: string; readonly description: string; readonly stray: Stray }[] = [
		{ label: l10n.t('New seeds'), description: l10n.t('four other pictures of the same words'), stray: 'seeds' },
		{ label: l10n.t('Near'), description: l10n.t('four pictures that resemble this one'), stray: 'near' },
		{ label: l10n.t('Further away'), description: l10n.t('four pictures that resemble it loosely'), stray: 'far' },
	];
	const picked = await window.showQuickPick(items, {
		title: l10n.t('Make Variations'),
		placeHolder: l10n.t('How far may they stray?'),
	});
	return picked?.stray;
}
