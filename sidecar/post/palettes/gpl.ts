// GIMP's palettes: a first line that says so, then a colour on each line: three numbers, and a name.
import type { Rgb } from '../rgba.ts';
import type { PaletteReader } from './index.ts';

export const readGpl: PaletteReader = bytes => {
	const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
	if (!lines[0].startsWith('GIMP Palette')) return undefined;
	return lines.flatMap(line => {
		const numbers = /^\s*(\d+)\s+(\d+)\s+(\d+)(\s|$)/.exec(line)?.slice(1, 4).map(Number);
		return numbers && numbers.every(value => value <= 255) ? [[numbers[0], numbers[1], numbers[2]] satisfies Rgb] : [];
	});
};
