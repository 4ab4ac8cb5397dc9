// What a manifest asks for, against what lies on disk: the state of everything, found without drawing anything.
import { readWhole } from '../files/read.ts';
import { largestPalette } from '../post/palettes/index.ts';
import { filesOf } from '../post/run.ts';
import { refuseClashes } from './clashes.ts';
import { expand, type Item } from './expand.ts';
import { hashOf, sha256 } from './hash.ts';
import type { Lock } from './lock.ts';
import type { Manifest } from './manifest.ts';
import { insideOf, type Inside } from './paths.ts';
import { setFiles, type IconSet } from './sets/set.ts';
import { membersOf, sheetFiles, type Sheet } from './sheets/sheet.ts';
import { byModel, hashesIn, stateOf, stateWithoutLock, type Found, type HashAt } from './state.ts';

interface Output extends Found {
	/** Its name in the lock: the path of its file, its sheet or its folder. */
	readonly id: string;
}

export interface PlannedPicture extends Output {
	readonly kind: 'picture';
	readonly item: Item;
	/** Hash of all that is asked for. */
	readonly asked: string;
	/** Hash of the file that is there. */
	readonly content: string | undefined;
}

/** A sheet or a set: made of pictures. */
export type Derived = Output & {
	readonly of: readonly Item[];
} & ({ readonly kind: 'sheet'; readonly sheet: Sheet } | { readonly kind: 'set'; readonly set: IconSet });

export interface Plan {
	readonly pictures: readonly PlannedPicture[];
	readonly derived: readonly Derived[];
	/** What the lock tells of and the manifest no longer asks for; nothing is ever deleted. */
	readonly leftOver: readonly string[];
}

/**
 * Plans a manifest whose paths begin at `root`. `model` is the hash of its model as it is now, where that is known. Throws
 * `badRecipe`, or `cannotRead` for a palette that is not there.
 */
export async function planOf(manifest: Manifest, lock: Lock, root: string, model: string | undefined): Promise<Plan> {
	const items = expand(manifest);
	const sheetsOf = manifest.sheets.map(sheet => ({ sheet, of: membersOf(sheet, items) }));
	refuseClashes([
		...items.map(({ file }) => ({ id: file, files: [file], pages: 1 })),
		...sheetsOf.map(({ sheet, of }) => ({ id: sheet.out, files: sheetFiles(sheet), pages: of.length })),
		...manifest.sets.map(set => ({ id: set.out, files: setFiles(set), pages: 1 })),
	]);
	const inside = insideOf(root);
	const hashAt = hashesIn(inside);
	const palettes = await palettesOf(items, inside);
	const pictures = await inLanes(items, item =>
		planPicture(item, askedOf(item, manifest, palettes), lock, hashAt, model),
	);
	const world: Known = {
		lock,
		hashAt,
		contents: new Map(pictures.flatMap(({ id, content }) => (content === undefined ? [] : [[id, content] as const]))),
		toMake: new Set(pictures.filter(({ state }) => state === 'missing' || state === 'stale').map(({ item }) => item)),
	};
	const sheets = await inLanes(sheetsOf, ({ sheet, of }) =>
		planDerived({ kind: 'sheet', sheet, id: sheet.out, of }, sheetFiles(sheet), world),
	);
	const sets = await inLanes(manifest.sets, set =>
		planDerived(
			{ kind: 'set', set, id: set.out, of: membersOf({ of: [set.of] }, items).slice(0, 1) },
			setFiles(set),
			world,
		),
	);
	const derived = [...sheets, ...sets];
	const known = new Set([...pictures, ...derived].map(({ id }) => id));
	return { pictures, derived, leftOver: Object.keys(lock.made).filter(id => !known.has(id)) };
}

/** What a sheet or a set is asked to be: what it is made of counts by its bytes, whoever made them. */
export function askedOfDerived(derived: Wished, contents: ReadonlyMap<string, string>): string {
	const wish = derived.kind === 'sheet' ? derived.sheet : derived.set;
	return hashOf({ version, wish, of: derived.of.map(({ name, file }) => [name, contents.get(file)]) });
}

/** Raised when the same wish gives another picture than before. */
const version = 1;

type Wished = Pick<Derived, 'kind' | 'id' | 'of'> & ({ kind: 'sheet'; sheet: Sheet } | { kind: 'set'; set: IconSet });

/** What is known of the pictures when sheets and sets are planned. */
interface Known {
	readonly lock: Lock;
	readonly hashAt: HashAt;
	/** Hashes of the pictures that are there, by their files. */
	readonly contents: ReadonlyMap<string, string>;
	readonly toMake: ReadonlySet<Item>;
}

async function planPicture(
	item: Item,
	asked: string,
	lock: Lock,
	hashAt: HashAt,
	model: string | undefined,
): Promise<PlannedPicture> {
	const content = await hashAt(item.file);
	const made = Object.hasOwn(lock.made, item.file) ? lock.made[item.file] : undefined;
	const found = made
		? byModel(await stateOf(made, asked, hashAt), made, model)
		: await stateWithoutLock([item.file], hashAt);
	return { kind: 'picture', id: item.file, item, asked, content, ...found };
}

async function planDerived<One extends Wished>(
	wished: One,
	files: readonly string[],
	{ lock, hashAt, contents, toMake }: Known,
): Promise<One & Found> {
	const made = Object.hasOwn(lock.made, wished.id) ? lock.made[wished.id] : undefined;
	const found = made
		? await stateOf(made, askedOfDerived(wished, contents), hashAt)
		: await stateWithoutLock(files, hashAt);
	const waits = found.state === 'fine' && wished.of.some(item => toMake.has(item));
	return { ...wished, ...(waits ? { state: 'stale', why: 'pictures that it is made of are to be made' } : found) };
}

function askedOf(
	{ wish, post, format, name }: Item,
	{ model }: Manifest,
	palettes: ReadonlyMap<string, string>,
): string {
	const files = filesOf(post).map(path => palettes.get(path));
	return hashOf({ version, name, model: model ?? 'sketch', wish, post, format, files });
}

/** Hashes of the files that steps read. */
async function palettesOf(items: readonly Item[], inside: Inside): Promise<ReadonlyMap<string, string>> {
	const paths = [...new Set(items.flatMap(({ post }) => filesOf(post)))];
	const hashes = await inLanes(paths, async path => sha256(await readWhole(await inside(path), largestPalette)));
	return new Map(paths.map((path, i) => [path, hashes[i]]));
}

/** Files open at once. */
const lanes = 32;

async function inLanes<From, To>(list: readonly From[], work: (each: From) => Promise<To>): Promise<To[]> {
	const results: To[] = [];
	for (let first = 0; first < list.length; first += lanes) {
		results.push(...(await Promise.all(list.slice(first, first + lanes).map(work))));
	}
	return results;
}
