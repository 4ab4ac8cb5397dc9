// A small picture of latents on their way: each latent channel has a colour, and no decoder is run.
import type { Latents } from '../models/family.ts';
import type { Preview } from './protocol/methods.ts';

/** Pixels of a preview's longer side lie within these. */
const smallest = 64;
const largest = 128;

/** Latents → RGBA, by the model's colours, scaled by a whole factor. */
export function previewOf(
	{ data, width, height, channels }: Latents,
	colours: readonly (readonly [number, number, number])[],
): Preview {
	const scale = previewScale(Math.max(width, height));
	const outWidth = Math.max(1, Math.round(width * scale));
	const outHeight = Math.max(1, Math.round(height * scale));
	const rgba = new Uint8Array(outWidth * outHeight * 4).fill(255);
	for (let y = 0; y < outHeight; y++) {
		for (let x = 0; x < outWidth; x++) {
			const from = Math.floor(y / scale) * width + Math.floor(x / scale);
			for (let colour = 0; colour < 3; colour++) {
				let value = 0;
				for (let channel = 0; channel < channels; channel++) {
					value += data[channel * width * height + from] * colours[channel][colour];
				}
				rgba[(y * outWidth + x) * 4 + colour] = Math.min(255, Math.max(0, Math.round((value + 1) * 127.5)));
			}
		}
	}
	return { width: outWidth, height: outHeight, rgba };
}

function previewScale(longer: number): number {
	if (longer < smallest) return Math.floor(largest / longer);
	return longer > largest ? 1 / Math.ceil(longer / largest) : 1;
}
