// The lock beside a manifest, `NAME.limn.lock.json`: what was made from it, how, and what came out.
import { z } from 'zod';
import { parseJson } from '../../models/json.ts';
import { readWhole } from '../files/read.ts';
import { replaceOwn, writeNew } from '../files/write.ts';
import { checked } from '../params.ts';
import { fail, failureOf } from '../protocol/failure.ts';
import { devices } from '../protocol/picture.ts';
import { Recipe } from '../protocol/recipe.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const share = z.number().min(0).max(1);
const length = z.int().min(0).max(16384);

/** What is known of a picture besides its pixels, as steps found it. */
const Facts = z.strictObject({
	pivot: z.strictObject({ x: share, y: share }).exactOptional(),
	slices: z.strictObject({ left: length, top: length, right: length, bottom: length }).exactOptional(),
	seam: z.number().exactOptional(),
	grid: z.number().exactOptional(),
	key: z.string().max(20).exactOptional(),
});

/** One thing that was made: a picture, a sheet with its pages and lists, or a set. */
const Made = z.strictObject({
	/** Hash of everything that the manifest asked for. */
	asked: Hash,
	/** Hashes of the files, by their paths from the manifest's folder. */
	files: z.record(z.string().max(300), Hash),
	facts: Facts.exactOptional(),
	recipe: Recipe.exactOptional(),
	model: z.strictObject({ name: z.string().max(200), hash: z.string().max(64) }).exactOptional(),
	device: z.enum(devices).exactOptional(),
});
export type Made = z.infer<typeof Made>;

const Lock = z.strictObject({ limn: z.literal(1), made: z.record(z.string().max(300), Made) });
export type Lock = z.infer<typeof Lock>;

/** Bytes of the longest lock: a kilobyte for each of ten thousand pictures, and some. */
const longestLock = 64 << 20;

export function lockPath(manifest: string): string {
	return manifest.replace(/\.json$/, '.lock.json');
}

/** The lock, or an empty one where there is none yet. Throws `badRecipe` when it is broken. */
export async function readLock(path: string): Promise<Lock> {
	return (await lockAt(path)) ?? { limn: 1, made: {} };
}

/** A lock that grows, and its file. */
export interface OpenLock {
	readonly lock: Lock;
	save(): Promise<void>;
	/** Saves it, unless that has taken more than a tenth of the time so far. */
	saveNowAndThen(): Promise<void>;
}

/**
 * Opens a lock to write to. A run that is killed must not forget what it made: files that the lock does not tell of are
 * taken for someone else's. Throws `badRecipe` when it is broken.
 */
export async function openLock(path: string): Promise<OpenLock> {
	const found = await lockAt(path);
	const lock: Lock = found ?? { limn: 1, made: {} };
	const began = performance.now();
	let isThere = found !== undefined;
	let spent = 0;
	const save = async () => {
		const from = performance.now();
		await (isThere ? replaceOwn : writeNew)(path, bytesOf(lock));
		isThere = true;
		spent += performance.now() - from;
	};
	return {
		lock,
		save,
		async saveNowAndThen() {
			if (spent * 10 <= performance.now() - began) await save();
		},
	};
}

async function lockAt(path: string): Promise<Lock | undefined> {
	const bytes = await readWhole(path, longestLock).catch((error: unknown) => {
		const failure = failureOf(error);
		if (failure.kind === 'cannotRead' && failure.why === 'missing') return undefined;
		throw error;
	});
	if (!bytes) return undefined;
	const broken = (why: string) => fail({ kind: 'badRecipe', field: 'lock', why: `${path} cannot be used: ${why}` });
	return checked(Lock, parseJson(new TextDecoder().decode(bytes), broken));
}

/** With names in order, so that a change of one asset changes a few lines. */
function bytesOf({ made }: Lock): Uint8Array {
	const sorted = Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
	return new TextEncoder().encode(`${JSON.stringify({ limn: 1, made: sorted }, undefined, '\t')}\n`);
}
