// The stamp: what a picture file says of itself. Neither date nor path, so that one recipe gives one file anywhere.
import { z } from 'zod';
import { devices, type Device, type WrittenStep } from '../protocol/picture.ts';
import { Recipe } from '../protocol/recipe.ts';
import type { NamedModel } from './a1111.ts';

export interface Stamp {
	/** With the model by its portable name, such as `sketch` or `org/name`; never a path. */
	readonly recipe: Recipe;
	readonly model: NamedModel;
	readonly device: Device;
	/** The steps that the picture went through afterwards, as a manifest writes them. */
	readonly post?: readonly WrittenStep[];
}

const Written = z.object({
	limn: z.literal(1),
	// Files made before recipes said so took every bracket as it stands.
	recipe: Recipe.extend({ emphasis: Recipe.shape.emphasis.default('none') }),
	model: z.object({ name: z.string(), hash: z.string() }),
	device: z.enum(devices),
	post: z.array(z.union([z.string(), z.looseObject({ step: z.string() })])).exactOptional(),
});

/** The stamp as one line of JSON. */
export function writeStamp({ recipe, model, device, post }: Stamp): string {
	const text = JSON.stringify({ limn: 1, recipe, model, device, post });
	// XML has no place for these, not even escaped; JSON has.
	return text.replace(/[\x7f-\x9f\ufffe\uffff]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The stamp that `text` holds, if it is one. */
export function readStamp(text: string): Stamp | undefined {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		// Words that are no JSON are no stamp; that is an answer, not an error.
		return undefined;
	}
	const { data } = Written.safeParse(json);
	if (!data) return undefined;
	const { recipe, model, device, post } = data;
	return { recipe, model, device, ...(post ? { post } : {}) };
}
