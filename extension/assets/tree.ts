// The view of assets: every manifest of the workspace, and below it what it asks for and how that stands.
import {
	commands,
	EventEmitter,
	l10n,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	Uri,
	window,
	type TreeDataProvider,
} from 'vscode';
import type { AssetOutput, AssetState } from '../../sidecar/protocol/assets.ts';
import { sentence } from '../../sidecar/protocol/wording.ts';
import { shown } from '../files.ts';
import { Disposable } from '../lifetime.ts';
import { inBackground } from '../tell.ts';
import type { Manifests } from './manifests.ts';
import type { At } from './order.ts';
import { stateWords, sumOf } from './words.ts';

/** A line of the view. What commands take is part of it, so that its menu can run them. */
export interface Line extends At {
	readonly manifest: string;
	/** Nothing on the line of a manifest. */
	readonly output: AssetOutput | undefined;
}

export class AssetTree extends Disposable implements TreeDataProvider<Line> {
	readonly #manifests: Manifests;
	readonly #changed = this.own(new EventEmitter<void>());
	readonly onDidChangeTreeData = this.#changed.event;

	constructor(manifests: Manifests) {
		super();
		this.#manifests = manifests;
		this.own(window.createTreeView<Line>('limn.assets', { treeDataProvider: this, showCollapseAll: true }));
		const renew = () => {
			this.#changed.fire();
			inBackground(this.#showWhereNeeded());
		};
		this.own(manifests.onDidChange(renew));
		renew();
	}

	async getChildren(line?: Line): Promise<Line[]> {
		if (!line) return (await this.#manifests.all()).map(uri => ({ manifest: uri.toString(), output: undefined }));
		const look = await this.#manifests.look(Uri.parse(line.manifest));
		const outputs = 'plan' in look ? look.plan.outputs : [];
		return outputs.map(output => ({ manifest: line.manifest, ids: [output.id], output }));
	}

	async getTreeItem({ manifest, output }: Line): Promise<TreeItem> {
		const uri = Uri.parse(manifest);
		return output ? assetItem(uri, output) : await this.#manifestItem(uri);
	}

	async #manifestItem(uri: Uri): Promise<TreeItem> {
		const item = new TreeItem(shown(uri), TreeItemCollapsibleState.Expanded);
		item.id = uri.toString();
		item.contextValue = 'manifest';
		item.iconPath = new ThemeIcon('checklist');
		item.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
		const look = await this.#manifests.look(uri);
		const trouble = 'failure' in look ? sentence(look.failure) : look.plan.problems[0]?.words;
		item.description = trouble ?? ('plan' in look ? sumOf(look.plan.outputs) : '');
		if (trouble !== undefined) item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
		return item;
	}

	/** The view is there only where a manifest is. */
	async #showWhereNeeded(): Promise<void> {
		const found = await this.#manifests.all();
		if (!this.ended) await commands.executeCommand('setContext', 'limn.hasManifest', found.length > 0);
	}
}

function assetItem(manifest: Uri, output: AssetOutput): TreeItem {
	const { id, kind, state, why } = output;
	const item = new TreeItem(id);
	item.id = `${manifest.toString()}#${kind}#${id}`;
	item.description = stateWords[state]();
	item.tooltip = why === '' ? id : `${id}: ${why}`;
	item.iconPath = icons[state]();
	item.contextValue = `${kind}.${state}`;
	const arguments_: [At] = [{ manifest: manifest.toString(), ids: [id] }];
	if (state !== 'missing') item.command = { title: l10n.t('Open'), command: 'limn.openAsset', arguments: arguments_ };
	return item;
}

const icons: Readonly<Record<AssetState, () => ThemeIcon>> = {
	fine: () => new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
	missing: () => new ThemeIcon('circle-large-outline'),
	stale: () => new ThemeIcon('history', new ThemeColor('list.warningForeground')),
	changed: () => new ThemeIcon('edit', new ThemeColor('list.warningForeground')),
};
