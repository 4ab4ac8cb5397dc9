// Pixels and latents, through the autoencoder's two halves.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { Latents, ModelFolder, Part, Pixels, Run } from '../family.ts';
import { float32, type Tensor } from '../tensor.ts';
import { floats } from './words.ts';

/** Latents → pixels. */
export async function decoded(decoder: Part, latents: Latents, run: Run): Promise<Pixels> {
	const { sample } = await run(decoder, { latent: latentTensor(latents) });
	return { data: floats(sample), height: sample.dims[2], width: sample.dims[3] };
}

/** Pixels → latents. Throws `modelBroken` where the folder's autoencoder has no encoder. */
export async function encoded(
	folder: ModelFolder,
	encoder: Part | undefined,
	{ data, height, width }: Pixels,
	run: Run,
): Promise<Latents> {
	if (!encoder) throw noEncoder(folder);
	const { latent } = await run(encoder, { sample: float32(data, [1, 3, height, width]) });
	return { data: floats(latent), channels: latent.dims[1], height: latent.dims[2], width: latent.dims[3] };
}

export const noEncoder = (folder: ModelFolder) =>
	fail({
		kind: 'modelBroken',
		file: `${folder.path}/vae`,
		why: 'its autoencoder has no encoder, so it cannot start from a picture',
	});

const latentTensor = ({ data, channels, height, width }: Latents): Tensor =>
	float32(data, [1, channels, height, width]);
