// Outputs of one manifest never meet on disk, whatever the system thinks of capitals and accents.
import { fail, type FailureError } from '../protocol/failure.ts';
import { folded } from './paths.ts';

/** An output by its name in the lock, and the files that it is, from the manifest's folder. */
export interface Claim {
	readonly id: string;
	readonly files: readonly string[];
	/** The most pages that it may have; those after the first are called NAME-1, NAME-2 … */
	readonly pages: number;
}

/**
 * Throws `badRecipe` where two outputs would have one name or one file, where a file would be another one's folder, and
 * where one would be a manifest or its lock.
 */
export function refuseClashes(claims: readonly Claim[]): void {
	const ids = new Set<string>();
	const owners = new Map<string, Claim>();
	for (const claim of claims) {
		if (ids.has(folded(claim.id))) throw bad(claim.id, 'would be two outputs: give each a name of its own');
		ids.add(folded(claim.id));
		for (const file of claim.files) {
			const key = folded(file);
			const owner = owners.get(key);
			if (owner) throw bad(file, `would belong to ${owner.id} and to ${claim.id}: call one of them otherwise`);
			if (/\.limn(\.lock)?\.json$/.test(key)) throw bad(file, 'is the name of a manifest or of its lock');
			owners.set(key, claim);
		}
	}
	for (const [key, { id }] of owners) {
		const folder = foldersOf(key).find(each => owners.has(each));
		if (folder !== undefined) throw bad(id, `would lie in “${folder}”, which is a picture: call one of them otherwise`);
		const sheet = sheetOfPage(key, owners);
		if (sheet !== undefined) throw bad(id, `is kept for another page of ${sheet}: call one of them otherwise`);
	}
}

function foldersOf(path: string): string[] {
	const names = path.split('/');
	return names.slice(1).map((_, i) => names.slice(0, i + 1).join('/'));
}

/** The sheet that would call one of its further pages, or that page's list, so. */
function sheetOfPage(path: string, owners: ReadonlyMap<string, Claim>): string | undefined {
	const [, stem, page, end] = /^(.*)-([1-9]\d{0,4})(\.[^/]*)$/.exec(path) ?? [];
	const sheet = stem === undefined ? undefined : owners.get(stem + end);
	return sheet && Number(page) < sheet.pages ? sheet.id : undefined;
}

function bad(path: string, why: string): FailureError {
	return fail({ kind: 'badRecipe', field: 'path', why: `“${path}” ${why}` });
}
