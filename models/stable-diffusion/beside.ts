// What some UNets see beside the latents: a mask and the picture behind it (inpainting), or the picture (InstructPix2Pix).
import { fail } from '../../sidecar/protocol/failure.ts';
import type { Encode, ImageModel, Latents, StartPixels } from '../family.ts';

export type Sees = ImageModel['sees'];

/** By how many channels a UNet takes more than the latents have; `undefined` where that is none of these. */
export function seesOf(taken: number, latents: number): Sees | undefined {
	const known: readonly (readonly [number, Sees])[] = [
		[0, 'nothing'],
		[latents + 1, 'masked picture'],
		[latents, 'picture'],
	];
	return known.find(([more]) => taken - latents === more)?.[1];
}

/** The autoencoder that the pictures go through. */
export interface Eye {
	readonly downscale: number;
	readonly scalingFactor: number;
	readonly encode: Encode;
}

/** The channels for a picture, at the latents' size. */
type Beside = (start: StartPixels | undefined, size: Omit<Latents, 'data'>, eye: Eye) => Promise<Float32Array>;

/** By what the network sees. Throws `badRecipe` where a picture is needed and the recipe names none. */
export const besides: Readonly<Record<Sees, Beside>> = {
	nothing: async () => new Float32Array(),

	/** The mask, 1 where the picture is drawn anew, and the latents of the picture with grey there, as diffusers feeds them. */
	async 'masked picture'(start, { width, height }, { downscale, encode }) {
		const [across, down] = [width * downscale, height * downscale];
		const mask = (start?.mask ?? new Float32Array(across * down).fill(1)).map(value => (value < 0.5 ? 0 : 1));
		const seen = start?.data ?? new Float32Array(3 * across * down);
		const kept = seen.map((value, i) => (mask[i % mask.length] === 0 ? value : 0));
		const { data } = await encode({ data: kept, width: across, height: down });
		const cells = new Float32Array(width * height).map(
			(_, i) => mask[Math.floor(i / width) * downscale * across + (i % width) * downscale],
		);
		return joined(cells, data);
	},

	/** The picture's latents, not scaled. */
	async picture(start, _size, { scalingFactor, encode }) {
		if (!start)
			throw fail({
				kind: 'badRecipe',
				field: 'start',
				why: 'picture is missing: this model changes a picture by words',
			});
		const { data } = await encode(start);
		return data.map(value => value / scalingFactor);
	},
};

/** Channels one behind the other. */
export function joined(first: Float32Array, second: Float32Array): Float32Array {
	const whole = new Float32Array(first.length + second.length);
	whole.set(first);
	whole.set(second, first.length);
	return whole;
}
