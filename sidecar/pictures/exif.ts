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

/** The UserComment of an EXIF block as sharp gives it (with or without the `Exif\0\0` before it). */
export function commentOfExif(block: Uint8Array): string | undefined {
	const start = block[0] === 0x45 ? 6 : 0;
	const tiff = block.subarray(start);
	if (tiff.length < 8) return undefined;
	const little = tiff[0] === 0x49;
	const view = viewOf(tiff);
	const exif = entry(view, view.getUint32(4, little), exifPointer, little);
	const found = exif && entry(view, exif.value, userComment, little);
	if (!found || found.value + found.count > tiff.length || found.count < 8) return undefined;
	return comment(tiff.subarray(found.value, found.value + found.count), little);
}

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
