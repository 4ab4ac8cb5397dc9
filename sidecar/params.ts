// What an asker may send: every request is checked here before anything acts on it.
import { z } from 'zod';
import { fail, type FailureError } from './protocol/failure.ts';
import { mostAtOnce } from './protocol/methods.ts';
import { DeviceWish, PictureFormat } from './protocol/picture.ts';
import { Fit, Recipe } from './protocol/recipe.ts';

export const InitializeParams = z.object({
	protocol: z.int(),
	client: z.string().max(200),
	modelFolders: z.array(z.string().max(4096)).max(100),
	findModels: z.boolean(),
});

export const GenerateParams = z.object({
	job: z.int().min(0),
	recipe: Recipe,
	count: z.int().min(1).max(mostAtOnce),
	format: PictureFormat,
	device: DeviceWish,
	start: z.instanceof(Uint8Array).exactOptional(),
	controls: z.array(z.instanceof(Uint8Array)).max(4).exactOptional(),
	mask: z.instanceof(Uint8Array).exactOptional(),
});

export const ModelHashParams = z.object({ model: z.string().max(4096) });

export const DeviceProbeParams = z.object({ wish: DeviceWish });

export const PlaceholderParams = Fit.extend({ path: z.string().max(4096), format: PictureFormat });

const Ids = z.array(z.string().max(300)).max(20_000);

export const AssetsPlanParams = z.object({ manifest: z.string().max(4096), text: z.string().exactOptional() });

export const AssetsSyncParams = z.object({
	job: z.int().min(0),
	manifest: z.string().max(4096),
	device: DeviceWish,
	only: Ids,
	again: Ids,
	overwrite: Ids,
});

/** `value` as the schema has it; throws `badRecipe` naming the first field that does not fit, and why. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
	const result = schema.safeParse(value, { reportInput: true });
	if (result.success) return result.data;
	throw misfit(result.error.issues[0]);
}

function misfit(issue: z.core.$ZodIssue): FailureError {
	const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
	return fail({ kind: 'badRecipe', field: placeOf(path), why: reason(issue) });
}

/** `sheets[2].of`: the way to a field, so that one among many can be found. That a request has a recipe is no news. */
function placeOf([first, ...rest]: readonly PropertyKey[]): string {
	const path = first === 'recipe' && rest.length > 0 ? rest : [first ?? 'request', ...rest];
	const written = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
	return written.replace(/^\./, '');
}

/** The rest of a sentence that begins “The width …”. */
function reason(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'too_small':
			if (issue.origin === 'string') return 'must not be empty';
			return issue.inclusive ? `must be at least ${issue.minimum}` : `must be more than ${issue.minimum}`;
		case 'too_big':
			if (issue.origin === 'string') return `is longer than ${issue.maximum.toLocaleString('en')} characters`;
			return `must be at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`;
		case 'not_multiple_of':
			return `must be a multiple of ${issue.divisor}`;
		case 'invalid_type':
			return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
		case 'invalid_value':
			return `must be one of ${issue.values.join(', ')}`;
		case 'unrecognized_keys':
			return 'is not known';
		default:
			return issue.message;
	}
}

const kinds: Readonly<Record<string, string>> = {
	int: 'a whole number',
	number: 'a number',
	string: 'text',
	object: 'an object',
	array: 'a list',
	Uint8Array: 'bytes',
};
