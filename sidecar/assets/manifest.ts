// The asset manifest, `NAME.limn.json`: which pictures a project has, and how each is made. A stranger may have written it.
import { z } from 'zod';
import { parseJson } from '../../models/json.ts';
import { readWhole } from '../files/read.ts';
import { checked } from '../params.ts';
import { stepsSchema } from '../post/run.ts';
import { fail } from '../protocol/failure.ts';
import { PictureFormat } from '../protocol/picture.ts';
import { maxSeed, Recipe } from '../protocol/recipe.ts';
import { IconSet } from './sets/set.ts';
import { Sheet } from './sheets/sheet.ts';

/** Bytes of the longest manifest. */
export const longestManifest = 1 << 20;

const Name = z
	.string()
	.regex(/^[A-Za-z][\w-]{0,59}$/, 'must begin with a letter and hold letters, digits, - and _ only');
const Seed = z.int().min(0).max(maxSeed);
const Words = z.string().max(20_000);

const Lists = z
	.record(Name, z.array(z.string().min(1).max(200)).min(1).max(500))
	.meta({ description: 'Words by name: {name} in a prompt, a name or a path stands for each of them in turn.' });

const look = {
	negative: Words.meta({ description: 'What should not be in the picture.' }),
	width: Recipe.shape.width.meta({ description: 'Pixels to draw; post steps may change the size afterwards.' }),
	height: Recipe.shape.height.meta({ description: 'Pixels to draw; post steps may change the size afterwards.' }),
	steps: Recipe.shape.steps,
	guidance: Recipe.shape.guidance,
	sampler: Recipe.shape.sampler,
	schedule: Recipe.shape.schedule,
	seed: z.union([z.literal('words'), Seed, z.strictObject({ from: Seed })]).meta({
		description:
			'words: from the prompt, so that the same words give the same picture; a number: this one for all; {"from": n}: n, n + 1 …',
	}),
	post: stepsSchema().meta({ description: 'What is done with the picture once it is drawn, in order.' }),
	format: PictureFormat.meta({ description: 'Without it, as the path ends.' }),
	mostBytes: z.int().min(100).max(1e9).meta({ description: 'The budget of the file: a larger one is not written.' }),
};

const Style = z.strictObject({
	...optional(look),
	prompt: Words.optional().meta({ description: 'Words round those of an asset, which stand for {prompt}.' }),
});

const Asset = z.strictObject({
	...optional(look),
	name: z
		.string()
		.min(1)
		.max(200)
		.meta({ description: 'Such as potion_{colour}: one asset for each colour of the list.' }),
	prompt: Words.min(1).meta({ description: 'Such as: a {colour} potion.' }),
	style: Name.optional().meta({ description: 'One of “styles”: what is not said here is as it says.' }),
	out: z.string().min(1).max(300).default('{name}.png').meta({ description: 'The file, from the manifest’s folder.' }),
	lists: Lists.optional(),
	count: z
		.int()
		.min(1)
		.max(100)
		.default(1)
		.meta({ description: 'Variations, with seeds that count up; {n} is 01, 02 …' }),
});

export const Manifest = z.strictObject({
	$schema: z.string().max(1000).optional(),
	limn: z.literal(1).meta({ description: 'The version of this format.' }),
	model: z
		.string()
		.max(200)
		.regex(/^[\w][\w .+-]*(\/[\w][\w .+-]*)?$/, 'must be a model’s name, not a path')
		.optional()
		.meta({ description: 'A model’s name as “limn models” lists it; without it, the built-in one.' }),
	lists: Lists.default({}),
	styles: z.record(Name, Style).default({}),
	assets: z.array(Asset).min(1).max(1000),
	pins: z.record(z.string().max(200), Seed).default({}).meta({ description: 'Seeds of single assets, by name.' }),
	sheets: z.array(Sheet).max(100).default([]),
	sets: z.array(IconSet).max(100).default([]),
});
export type Manifest = z.infer<typeof Manifest>;
export type Asset = z.infer<typeof Asset>;
export type Style = z.infer<typeof Style>;

/** Reads a manifest. Throws `cannotRead`, or `badRecipe` naming what does not fit. */
export async function readManifest(path: string): Promise<Manifest> {
	return parseManifest(await readManifestText(path));
}

/** What a manifest says on the disk. Throws `cannotRead`. */
export async function readManifestText(path: string): Promise<string> {
	return new TextDecoder().decode(await readWhole(path, longestManifest));
}

/** The manifest that a text is. Throws `badRecipe` naming what does not fit. */
export function parseManifest(text: string): Manifest {
	const json = parseJson(text, why => fail({ kind: 'badRecipe', field: 'manifest', why: `cannot be used: ${why}` }));
	return checked(Manifest, json);
}

/** The schema as editors use it. */
export function manifestSchema(): object {
	return z.toJSONSchema(Manifest, { io: 'input', target: 'draft-7', reused: 'ref' });
}

type Optional<Shape extends Record<string, z.ZodType>> = { [Field in keyof Shape]: z.ZodOptional<Shape[Field]> };

function optional<Shape extends Record<string, z.ZodType>>(shape: Shape): Optional<Shape> {
	const entries = Object.entries(shape).map(([field, type]) => [field, type.optional().meta(type.meta() ?? {})]);
	return Object.fromEntries(entries) as Optional<Shape>;
}
