// Makes what a plan says is missing or stale, and keeps the lock.
import { inspect, largestFile } from '../pictures/read.ts';
import { readRgba } from '../pictures/rgba.ts';
import { writeRgba } from '../pictures/write.ts';
import { readWhole } from '../files/read.ts';
import { largestPalette } from '../post/palettes/index.ts';
import { post } from '../post/run.ts';
import { fail } from '../protocol/failure.ts';
import type { Picture, PictureFormat } from '../protocol/picture.ts';
import type { RecipeWish } from '../protocol/recipe.ts';
import { sha256 } from './hash.ts';
import type { Item } from './expand.ts';
import type { Lock, Made } from './lock.ts';
import { insideOf } from './paths.ts';
import { askedOfDerived, type Derived, type PlannedPicture } from './plan.ts';
import { drawSet } from './sets/draw.ts';
import { drawSheet, type NewFile } from './sheets/draw.ts';
import { keep } from './keep.ts';

/** Draws one picture of the manifest's model. */
export type Draw = (wish: RecipeWish & { readonly seed: number }, format: PictureFormat) => Promise<Picture>;

/** What making needs of the world. */
export interface Place {
	readonly root: string;
	readonly draw: Draw;
}

export interface Result {
	readonly made: Made;
	/** Things the user should know. */
	readonly notes: readonly string[];
}

/** Draws a picture, works on it and writes it. `before` is what the lock tells of it. */
export async function makePicture(
	{ item, asked }: PlannedPicture,
	before: Made | undefined,
	overwrite: boolean,
	{ root, draw }: Place,
): Promise<Result> {
	const raw = item.post.length === 0;
	const picture = await draw(item.wish, raw ? item.format : 'png');
	const { stamp } = await inspect(item.file, picture.bytes);
	const done = raw ? { bytes: picture.bytes, facts: {}, notes: [] } : await worked(item, picture, root);
	if (item.mostBytes !== undefined && done.bytes.length > item.mostBytes) {
		const why = `of ${item.mostBytes} bytes is too small for “${item.name}”, which has ${done.bytes.length}`;
		throw fail({ kind: 'badRecipe', field: 'mostBytes', why });
	}
	const files = await keep(root, [{ path: item.file, bytes: done.bytes }], before, overwrite);
	const told = stamp && { recipe: stamp.recipe, model: stamp.model, device: stamp.device };
	const other = before?.asked === asked && before.files[item.file] !== files[item.file];
	const notes = [
		...picture.notes,
		...done.notes,
		...(other ? [`${item.file} came out otherwise than the lock says: another device or model`] : []),
	];
	return { made: { asked, files, facts: done.facts, ...told }, notes };
}

/** Packs a sheet or fills a set from pictures that are there, and writes it. */
export async function makeDerived(derived: Derived, lock: Lock, overwrite: boolean, root: string): Promise<Result> {
	const inside = insideOf(root);
	const sources = await Promise.all(
		derived.of.map(async ({ name, file }) => {
			const bytes = await readWhole(await inside(file), largestFile);
			const picture = await readRgba(file, bytes);
			return { name, file, hash: sha256(bytes), picture, facts: lock.made[file]?.facts ?? {} };
		}),
	);
	const contents = new Map(sources.map(({ file, hash }) => [file, hash]));
	const files: NewFile[] =
		derived.kind === 'sheet' ? await drawSheet(sources, derived.sheet) : await drawSet(sources[0].picture, derived.set);
	const before = Object.hasOwn(lock.made, derived.id) ? lock.made[derived.id] : undefined;
	const written = await keep(root, files, before, overwrite);
	const gone = Object.keys(before?.files ?? {}).filter(path => written[path] === undefined);
	const notes = gone.map(path => `${path} is no longer part of ${derived.id}; it was not deleted`);
	return { made: { asked: askedOfDerived(derived, contents), files: written }, notes };
}

async function worked(item: Item, { bytes }: Picture, root: string) {
	const { stamp } = await inspect(item.file, bytes);
	const inside = insideOf(root);
	const read = async (path: string) => await readWhole(await inside(path), largestPalette);
	const { picture, facts, notes } = await post(await readRgba(item.file, bytes), item.post, read);
	const written = await writeRgba(picture, item.format, stamp && { ...stamp, post: item.post });
	return { bytes: written, facts, notes };
}
