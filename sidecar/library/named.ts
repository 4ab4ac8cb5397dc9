// The model that someone names, among those at hand.
import { resolve } from 'node:path';
import { fail } from '../protocol/failure.ts';
import type { ModelCard, ModelsListResult } from '../protocol/methods.ts';
import { portableName } from '../protocol/names.ts';

/** By id, path or portable name; the built-in one (or else the first) without a wish. Throws why there is none. */
export function cardNamed({ models, refused }: ModelsListResult, wish: string | undefined): ModelCard {
	const card = wish === undefined ? models[0] : models.find(({ id }) => isNamed(id, wish));
	if (card) return card;
	const trouble = refused.find(({ file }) => wish !== undefined && isNamed(file, wish));
	const absent = trouble?.failure.kind === 'cannotRead' && trouble.failure.why === 'missing';
	if (trouble && !absent) throw fail(trouble.failure);
	throw fail({ kind: 'modelMissing', model: wish ?? 'the built-in one', known: models.map(({ id }) => id) });
}

function isNamed(id: string, wish: string): boolean {
	return id === wish || id === resolve(wish) || portableName(id) === wish;
}
