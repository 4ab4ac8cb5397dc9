// Limn: Resize or Convert… — another size or another format of a picture, in a new file beside it.
import { l10n, window } from 'vscode';
import { z } from 'zod';
import { Fit, longestFit } from '../../sidecar/protocol/recipe.ts';
import { PictureFormat, pictureFormats } from '../../sidecar/protocol/picture.ts';
import { pictureIn } from '../pictures/given.ts';
import { ownFormat, workOn } from '../pictures/steps.ts';
import { sizeIn } from '../pictures/sizeIn.ts';
import type { Command } from './command.ts';

/** What a key binding or another extension may give: a size, a format or both. This is public. */
const Sized = z.object({ ...Fit.shape, format: PictureFormat.optional() });
const Given = z.union([Sized, z.object({ format: PictureFormat })]);
type Given = Partial<Fit> & { readonly format?: PictureFormat | undefined };

export const resizeOrConvert: Command = {
	id: 'limn.resizeOrConvert',
	async run(limn, given) {
		const picture = await pictureIn(given);
		const { path, bytes } = picture;
		const named = Given.safeParse(given).data;
		const asked: Given | undefined = named ?? (await ask(path, await limn.engine.inspect({ path, bytes })));
		if (!asked) return { outcome: 'cancelled' };
		const { width, height, format = ownFormat(path) } = asked;
		const sized = width !== undefined && height !== undefined;
		return workOn(limn, [picture], () => ({
			steps: sized ? [{ step: 'size', width, height, fit: 'stretch' }] : [],
			suffix: sized ? `${width}x${height}` : '',
			format,
		}));
	},
};

async function ask(path: string, own: Fit): Promise<Given | undefined> {
	const title = l10n.t('Resize or Convert');
	const times = (factor: number, label: string) => {
		const size = sizeIn(`${100 * factor}%`, own);
		return size ? [{ label, description: `${size.width} × ${size.height}`, size }] : [];
	};
	const formats = pictureFormats
		.filter(format => format !== ownFormat(path))
		.map(format => ({ label: l10n.t('Convert to {0}', format.toUpperCase()), format }));
	const another = { label: l10n.t('Another size…'), another: true };
	const sizes = [...times(0.5, l10n.t('Half as large')), ...times(2, l10n.t('Twice as large'))];
	const picked: { readonly size?: Fit; readonly format?: PictureFormat; readonly another?: boolean } | undefined =
		await window.showQuickPick([...sizes, another, ...formats], {
			title,
			placeHolder: l10n.t(
				'{0} × {1} pixels now; the picture stays, the new one is written beside it',
				own.width,
				own.height,
			),
		});
	if (!picked?.another) return picked?.size ?? (picked?.format && { format: picked.format });
	const text = await window.showInputBox({
		title,
		prompt: l10n.t('Pixels, such as 640x480, 640 (the height follows) or x480, or hundredths, such as 150%'),
		value: `${own.width}x${own.height}`,
		ignoreFocusOut: true,
		validateInput: words =>
			sizeIn(words, own) ? undefined : l10n.t('This is no size from 1 to {0} pixels.', longestFit),
	});
	return text === undefined ? undefined : sizeIn(text, own);
}
