// Latents to colours without the decoder: good enough for a preview of a step.

import type { TinyDecoderName } from '../family.ts';

type Colours = readonly (readonly [red: number, green: number, blue: number])[];

/** Stable Diffusion 1 and 2's latents, fitted to their decoder's pictures (ComfyUI's latent_formats.py, SD15). */
const stableDiffusion: Colours = [
	[0.3512, 0.2297, 0.3227],
	[0.325, 0.4974, 0.235],
	[-0.2829, 0.1762, 0.2721],
	[-0.212, -0.2616, -0.7177],
];

/** SDXL's (the same, SDXL), without their small offset. */
const stableDiffusionXl: Colours = [
	[0.3651, 0.4232, 0.4341],
	[-0.2533, -0.0042, 0.1068],
	[0.1076, 0.1111, -0.0362],
	[-0.3165, -0.2492, -0.2188],
];

/** What is known of latents by the scaling factor of the autoencoder that makes them. */
const known: Readonly<Record<number, { readonly colours: Colours; readonly decoder: TinyDecoderName }>> = {
	0.18215: { colours: stableDiffusion, decoder: 'taesd' },
	0.13025: { colours: stableDiffusionXl, decoder: 'taesdxl' },
};

export interface LatentKind {
	readonly channels: number;
	readonly downscale: number;
	readonly scalingFactor: number;
}

/**
 * One row a latent channel. Latents of another autoencoder than Stable Diffusion's get greys: every channel counts alike,
 * weighted so that latents of unit variance spread over half the range.
 */
export function previewColours({ channels, downscale, scalingFactor }: LatentKind): Colours {
	const like = kindOf({ channels, downscale, scalingFactor });
	if (like) return like.colours;
	const grey = 0.5 / Math.sqrt(channels);
	return Array.from({ length: channels }, () => [grey, grey, grey]);
}

/** The small decoder that was made for such latents, if there is one. */
export const tinyDecoderFor = (latents: LatentKind): TinyDecoderName | undefined => kindOf(latents)?.decoder;

const kindOf = ({ channels, downscale, scalingFactor }: LatentKind) =>
	channels === 4 && downscale === 8 ? known[scalingFactor] : undefined;
