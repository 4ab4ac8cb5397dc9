// Adobe's colour tables: 256 colours of three bytes; two more numbers may say how many of them count.
import type { Rgb } from '../rgba.ts';
import type { PaletteReader } from './index.ts';

export const readAct: PaletteReader = bytes => {
	if (bytes.length !== 768 && bytes.length !== 772) return undefined;
	const count = bytes.length === 772 ? (bytes[768] << 8) | bytes[769] : 256;
	return Array.from({ length: Math.min(256, count) }, (_, i): Rgb => [
		bytes[i * 3],
		bytes[i * 3 + 1],
		bytes[i * 3 + 2],
	]);
};
