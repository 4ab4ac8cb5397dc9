// Inpainting with an ordinary model: outside the mask the latents stay those of the picture, at every look of the network.
import type { Denoise } from './levels.ts';

/** What stays of a picture: its latents, the noise they are met with, and where they are given up. */
export interface Kept {
	/** Clean latents [channels, height, width] of the picture. */
	readonly latents: Float32Array;
	/** The first noise, of the same shape. */
	readonly noise: Float32Array;
	/** [height, width]: above 0 where the picture is drawn anew. */
	readonly mask: Float32Array;
	/** Whether sampling begins from noise alone, so that the first look sees nothing of the picture yet. */
	readonly fromNoise: boolean;
}

/**
 * Puts the picture, with the noise of the level looked at, where the mask keeps it, and takes its clean latents for the
 * network's word there: what diffusers' StableDiffusionInpaintPipeline does after every step for a UNet of four channels.
 */
export function keeping(denoise: Denoise, { latents, noise, mask, fromNoise }: Kept): Denoise {
	const cells = mask.length;
	let looks = 0;
	return async (x, level) => {
		const blind = fromNoise && looks++ === 0;
		const seen = blind
			? x
			: x.map((value, i) => (mask[i % cells] > 0 ? value : level.alpha * latents[i] + level.sigma * noise[i]));
		const x0 = await denoise(seen, level);
		return keptClean(x0, latents, mask);
	};
}

/** The drawn latents where the mask is above 0, the picture's clean ones elsewhere: also how the last step ends. */
export function keptClean(drawn: Float32Array, latents: Float32Array, mask: Float32Array): Float32Array {
	return drawn.map((value, i) => (mask[i % mask.length] > 0 ? value : latents[i]));
}

/** The mask at the latents' size: every `downscale`-th pixel, white from one half on, as diffusers takes it. */
export function latentMask(mask: Float32Array, width: number, height: number, downscale: number): Float32Array {
	const [across, down] = [width / downscale, height / downscale];
	return Float32Array.from({ length: across * down }, (_, i) => {
		const [x, y] = [i % across, Math.floor(i / across)];
		return mask[y * downscale * width + x * downscale] >= 0.5 ? 1 : 0;
	});
}

/** The drawn pixels where the mask is white, the picture's own where it is black, a blend between: [3, height, width]. */
export function pastedBack(drawn: Float32Array, picture: Float32Array, mask: Float32Array): Float32Array {
	return drawn.map((value, i) => {
		const share = mask[i % mask.length];
		return share === 0 ? picture[i] : share * value + (1 - share) * picture[i];
	});
}
