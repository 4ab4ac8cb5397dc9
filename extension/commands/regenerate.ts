// Limn: Regenerate — makes a picture again from its own recipe, and says whether the very same file comes out.
import { l10n, window } from 'vscode';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { InspectResult } from '../../sidecar/protocol/methods.ts';
import { formatOf, type Picture, type PictureFormat } from '../../sidecar/protocol/picture.ts';
import { deviceNames } from '../devices.ts';
import { drawAll } from '../draw.ts';
import type { Limn } from '../limn.ts';
import { writeBeside } from '../pictures/beside.ts';
import { pictureIn, type Given } from '../pictures/given.ts';
import { givenFor } from '../pictures/nearby.ts';
import { hashOf } from '../studio/start.ts';
import { inBackground } from '../tell.ts';
import type { Command } from './command.ts';

export const regenerate: Command = {
	id: 'limn.regenerate',
	async run(limn, given) {
		const picture = await pictureIn(given);
		const { path, bytes } = picture;
		const said = await limn.engine.inspect({ path, bytes });
		const again = await made(limn, picture, said);
		const same = Buffer.from(again.bytes).equals(bytes);
		const words = same ? sameWords(picture) : otherWords(picture, said, again);
		inBackground(same ? Promise.resolve(window.showInformationMessage(words)) : offer(words, picture, again));
		return { outcome: 'reported', report: words };
	},
};

/** What came out, and what drew it. */
interface Again extends Pick<Picture, 'making'> {
	readonly bytes: Uint8Array;
	readonly format: PictureFormat;
}

/** Draws it again, and makes the steps again that it went through afterwards. */
async function made(limn: Limn, { file, path }: Given, { recipe, post, format }: InspectResult): Promise<Again> {
	if (!recipe) throw fail({ kind: 'noRecipe', path });
	const written = formatOf(`.${format}`) ?? 'png';
	const { prompt = '', ...fields } = recipe;
	const worked = post.length > 0;
	const order = { count: 1, format: worked ? 'png' : written, given: await givenFor(recipe, file) } as const;
	const [drawn] = await drawAll(limn, { ...order, wish: { prompt, ...fields } }, file, new AbortController().signal);
	if (!worked) return drawn;
	const { bytes } = await limn.engine.post({ path, bytes: drawn.bytes, steps: post, format: written });
	return { bytes, format: written, making: drawn.making };
}

const short = (bytes: Uint8Array): string => hashOf(bytes).slice(0, 10);

const sameWords = ({ path, bytes }: Given): string =>
	l10n.t('“{0}” comes out the same, byte for byte (SHA-256 {1}…).', path, short(bytes));

function otherWords({ path, bytes }: Given, said: InspectResult, again: Again): string {
	const differs = l10n.t(
		'“{0}” comes out differently (SHA-256 {1}…, not {2}…)',
		path,
		short(again.bytes),
		short(bytes),
	);
	return `${differs}: ${whyOther(said, again)}`;
}

/** The first of what is known to matter that is not as it was. */
function whyOther({ tool, model, device }: InspectResult, { making }: Again): string {
	if (!model || !device)
		return l10n.t('{0} made it, and other programs round otherwise.', tool ?? l10n.t('another tool'));
	if (model.hash !== making.modelHash)
		return l10n.t('the model’s weights are others now ({0}, not {1}).', making.modelHash, model.hash);
	if (device !== making.device)
		return l10n.t('it was made on {0}, and now on {1}.', deviceNames[device], deviceNames[making.device]);
	return l10n.t('the file was converted or changed since, or another version of Limn made it.');
}

async function offer(words: string, { file }: Given, { bytes, format }: Again): Promise<void> {
	const keep = l10n.t('Keep the New One Too');
	const pressed = await window.showInformationMessage(words, keep);
	if (pressed === keep) await writeBeside([{ file, suffix: 'again', format, bytes }]);
}
