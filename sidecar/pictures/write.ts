// Pixels and a stamp → the bytes of a picture file that carries its recipe.
import type { Rgba } from '../post/rgba.ts';
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
export async function writePicture(
	{ rgb: data, width, height }: RgbImage,
	format: PictureFormat,
	stamp: Stamp,
): Promise<Uint8Array> {
	return await encoded({ data, width, height, channels: 3 }, format, wordsOf(stamp), encoders);
}

/**
 * Encodes pixels with alpha, with the stamp of the picture they were made from, if it had one. Every pixel comes back
 * as it was; only a JPEG, which knows neither alpha nor exact colours, shows them on white and close to what they were.
 */
export async function writeRgba(image: Rgba, format: PictureFormat, stamp: Stamp | undefined): Promise<Uint8Array> {
	const raw: Raw = { ...image, channels: 4 };
	if (stamp) return await encoded(raw, format, wordsOf(stamp), exactEncoders);
	if (format === 'png') return await plainPng(raw, 9);
	return toBytes(await exactEncoders[format](await opened(raw)).toBuffer());
}

/** Pixels as the picture library takes them. */
interface Raw {
	readonly data: Uint8Array;
	readonly width: number;
	readonly height: number;
	readonly channels: 3 | 4;
}

async function encoded(raw: Raw, format: PictureFormat, words: Words, encoders: Encoders): Promise<Uint8Array> {
	if (format === 'png') return stampedPng(await plainPng(raw, 6), words);
	// libvips keeps a raw EXIF block it was handed, but cannot be given one: it comes in on an uncompressed PNG.
	const carrier = insertChunks(await plainPng(raw, 0), [{ type: 'eXIf', data: exifWithComment(words.infotext) }]);
	const picture = (await sharp())(carrier).keepExif().withXmp(words.xmp);
	return toBytes(await encoders[format](picture).toBuffer());
}

/** Encodes a picture of which there is nothing to say. */
export async function plainPicture({ rgb, width, height }: RgbImage, format: PictureFormat): Promise<Uint8Array> {
	if (format === 'png') return await plainPng({ data: rgb, width, height, channels: 3 }, 6);
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

async function opened({ data, width, height, channels }: Raw): Promise<Picture> {
	return (await sharp())(data, { raw: { width, height, channels } });
}

async function plainPng(raw: Raw, compressionLevel: number): Promise<Uint8Array> {
	const picture = await opened(raw);
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

type Encoders = Readonly<Record<Exclude<PictureFormat, 'png'>, (picture: Picture) => Picture>>;

const encoders: Encoders = {
	webp: picture => picture.webp({ quality: 90 }),
	avif: picture => picture.avif({ quality: 70, effort: 4 }),
	jpeg: picture => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
};

const exactEncoders: Encoders = {
	webp: picture => picture.webp({ lossless: true, exact: true }),
	avif: picture => picture.avif({ lossless: true, chromaSubsampling: '4:4:4', effort: 4 }),
	jpeg: picture => encoders.jpeg(picture.flatten({ background: 'white' })),
};

/** Plain bytes over their own memory: a Buffer may be a window on a pool. */
function toBytes(buffer: Uint8Array): Uint8Array {
	return Uint8Array.from(buffer);
}
