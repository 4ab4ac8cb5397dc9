// Pictures for a command: completes the wish and makes them under a notification that shows each step and can cancel.
import { l10n, ProgressLocation, window, type ConfigurationScope } from 'vscode';
import type { GenerateParams } from '../sidecar/protocol/methods.ts';
import type { Picture, PictureFormat } from '../sidecar/protocol/picture.ts';
import type { RecipeWish } from '../sidecar/protocol/recipe.ts';
import { fail } from '../sidecar/protocol/failure.ts';
import type { Limn } from './limn.ts';
import { percentage, progressWords } from './progress.ts';
import { settingsFor } from './settings.ts';

/** Makes the picture; `scope` is what it is for, whose settings hold. */
export async function draw(
	limn: Limn,
	wish: RecipeWish,
	format: PictureFormat,
	scope: ConfigurationScope,
): Promise<Picture> {
	const order = { wish, count: 1, format, given: {} };
	const [picture] = await drawAll(limn, order, scope, new AbortController().signal);
	return picture;
}

/** Pictures of one wish, and the bytes of those that it begins from or is guided by. */
export interface Drawing {
	readonly wish: RecipeWish;
	readonly count: number;
	readonly format: PictureFormat;
	readonly given: Pick<GenerateParams, 'start' | 'mask' | 'controls'>;
}

/** Makes the pictures, with seeds that count up; the person or the signal can stop it. */
export async function drawAll(
	{ engine, log }: Limn,
	{ wish, count, format, given }: Drawing,
	scope: ConfigurationScope,
	signal: AbortSignal,
): Promise<readonly [Picture, ...Picture[]]> {
	const settings = settingsFor(scope);
	return window.withProgress(
		{ location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Limn: {0}', short(wish.prompt)) },
		async (notification, token) => {
			const pressed = new AbortController();
			token.onCancellationRequested(() => pressed.abort());
			const stop = AbortSignal.any([pressed.signal, signal]);
			const recipe = await engine.recipe(wish, settings, stop);
			log.info(`Recipe: ${JSON.stringify(recipe)}`);

			let shown = 0;
			const [first, ...others] = await engine.generate(
				{ recipe, count, format, device: settings.device, ...given },
				{
					onProgress(progress) {
						const now = (100 * progress.picture + percentage(progress)) / count;
						notification.report({ message: progressWords(progress), increment: Math.max(0, now - shown) });
						shown = Math.max(shown, now);
					},
					onPicture: () => {},
				},
				stop,
			);
			if (!first) throw fail({ kind: 'internal', detail: 'the sidecar answered without a picture' });
			return [first, ...others];
		},
	);
}

/** A prompt short enough for a title. */
function short(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
