// Which assets a command is about: given by a lens, the view or a key binding, or asked for.
import { l10n, Uri, window } from 'vscode';
import { z } from 'zod';
import type { AssetOutput } from '../../sidecar/protocol/assets.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { shown } from '../files.ts';
import { isManifestDocument, type Manifests } from './manifests.ts';
import { stateWords } from './words.ts';

/** What the commands on assets take. This is public. */
const At = z.object({
	/** The manifest's URI. */
	manifest: z.string().optional(),
	/** The outputs, by their paths from the manifest's folder; all without it. */
	ids: z.array(z.string()).optional(),
	/** Sync without a plan to approve; what was changed by hand is left alone. */
	write: z.boolean().optional(),
	/** Make what was changed by hand anew, too, without a question. */
	overwrite: z.boolean().optional(),
	/** Whether to pin or to take the pins away. */
	pin: z.boolean().optional(),
});
export type At = Readonly<z.infer<typeof At>>;

export interface Order extends At {
	readonly uri: Uri;
	/** Everything that the manifest asks for. */
	readonly all: readonly AssetOutput[];
	/** What the command is about. */
	readonly outputs: readonly AssetOutput[];
}

/** Nothing when the person thinks again. Throws what is wrong with the manifest. */
export async function orderIn(manifests: Manifests, given: unknown): Promise<Order | undefined> {
	const at = At.safeParse(given).data ?? {};
	const uri = at.manifest === undefined ? await askManifest(manifests) : Uri.parse(at.manifest);
	if (!uri) return undefined;
	const look = await manifests.lookAgain(uri);
	if ('failure' in look) throw fail(look.failure);
	const { problems, outputs: all } = look.plan;
	if (problems[0]) throw fail({ kind: 'badRecipe', field: 'manifest', why: `cannot be used: ${problems[0].words}` });
	const ids = new Set(at.ids);
	return { ...at, uri, all, outputs: at.ids ? all.filter(({ id }) => ids.has(id)) : all };
}

/** One of several outputs; the only one without a question. */
export async function askOutput(outputs: readonly AssetOutput[]): Promise<AssetOutput | undefined> {
	if (outputs.length < 2) return outputs[0];
	const items = outputs.map(output => ({ label: output.id, description: stateWords[output.state](), output }));
	return (await window.showQuickPick(items, { placeHolder: l10n.t('Which asset?') }))?.output;
}

async function askManifest(manifests: Manifests): Promise<Uri | undefined> {
	const document = window.activeTextEditor?.document;
	if (document && isManifestDocument(document)) return document.uri;
	const all = await manifests.all();
	if (all.length === 0) throw fail({ kind: 'noPlace', document: '', why: 'none' });
	if (all.length === 1) return all[0];
	const items = all.map(uri => ({ label: shown(uri), uri }));
	return (await window.showQuickPick(items, { placeHolder: l10n.t('Which manifest?') }))?.uri;
}
