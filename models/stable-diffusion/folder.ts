// The small files of a Stable Diffusion folder, read once: its pipeline's, its networks' and its scheduler's configs.
import { z } from 'zod';
import type { ModelFolder } from '../family.ts';
import { clipTokenizer } from '../text/clip-tokenizer.ts';
import type { TokenReader } from '../text/chunks.ts';
import { readVocabulary } from '../text/vocabulary.ts';
import { readLimnFile, type LimnFile } from './card.ts';
import { ClipTextConfig, readConfig, UnetConfig, VaeConfig } from './configs.ts';
import type { TextConfig } from './parts.ts';
import { SchedulerConfig } from './scheduler.ts';
import { versionOf, type EncoderPlace, type Version } from './version.ts';

export const indexFile = 'model_index.json';

/** What model_index.json says besides the names of classes; defaults are diffusers'. */
const Pipeline = z.object({
	/** Whether zeros stand in for a negative prompt without words; SDXL only. */
	force_zeros_for_empty_prompt: z.boolean().default(true),
});
type Pipeline = z.infer<typeof Pipeline>;

export interface FolderConfigs {
	readonly version: Version;
	readonly pipeline: Pipeline;
	/** Where the text encoders of this folder lie. */
	readonly places: readonly EncoderPlace[];
	readonly unet: UnetConfig;
	readonly vae: VaeConfig;
	readonly scheduler: SchedulerConfig;
	readonly limn: LimnFile;
}

/** Throws `modelBroken` naming the file and the field. */
export async function readConfigs(folder: ModelFolder): Promise<FolderConfigs> {
	const has = (path: string) => folder.files.includes(path);
	const unet = await readConfig(folder, 'unet/config.json', UnetConfig);
	const version = versionOf(unet);
	return {
		version,
		pipeline: has(indexFile) ? await readConfig(folder, indexFile, Pipeline) : Pipeline.parse({}),
		places: version.encoders.filter(({ directory, optional }) => !optional || has(`${directory}/config.json`)),
		unet,
		vae: await readConfig(folder, 'vae/config.json', VaeConfig),
		scheduler: await readConfig(folder, 'scheduler/scheduler_config.json', SchedulerConfig),
		limn: await readLimnFile(folder),
	};
}

/** A text encoder's config with the tokenizer that it was trained with. */
export interface ReadText extends TextConfig {
	readonly reader: TokenReader;
}

/** Throws `modelBroken` where a vocabulary does not fit its text encoder. */
export async function readText(folder: ModelFolder, place: EncoderPlace): Promise<ReadText> {
	const config = await readConfig(folder, `${place.directory}/config.json`, ClipTextConfig);
	const limits = { tokens: config.max_position_embeddings, vocabulary: config.vocab_size };
	const vocabulary = await readVocabulary(folder, place.tokenizer, limits);
	return { place, config, window: vocabulary.window, reader: clipTokenizer(vocabulary) };
}
