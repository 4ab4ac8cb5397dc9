// Pixels and a stamp → the bytes of a picture file that carries its recipe.
import { fail } from '../protocol/failure.ts';
import type { PictureFormat } from '../protocol/picture.ts';
import { writeInfotext } from './a1111.ts';
import { utf8 } from './bytes.ts';
import { exifWithComment } from './exif.ts';
import { insertChunks, internationalTextChunk, textChunk } from './png.ts';
import { sharp } from './sharp.ts';
import { writeStamp, type Stamp } from './stamp.ts';
import { xmpPacket } from './xmp.ts';

/** RGB bytes, row by row. */
export interface RgbImage {
	readonly rgb: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** Encodes a picture with its stamp inside. The same picture and stamp give the same bytes. */
export async function writePicture(image: RgbImage, format: PictureFormat, stamp: Stamp): Promise<Uint8Array> {
	const words = wordsOf(stamp);
	if (format === 'png') return stampedPng(await plainPng(image, 6), words);
	// libvips keeps a raw EXIF block it was handed, but cannot be given one: it comes in on an uncompressed PNG.
	const carrier = insertChunks(await plainPng(image, 0), [{ type: 'eXIf', data: exifWithComment(words.infotext) }]);
	const picture = (await sharp())(carrier).keepExif().withXmp(words.xmp);
	return toBytes(await encoders[format](picture).toBuffer());
}

/** Encodes a picture of which there is nothing to say. */
export async function plainPicture({ rgb, width, height }: RgbImage, format: PictureFormat): Promise<Uint8Array> {
	if (format === 'png') return await plainPng({ rgb, width, height }, 6);
	const picture = (await sharp())(rgb, { raw: { width, height, channels: 3 } });
	return toBytes(await encoders[format](picture).toBuffer());
}

/** Throws `badRecipe` when a file of this format cannot hold the stamp; to be asked before the work, not after. */
export function refuseUncarriable(format: PictureFormat, stamp: Stamp): void {
	const { infotext, xmp } = wordsOf(stamp);
	// A JPEG segment holds 65,533 bytes; libvips adds some entries of its own.
	const longest = Math.max(exifWithComment(infotext).length + 500, utf8(xmp).length + 100);
	if (format === 'jpeg' && longest > 65_533) {
		throw fail({ kind: 'badRecipe', field: 'prompt', why: 'is too long for a JPEG file to carry; choose png' });
	}
}

interface Words {
	readonly infotext: string;
	readonly json: string;
	readonly xmp: string;
}

function wordsOf(stamp: Stamp): Words {
	const json = writeStamp(stamp);
	const source = stamp.recipe.start ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
	return { infotext: writeInfotext(stamp.recipe, stamp.model), json, xmp: xmpPacket(source, json) };
}

async function plainPng({ rgb, width, height }: RgbImage, compressionLevel: number): Promise<Uint8Array> {
	const picture = (await sharp())(rgb, { raw: { width, height, channels: 3 } });
	// The filter, not the level, is what makes a PNG of a picture small.
	return toBytes(await picture.png({ compressionLevel, adaptiveFiltering: compressionLevel > 0 }).toBuffer());
}

function stampedPng(png: Uint8Array, { infotext, json, xmp }: Words): Uint8Array {
	return insertChunks(png, [
		textChunk('parameters', infotext),
		internationalTextChunk('limn', json),
		internationalTextChunk('XML:com.adobe.xmp', xmp),
	]);
}

type Picture = ReturnType<Awaited<ReturnType<typeof sharp>>>;

const encoders: Readonly<Record<Exclude<PictureFormat, 'png'>, (picture: Picture) => Picture>> = {
	webp: picture => picture.webp({ quality: 90 }),
	avif: picture => picture.avif({ quality: 70, effort: 4 }),
	jpeg: picture => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
};

/** Plain bytes over their own memory: a Buffer may be a window on a pool. */
function toBytes(buffer: Uint8Array): Uint8Array {
	return Uint8Array.from(buffer);
}
