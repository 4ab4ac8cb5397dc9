// Limn: Generate Into Folder… — makes words into a picture file of the asked name in a folder of the Explorer.
import { commands, Uri } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import { assetFolder } from '../destinations/index.ts';
import { draw } from '../draw.ts';
import { formatOf } from '../../sidecar/protocol/picture.ts';
import { fileNameFor, nameTrouble, withExtension } from '../names.ts';
import { place, tellMade } from '../place.ts';
import { settingsFor } from '../settings.ts';
import { askFolder, askName, askWords } from './ask.ts';
import { recipeIn, wishIn, type Command, type Wish } from './command.ts';

export const generateIntoFolder: Command = {
	id: 'limn.generateIntoFolder',
	async run(limn, given) {
		const wish = wishIn(given);
		const order = wish ? await orderIn(wish) : await askOrder(given instanceof Uri ? given : undefined);
		if (!order) return { outcome: 'cancelled' };

		const format = wish?.format ?? formatOf(order.name) ?? settingsFor(order.folder).format;
		const picture = await draw(limn, order.recipe, format, order.folder);
		const outcome = await place(assetFolder(order.folder, withExtension(order.name, format)), picture, limn.storage);
		if (outcome.outcome === 'placed') {
			tellMade(picture, outcome.where);
			await commands.executeCommand('vscode.open', Uri.parse(outcome.file), { preview: true, preserveFocus: true });
		}
		return outcome;
	},
};

interface Order {
	readonly folder: Uri;
	readonly recipe: ReturnType<typeof recipeIn>;
	readonly name: string;
}

/** Asks what is not known yet; nothing when the person thinks again. */
async function askOrder(clicked: Uri | undefined): Promise<Order | undefined> {
	const folder = clicked ?? (await askFolder());
	const prompt = folder && (await askWords());
	const name = prompt && (await askName(folder, prompt));
	return name ? { folder, recipe: { prompt }, name } : undefined;
}

/** What a caller wished, who is asked for the folder at most. Throws `badRecipe` for a name that no file can have. */
async function orderIn(wish: Wish): Promise<Order | undefined> {
	const folder = wish.folder === undefined ? await askFolder() : uriOf(wish.folder);
	if (!folder) return undefined;
	const name = wish.name ?? fileNameFor(wish.prompt, wish.format ?? settingsFor(folder).format);
	if (nameTrouble(name)) throw fail({ kind: 'badRecipe', field: 'name', why: `cannot be a file's name: ${name}` });
	return { folder, recipe: recipeIn(wish), name };
}

function uriOf(folder: string): Uri {
	return /^[a-z][a-z\d+.-]+:/i.test(folder) ? Uri.parse(folder) : Uri.file(folder);
}
