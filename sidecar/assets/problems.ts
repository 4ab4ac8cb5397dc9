// What is wrong with a manifest beyond its schema, each where it is; and a manifest's plan for whoever only looks.
import { dirname } from 'node:path';
import { failureOf } from '../protocol/failure.ts';
import type { AssetProblem, AssetsPlanResult } from '../protocol/assets.ts';
import { sentence } from '../protocol/wording.ts';
import { expand, type Item } from './expand.ts';
import { lockPath, readLock } from './lock.ts';
import { parseManifest, readManifestText, type Manifest } from './manifest.ts';
import { planOf } from './plan.ts';
import { setFiles } from './sets/set.ts';
import { membersOf, sheetFiles } from './sheets/sheet.ts';
import { outputsOf } from './sync.ts';

/**
 * The plan of a manifest that says `text`, or what it says on the disk; or else what is wrong with it. Throws `cannotRead`,
 * and `badRecipe` for what does not even fit the schema.
 */
export async function overview(path: string, text: string | undefined): Promise<AssetsPlanResult> {
	const manifest = parseManifest(text ?? (await readManifestText(path)));
	const lock = await readLock(lockPath(path));
	const problems = problemsIn(manifest);
	if (problems.length > 0) return { problems, outputs: [], leftOver: [] };
	try {
		const plan = await planOf(manifest, lock, dirname(path), undefined);
		return { problems, outputs: outputsOf(plan), leftOver: plan.leftOver };
	} catch (error) {
		return { problems: [problem([], error)], outputs: [], leftOver: [] };
	}
}

/** Every asset, sheet, set and pin that cannot be, at its place. */
export function problemsIn(manifest: Manifest): AssetProblem[] {
	const problems: AssetProblem[] = [];
	const items: Item[] = [];
	const attempt = <Result>(at: AssetProblem['at'], work: () => Result): Result | undefined => {
		try {
			return work();
		} catch (error) {
			problems.push(problem(at, error));
			return undefined;
		}
	};
	for (const [entry, asset] of manifest.assets.entries()) {
		const own = attempt(['assets', entry], () => expand({ ...manifest, assets: [asset], pins: {} }));
		if (own) items.push(...own.map(item => ({ ...item, entry })));
	}
	problems.push(...twice(items));
	// Of names that an entry does not get to, nothing can be said.
	if (problems.length > 0) return problems;
	const names = new Set(items.map(({ name }) => name));
	for (const name of Object.keys(manifest.pins).filter(each => !names.has(each))) {
		problems.push({ at: ['pins', name], words: `There is no asset “${name}” to pin.` });
	}
	for (const [i, sheet] of manifest.sheets.entries()) {
		attempt(['sheets', i], () => [membersOf(sheet, items), sheetFiles(sheet)]);
	}
	for (const [i, set] of manifest.sets.entries()) {
		attempt(['sets', i], () => [membersOf({ of: [set.of] }, items), setFiles(set)]);
	}
	if (problems.length === 0) attempt([], () => expand(manifest));
	return problems;
}

/** Names and files that an earlier entry has already. */
function twice(items: readonly Item[]): AssetProblem[] {
	const names = new Set<string>();
	const files = new Set<string>();
	return items.flatMap(({ name, file, entry }) => {
		const taken = names.has(name) ? name : files.has(file.toLowerCase()) ? file : undefined;
		names.add(name);
		files.add(file.toLowerCase());
		const words = `“${taken}” is asked for by an earlier entry already.`;
		return taken === undefined ? [] : [{ at: ['assets', entry, taken === name ? 'name' : 'out'], words }];
	});
}

/** At the field that the failure names, below `at`; what it calls a path is an output's. */
function problem(at: AssetProblem['at'], error: unknown): AssetProblem {
	const failure = failureOf(error);
	const field = failure.kind === 'badRecipe' ? [failure.field === 'path' ? 'out' : failure.field] : [];
	return { at: [...at, ...field], words: sentence(failure) };
}
