// How what lies on disk stands to what was made and to what is asked for.
import { readWhole } from '../files/read.ts';
import { largestFile } from '../pictures/read.ts';
import type { AssetState } from '../protocol/assets.ts';
import { failureOf } from '../protocol/failure.ts';
import { sha256 } from './hash.ts';
import type { Made } from './lock.ts';
import type { Inside } from './paths.ts';

export interface Found {
	readonly state: AssetState;
	/** Why it is not fine, in a few words. */
	readonly why: string;
}

/** The hash of a file; undefined where there is none. */
export type HashAt = (path: string) => Promise<string | undefined>;

/** Hashes of files inside of a folder, each read once. */
export function hashesIn(inside: Inside): HashAt {
	const known = new Map<string, Promise<string | undefined>>();
	return path => {
		const hash = known.get(path) ?? hashOfFile(inside, path);
		known.set(path, hash);
		return hash;
	};
}

/** The state of what the lock tells of. */
export async function stateOf(made: Made, asked: string, hashAt: HashAt): Promise<Found> {
	const files = Object.entries(made.files);
	const found = await Promise.all(files.map(([path]) => hashAt(path)));
	const changed = files.find(([, hash], i) => found[i] !== undefined && found[i] !== hash);
	if (changed) return { state: 'changed', why: `${changed[0]} is not as Limn wrote it` };
	const missing = files.find((_, i) => found[i] === undefined);
	if (missing) return { state: 'missing', why: `${missing[0]} is not there` };
	if (made.asked !== asked) return { state: 'stale', why: 'the manifest asks for something else by now' };
	return { state: 'fine', why: '' };
}

/** A picture that is fine but for the model that it was made with. `model` is that one's hash now, where it is known. */
export function byModel(found: Found, made: Made, model: string | undefined): Found {
	if (found.state !== 'fine' || model === undefined || !made.model || made.model.hash === model) return found;
	return { state: 'stale', why: `its model changed: ${made.model.hash} made it, and now it is ${model}` };
}

/** The state of what the lock does not tell of: Limn knows nothing of files that lie there. */
export async function stateWithoutLock(files: readonly string[], hashAt: HashAt): Promise<Found> {
	for (const path of files) {
		const isThere = (await hashAt(path)) !== undefined;
		if (isThere) return { state: 'changed', why: `${path} is there, and was not made from this manifest` };
	}
	return { state: 'missing', why: 'it was not made yet' };
}

async function hashOfFile(inside: Inside, path: string): Promise<string | undefined> {
	try {
		return sha256(await readWhole(await inside(path), largestFile));
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind === 'cannotRead' && failure.why === 'missing') return undefined;
		throw error;
	}
}
