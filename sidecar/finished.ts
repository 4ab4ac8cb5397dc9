// What can be asked of a picture that is there: how it was made, and steps over its pixels.
import { z } from 'zod';
import { inspect } from './pictures/read.ts';
import { readRgba } from './pictures/rgba.ts';
import { writeRgba } from './pictures/write.ts';
import { mostSteps, filesOf, prepared } from './post/run.ts';
import type { Facts, ReadFile } from './post/step.ts';
import { fail } from './protocol/failure.ts';
import type * as methods from './protocol/methods.ts';
import { PictureFormat, type WrittenStep } from './protocol/picture.ts';

/** A picture file; the path is for what is said about it, and is never opened. */
export const InspectParams = z.object({ path: z.string().max(4096), bytes: z.instanceof(Uint8Array) });

export const PostParams = InspectParams.extend({
	steps: z.array(z.union([z.string(), z.looseObject({ step: z.string() })])).max(mostSteps),
	format: PictureFormat,
});

/** What the picture says of how it was made. Throws `badPicture`. */
export async function said({ path, bytes }: methods.InspectParams): Promise<methods.InspectResult> {
	const { format, width, height, recipe, stamp, imported } = await inspect(path, bytes);
	return {
		...{ format, width, height, post: stamp?.post ?? [], left: imported?.left ?? [] },
		...(recipe && { recipe }),
		...(stamp && { model: stamp.model, device: stamp.device }),
		...(imported && { tool: imported.tool }),
	};
}

/** The steps of an asker who sends bytes: they may name no file. */
export async function workedAlone(params: methods.PostParams): Promise<methods.PostResult> {
	const [file] = filesOf(params.steps);
	if (file !== undefined)
		throw fail({ kind: 'badRecipe', field: 'step', why: `must not name a file here, such as ${file}` });
	const { bytes, width, height, notes } = await worked(params, () => Promise.reject(new Error('no file is read')));
	return { bytes, width, height, notes };
}

/** The picture after its steps, with the recipe that it carried and the steps added to it. Throws `badPicture`, `badRecipe`. */
export async function worked(
	{ path, bytes, steps, format }: methods.PostParams,
	read: ReadFile,
): Promise<methods.PostResult & { readonly facts: Facts }> {
	const act = prepared(steps);
	const picture = await readRgba(path, bytes);
	const { stamp } = await inspect(path, bytes);
	const done = await act({ picture, facts: {}, notes: [] }, read);
	const post: readonly WrittenStep[] = [...(stamp?.post ?? []), ...steps];
	const written = await writeRgba(done.picture, format, stamp && { ...stamp, ...(post.length > 0 && { post }) });
	const { width, height } = done.picture;
	return { bytes: written, width, height, notes: done.notes, facts: done.facts };
}
