// The picture library, loaded when first needed and told to open nothing but pictures of pixels.
import type sharpModule from 'sharp';
import type { Sharp, SharpOptions } from 'sharp';

type SharpModule = typeof sharpModule;

let loading: Promise<SharpModule> | undefined;

/** sharp, able to open PNG, JPEG, WebP, AVIF and GIF from memory, and nothing else (no SVG, no PDF, no files). */
export function sharp(): Promise<SharpModule> {
	loading ??= import('sharp').then(({ default: module }) => {
		module.block({ operation: ['VipsForeignLoad'] });
		module.unblock({ operation: openable });
		// A picture is encoded once; a cache of operations would only hold memory.
		module.cache(false);
		return module;
	});
	return loading;
}

/** A stranger's bytes, opened with every guard on. */
export async function openUntrusted(bytes: Uint8Array): Promise<Sharp> {
	return (await sharp())(bytes, guards);
}

/** The most pixels a picture to read may have. */
export const mostPixels = 4096 * 4096;

const guards: SharpOptions = { limitInputPixels: mostPixels, failOn: 'error', pages: 1, limitInputChannels: 5 };

const openable = [
	'VipsForeignLoadPngBuffer',
	'VipsForeignLoadJpegBuffer',
	'VipsForeignLoadWebpBuffer',
	'VipsForeignLoadHeifBuffer',
	'VipsForeignLoadNsgifBuffer',
];
