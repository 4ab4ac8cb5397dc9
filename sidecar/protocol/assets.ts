// What is said of a manifest's assets: how they stand, what is wrong with the manifest, what a sync shall do and did.
import type { DeviceWish } from './picture.ts';

/** missing: not there. stale: the manifest asks for something else by now. changed: not as Limn wrote it. */
export type AssetState = 'fine' | 'missing' | 'stale' | 'changed';

/** One thing that a manifest asks for: a picture, a sheet or a set. */
export interface AssetOutput {
	/** Its name in the lock: the path of its file or folder, from the manifest's folder, with slashes. */
	readonly id: string;
	readonly kind: 'picture' | 'sheet' | 'set';
	readonly state: AssetState;
	/** Why it is not fine, in a few words. */
	readonly why: string;
	/** Of a picture: its name, its seed, and which of the manifest's assets asks for it, from 0. */
	readonly asset: { readonly name: string; readonly seed: number; readonly entry: number } | undefined;
}

/** Something wrong with a manifest that its schema cannot say. */
export interface AssetProblem {
	/** Names and numbers that lead to the place, such as `['assets', 3, 'style']`. */
	readonly at: readonly (string | number)[];
	/** A whole sentence. */
	readonly words: string;
}

export interface AssetsPlanParams {
	/** The manifest's path. */
	readonly manifest: string;
	/** What it says, where that is not on the disk yet. */
	readonly text?: string;
}

/** Where there are problems, nothing else is known. */
export interface AssetsPlanResult {
	readonly problems: readonly AssetProblem[];
	readonly outputs: readonly AssetOutput[];
	/** What the lock tells of and the manifest no longer asks for. */
	readonly leftOver: readonly string[];
}

/** Which outputs a sync is about, by their ids. */
export interface AssetsChoice {
	/** The others are left as they are. */
	readonly only: readonly string[];
	/** Made anew, though they are fine. */
	readonly again: readonly string[];
	/** Made anew, over what was changed by hand. */
	readonly overwrite: readonly string[];
}

export interface AssetsSyncParams extends AssetsChoice {
	readonly job: number;
	readonly manifest: string;
	readonly device: DeviceWish;
}

export interface AssetsSyncResult {
	/** How everything stands now, and the seconds that it took where it was made. */
	readonly outputs: readonly (AssetOutput & { readonly seconds: number | undefined })[];
	readonly leftOver: readonly string[];
	/** Things the user should know. */
	readonly notes: readonly string[];
}

/** Said before each output that a sync makes. */
export interface AssetParams {
	readonly job: number;
	readonly id: string;
	/** From 1. */
	readonly number: number;
	/** How many are made; sheets and sets that turn out to be stale come on top. */
	readonly total: number;
}
