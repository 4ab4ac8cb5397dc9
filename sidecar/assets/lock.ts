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
	const bytes = await readWhole(path, longestLock).catch((error: unknown) => {
		const failure = failureOf(error);
		if (failure.kind === 'cannotRead' && failure.why === 'missing') return undefined;
		throw error;
	});
	if (!bytes) return { limn: 1, made: {} };
	const broken = (why: string) => fail({ kind: 'badRecipe', field: 'lock', why: `${path} cannot be used: ${why}` });
	return checked(Lock, parseJson(new TextDecoder().decode(bytes), broken));
}

/** Writes it with names in order, so that a change of one asset changes a few lines. */
export async function writeLock(path: string, before: Lock, { made }: Lock): Promise<void> {
	const sorted = Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
	const text = `${JSON.stringify({ limn: 1, made: sorted }, undefined, '\t')}\n`;
	const bytes = new TextEncoder().encode(text);
	await (Object.keys(before.made).length === 0 ? writeNew(path, bytes) : replaceOwn(path, bytes));
}
