// A picture at the size of its file: scaled until it covers that, and cropped at its middle.
import type { Fit } from '../protocol/recipe.ts';
import { sharp } from './sharp.ts';
import type { RgbImage } from './write.ts';

/** Scales with Lanczos's kernel, which keeps edges when a picture grows and lets nothing shimmer when it shrinks. */
export async function fitted({ rgb, width, height }: RgbImage, fit: Fit): Promise<RgbImage> {
	if (fit.width === width && fit.height === height) return { rgb, width, height };
	const picture = (await sharp())(rgb, { raw: { width, height, channels: 3 } });
	const scaled = await picture.resize(fit.width, fit.height, { fit: 'cover', kernel: 'lanczos3' }).raw().toBuffer();
	return { rgb: Uint8Array.from(scaled), ...fit };
}
