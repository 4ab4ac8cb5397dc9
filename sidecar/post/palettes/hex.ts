// Lospec's .hex: six hex digits on each line.
import { rgbOfHex } from '../rgba.ts';
import type { PaletteReader } from './index.ts';

export const readHex: PaletteReader = bytes =>
	new TextDecoder()
		.decode(bytes)
		.split(/\s+/)
		.filter(word => /^#?[0-9a-f]{6}$/i.test(word))
		.map(rgbOfHex);
