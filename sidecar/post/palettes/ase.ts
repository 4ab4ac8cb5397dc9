// Adobe Swatch Exchange: blocks of big-endian numbers, colours as floats in RGB, CMYK or grey.
import { toByte, type Rgb } from '../rgba.ts';
import type { PaletteReader } from './index.ts';

export const readAse: PaletteReader = bytes => {
	if (latin1(bytes.subarray(0, 4)) !== 'ASEF') return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const colours: Rgb[] = [];
	for (let at = 12; at + 6 <= bytes.length;) {
		const length = view.getUint32(at + 2);
		if (at + 6 + length > bytes.length) break;
		const colour = view.getUint16(at) === colourBlock ? colourOf(bytes.subarray(at + 6, at + 6 + length)) : undefined;
		if (colour) colours.push(colour);
		at += 6 + length;
	}
	return colours;
};

const colourBlock = 1;

/** After a name in UTF-16 of so many characters: the model's four letters and its numbers. Lab is passed over. */
function colourOf(block: Uint8Array): Rgb | undefined {
	const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
	const at = 2 + (block.length >= 2 ? view.getUint16(0) * 2 : 0);
	if (at + 8 > block.length) return undefined;
	const model = models[latin1(block.subarray(at, at + 4))];
	if (!model || at + 4 + model.count * 4 > block.length) return undefined;
	const values = Array.from({ length: model.count }, (_, i) => view.getFloat32(at + 4 + i * 4));
	return model.rgb(values);
}

const models: Readonly<Record<string, { readonly count: number; readonly rgb: (values: readonly number[]) => Rgb }>> = {
	'RGB ': { count: 3, rgb: ([red, green, blue]) => bytesOf(red, green, blue) },
	Gray: { count: 1, rgb: ([grey]) => bytesOf(grey, grey, grey) },
	// Without a printer's profile: the plain mixture.
	CMYK: { count: 4, rgb: ([c, m, y, k]) => bytesOf((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)) },
};

const bytesOf = (red: number, green: number, blue: number): Rgb => [
	toByte(red * 255),
	toByte(green * 255),
	toByte(blue * 255),
];
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
