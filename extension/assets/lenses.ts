// Above a manifest how its assets stand, and above each entry what can be done with the assets that it asks for.
import { CodeLens, EventEmitter, l10n, languages, Range, type CodeLensProvider, type TextDocument } from 'vscode';
import type { AssetOutput } from '../../sidecar/protocol/assets.ts';
import { Disposable } from '../lifetime.ts';
import { isManifestDocument, type Manifests } from './manifests.ts';
import type { At } from './order.ts';
import { entriesIn, pinsIn } from './text.ts';
import { sumOf, toMake } from './words.ts';

export class AssetLenses extends Disposable implements CodeLensProvider {
	readonly #manifests: Manifests;
	readonly #changed = this.own(new EventEmitter<void>());
	readonly onDidChangeCodeLenses = this.#changed.event;

	constructor(manifests: Manifests) {
		super();
		this.#manifests = manifests;
		this.own(manifests.onDidChange(() => this.#changed.fire()));
		this.own(languages.registerCodeLensProvider({ pattern: '**/*.limn.json', scheme: 'file' }, this));
	}

	async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
		if (!isManifestDocument(document)) return [];
		const look = await this.#manifests.look(document.uri);
		if ('failure' in look || look.plan.problems.length > 0) return [];
		const { outputs } = look.plan;
		const manifest = document.uri.toString();
		const pins = pinsIn(document.getText());
		const sync = lens(document, 0, l10n.t('Sync Assets: {0}', sumOf(outputs)), 'limn.syncAssets', { manifest });
		const entries = entriesIn(document.getText()).flatMap((offset, entry) => {
			const own = outputs.filter(({ asset }) => asset?.entry === entry);
			return actsOn(own, pins).map(([title, command, more]) =>
				lens(document, offset, title, command, { manifest, ids: own.map(({ id }) => id), ...more }),
			);
		});
		return [sync, ...entries];
	}
}

type Act = readonly [title: string, command: string, more: Partial<At>];

function actsOn(outputs: readonly AssetOutput[], pins: Readonly<Record<string, number>>): Act[] {
	const wanted = outputs.filter(toMake);
	const isThere = outputs.some(({ state }) => state !== 'missing');
	const isPinned = outputs.every(({ asset }) => asset && Object.hasOwn(pins, asset.name));
	const generate: Act = [
		l10n.t('Generate {0}', wanted.length),
		'limn.syncAssets',
		{ ids: wanted.map(({ id }) => id), write: true },
	];
	const acts: (Act | false)[] = [
		wanted.length > 0 && generate,
		isThere && [l10n.t('Regenerate'), 'limn.regenerateAssets', {}],
		[l10n.t('New Seed'), 'limn.newAssetSeed', {}],
		isPinned ? [l10n.t('Unpin'), 'limn.pinAssets', { pin: false }] : [l10n.t('Pin'), 'limn.pinAssets', { pin: true }],
		isThere && [l10n.t('Open'), 'limn.openAsset', {}],
	];
	return acts.filter(act => act !== false);
}

function lens(document: TextDocument, offset: number, title: string, command: string, at: At): CodeLens {
	const place = document.positionAt(offset);
	return new CodeLens(new Range(place, place), { title, command, arguments: [at] });
}
