// What a command is, what it may be given by another extension or a key binding, and how it is registered.
import type { Disposable } from 'vscode';
import { commands } from 'vscode';
import { z } from 'zod';
import { fail, failureOf } from '../../sidecar/protocol/failure.ts';
import { PictureFormat } from '../../sidecar/protocol/picture.ts';
import { Recipe, type RecipeWish } from '../../sidecar/protocol/recipe.ts';
import { sentence } from '../../sidecar/protocol/wording.ts';
import type { Limn } from '../limn.ts';
import type { Outcome } from '../place.ts';
import { inBackground, tellFailure } from '../tell.ts';

export interface Command {
	readonly id: string;
	/** Throws failures; they are worded where it was registered. */
	run(limn: Limn, ...given: unknown[]): Promise<Outcome>;
}

/**
 * What the generating commands take: `{ prompt, …any field of a recipe, format }`, and into a folder also `folder` and
 * `name`. With a prompt no question is asked. They resolve with an `Outcome`. This is public: key bindings use it.
 */
export const Wish = Recipe.omit({ start: true }).partial().extend({
	prompt: Recipe.shape.prompt,
	format: PictureFormat.optional(),
	/** A URI or the path of a folder. */
	folder: z.string().optional(),
	/** The new file's name. */
	name: z.string().optional(),
});
export type Wish = z.infer<typeof Wish>;

/** The wish in a command's arguments; nothing where there is none, as from a menu. Throws `badRecipe`. */
export function wishIn(given: unknown): Wish | undefined {
	if (typeof given !== 'object' || given === null || !('prompt' in given)) return undefined;
	const read = Wish.safeParse(given);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw fail({ kind: 'badRecipe', field: issue?.path.join('.') || 'argument', why: `is wrong: ${issue?.message}` });
}

/** The part of a wish that is a recipe's. */
export function recipeIn({ format: _format, folder: _folder, name: _name, ...recipe }: Wish): RecipeWish {
	return recipe as RecipeWish;
}

/** Registers a command; its failures are told with their buttons, and given back to whoever called it. */
export function register(limn: Limn, command: Command): Disposable {
	return commands.registerCommand(command.id, async (...given: unknown[]): Promise<Outcome> => {
		try {
			return await command.run(limn, ...given);
		} catch (error) {
			const failure = failureOf(error);
			if (failure.kind === 'cancelled') return { outcome: 'cancelled' };
			limn.log.error(sentence(failure), failure);
			inBackground(tellFailure(failure));
			return { outcome: 'failed', failure, words: sentence(failure) };
		}
	});
}
