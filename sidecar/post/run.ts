// A list of steps, as people write it, run over a picture.
import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { fail } from '../protocol/failure.ts';
import type { WrittenStep } from '../protocol/picture.ts';
import type { Rgba } from './rgba.ts';
import type { Act, ReadFile, Step, Work } from './step.ts';
import { steps } from './steps/index.ts';

/** The most steps one picture goes through. */
export const mostSteps = 32;

/** The schema of a list of steps; each step's options are named, so that an editor can complete them. */
export function stepsSchema(): z.ZodType<readonly WrittenStep[]> {
	const [first, ...rest] = steps.map(({ name, summary, options }) =>
		options.extend({ step: z.literal(name) }).meta({ description: summary }),
	);
	const named = z.enum(steps.map(({ name }) => name));
	const written: z.ZodType = z.array(z.union([named, z.discriminatedUnion('step', [first, ...rest])])).max(mostSteps);
	return written as z.ZodType<readonly WrittenStep[]>;
}

/** Checks every step before the first is made; throws `badRecipe`. */
export function prepared(written: readonly WrittenStep[]): Act {
	const acts = written.map(each => found(each).prepare(optionsOf(each)));
	return async (work, read) => {
		for (const act of acts) {
			work = await act(work, read);
			// Steps are plain loops over pixels: between two of them, others get their turn.
			await turn();
		}
		return work;
	};
}

/** The files that steps read, such as palettes. */
export function filesOf(written: readonly WrittenStep[]): string[] {
	return written.flatMap(each => found(each).files(optionsOf(each)));
}

/** Runs steps over a picture of which nothing is known. */
export async function post(picture: Rgba, written: readonly WrittenStep[], read: ReadFile): Promise<Work> {
	return await prepared(written)({ picture, facts: {}, notes: [] }, read);
}

function found(written: WrittenStep): Step {
	const name = typeof written === 'string' ? written : written.step;
	const known = steps.find(step => step.name === name);
	if (known) return known;
	const names = steps.map(step => step.name).join(', ');
	throw fail({ kind: 'badRecipe', field: 'step', why: `“${name}” is not known; there are ${names}` });
}

function optionsOf(written: WrittenStep): object {
	if (typeof written === 'string') return {};
	const { step: _, ...options } = written;
	return options;
}
