// A sync as the editor asks for it: every picture of it is a job in the queue, so that others get their turn between.
import { assetRecipe } from './assets/recipe.ts';
import { syncManifest } from './assets/sync.ts';
import type { Jobs } from './jobs.ts';
import type { Library } from './library/library.ts';
import { cardNamed } from './library/named.ts';
import type { AssetOutput, AssetParams, AssetsSyncParams, AssetsSyncResult } from './protocol/assets.ts';

/** What a sync needs of the process, and whom it tells. */
export interface AssetWorld {
	readonly library: Library;
	readonly jobs: Jobs;
	readonly onAsset: (asset: AssetParams) => void;
}

export async function syncAssets(
	{ job, manifest, device, ...chosen }: AssetsSyncParams,
	{ library, jobs, onAsset }: AssetWorld,
	signal: AbortSignal,
): Promise<AssetsSyncResult> {
	const among = (ids: readonly string[]) => {
		const known = new Set(ids);
		return ({ id }: AssetOutput) => known.has(id);
	};
	const choice = { only: among(chosen.only), again: among(chosen.again), overwrite: among(chosen.overwrite) };
	return await syncManifest(manifest, choice, {
		async drawer(model) {
			const card = cardNamed(await library.list(), model);
			return async (wish, format) => {
				const order = { job, recipe: assetRecipe(wish, card), count: 1, format, device };
				return (await jobs.generate(order, signal)).pictures[0];
			};
		},
		// A model of gigabytes is not read to look at a manifest: `limn sync` does.
		modelHash: async () => undefined,
		onAsset: asset => onAsset({ job, ...asset }),
		signal,
	});
}
