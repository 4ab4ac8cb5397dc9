// EXIF with nothing but a UserComment: where A1111 and its kin keep their text in WebP, AVIF and JPEG.
import { ascii, concat, viewOf } from './bytes.ts';

const userComment = 0x9286;
const exifPointer = 0x8769;
const charset = ascii('UNICODE\0');

/** A TIFF block, big-endian, whose UserComment is `text` in UTF-16 (piexif's `encoding="unicode"`). */
export function exifWithComment(text: string): Uint8Array {
	const comment = concat([charset, utf16(text)]);
	const header = concat([ascii('MM'), Uint8Array.of(0, 42, 0, 0, 0, 8)]);
	return concat([header, directory(exifPointer, 4, 1, 26), directory(userComment, 7, comment.length, 44), comment]);
}

/** The texts of an EXIF block that tools keep their settings in. */
export interface ExifTexts {
	readonly comment?: string;
	readonly description?: string;
	readonly software?: string;
	readonly make?: string;
	readonly model?: string;
	readonly makerNote?: string;
}

/** The texts of an EXIF block as sharp gives it (with or without the `Exif\0\0` before it). */
export function textsOfExif(block: Uint8Array): ExifTexts {
	const start = block[0] === 0x45 ? 6 : 0;
	const tiff = block.subarray(start);
	if (tiff.length < 8) return {};
	const little = tiff[0] === 0x49;
	const view = viewOf(tiff);
	const main = view.getUint32(4, little);
	const exif = entry(view, main, exifPointer, little)?.value;
	const bytesOf = (directory: number | undefined, tag: number): Uint8Array | undefined => {
		const found = directory === undefined ? undefined : entry(view, directory, tag, little);
		if (!found || found.value + found.count > tiff.length) return undefined;
		return tiff.subarray(found.value, found.value + found.count);
	};
	const said = bytesOf(exif, userComment);
	const texts = {
		comment: said && said.length >= 8 ? comment(said, little) : undefined,
		makerNote: plain(bytesOf(exif, 0x927c)),
		description: plain(bytesOf(main, 0x010e)),
		software: plain(bytesOf(main, 0x0131)),
		make: plain(bytesOf(main, 0x010f)),
		model: plain(bytesOf(main, 0x0110)),
	};
	return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

const plain = (bytes: Uint8Array | undefined): string | undefined =>
	bytes && new TextDecoder().decode(bytes).replace(/\0+$/, '');

/** A directory of one entry, followed by nothing. */
function directory(tag: number, type: number, count: number, value: number): Uint8Array {
	const bytes = new Uint8Array(18);
	const view = viewOf(bytes);
	view.setUint16(0, 1);
	view.setUint16(2, tag);
	view.setUint16(4, type);
	view.setUint32(6, count);
	view.setUint32(10, value);
	return bytes;
}

function entry(view: DataView, at: number, tag: number, little: boolean): { count: number; value: number } | undefined {
	if (at + 2 > view.byteLength) return undefined;
	const entries = view.getUint16(at, little);
	for (let i = 0; i < entries; i++) {
		const here = at + 2 + i * 12;
		if (here + 12 > view.byteLength) return undefined;
		if (view.getUint16(here, little) === tag) {
			return { count: view.getUint32(here + 4, little), value: view.getUint32(here + 8, little) };
		}
	}
	return undefined;
}

function comment(bytes: Uint8Array, little: boolean): string {
	const text = bytes.subarray(8);
	if (!charset.every((byte, i) => bytes[i] === byte)) return new TextDecoder().decode(text).replace(/\0+$/, '');
	// The writers disagree: piexif writes big-endian whatever the block says; words of spaces and letters tell.
	const zerosFirst = text.filter((byte, i) => i % 2 === 0 && byte === 0).length;
	const zerosSecond = text.filter((byte, i) => i % 2 === 1 && byte === 0).length;
	const bigEndian = zerosFirst === zerosSecond ? !little : zerosFirst > zerosSecond;
	return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(text);
}

function utf16(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = viewOf(bytes);
	for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i));
	return bytes;
}
