// A sheet of a manifest: pictures packed into one, and the lists that engines read.
import { z } from 'zod';
import { fail, type FailureError } from '../../protocol/failure.ts';
import type { Item } from '../expand.ts';
import { refuseUnsafe } from '../paths.ts';
import { outputNames, sheetOutputs } from './outputs/index.ts';

export const Sheet = z.strictObject({
	out: z
		.string()
		.min(1)
		.max(300)
		.regex(/\.png$/, 'must end in .png')
		.meta({ description: 'The sheet’s file; more pages are NAME-1.png, NAME-2.png …' }),
	of: z
		.array(z.string().min(1).max(200))
		.min(1)
		.max(100)
		.meta({ description: 'Names of assets; * stands for any letters.' }),
	outputs: z
		.array(z.enum(outputNames))
		.min(1)
		.max(10)
		.meta({
			description: sheetOutputs.map(({ name, summary }) => `${name}: ${summary}`).join('; '),
		}),
	layout: z
		.enum(['packed', 'grid'])
		.default('packed')
		.meta({ description: 'packed: as small as can be; grid: equal cells in rows, as tile sets need it.' }),
	most: z.int().min(16).max(8192).default(2048).meta({ description: 'Pixels along the largest side of a page.' }),
	padding: z.int().min(0).max(64).default(2).meta({ description: 'Transparent pixels between sprites.' }),
	extrude: z
		.int()
		.min(0)
		.max(16)
		.default(0)
		.meta({ description: 'How often a sprite’s outermost pixels are repeated round it, against seams between tiles.' }),
	powerOfTwo: z.boolean().default(false).meta({ description: 'Sides of pages are powers of two.' }),
	trim: z
		.boolean()
		.default(false)
		.meta({ description: 'Transparent borders are not stored; lists that can say so do.' }),
	resources: z
		.string()
		.max(200)
		.regex(/^res:\/\/([\w.-]+\/)*$/, 'must look like res://art/')
		.default('res://')
		.meta({ description: 'Godot: where the manifest’s folder lies in the project.' }),
});
export type Sheet = z.infer<typeof Sheet>;

/** The assets that a sheet is made of, in the manifest's order. Throws `badRecipe` where a name fits none. */
export function membersOf({ of }: Pick<Sheet, 'of'>, items: readonly Item[]): Item[] {
	const chosen = new Set<Item>();
	for (const pattern of new Set(of)) {
		const fits = items.filter(({ name }) => isLike(name, pattern));
		if (fits.length === 0) throw bad('of', `names “${pattern}”, and no asset is called so`);
		for (const item of fits) chosen.add(item);
	}
	return items.filter(item => chosen.has(item));
}

/** The files that a sheet of one page is made of. Throws `badRecipe`. */
export function sheetFiles(sheet: Sheet): string[] {
	refuseUnsafe(sheet.out);
	if (sheet.outputs.includes('tiled') && (sheet.layout !== 'grid' || sheet.trim))
		throw bad('layout', 'must be grid, without trim, for a sheet that Tiled reads');
	const page = { image: sheet.out, width: 1, height: 1, frames: [] };
	const lists = sheetOutputs.filter(({ name }) => sheet.outputs.includes(name));
	return [sheet.out, ...lists.flatMap(({ write }) => write([page], sheet).map(({ path }) => path))];
}

/** Whether a name fits a pattern; backtracking is bounded by taking each part at its first place. */
export function isLike(name: string, pattern: string): boolean {
	const [first, ...parts] = pattern.split('*');
	if (parts.length === 0) return name === pattern;
	const last = parts.pop()!;
	if (!name.startsWith(first)) return false;
	let at = first.length;
	for (const part of parts) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return name.length - last.length >= at && name.endsWith(last);
}

function bad(field: string, why: string): FailureError {
	return fail({ kind: 'badRecipe', field, why });
}
