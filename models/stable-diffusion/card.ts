// The card of a Stable Diffusion folder: its name and what it is best run with, by limn.json where there is one.
import { z } from 'zod';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import { samplerNames, scheduleNames } from '../../sidecar/protocol/recipe.ts';
import type { ModelFolder } from '../family.ts';
import { readConfig } from './configs.ts';
import { madeFor, type SchedulerConfig } from './scheduler.ts';
import { TaughtWords } from './taught.ts';

const side = z.int().min(16).max(8192).multipleOf(8);
const text = z.string().max(200);
const colour = z.tuple([z.number(), z.number(), z.number()]);

/** What a folder may say about itself to Limn, in `limn.json`; every field is optional. */
export const LimnFile = z.object({
	name: text.optional(),
	licence: text.optional(),
	width: side.optional(),
	height: side.optional(),
	steps: z.int().min(1).max(1000).optional(),
	guidance: z.number().min(0).max(100).optional(),
	negative: z.string().max(2000).optional(),
	sampler: z.enum(samplerNames).optional(),
	schedule: z.enum(scheduleNames).optional(),
	vocabulary: TaughtWords.optional(),
	/** Rows: latent channels; columns: red, green, blue. */
	previewColours: z.array(colour).max(64).optional(),
});
export type LimnFile = z.infer<typeof LimnFile>;

/** The folder's limn.json; empty when it has none. */
export async function readLimnFile(folder: ModelFolder): Promise<LimnFile> {
	return folder.files.includes('limn.json') ? readConfig(folder, 'limn.json', LimnFile) : {};
}

export interface CardFacts {
	readonly scheduler: SchedulerConfig;
	/** Pixels [height, width] that the network was trained at. */
	readonly size: readonly [number, number];
	readonly bytes: number;
	/** What models of its version are run with, unless they were made for few steps. */
	readonly usual: { readonly steps: number; readonly guidance: number };
	/** Whether it takes the guidance as a number. */
	readonly told: boolean;
}

export function cardOf(folder: ModelFolder, limn: LimnFile, facts: CardFacts): ModelCard {
	const { sampler, schedule, fewSteps } = madeFor(facts.scheduler);
	const [height, width] = facts.size;
	// What diffusers' LatentConsistencyModelPipeline runs with, and what all other distilled models are published with.
	const few = { steps: 4, guidance: facts.told ? 8.5 : 1 };
	const usual = fewSteps ? few : facts.usual;
	return {
		id: folder.path,
		name: limn.name ?? folder.path.split(/[\\/]/).findLast(part => part !== '') ?? folder.path,
		family: 'stable-diffusion',
		licence: limn.licence ?? 'unknown',
		builtIn: false,
		bytes: facts.bytes,
		defaults: {
			negative: limn.negative ?? '',
			model: folder.path,
			width: limn.width ?? width,
			height: limn.height ?? height,
			steps: limn.steps ?? usual.steps,
			guidance: limn.guidance ?? usual.guidance,
			sampler: limn.sampler ?? sampler,
			schedule: limn.schedule ?? schedule,
		},
		...(limn.vocabulary ? { vocabulary: limn.vocabulary } : {}),
	};
}
