// One picture for a command: completes the wish and makes it under a notification that shows each step and can cancel.
import { l10n, ProgressLocation, window, type ConfigurationScope } from 'vscode';
import type { Picture, PictureFormat } from '../sidecar/protocol/picture.ts';
import type { RecipeWish } from '../sidecar/protocol/recipe.ts';
import { fail } from '../sidecar/protocol/failure.ts';
import type { Limn } from './limn.ts';
import { percentage, progressWords } from './progress.ts';
import { settingsFor } from './settings.ts';

/** Makes the picture; `scope` is what it is for, whose settings hold. */
export async function draw(
	{ engine, log }: Limn,
	wish: RecipeWish,
	format: PictureFormat,
	scope: ConfigurationScope,
): Promise<Picture> {
	const settings = settingsFor(scope);
	return window.withProgress(
		{ location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Limn: {0}', short(wish.prompt)) },
		async (notification, token) => {
			const stop = new AbortController();
			token.onCancellationRequested(() => stop.abort());
			const recipe = await engine.recipe(wish, settings, stop.signal);
			log.info(`Recipe: ${JSON.stringify(recipe)}`);

			let shown = 0;
			const [picture] = await engine.generate(
				{ recipe, count: 1, format, device: settings.device },
				{
					onProgress(progress) {
						const now = percentage(progress);
						notification.report({ message: progressWords(progress), increment: Math.max(0, now - shown) });
						shown = Math.max(shown, now);
					},
					onPicture: () => {},
				},
				stop.signal,
			);
			if (!picture) throw fail({ kind: 'internal', detail: 'the sidecar answered without a picture' });
			return picture;
		},
	);
}

/** A prompt short enough for a title. */
function short(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
