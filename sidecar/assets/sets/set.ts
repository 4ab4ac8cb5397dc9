// A set of a manifest: one picture in all the sizes that a platform asks for.
import { z } from 'zod';
import { refuseUnsafe } from '../paths.ts';
import { kindNames, kinds } from './kinds.ts';

export const IconSet = z.strictObject({
	of: z.string().min(1).max(200).meta({ description: 'The asset that all are made of.' }),
	out: z.string().min(1).max(250).meta({ description: 'The folder, from the manifest’s own.' }),
	kind: z.enum(kindNames).meta({
		description: Object.entries(kinds)
			.map(([name, { summary }]) => `${name}: ${summary}`)
			.join('; '),
	}),
	resample: z
		.enum(['smooth', 'nearest'])
		.default('smooth')
		.meta({ description: 'smooth: Lanczos; nearest: hard pixels, for pixel art.' }),
	background: z
		.string()
		.regex(/^#[0-9a-fA-F]{6}$/, 'must look like #336699')
		.default('#ffffff')
		.meta({ description: 'Behind the picture where a platform wants no transparency.' }),
});
export type IconSet = z.infer<typeof IconSet>;

/** The files of a set. Throws `badRecipe`. */
export function setFiles({ kind, out }: IconSet): string[] {
	refuseUnsafe(out);
	return kinds[kind].icons
		.map(({ file }) => `${out}/${file}`)
		.concat(kinds[kind].texts.map(({ file }) => `${out}/${file}`));
}
