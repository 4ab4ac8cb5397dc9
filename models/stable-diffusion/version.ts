// What tells Stable Diffusion 1 and 2 from XL besides their configs: the text encoders, and what they are best run with.
import type { ClipTextAnswer } from './clip-text.ts';
import type { UnetConfig } from './configs.ts';
import type { SchedulerConfig } from './scheduler.ts';

/** One text encoder by its place in a diffusers folder, and what is asked of it. */
export interface EncoderPlace extends ClipTextAnswer {
	readonly role: string;
	/** The folder of the network. */
	readonly directory: string;
	readonly tokenizer: string;
	/** Whether some models of the version do without it. */
	readonly optional: boolean;
}

export interface Version {
	/** In the order in which their states lie side by side. */
	readonly encoders: readonly EncoderPlace[];
	/** What its makers' pipelines run with. */
	readonly usual: { readonly steps: number; readonly guidance: number };
	/** What diffusers' pipeline makes of the scheduler's steps_offset. */
	stepsOffset(scheduler: SchedulerConfig): number;
}

const one: Version = {
	encoders: [
		{
			role: 'text-encoder',
			directory: 'text_encoder',
			tokenizer: 'tokenizer',
			layer: 'last',
			pools: false,
			optional: false,
		},
	],
	usual: { steps: 25, guidance: 7.5 },
	// StableDiffusionPipeline sets it, whatever the file says.
	stepsOffset: () => 1,
};

/** SDXL (Podell et al. 2023): CLIP-L beside OpenCLIP bigG; the refiner has bigG alone. */
const xl: Version = {
	encoders: [
		{
			role: 'text-encoder',
			directory: 'text_encoder',
			tokenizer: 'tokenizer',
			layer: 'penultimate',
			pools: false,
			optional: true,
		},
		{
			role: 'text-encoder-2',
			directory: 'text_encoder_2',
			tokenizer: 'tokenizer_2',
			layer: 'penultimate',
			pools: true,
			optional: false,
		},
	],
	usual: { steps: 30, guidance: 5 },
	stepsOffset: scheduler => scheduler.steps_offset,
};

export const versionOf = ({ addition_embed_type: added }: UnetConfig): Version => (added === null ? one : xl);
