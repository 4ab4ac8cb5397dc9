// Two formats end in .pal: JASC's text, and Microsoft's RIFF with four bytes for a colour.
import type { Rgb } from '../rgba.ts';
import type { PaletteReader } from './index.ts';

export const readPal: PaletteReader = bytes => {
	const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
	if (begin.startsWith('JASC-PAL')) return ofText(new TextDecoder().decode(bytes));
	return begin.startsWith('RIFF') && begin.endsWith('PAL ') ? ofRiff(bytes) : undefined;
};

/** After the format, its version and the count: three numbers on each line. */
function ofText(text: string): Rgb[] {
	return text
		.split(/\r?\n/)
		.slice(3)
		.map(line => line.trim().split(/\s+/).map(Number))
		.filter(numbers => numbers.length >= 3 && numbers.slice(0, 3).every(value => value >= 0 && value <= 255))
		.map(([red, green, blue]) => [red, green, blue]);
}

/** A chunk `data`: its length, a version, the count, then red, green, blue and flags. */
function ofRiff(bytes: Uint8Array): Rgb[] | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 12; at + 12 <= bytes.length;) {
		const isData = new TextDecoder('latin1').decode(bytes.subarray(at, at + 4)) === 'data';
		if (!isData) {
			at += 8 + view.getUint32(at + 4, true);
			continue;
		}
		const count = Math.min(view.getUint16(at + 10, true), Math.floor((bytes.length - at - 12) / 4));
		return Array.from({ length: count }, (_, i) => {
			const from = at + 12 + i * 4;
			return [bytes[from], bytes[from + 1], bytes[from + 2]];
		});
	}
	return undefined;
}
