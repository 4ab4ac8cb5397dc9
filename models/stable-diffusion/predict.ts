// One look of the UNet: everything that its configs ask to be told, and its answer.
import type { ImageModel, Part } from '../family.ts';
import { float32, type Tensor } from '../tensor.ts';
import { joined } from './beside.ts';
import type { UnetConfig } from './configs.ts';
import { guidanceEmbedding } from './guidance-embedding.ts';
import type { TimeIds } from './time-ids.ts';
import { floats } from './words.ts';

export interface Looking {
	readonly unet: UnetConfig;
	readonly part: Part;
	/** SDXL's facts of a picture; `undefined` where the UNet takes none. */
	readonly timeIds: TimeIds | undefined;
	readonly downscale: number;
}

export function predictWith({ unet, part, timeIds, downscale }: Looking): ImageModel['predict'] {
	const { in_channels: channels, time_cond_proj_dim: numbers } = unet;
	return async (x, timestep, { words, guidance, beside }, run) => {
		const facts = timeIds?.(x.height * downscale, x.width * downscale, words.negative);
		const { out_sample: output } = await run(part, {
			...words.feeds,
			...(facts ? { time_ids: row(facts) } : {}),
			...(numbers ? { timestep_cond: row(guidanceEmbedding(guidance, numbers)) } : {}),
			sample: float32(joined(x.data, beside), [1, channels, x.height, x.width]),
			timestep: float32(Float32Array.of(timestep), [1]),
		});
		return floats(output);
	};
}

const row = (values: Iterable<number>): Tensor => {
	const data = Float32Array.from(values);
	return float32(data, [1, data.length]);
};
