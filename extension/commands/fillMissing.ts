// Limn: Fill Missing Pictures… — the missing pictures of a document, a folder or the workspace: planned, drawn, reviewed, written.
import { l10n, Uri, window, workspace } from 'vscode';
import { z } from 'zod';
import { languageOfId } from '../../sidecar/documents/languages/index.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { FillDesk } from '../fill/desk.ts';
import { openFill } from '../fill/panel.ts';
import { shown } from '../files.ts';
import { missingBelow } from '../missing/find.ts';
import { homeOf } from '../target.ts';
import type { Command } from './command.ts';

/** What a key binding or another extension may give. This is public. */
const Given = z.object({
	/** The URI of a document or a folder. */
	in: z.string(),
	/** Draw and write at once, without a review. */
	write: z.boolean().optional(),
});

export const fillMissing: Command = {
	id: 'limn.fillMissing',
	async run({ engine, extension }, given) {
		const { data } = Given.safeParse(given);
		const place = data ? Uri.parse(data.in) : given instanceof Uri ? given : await askPlace();
		if (!place) return { outcome: 'cancelled' };
		const missing = await missingBelow(place);
		if (missing.length === 0) {
			void window.showInformationMessage(l10n.t('No picture is missing in {0}.', shown(place)));
			return { outcome: 'done' };
		}
		if (!data?.write) {
			openFill(engine, extension, missing);
			return { outcome: 'done' };
		}
		const desk = new FillDesk(engine, missing, () => {});
		try {
			const [failure] = await desk.draw();
			const count = await desk.write();
			if (failure) throw fail(failure);
			return { outcome: 'placed', file: place.toString(), where: l10n.t('{0} pictures', count) };
		} finally {
			desk.dispose();
		}
	},
};

/** The document in the editor or a workspace folder; asked where both are possible. */
async function askPlace(): Promise<Uri | undefined> {
	const document = window.activeTextEditor?.document;
	const known = document && languageOfId(document.languageId) ? [homeOf(document)] : [];
	const places = [...known, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
	if (places.length < 2) return places[0];
	const items = places.map(uri => ({
		label: uri.path.slice(uri.path.lastIndexOf('/') + 1),
		description: shown(uri),
		uri,
	}));
	const picked = await window.showQuickPick(items, {
		title: l10n.t('Fill Missing Pictures'),
		placeHolder: l10n.t('Where?'),
	});
	return picked?.uri;
}
