// What SDXL is told of a picture besides its words: sizes, a crop, or how beautiful it is to be (section 2.2, Podell et al. 2023).
import type { UnetConfig } from './configs.ts';

/** Pixels, and whether it is for the negative prompt → the numbers that the UNet takes as `time_ids`. */
export type TimeIds = (height: number, width: number, negative: boolean) => readonly number[];

/** By how many numbers a UNet takes; the values are the defaults of diffusers' pipelines. */
const known: Readonly<Record<number, TimeIds>> = {
	/** Original size, crop from the top left, target size. */
	6: (height, width) => [height, width, 0, 0, height, width],
	/** The refiner: original size, crop, aesthetic score. */
	5: (height, width, negative) => [height, width, 0, 0, negative ? 2.5 : 6],
};

/** The numbers for a UNet beside `pooled` words in one vector; `undefined` where it takes others than SDXL's. */
export function timeIdsOf(config: UnetConfig, pooled: number): TimeIds | undefined {
	const { projection_class_embeddings_input_dim: all, addition_time_embed_dim: each } = config;
	return known[((all ?? 0) - pooled) / (each ?? 1)];
}
