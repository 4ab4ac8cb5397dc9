// The files that a list of a recipe names, each the one that the recipe was made with.
import type { FindAddition } from './additions.ts';
import { fail, type AdditionKind } from './protocol/failure.ts';

/** What a recipe says of a file that it adds. */
export interface Named {
	readonly name: string;
	readonly sha256?: string;
}

/** Throws what `find` throws, and `badRecipe` where a file is another than the recipe's. */
export async function foundAll<Wish extends Named>(
	field: string,
	kind: AdditionKind,
	wishes: readonly Wish[],
	find: FindAddition,
) {
	return await Promise.all(
		wishes.map(async wish => {
			const file = await find(kind, wish.name);
			if (wish.sha256 === undefined || wish.sha256 === (await file.hash())) return { wish, file };
			throw fail({ kind: 'badRecipe', field, why: `name another “${wish.name}” than the one in ${file.path}` });
		}),
	);
}

/** Throws `badRecipe` where a list that must not names one file twice. */
export function refuseTwice(field: string, wishes: readonly Named[]): void {
	const twice = wishes.find(({ name }, i) => wishes.findIndex(other => other.name === name) !== i);
	if (twice) throw fail({ kind: 'badRecipe', field, why: `name “${twice.name}” twice` });
}
