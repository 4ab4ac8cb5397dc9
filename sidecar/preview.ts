// Small pictures of latents on their way: of their channels' colours, or of what a small decoder makes of them.
import type { Latents, Pixels } from '../models/family.ts';
import type { Preview } from './protocol/methods.ts';

/** Pixels of a preview's longer side lie within these. */
const smallest = 64;
const largest = 128;
/** The same where a decoder gives more to see. */
const largestDecoded = 256;

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
				rgba[(y * outWidth + x) * 4 + colour] = byteOf(value);
			}
		}
	}
	return { width: outWidth, height: outHeight, rgba };
}

/** Pixels → RGBA, made smaller by a whole factor: each pixel is the mean of those that it stands for. */
export function previewOfPixels({ data, width, height }: Pixels): Preview {
	const factor = Math.ceil(Math.max(width, height) / largestDecoded);
	const [outWidth, outHeight] = [width, height].map(side => Math.max(1, Math.floor(side / factor)));
	const rgba = new Uint8Array(outWidth * outHeight * 4).fill(255);
	for (let i = 0; i < outWidth * outHeight; i++) {
		const corner = Math.floor(i / outWidth) * factor * width + (i % outWidth) * factor;
		for (let colour = 0; colour < 3; colour++) {
			let sum = 0;
			for (let y = 0; y < factor; y++) {
				for (let x = 0; x < factor; x++) sum += data[colour * width * height + corner + y * width + x] ?? 0;
			}
			rgba[i * 4 + colour] = byteOf(sum / factor ** 2);
		}
	}
	return { width: outWidth, height: outHeight, rgba };
}

/** [-1, 1] → 0 to 255. */
const byteOf = (value: number): number => Math.min(255, Math.max(0, Math.round((value + 1) * 127.5)));

function previewScale(longer: number): number {
	if (longer < smallest) return Math.floor(largest / longer);
	return longer > largest ? 1 / Math.ceil(longer / largest) : 1;
}
