// Pixels with alpha at another size, smoothly.
import type { Rgba } from '../post/rgba.ts';
import { sharp } from './sharp.ts';

/** Lanczos with three lobes, on premultiplied colours, so that transparent pixels lend no colour. */
export async function resampled({ data, width, height }: Rgba, toWidth: number, toHeight: number): Promise<Rgba> {
	const picture = (await sharp())(data, { raw: { width, height, channels: 4 } });
	const bytes = await picture.resize(toWidth, toHeight, { fit: 'fill', kernel: 'lanczos3' }).raw().toBuffer();
	return { data: Uint8Array.from(bytes), width: toWidth, height: toHeight };
}
