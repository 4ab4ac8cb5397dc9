// How a job's previews are made: by a small decoder where one is at hand and fits, otherwise by the colours of the latents.
import { openTinyDecoder } from '../models/additions/tiny-decoder.ts';
import type { Latents, Model, Part, Plan, Run } from '../models/family.ts';
import { decoded } from '../models/stable-diffusion/pixels.ts';
import type { Shelves } from './additions.ts';
import type { FoundAddition } from './library/additions.ts';
import { previewOf, previewOfPixels } from './preview.ts';
import { failureOf } from './protocol/failure.ts';
import type { Preview } from './protocol/methods.ts';

export interface Previewing {
	/** The networks that it runs. */
	readonly parts: readonly Part[];
	/** What the user should know. */
	readonly notes: readonly string[];
	of(latents: Latents, run: Run): Promise<Preview>;
}

/** A picture that is drawn in tiles is too large for the small decoder too. */
export async function previewingFor(
	model: Model,
	{ tile }: Plan,
	find: Shelves['previewDecoder'],
): Promise<Previewing> {
	if (model.way !== 'diffusion') return byColours([], []);
	const { previewColours: colours, previewDecoder: name } = model;
	const file = name && tile === 'whole' ? await find(name) : undefined;
	if (!file) return byColours(colours, []);
	const part = await opened(file, model);
	return 'why' in part ? byColours(colours, [part.why]) : byDecoder(part);
}

const byColours = (colours: Parameters<typeof previewOf>[1], notes: readonly string[]): Previewing => ({
	...{ parts: [], notes },
	of: async latents => previewOf(latents, colours),
});

const byDecoder = (part: Part): Previewing => ({
	...{ parts: [part], notes: [] },
	of: async (latents, run) => previewOfPixels(await decoded(part, latents, run)),
});

/** Nobody asked for this very file: where it does not fit, previews do without. */
async function opened(
	file: FoundAddition,
	model: Extract<Model, { way: 'diffusion' }>,
): Promise<Part | { readonly why: string }> {
	try {
		return openTinyDecoder(file, await file.config(), model);
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind !== 'modelRefused' && failure.kind !== 'modelBroken') throw error;
		return { why: `Previews show the latents’ colours, since “${file.name}” cannot be used: ${failure.why}` };
	}
}
