// Picture files from anywhere as pixels with alpha.
import type { Rgba } from '../post/rgba.ts';
import { openPicture } from './read.ts';

/** The picture, upright, in sRGB. Throws `badPicture`. */
export async function readRgba(path: string, bytes: Uint8Array): Promise<Rgba> {
	return await openPicture(path, bytes, async picture => {
		const upright = picture.autoOrient().toColourspace('srgb').ensureAlpha();
		const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
		return { data: Uint8Array.from(data), width: info.width, height: info.height };
	});
}
